"""A second person types a sheet again, or compares it with the paper; what differs is decided, with a trail."""

import secrets
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment, Thread
from yhdyspinta.intake.actions.batches import held_batch
from yhdyspinta.intake.actions.mending import (
    add_missed,
    correct_comment,
    hold_with_replies,
    mend_facts,
    name_organisation,
)
from yhdyspinta.intake.checking import Typed, compared, draw_of, missed_in, paired, typed_comments
from yhdyspinta.intake.facts import Facts, are_asked, names_asked
from yhdyspinta.intake.models import Batch, Sheet
from yhdyspinta.intake.rules import ability_for
from yhdyspinta.intake.shown_names import naming_in
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def draw_sheets(*, actor: Person, batch: Batch, percent: int, at: datetime) -> Batch:
    """Draw which sheets are checked: a share of the finished batch, all with 100. A bigger share holds the smaller.

    Raises Refusal("batch_not_finished"), ("share_out_of_range") or ("share_gets_smaller").
    """
    held = held_batch(batch)
    require_staff(actor, ability_for(held.kind), held.activity.process)
    if held.finished_at is None:
        raise Refusal("batch_not_finished")
    if not 1 <= percent <= 100:
        raise Refusal("share_out_of_range", status=422, field="percent")
    if held.check_percent == percent:
        return held
    if percent < (held.check_percent or 0):
        raise Refusal("share_gets_smaller", status=422, field="percent")
    held.check_seed = held.check_seed or secrets.token_hex(8)
    held.check_percent, held.drawn_at, held.drawn_by, held.checked_at = percent, at, actor, None
    drawn = draw_of(held.sheet_count, percent=percent, seed=held.check_seed)
    Sheet.objects.filter(batch=held, number__in=drawn).update(is_drawn=True)
    held.checked_at = None if _is_open(held) else at
    held.save(update_fields=["check_seed", "check_percent", "drawn_at", "drawn_by", "checked_at"])
    record(
        "intake.batch_drawn", actor=actor, target=held, at=at, process=held.activity.process, percent=percent,
        seed=held.check_seed, sheets=drawn,
    )  # fmt: skip
    return held


@transaction.atomic
def type_again(
    *, actor: Person, sheet: Sheet, typed: Mapping[int, Typed], how: str, at: datetime, facts: Facts | None = None
) -> Sheet:
    """What the second person typed or mended beside the paper; where nothing differs, the sheet is checked.

    What was typed is set beside the comments that it fits, in whichever order the second person typed them. Compared
    words are the second person's decision, so they stand at once. Raises Refusal("not_drawn"),
    ("sheet_checked"), ("second_is_first"), ("place_missing") or ("comments_missing").
    """
    held = _held_sheet(actor, sheet)
    _require_second(actor, held)
    comments = typed_comments(held.receipt)
    _require_whole(held, comments, typed)
    if how == Sheet.How.TYPED:
        typed = paired(comments, typed)
    held.how, held.second_by = how, actor
    held.second = {str(number): {"place": one.thread_id, "text": one.text} for number, one in typed.items()}
    found = compared(comments, typed)
    held.words, held.differing = found.words, found.differing
    if facts is not None and are_asked(held):
        held.second["facts"] = facts.stored()
        held.marks = len(names_asked(naming_in(held.batch.activity)))
        held.marks_differing = len(Facts.of(held.receipt).differing(facts))
    held.save(update_fields=["how", "second_by", "second", "words", "differing", "marks", "marks_differing"])
    if how == Sheet.How.COMPARED or not (found.differs or held.marks_differing):
        _decide(held, actor, comments, typed, facts, at=at)
    return held


@transaction.atomic
def decide_sheet(
    *, actor: Person, sheet: Sheet, stands: Mapping[int, Typed], at: datetime, facts: Facts | None = None
) -> Sheet:
    """Either typist says which words and facts stand. Raises Refusal("not_typed_again"), ("sheet_checked") or what an edit does."""
    held = _held_sheet(actor, sheet)
    if held.second_by_id is None and not held.second:
        raise Refusal("not_typed_again")
    comments = typed_comments(held.receipt)
    _require_whole(held, comments, stands)
    _decide(held, actor, comments, stands, facts, at=at)
    return held


def _held_sheet(actor: Person, sheet: Sheet) -> Sheet:
    """The sheet, locked behind its batch and its comments, while it is to be checked."""
    batch = held_batch(sheet.batch)
    require_staff(actor, ability_for(batch.kind), batch.activity.process)
    hold_with_replies(sheet.receipt)
    held = (
        Sheet.objects.select_for_update(of=("self",))
        .select_related(
            "receipt__entry",
            "receipt__activity__process__owner",
            "receipt__sender__person",
            "receipt__sender__organisation",
        )
        .get(pk=sheet.pk)
    )
    held.batch = batch
    if not held.is_drawn:
        raise Refusal("not_drawn")
    if held.checked_at is not None:
        raise Refusal("sheet_checked")
    return held


def _require_second(actor: Person, sheet: Sheet) -> None:
    if sheet.receipt.entry.entered_by_id == actor.pk:
        raise Refusal("second_is_first")


def _require_whole(sheet: Sheet, comments: list[Comment], typed: Mapping[int, Typed]) -> None:
    """Every comment of the sheet, each that is on the paper with a place of the round; one there is at least."""
    if {number for number in typed if number > 0} != {comment.number for comment in comments}:
        raise Refusal("receipt_has_grown", status=409)
    there = [one for one in typed.values() if not one.is_absent]
    threads = {one.thread_id for one in there}
    if Thread.objects.filter(activity=sheet.batch.activity, pk__in=threads).count() != len(threads):
        raise Refusal("place_missing", status=422)
    if comments and not there:
        raise Refusal("comments_missing", status=422)


def _decide(
    sheet: Sheet, actor: Person, comments: list[Comment], stands: Mapping[int, Typed], facts: Facts | None, *,
    at: datetime,
) -> None:  # fmt: skip
    if not are_asked(sheet):
        facts = None
    organisation = name_organisation(sheet.receipt, facts, actor=actor, at=at)
    numbers = [
        one.number
        for one in comments
        if correct_comment(one, stands[one.number], actor=actor, at=at, detail={"sheet": sheet.number})
    ]
    mended = (
        mend_facts(sheet.receipt, facts, actor=actor, organisation=organisation, at=at) if facts is not None else []
    )
    numbers += add_missed(sheet, [stands[one] for one in missed_in(stands)], actor=actor, at=at)
    sheet.checked_at, sheet.checked_by, sheet.second = at, actor, {}
    sheet.was_corrected = bool(numbers or mended)
    sheet.save(update_fields=["checked_at", "checked_by", "was_corrected", "second"])
    record(
        "intake.sheet_checked",
        actor=actor,
        target=sheet.batch,
        at=at,
        process=sheet.batch.activity.process,
        sheet=sheet.number,
        corrected=numbers,
        facts=mended,
    )
    if not _is_open(sheet.batch):
        Batch.objects.filter(pk=sheet.batch.pk).update(checked_at=at)
        record(
            "intake.batch_checked", actor=actor, target=sheet.batch, at=at, process=sheet.batch.activity.process,
            percent=sheet.batch.check_percent,
        )  # fmt: skip


def _is_open(batch: Batch) -> bool:
    return Sheet.objects.filter(batch=batch, is_drawn=True, checked_at=None).exists()
