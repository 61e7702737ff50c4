"""What a receipt's page and the letter to its sender tell: how it came, and what became of each comment."""

from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext as _

from yhdyspinta.answers.values import CLOSURE_REASONS, HANDLINGS, REASONS
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.comments.values import CHANNELS, STATES
from yhdyspinta.intake.facts import NAMES, Facts
from yhdyspinta.intake.slips import words_for_typists
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.models import Process
from yhdyspinta.transfers.shown import current
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

_IF_TOLD: Final = ("organisation", "display_name")


def lines_of_sender(receipt: Receipt) -> list[tuple[str, str, str]]:
    """How it came and what was typed of its sender: each with its name, its words and perhaps a page."""
    entry, sheet, sender = receipt.entry, getattr(receipt, "sheet", None), receipt.sender
    language = page_language()
    found = [(_("Channel"), str(CHANNELS.get(receipt.channel, receipt.channel)), "")]
    if sheet is not None:
        pile = _("%(name)s, sheet %(number)s") % {"name": sheet.batch.name, "number": sheet.number}
        found.append(
            (_("Pile or event"), pile, activity_address(receipt.activity, "intake:sheets", batch=sheet.batch_id))
        )
    found.append((_("Typed by"), entry.entered_by.name if entry.entered_by else _("Not told"), ""))
    if sender.person is None:
        return found
    facts, towns = Facts.of(receipt), {}
    if sender.municipality is not None:
        towns[sender.municipality.pk] = Wording(sender.municipality.name).text(language)
    told = {key: name for key, name in NAMES.items() if key not in _IF_TOLD or getattr(facts, key)}
    return [*found, *((str(name), facts.words(key, towns, language), "") for key, name in told.items())]


def became_of(comment: Comment, told_at: datetime | None) -> dict[str, Any]:
    """A comment with its answer, why it gets none, where it was passed on, and which telling stands no more."""
    answered = getattr(comment, "answered", None)
    answer = answered.answer if answered is not None and answered.answer.published_at else None
    closure = getattr(comment, "closure", None)
    return {
        "comment": comment, "answer": answer, "passed": current(comment.transfers.all()),
        "closed_because": CLOSURE_REASONS[closure.reason] if closure else "",
        "handling": HANDLINGS.get(answer.handling, "") if answer else "",
        "reason": REASONS.get(answer.reason, "") if answer else "",
        "unsaid": _unsaid(comment, told_at),
    }  # fmt: skip


def comment_row(
    process: Process, receipt: Receipt, comment: Comment, *, may_edit: bool, sees_masked: bool
) -> dict[str, Any]:
    """The same on the receipt's page, with what can be done at the sender's request."""
    paths = {
        name: process_address(process, f"intake:{name}", receipt=receipt.pk, number=comment.number)
        for name in ("edit", "withdraw")
    }
    gone = comment.state in {Comment.State.WITHDRAWN, Comment.State.HIDDEN}
    return became_of(comment, receipt.entry.told_at) | {
        "words": comment.text if sees_masked else words_for_typists(comment), "state": STATES[comment.state],
        "paths": paths, "may_edit": may_edit and not gone and comment.handling == Comment.Handling.OPEN,
        "may_withdraw": comment.state != Comment.State.WITHDRAWN,
    }  # fmt: skip


def _unsaid(comment: Comment, told_at: datetime | None) -> str:
    """Which telling of a comment stands no more, while it waits for an answer again."""
    found = getattr(comment, "unsaid", None)
    if found is None or told_at is None or told_at < found.since:
        return ""
    waits = comment.state == Comment.State.VISIBLE and comment.handling == Comment.Handling.OPEN
    return str(found.what) if waits else ""
