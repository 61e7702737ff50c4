"""Themes: texts that use the same words, with a label of their most telling ones. A suggestion to people who group."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from civic_compute.texts.directions import points_of
from civic_compute.texts.model import Text, Theme, Themes
from civic_compute.texts.naming import label_of
from civic_compute.texts.ngrams import weighted_rows
from civic_compute.texts.normalising import LONGEST, checked, normalised
from civic_compute.texts.problems import TextProblem
from civic_compute.texts.subjects import Vocabulary, read_subjects

MOST: Final = 40
CENTRAL: Final = 3
_EACH: Final = 6  # texts for a theme, where no number is asked for
_USUAL: Final = 20  # themes at most, where no number is asked for
_FEWEST: Final = 3  # texts that make a theme
_WIDEST: Final = 1 / 2  # of all texts: what takes in more tells nothing
_FEW: Final = 12  # texts: of so few, any two that share a word are offered
_ROUNDING: Final = 6  # decimals of likenesses: what is nearer is equal, whatever the machine's last digits
_ROUNDS: Final = 50

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Stem = Callable[[str], str]
Progress = Callable[[str], None]


def find_themes(
    texts: Sequence[Text],
    *,
    number: int | None = None,
    stem: Stem = lambda word: word,
    language: str = "",
    progress: Progress = lambda _words: None,
) -> Themes:
    """Group texts by their words: tf-idf, truncated SVD (latent semantic analysis), spherical k-means.

    `number` of themes, or None for what the texts give: one for six texts (2 to 20), without those that have fewer than
    three texts or more than half of all. `stem` brings the forms of a word together (a Finnish word has hundreds);
    `language` tells by their endings which words are of things. Labels are those words of things that at least a quarter
    of the group has and whose log-odds against the other texts are highest (Monroe, Colaresi, Quinn 2008); a text without
    any of them is in no theme, and a group without any is none. Starts are chosen without chance, so
    the same texts in any order of lines give the same themes. Raises TextProblem("id_twice", "broken_character",
    "number_of_themes").
    """
    if number is not None and not 1 <= number <= MOST:
        raise TextProblem("number_of_themes", number=number, most=MOST)
    ordered = sorted(checked(texts), key=lambda text: (normalised(text.words)[:LONGEST], text.id))
    vocabulary = read_subjects([normalised(text.words)[:LONGEST] for text in ordered], stem, language)
    rows = weighted_rows(vocabulary.counts)
    progress(f"{len(ordered)} texts, {len(vocabulary.surface)} words")
    filled = np.flatnonzero(np.diff(rows.indptr))
    wanted = min(number or min(_USUAL, max(2, round(len(filled) / _EACH))), len(filled))
    place = {text.id: index for index, text in enumerate(texts)}
    if not wanted:
        return Themes((), tuple(text.id for text in texts))
    points = points_of(rows[filled])
    groups, nearness = _spherical(points, wanted, progress)
    groups = _by_size(groups)
    found = [_theme(vocabulary, ordered, filled, groups == group, nearness) for group in range(int(groups.max()) + 1)]
    found = [theme for theme in found if theme.members and (number or _tells(theme, len(filled)))]
    found.sort(key=lambda theme: -len(theme.members))
    inside = {text for theme in found for text in theme.members}
    without = tuple(text.id for text in texts if text.id not in inside)
    return Themes(tuple(_in_order(theme, place) for theme in found), without)


def _tells(theme: Theme, texts: int) -> bool:
    """Whether a group is neither an accident of a few texts nor so wide that it says nothing of them."""
    return texts < _FEW or _FEWEST <= len(theme.members) <= texts * _WIDEST


def _in_order(theme: Theme, place: dict[str, int]) -> Theme:
    return Theme(theme.label, tuple(sorted(theme.members, key=place.__getitem__)), theme.central)


def _spherical(points: Floats, number: int, progress: Progress) -> tuple[Ints, Floats]:
    """Spherical k-means (Dhillon, Modha 2001): each point's group, and its cosine with the group's middle."""
    centres = points[_starts(points, number)]
    groups = np.zeros(len(points), dtype=np.int64)
    for turn in range(_ROUNDS):
        progress(f"grouping, round {turn + 1}")
        nearness = (points @ centres.T).round(_ROUNDING)
        chosen = nearness.argmax(axis=1)
        if turn and (chosen == groups).all():
            break
        groups = chosen
        sums = np.zeros_like(centres)
        np.add.at(sums, groups, points)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(lengths > 0, sums / np.where(lengths > 0, lengths, 1), centres)
    return groups, (points @ centres.T)[np.arange(len(points)), groups]


def _starts(points: Floats, number: int) -> list[int]:
    """The point nearest to the middle of all, then each time the one farthest from those chosen."""
    chosen = [int((points @ points.sum(axis=0)).round(_ROUNDING).argmax())]
    nearest = points @ points[chosen[0]]
    while len(chosen) < number:
        chosen.append(int(nearest.round(_ROUNDING).argmin()))
        nearest = np.maximum(nearest, points @ points[chosen[-1]])
    return chosen


def _by_size(groups: Ints) -> Ints:
    """Groups numbered anew, the largest 0; equal ones by their first text."""
    numbers, firsts, sizes = np.unique(groups, return_index=True, return_counts=True)
    order = np.lexsort((firsts, -sizes))
    new = np.empty(int(numbers.max()) + 1, dtype=np.int64)
    new[numbers[order]] = np.arange(len(order))
    return new[groups]


def _theme(
    vocabulary: Vocabulary, texts: Sequence[Text], filled: npt.NDArray[np.intp], inside: npt.NDArray[np.bool_],
    nearness: Floats,
) -> Theme:  # fmt: skip
    members = np.flatnonzero(inside)
    label = label_of(vocabulary, filled[members])
    held = np.asarray((vocabulary.counts[filled[members]][:, label] > 0).sum(axis=1)).ravel()
    members, held = members[held > 0], held[held > 0]
    order = np.lexsort((-nearness[members].round(_ROUNDING), -held))
    nearest = members[order][:CENTRAL]
    return Theme(
        label=tuple(vocabulary.surface[place] for place in label),
        members=tuple(texts[filled[member]].id for member in members),
        central=tuple(texts[filled[member]].id for member in nearest),
    )
