"""The second typist's check: which sheets are drawn, and how the two typings differ."""

import hashlib
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


def missed_in(typed: Mapping[int, Typed]) -> list[int]:
    """The numbers, -1, -2, …, of comments that the first typist left out."""
    return sorted((number for number in typed if number < 0), reverse=True)


def _words(pieces: tuple[Piece, ...], kind: str) -> int:
    return sum(max(1, len(piece.text.split())) for piece in pieces if piece.kind == kind)
