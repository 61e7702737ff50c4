"""A typist's own slips: which comments of a receipt can still be mended, and what they are known by meanwhile."""

import hashlib
from collections.abc import Sequence
from typing import Final

from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.audit.trail import reference
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.intake.checking import typed_comments
from yhdyspinta.intake.facts import Facts, are_asked

#: After these the words are the sender's own, and no slip of typing.
_OWN: Final = ("comments.edited", "intake.edited_for_sender")


def mendable_comments(receipt: Receipt) -> list[Comment]:
    """What staff have typed and nobody has answered, hidden, withdrawn or changed at its sender's wish; two queries."""
    found = [
        one for one in typed_comments(receipt) if one.channel != "online" and one.handling == Comment.Handling.OPEN
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
