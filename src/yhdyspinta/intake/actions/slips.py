"""A slip in typing is mended by whoever types: words, parts, and what was typed of the sender."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment, Receipt, Thread
from yhdyspinta.intake.actions.batches import held_batch
from yhdyspinta.intake.actions.mending import correct_comment, hold_with_replies, mend_facts, name_organisation
from yhdyspinta.intake.checking import Typed
from yhdyspinta.intake.facts import Facts
from yhdyspinta.intake.rules import TAKES_IN, TYPES, may_mend_typing, may_open
from yhdyspinta.intake.slips import facts_asked, mark_of_typing, mendable_comments
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require, require_staff, staff_abilities
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def mend_typing(
    *, actor: Person, receipt: Receipt, mark: str, stands: Mapping[int, Typed], at: datetime,
    facts: Facts | None = None, arrived_at: datetime | None = None,
) -> bool:  # fmt: skip
    """Write what was meant to be typed, as a correction of the typing; whether anything changed.

    `mark` is of the receipt as it was read. Raises Refusal("not_your_role"), ("typing_changed"), ("place_missing"),
    ("comments_missing"), or what `rules.may_mend_typing` and `rules.may_enter` say no with.
    """
    process = receipt.activity.process
    require_staff(actor, TYPES, process)
    held = _held(receipt)
    abilities = staff_abilities(actor, process)
    require(may_open(held, actor, abilities))
    require(may_mend_typing(held, at=at))
    comments = mendable_comments(held, with_masked=TAKES_IN in abilities)
    if set(stands) != {one.number for one in comments}:
        raise Refusal("typing_changed", status=409)
    if not _differ(held, comments, stands, facts, arrived_at):
        return False
    if mark != mark_of_typing(held, comments):
        raise Refusal("typing_changed", status=409)
    _require_places(held, stands)
    if not facts_asked(held):
        facts = None
    organisation = name_organisation(held, facts, actor=actor, at=at)
    for one in comments:
        correct_comment(one, stands[one.number], actor=actor, at=at)
    changed: list[str] = []
    if facts is not None:
        changed = mend_facts(held, facts, actor=actor, organisation=organisation, at=at, arrived_at=arrived_at)
    for one in comments if changed else ():
        record("intake.facts_mended", actor=actor, target=one, at=at, process=process, facts=changed)
    return True


def _held(receipt: Receipt) -> Receipt:
    """The receipt as it stands, behind its pile, where sheets are drawn, and behind its comments, which are counted after."""
    sheet = getattr(receipt, "sheet", None)
    if sheet is not None:
        held_batch(sheet.batch)
    hold_with_replies(receipt)
    rows = Receipt.objects.select_for_update(of=("self",), no_key=True).select_related(
        "activity__process__owner", "sender__person", "sender__organisation", "entry"
    )
    return rows.get(pk=receipt.pk)


def _differ(
    receipt: Receipt, comments: list[Comment], stands: Mapping[int, Typed], facts: Facts | None, at: datetime | None
) -> bool:
    if any((one.thread_id, one.text) != (stands[one.number].thread_id, stands[one.number].text) for one in comments):
        return True
    if facts is None or not facts_asked(receipt):
        return False
    return bool(Facts.of(receipt).differing(facts)) or at not in {None, receipt.at}


def _require_places(receipt: Receipt, stands: Mapping[int, Typed]) -> None:
    for number, one in stands.items():
        if one.is_absent:
            raise Refusal("comments_missing", status=422, field=f"text_{number}")
    threads = {one.thread_id for one in stands.values()}
    if Thread.objects.filter(activity=receipt.activity_id, pk__in=threads).count() != len(threads):
        raise Refusal("place_missing", status=422)
