"""A typist's own slips: which comments of a receipt can still be mended, and what they are known by meanwhile."""

import hashlib
from collections.abc import Sequence
from typing import Final

from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.audit.trail import reference
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.intake.checking import typed_comments
from yhdyspinta.intake.facts import Facts, are_asked
from yhdyspinta.moderation.masking import MASK_MARK, in_words

#: After these the words are the sender's own, and no slip of typing.
_OWN: Final = ("comments.edited", "intake.edited_for_sender")


def words_for_typists(comment: Comment) -> str:
    """The words that who only types may read: what staff typed, masked where it is; "" of what is away or came online."""
    gone = comment.state in {Comment.State.HIDDEN, Comment.State.WITHDRAWN}
    return "" if gone or comment.channel == "online" else in_words(comment.public_text)


def has_mask(comment: Comment) -> bool:
    """Whether a passage is masked: who only types does not read it, and so does not mend the words."""
    return MASK_MARK in comment.public_text


def mendable_comments(receipt: Receipt, *, with_masked: bool = True) -> list[Comment]:
    """What staff have typed and nobody has answered, hidden, withdrawn or changed at its sender's wish; two queries."""
    found = [
        one
        for one in typed_comments(receipt)
        if one.handling == Comment.Handling.OPEN and (with_masked or not has_mask(one))
    ]
    changed = set(
        Line.objects.filter(target__in=[reference(one) for one in found], verb__in=_OWN).values_list(
            "target", flat=True
        )
    )
    return [one for one in found if reference(one) not in changed]


def facts_asked(receipt: Receipt) -> bool:
    """Whether what the sender told of themselves was typed: of papers, calls and mails, not at a table of an event."""
    sheet = getattr(receipt, "sheet", None)
    return are_asked(sheet) if sheet is not None else receipt.sender.person_id is not None


def mark_of_typing(receipt: Receipt, comments: Sequence[Comment]) -> str:
    """What the receipt is known by as it stands: another mark, and somebody has changed it."""
    words = [(one.number, one.thread_id, one.text) for one in comments]
    said = repr((receipt.at, Facts.of(receipt).stored(), words))
    return hashlib.sha256(said.encode()).hexdigest()
