"""Who may work on what came off line, and until when: its arrival must be in time, the typing has a while more."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from yhdyspinta.comments.models import Receipt
from yhdyspinta.intake.arrivals import instant_of
from yhdyspinta.intake.models import Batch, TableLink
from yhdyspinta.people.visitors import Someone
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import YES, Permit, no
from yhdyspinta.ui.dates import in_helsinki

#: Typing and checking what senders wrote on paper or said; events, files and letters ask for more.
TYPES: Final = "type_in"
TAKES_IN: Final = "take_in"

TYPED_WITHIN: Final = timedelta(days=30)


def may_enter(activity: Activity, *, arrived_at: datetime, at: datetime) -> Permit:
    """Arrived while the activity was open, typed at most 30 days after closing and before it was answered."""
    if arrived_at > at:
        return no("arrived_in_the_future")
    stages = list(activity.stages.all())
    if not stages or arrived_at < min(stage.opens_at for stage in stages):
        return no("arrived_too_early")
    if activity.stage_at(arrived_at) is None:
        return no("arrived_too_late")
    return YES if may_still_type(activity, at=at) else no("typed_too_late")


def may_still_type(activity: Activity, *, at: datetime) -> bool:
    """Whether anything that arrived in time may be typed now."""
    stages = list(activity.stages.all())
    if not stages or at < min(stage.opens_at for stage in stages) or activity.answered_at is not None:
        return False
    return at < max(stage.closes_at for stage in stages) + TYPED_WITHIN


def may_open(receipt: Receipt, person: Someone, abilities: Collection[str]) -> Permit:
    """Who takes in opens all that was typed; who types, the sheets of piles and what they entered themselves.

    A role that reads adds nothing here: a receipt holds its code, and who its sender is. A sheet that waits for its
    check stays closed to those who may check it, who have not seen the first typing.
    """
    if TAKES_IN in abilities or (TYPES in abilities and receipt.entry.entered_by_id == person.pk):
        return YES
    sheet = getattr(receipt, "sheet", None)
    is_paper = sheet is not None and sheet.batch.kind == Batch.Kind.PILE
    waits = sheet is not None and sheet.is_drawn and sheet.checked_at is None
    return YES if TYPES in abilities and is_paper and not waits else no("not_your_role")


def may_mend_typing(receipt: Receipt, *, at: datetime) -> Permit:
    """A slip is mended while the round may still be typed; a drawn sheet is the second typist's, and then decided by two."""
    if receipt.sender.person_id is None:
        return no("not_yours")
    sheet = getattr(receipt, "sheet", None)
    if sheet is not None and sheet.is_drawn:
        return no("sheet_is_decided" if sheet.checked_at else "sheet_is_drawn")
    return YES if may_still_type(receipt.activity, at=at) else no("typed_too_late")


def ability_for(kind: str) -> str:
    """What working on a pile, or on the notes of an event, asks for."""
    return TYPES if kind == Batch.Kind.PILE else TAKES_IN


def may_reopen(batch: Batch, *, at: datetime) -> Permit:
    """A finished pile takes more sheets until some are drawn for checking, while its round may still be typed.

    The draw is made of a finished number: what came after it could not be drawn, and whoever typed it would know that.
    """
    if batch.drawn_at is not None:
        return no("sheets_are_drawn")
    return YES if may_still_type(batch.activity, at=at) else no("typed_too_late")


def may_write_at_table(link: TableLink, *, at: datetime) -> Permit:
    """On the event's day and until the link's end, while the event goes on and its round takes what is said there."""
    batch = link.batch
    if link.revoked_at is not None or batch.finished_at is not None or at >= link.expires_at:
        return no("table_link_ended")
    if in_helsinki(at).date() < batch.arrived_on:
        return no("table_not_begun")
    return may_enter(batch.activity, arrived_at=instant_of(batch.activity, batch.arrived_on, at=at), at=at)


def may_declare_earlier(activity: Activity, *, at: datetime) -> Permit:
    """Nothing has been sent in the round, and it has not been open here."""
    stage = next(iter(activity.stages.all()), None)
    was_open = stage is not None and stage.opens_at <= at and activity.process.is_public(at)
    if was_open or activity.last_comment_number or activity.receipts.exists():
        return no("round_is_used")
    return YES


def may_bring_in(activity: Activity, *, is_earlier: bool, at: datetime) -> Permit:
    """A round held elsewhere takes its answers in once it has closed, until it has been answered."""
    stages = list(activity.stages.all())
    if not is_earlier or not stages or at < max(stage.closes_at for stage in stages):
        return no("not_an_earlier_round")
    return YES if activity.answered_at is None else no("earlier_is_answered")
