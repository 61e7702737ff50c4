"""The second typist's check: which sheets are drawn, and how the two typings differ."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.documents.line_changes import Piece, word_pieces


@dataclass(frozen=True)
class Typed:
    """A comment as somebody typed it: the part, and the words."""

    thread_id: int
    text: str

    @property
    def is_absent(self) -> bool:
        """The second typist finds no such comment on the paper."""
        return not self.text.strip()


@dataclass(frozen=True)
class Difference:
    """A comment of which the two typings differ."""

    number: int
    pieces: tuple[Piece, ...]
    moved: bool


@dataclass(frozen=True)
class Comparison:
    """Two typings of one sheet."""

    words: int
    differing: int
    differences: tuple[Difference, ...]

    @property
    def differs(self) -> bool:
        return bool(self.differences)


def draw_of(count: int, *, percent: int, seed: str) -> list[int]:
    """The numbers of the sheets that are checked, in order: anybody can draw them again from the published seed.

    Each sheet's place is the SHA-256 of "seed:number"; the lowest are taken, at least one, so a bigger share holds
    every sheet of a smaller one.
    """
    ordered = sorted(range(1, count + 1), key=lambda number: hashlib.sha256(f"{seed}:{number}".encode()).digest())
    return sorted(ordered[: ceil(count * percent / 100)])


def typed_comments(receipt: Receipt) -> list[Comment]:
    """What stands of the sheet now; what its sender withdrew or added online, or a moderator hid, is not typed again."""
    gone = (Comment.State.WITHDRAWN, Comment.State.HIDDEN)
    found = (
        receipt.comments.exclude(state__in=gone)
        .exclude(channel="online")
        .select_related("activity__process__owner", "sender__person")
    )
    return list(found.order_by("number"))


def compared(comments: list[Comment], typed: Mapping[int, Typed]) -> Comparison:
    """Word by word, comment by comment; under numbers below nought, what only the second typist found on the paper."""
    words = differing = 0
    found = []
    for comment in comments:
        other = typed[comment.number]
        pieces = tuple(word_pieces(comment.text, other.text))
        moved = comment.thread_id != other.thread_id and not other.is_absent
        words += len(comment.text.split())
        differing += max(_words(pieces, "removed"), _words(pieces, "added"))
        if moved or any(piece.kind != "same" for piece in pieces):
            found.append(Difference(comment.number, pieces, moved))
    for number in missed_in(typed):
        differing += len(typed[number].text.split())
        found.append(Difference(number, (Piece("added", typed[number].text),), moved=False))
    return Comparison(words, differing, tuple(found))


def paired(comments: list[Comment], typed: Mapping[int, Typed]) -> dict[int, Typed]:
    """What the second person typed under the comments that it fits, as they did not see in which order the first typed.

    The pair that is most alike comes first: words weigh twice what the part does, and of equals the order of the boxes
    tells. A comment that nothing resembles is not on the paper, and words that resemble no comment were missed.
    """
    rows = [one for _number, one in sorted(typed.items(), key=_in_order_of_boxes) if not one.is_absent]
    pairs = [
        (_likeness(comment, one), at, place) for at, comment in enumerate(comments) for place, one in enumerate(rows)
    ]
    of_comment: dict[int, int] = {}
    for likeness, at, place in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:])):
        if likeness and at not in of_comment and place not in of_comment.values():
            of_comment[at] = place
    found = {
        comment.number: rows[of_comment[at]] if at in of_comment else Typed(0, "")
        for at, comment in enumerate(comments)
    }
    left = [one for place, one in enumerate(rows) if place not in of_comment.values()]
    return found | {-number: one for number, one in enumerate(left, start=1)}


def _in_order_of_boxes(one: tuple[int, Typed]) -> tuple[bool, int]:
    return one[0] < 0, abs(one[0])


def _likeness(comment: Comment, other: Typed) -> float:
    """From 0 to 3: the share of words in common, twice, and 1 for the same part."""
    mine, others = (Counter(text.casefold().split()) for text in (comment.text, other.text))
    words = mine.total() + others.total()
    return 4 * (mine & others).total() / words + (comment.thread_id == other.thread_id) if words else 0.0


def missed_in(typed: Mapping[int, Typed]) -> list[int]:
    """The numbers, -1, -2, …, of comments that the first typist left out."""
    return sorted((number for number in typed if number < 0), reverse=True)


def _words(pieces: tuple[Piece, ...], kind: str) -> int:
    return sum(max(1, len(piece.text.split())) for piece in pieces if piece.kind == kind)
