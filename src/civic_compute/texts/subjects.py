"""What texts speak of: their words without those that name nothing, the forms of each brought together."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from civic_compute.texts.ngrams import count_rows
from civic_compute.texts.silent import silent_roots
from civic_compute.texts.word_kinds import is_of_things, name_of

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_SHORTEST: Final = 3  # letters of a word that can tell a theme
_LONGEST_WORD: Final = 60  # letters; what is longer is no word
_PART: Final = 5  # letters of a word that stands within a longer one
_ENDING: Final = 3  # letters by which stems of one word still differ

Stem = Callable[[str], str]


@dataclass(frozen=True)
class Vocabulary:
    """How often each stem is in each text, what each stem is called, and which of them may name a theme."""

    counts: "csr_array"  # texts x stems
    surface: tuple[str, ...]
    naming: tuple[bool, ...]


def read_subjects(forms: Sequence[str], stem: Stem, language: str = "") -> Vocabulary:
    """The stems of normalised texts.

    A stem that continues another by three letters or fewer is that one (Finnish "lupauks" and "lupaus"), and a compound
    also counts as the words it is made of, where texts use them alone ("kokouskutsu" as "kokous"). Words of things may
    name a theme, as far as their forms in the language tell them from deeds.
    """
    written, rows = _written(forms, stem)
    roots = _roots(written)
    known: dict[str, list[Counter[str]]] = {}
    for found, words in written.items():
        known.setdefault(roots[found], []).append(words)
    parts = {root: _parts(root, known) for root in known}
    columns: dict[str, int] = {}

    def numbers(row: Sequence[str]) -> list[int]:
        told = [name for found in row for name in (roots[found], *parts[roots[found]])]
        return [columns.setdefault(name, len(columns)) for name in told]

    counts = count_rows((numbers(row) for row in rows), columns)
    called = [_commonest(known[name], language) for name in columns]
    return Vocabulary(
        counts, tuple(name_of(forms, language) for forms in called),
        tuple(is_of_things(sum(known[name], Counter()), language) for name in columns),
    )  # fmt: skip


def _written(forms: Sequence[str], stem: Stem) -> tuple[dict[str, Counter[str]], list[list[str]]]:
    """Each stem with the forms that were written, and each text as its stems."""
    silent = silent_roots(stem)
    stems: dict[str, str] = {}
    written: dict[str, Counter[str]] = {}
    rows: list[list[str]] = []
    for form in forms:
        row: list[str] = []
        for word in form.split():
            found = stems.get(word)
            if found is None:
                found = stems[word] = _stem_of(word, stem, silent)
            if found:
                written.setdefault(found, Counter())[word] += 1
                row.append(found)
        rows.append(row)
    return written, rows


def _stem_of(word: str, stem: Stem, silent: Collection[str]) -> str:
    """The stem, or "" of what names nothing. Finnish "ks" before an ending is "s" without one (kokouksen, kokous)."""
    if word in silent or not _SHORTEST <= len(word) <= _LONGEST_WORD or word.isdecimal():
        return ""
    found = stem(word)
    if found in silent:
        return ""
    return f"{found[:-2]}s" if len(found) > _PART and found.endswith("ks") else found


def _roots(stems: Collection[str]) -> dict[str, str]:
    """The shortest stem that each continues by few letters; itself where there is none."""
    roots: dict[str, str] = {}
    for found in sorted(stems, key=lambda one: (len(one), one)):
        cuts = (cut for cut in range(1, _ENDING + 1) if len(found) - cut >= _PART and found[-cut:].isalpha())
        shorter = (found[:-cut] for cut in cuts)
        roots[found] = next((roots[part] for part in shorter if part in stems), found)
    return roots


def _parts(root: str, known: Mapping[str, object]) -> list[str]:
    """The known words that a compound begins or ends with."""
    cuts = range(_ENDING, len(root) - _ENDING + 1)
    pieces = [piece for cut in cuts for piece in (root[:cut], root[cut:]) if len(piece) >= _PART]
    return [piece for piece in pieces if piece in known]


def _commonest(stems: Sequence[Counter[str]], language: str) -> Counter[str]:
    """The forms of the commonest stem of things, or else of all; of equals the one with the shortest."""
    things = [one for one in stems if is_of_things(one, language)]
    return max(things or stems, key=lambda one: (one.total(), -min(map(len, one)), min(one)))
