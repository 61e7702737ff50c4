"""Answers that staff told by letter, phone or from their own mailbox, one at a time or a page of letters at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record_each
from yhdyspinta.comments import counters
from yhdyspinta.intake.models import Entry, Unsaid
from yhdyspinta.intake.owing import letters_due_in
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal


@dataclass(frozen=True)
class Told:
    """How many are told what they were owed when staff looked, and how many of them are owed something newer."""

    count: int
    owed_anew: int


@transaction.atomic
def mark_told(*, actor: Person, entry: Entry, at: datetime, seen_at: datetime | None = None) -> Entry:
    """The answer was sent as a letter or told by phone; twice changes nothing.

    It was told as it stood when staff looked at it: what was published, corrected or taken back since is owed anew.
    Raises Refusal("nothing_to_tell").
    """
    held = _held([entry.pk], actor)
    if not _tell(held, actor, at=at, seen_at=seen_at):
        raise Refusal("nothing_to_tell")
    return held[0]


@transaction.atomic
def mark_all_told(*, actor: Person, entries: Collection[int], at: datetime, seen_at: datetime | None = None) -> Told:
    """The same of many letters that were printed together, by the same rule: sent again, the form changes nothing.

    Raises Refusal("not_your_role") when one of them is of a process in which the actor tells nobody, or
    ("nothing_to_tell").
    """
    held = _held(entries, actor)
    told = _tell(held, actor, at=at, seen_at=seen_at)
    if not told:
        raise Refusal("nothing_to_tell")
    return Told(len(told), len(_due(told)))


def _held(entries: Collection[int], actor: Person) -> list[Entry]:
    """The entries, locked behind their rounds: whoever takes back what was told holds those, too."""
    rows = Entry.objects.filter(pk__in=entries).order_by("pk")
    counters.hold_activities(rows.values_list("receipt__activity", flat=True))
    held = list(rows.select_for_update(of=("self",)).select_related("receipt__activity__process__owner"))
    for process in _by_process(held):
        require_staff(actor, "take_in", process)
    return held


def _by_process(entries: Sequence[Entry]) -> dict[Process, list[Entry]]:
    found: dict[Process, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.receipt.activity.process, []).append(entry)
    return found


def _tell(held: Sequence[Entry], actor: Person, *, at: datetime, seen_at: datetime | None) -> list[Entry]:
    """Mark those who were owed something; these and those who had been told of it already are returned."""
    seen_at = min(seen_at or at, at)
    taken_back = Unsaid.objects.filter(entry__in=held, since__lte=seen_at, at__gt=seen_at)  # and stood when it was seen
    owed = _due(held) | set(taken_back.values_list("entry", flat=True))
    marked = [entry for entry in held if entry.pk in owed]
    for entry in marked:
        entry.told_at, entry.told_by = max(seen_at, entry.told_at or entry.entered_at), actor
    Entry.objects.bulk_update(marked, ["told_at", "told_by"])
    for process, some in _by_process(marked).items():
        record_each(
            "intake.answer_told", actor=actor, targets=[(one.receipt, {"how": one.reply_by}) for one in some], at=at,
            authority_id=process.owner_id, process_id=process.pk,
        )  # fmt: skip
    return [entry for entry in held if entry.told_at is not None]


def _due(entries: Sequence[Entry]) -> set[int]:
    """Which of them are owed an answer, or a word of what stands no more; one query."""
    processes = {entry.receipt.activity.process_id for entry in entries}
    due = letters_due_in(processes).filter(pk__in=[entry.pk for entry in entries])
    return set(due.values_list("pk", flat=True))
