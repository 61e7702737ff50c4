"""A pile of paper: begun, typed sheet by sheet with what the last one began from, left, continued and finished."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.comments.languages import language_of
from yhdyspinta.intake.actions.entering import Background, Words, enter_comments, key_with
from yhdyspinta.intake.arrivals import instant_of
from yhdyspinta.intake.models import Batch, Sheet, TableNote
from yhdyspinta.intake.replies import Reply
from yhdyspinta.intake.rules import ability_for, may_reopen
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal

#: What a pile may have come by; a caller is heard one at a time.
PILE_CHANNELS: Final = ("paper", "email", "event", "supported")
#: Why a finished pile is opened again.
REOPENED_BECAUSE: Final = ("sheet_missed", "more_came", "by_mistake")


@transaction.atomic
def begin_batch(
    *, actor: Person, activity: Activity, key: UUID, kind: str, name: str, channel: str, arrived_on: date,
    language: str, at: datetime, printed_of: datetime | None = None, people: int | None = None,
) -> Batch:  # fmt: skip
    """Begin a pile, or the notes of an event; the same key gives the first again.

    Raises Refusal("not_your_role") or ("unknown_channel").
    """
    require_staff(actor, ability_for(kind), activity.process)
    if channel not in PILE_CHANNELS:
        raise Refusal("unknown_channel", status=422, field="channel")
    batch, new = Batch.objects.get_or_create(
        activity=activity,
        key=key,
        defaults={
            "kind": kind, "name": name, "channel": channel, "arrived_on": arrived_on, "language": language,
            "printed_of": printed_of, "people": people, "begun_by": actor, "begun_at": at,
        },
    )  # fmt: skip
    if new:
        record(
            "intake.batch_begun", actor=actor, target=batch, at=at, process=batch.activity.process, kind=kind,
            channel=channel,
        )  # fmt: skip
    return batch


@transaction.atomic
def type_sheet(
    *, actor: Person, batch: Batch, key: UUID, arrived_on: date, words: Sequence[Words], facts: SenderFacts,
    organisation: str, background: Background, reply: Reply, at: datetime,
) -> Sheet:  # fmt: skip
    """Store one sheet: a sender with a receipt. The next one begins with the same day, and the language if it was chosen.

    Where the facts tell no language, the words do, or the sheet is in that of the pile. The same under one key is one
    sheet. Raises Refusal("batch_finished") or what `enter_comments` does.
    """
    held = held_batch(batch)
    require_staff(actor, ability_for(held.kind), held.activity.process)
    key = key_with(key, arrived_on, words, facts, organisation, background, reply)
    earlier = Sheet.objects.filter(batch=held, receipt__key=key).select_related("receipt").first()
    if earlier is not None:
        return earlier
    require_unfinished(held)
    chosen = facts.language
    facts = replace(facts, language=chosen or language_of("\n".join(one.text for one in words), held.language))
    receipt = enter_comments(
        actor=actor,
        activity=held.activity,
        key=key,
        channel=held.channel,
        arrived_at=instant_of(held.activity, arrived_on, at=at),
        is_day_only=True,
        words=words,
        facts=facts,
        organisation=organisation,
        background=background,
        reply=reply,
        read_back=False,
        at=at,
    )
    sheet = Sheet.objects.create(batch=held, number=held.sheet_count + 1, receipt=receipt)
    held.sheet_count += 1
    held.comment_count += len(words)
    held.arrived_on, held.language = arrived_on, chosen or held.language
    held.save(update_fields=["sheet_count", "comment_count", "arrived_on", "language"])
    return sheet


@transaction.atomic
def finish_batch(*, actor: Person, batch: Batch, at: datetime) -> Batch:
    """Nothing more is added: now it can be checked. Twice changes nothing.

    Raises Refusal("batch_is_empty") or ("notes_wait").
    """
    held = held_batch(batch)
    require_staff(actor, ability_for(held.kind), held.activity.process)
    if held.finished_at is not None:
        return held
    if TableNote.objects.filter(link__batch=held, settled_at=None).exists():
        raise Refusal("notes_wait")
    if not held.sheet_count:
        raise Refusal("batch_is_empty")
    held.finished_at, held.finished_by = at, actor
    held.save(update_fields=["finished_at", "finished_by"])
    record(
        "intake.batch_finished", actor=actor, target=held, at=at, process=held.activity.process,
        sheets=held.sheet_count, comments=held.comment_count,
    )  # fmt: skip
    return held


@transaction.atomic
def reopen_batch(*, actor: Person, batch: Batch, reason: str, at: datetime) -> Batch:
    """Take more sheets into a finished batch; the reason stays in the trail. Open already, it changes nothing.

    Raises Refusal("reopening_reason_missing") or what `rules.may_reopen` says no with.
    """
    held = held_batch(batch)
    require_staff(actor, ability_for(held.kind), held.activity.process)
    if reason not in REOPENED_BECAUSE:
        raise Refusal("reopening_reason_missing", status=422, field="reason")
    if held.finished_at is None:
        return held
    permit = may_reopen(held, at=at)
    if not permit:
        raise Refusal(permit.why_not)
    held.finished_at = held.finished_by = None
    held.save(update_fields=["finished_at", "finished_by"])
    record(
        "intake.batch_reopened",
        actor=actor,
        target=held,
        at=at,
        process=held.activity.process,
        reason=reason,
        sheets=held.sheet_count,
    )
    return held


@transaction.atomic
def say_printed_of(*, actor: Person, batch: Batch, printed_of: datetime, at: datetime) -> Batch:
    """Say of which versions the sheets were printed: the documents as they stood then. It holds for what is typed from now on.

    Raises Refusal("batch_finished").
    """
    held = held_batch(batch)
    require_staff(actor, ability_for(held.kind), held.activity.process)
    require_unfinished(held)
    if held.printed_of == printed_of:
        return held
    held.printed_of = printed_of
    held.save(update_fields=["printed_of"])
    record("intake.batch_printed_of", actor=actor, target=held, at=at, process=held.activity.process)
    return held


@transaction.atomic
def tell_people_present(*, actor: Person, batch: Batch, people: int | None, at: datetime) -> Batch:
    """Tell about how many people were at an event, or that it is not known; also once it is over. The same again changes nothing.

    Raises Refusal("not_your_role") or ("no_event").
    """
    held = held_batch(batch)
    require_staff(actor, ability_for(held.kind), held.activity.process)
    if held.kind != Batch.Kind.EVENT:
        raise Refusal("no_event", status=404)
    if held.people == people:
        return held
    held.people = people
    held.save(update_fields=["people"])
    record("intake.people_told", actor=actor, target=held, at=at, process=held.activity.process, people=people)
    return held


def held_batch(batch: Batch) -> Batch:
    """The batch, locked, with its round."""
    rows = Batch.objects.select_for_update(of=("self",)).select_related("activity__process__owner")
    return rows.get(pk=batch.pk)


def require_unfinished(batch: Batch) -> None:
    """Refuse to add to what is finished."""
    if batch.finished_at is not None:
        raise Refusal("batch_finished")
