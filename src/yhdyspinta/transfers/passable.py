"""Which of many comments can be passed on, and why the others cannot; and how their numbers stand in an address."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from yhdyspinta.answers.models import AnsweredComment
from yhdyspinta.comments.models import Comment
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.shown import GONE
from yhdyspinta.ui.text import HIGHEST, number_of

#: Each sender is told, so so many only at once.
MOST: Final = 500
#: Why a comment stays as it is, in the order in which they are told.
REASONS: Final[Mapping[str, Promise | str]] = {
    "elsewhere": _("with another authority already"),
    "grouped": _("in an answer being written: take it out of there first"),
    "answered": _("answered already"),
    "closed": _("closed without an answer: open it again first"),
    "waiting": _("waiting to be checked"),
    "hidden": _("hidden from the page"),
    "withdrawn": _("withdrawn by the sender"),
}


@dataclass(frozen=True)
class Sorted:
    """The comments that can be passed on, and the numbers of the others by reason."""

    passable: list[Comment]
    left: Mapping[str, list[int]]

    @property
    def left_words(self) -> list[tuple[str, str]]:
        """Numbers with the reason in words, as in: 12, 15 – answered already."""
        return [(", ".join(map(str, self.left[key])), str(words)) for key, words in REASONS.items() if key in self.left]


def sort_out(comments: Sequence[Comment]) -> Sorted:
    """Tell the comments that can be passed on from the others; two queries however many there are."""
    pks = [comment.pk for comment in comments]
    grouped = set(AnsweredComment.objects.filter(comment__in=pks).values_list("comment", flat=True))
    gone = set(Transfer.objects.filter(comment__in=pks, state__in=GONE).values_list("comment", flat=True))
    passable, left = [], defaultdict(list)
    for comment in comments:
        why = _why_not(comment, is_grouped=comment.pk in grouped, is_gone=comment.pk in gone)
        if why:
            left[why].append(comment.number)
        else:
            passable.append(comment)
    return Sorted(passable, left)


def _why_not(comment: Comment, *, is_grouped: bool, is_gone: bool) -> str:
    """The reason's key; empty for one that can be passed on."""
    if comment.state != Comment.State.VISIBLE:
        return str(comment.state)
    if is_gone:
        return "elsewhere"
    if comment.handling != Comment.Handling.OPEN:
        return str(comment.handling)
    return "grouped" if is_grouped else ""


def in_address(numbers: Iterable[int]) -> str:
    """Numbers of comments as an address carries them: 3.7-12.40."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and parts[-1][-1] == number - 1:
            parts[-1][1:] = [number]
        else:
            parts.append([number])
    return ".".join("-".join(map(str, part)) for part in parts)


def from_address(text: str) -> list[int]:
    """The numbers that an address carries, as far as they can be read, at most one more than can be passed on."""
    return sorted(set(_read(text)))[: MOST + 1]


def _read(text: str) -> Iterator[int]:
    for part in text[:20_000].split("."):
        ends = [min(number_of(end) or 0, HIGHEST) for end in part.split("-")[:2]]
        if all(ends) and all(first <= last for first, last in pairwise(ends)):
            yield from range(ends[0], min(ends[-1], ends[0] + MOST) + 1)
