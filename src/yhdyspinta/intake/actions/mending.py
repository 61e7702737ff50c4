"""Slips of typing, whoever finds them: words, the part of each comment, what was typed of its sender, and the day."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from django.db.models import F

from yhdyspinta.answers.rounds import forget_answered
from yhdyspinta.audit.trail import record
from yhdyspinta.comments import counters
from yhdyspinta.comments.actions import (
    Arrival,
    Instead,
    SenderFacts,
    add_comments,
    edit_comment,
    name_told,
    withdraw_comment,
)
from yhdyspinta.comments.models import Comment, Receipt, Sender, Thread
from yhdyspinta.comments.search_entries import follow_state
from yhdyspinta.intake.actions.entering import Words, check_name_shown, new_comment
from yhdyspinta.intake.arrivals import instant_of
from yhdyspinta.intake.checking import Typed
from yhdyspinta.intake.facts import Facts
from yhdyspinta.intake.models import Batch, Sheet
from yhdyspinta.intake.rules import may_enter
from yhdyspinta.intake.shown_names import named_as, naming_in
from yhdyspinta.moderation.actions import held as held_comment
from yhdyspinta.moderation.actions import is_masked, lift_after_edit
from yhdyspinta.moderation.checks import warnings_in
from yhdyspinta.moderation.spam import must_wait
from yhdyspinta.people.capacities import MINORS
from yhdyspinta.people.models import Organisation, Person
from yhdyspinta.people.organisations import forget_mistyped, represent_as_meant
from yhdyspinta.processes.taking_comments import comment_method_of
from yhdyspinta.wording.refusals import Refusal

CORRECTED: Final = "intake.corrected"


def name_organisation(receipt: Receipt, stands: Facts | None, *, actor: Person, at: datetime) -> Organisation | None:
    """The organisation that stands, added where it is new: before the round is held, as when it was sent.

    Raises what `people.organisations.represent_organisation` does.
    """
    person = receipt.sender.person
    if stands is None or person is None or not stands.organisation:
        return None
    owner = receipt.activity.process.owner
    return represent_as_meant(actor=actor, person=person, authority=owner, name=stands.organisation, at=at)


def mend_facts(
    receipt: Receipt, stands: Facts, *, actor: Person, organisation: Organisation | None, at: datetime,
    arrived_at: datetime | None = None,
) -> list[str]:  # fmt: skip
    """Write what stands of the sender, the language and the day; the names of what changed.

    In the transaction of the deed, whose line of the trail tells the names; what stood is not kept, as it was never
    what the sender told. `arrived_at` is the moment, where more than the day is known. Raises what `rules.may_enter`
    says no with, as on the day of the first typing.
    """
    changed = Facts.of(receipt).differing(stands)
    if arrived_at is not None and arrived_at != receipt.at and "arrived_on" not in changed:
        changed.append("arrived_on")
    if not changed:
        return []
    told = {"capacities": list(stands.capacities), "municipality_id": stands.municipality,
            "age_group": stands.age_group, "language": stands.language, "organisation": organisation}  # fmt: skip
    if "municipality" in changed:
        told["listed_until"] = None
    was = receipt.sender.organisation
    counters.lock_activity(receipt.activity)  # before the sender, as whoever counts does
    if "display_name" in changed or (receipt.sender.naming == "named" and stands.age_group in MINORS):
        told |= _name(receipt, stands)
    Sender.objects.filter(pk=receipt.sender_id).update(**told)
    if was is not None and was != organisation and receipt.sender.person is not None:
        forget_mistyped(actor=actor, person=receipt.sender.person, organisation=was, at=at)
    moment = receipt.at
    if "arrived_on" in changed:
        moment = _arrival(receipt, stands, arrived_at)
    if {"arrived_on", "language"} & set(changed):
        Receipt.objects.filter(pk=receipt.pk).update(at=moment, language=stands.language)
        _mend_comments(receipt, stands.language, moment, at)
    return changed


def _name(receipt: Receipt, stands: Facts) -> dict[str, Any]:
    """How the sender is named, as when a name is typed first. Raises Refusal("name_reads_as_staff") or ("pseudonym_taken")."""
    activity, person = receipt.activity, receipt.sender.person
    if person is None:
        return {}
    check_name_shown(stands.display_name, activity)
    named = named_as(naming_in(activity), stands.display_name, stands.age_group)
    return name_told(person, activity, None, SenderFacts(language=stands.language, **named))


def hold_with_replies(receipt: Receipt) -> None:
    """Lock the comments of a receipt and what replies to them, before whatever is done to several of them one by one.

    The activity, which is held from the first change on, comes after comments for everybody.
    """
    wanted = level = set(Comment.objects.filter(receipt=receipt).values_list("pk", flat=True))
    while level:
        level = set(Comment.objects.filter(parent__in=level).values_list("pk", flat=True)) - wanted
        wanted = wanted | level
    counters.hold_comments(wanted)


def move_comment(comment: Comment, thread_id: int) -> list[Comment]:
    """The comment is about another part than was typed, and so are the replies to it, which are returned.

    The counters of both parts follow.
    """
    replies: list[Comment] = []
    parents = [comment.pk]
    while parents:
        found = Comment.objects.select_for_update(of=("self",)).filter(parent__in=parents, thread=comment.thread_id)
        level = list(found.order_by("pk"))
        parents = [one.pk for one in level]
        replies += level
    moved = [comment, *replies]
    counters.count_moved(moved, thread_id)
    Comment.objects.filter(pk__in=[one.pk for one in moved]).update(thread=thread_id)
    comment.thread = Thread.objects.get(pk=thread_id)
    return replies


def correct_comment(
    comment: Comment, stands: Typed, *, actor: Person, at: datetime, detail: Mapping[str, Any] | None = None
) -> bool:
    """Mend a slip of the typist's. Whether anything changed.

    The former words, the former part and who mended them stay in the comment's history, with the `detail`. Words that
    were masked are looked at again before anybody reads them, as after a sender's own edit. Raises
    Refusal("already_answered") or what `comments.actions.edit_comment` does.
    """
    comment = held_comment(comment.pk)
    moved = comment.thread_id != stands.thread_id
    if not stands.is_absent and not moved and comment.text == stands.text:
        return False
    if comment.handling != Comment.Handling.OPEN:
        raise Refusal("already_answered")
    if stands.is_absent:
        strike_comment(comment, actor=actor, at=at, detail=detail or {})
        return True
    parts = {"was": comment.thread_id, "now": stands.thread_id} if moved else {}
    deed = Instead(actor, CORRECTED, {**(detail or {}), **parts}, is_slip=True)
    changed = [comment]
    if comment.text != stands.text:
        comment, changed = _mend_words(comment, stands.text, deed, at), []
    if moved:
        changed += move_comment(comment, stands.thread_id)
    for one in changed:
        record(CORRECTED, actor=actor, target=one, at=at, process=comment.activity.process, **deed.detail)
    follow_state(comment, at=at)
    return True


def _mend_words(comment: Comment, text: str, deed: Instead, at: datetime) -> Comment:
    if comment.sender.person is None:
        raise Refusal("not_yours", status=403)
    warnings = warnings_in(text)
    before = comment_method_of(comment.activity).terms(comment.activity).checked_before
    waits = must_wait(warnings, checked_before=before, sender_saw=False) or is_masked(comment)
    changed = edit_comment(
        actor=comment.sender.person, comment=comment, text=text, revision=comment.revision, waits=waits,
        warnings=warnings, check=lambda: at, instead=deed,
    )  # fmt: skip
    lift_after_edit(actor=deed.by, comment=changed, at=at)
    return changed


def strike_comment(comment: Comment, *, actor: Person, at: datetime, detail: Mapping[str, Any]) -> None:
    """Take away a comment that was typed by mistake: it is not on the paper. Its words stay in the register."""
    if comment.sender.person is None:
        raise Refusal("not_yours", status=403)
    deed = Instead(actor, "intake.struck", detail)
    gone = withdraw_comment(actor=comment.sender.person, comment=comment, at=at, instead=deed)
    follow_state(gone, at=at)


def add_missed(sheet: Sheet, words: Sequence[Typed], *, actor: Person, at: datetime) -> list[int]:
    """Store what the first typist left out, with the sheet's own day and language; the numbers of the comments."""
    if not words:
        return []
    receipt = Receipt.objects.select_related("activity__process__owner", "sender__person").get(pk=sheet.receipt_id)
    if receipt.sender.person is None:
        raise Refusal("not_yours", status=403)
    forget_answered(receipt.activity, actor=actor, at=at)
    stored = add_comments(
        actor=receipt.sender.person,
        receipt=receipt,
        comments=[new_comment(receipt.activity, Words(one.thread_id, one.text), receipt.language) for one in words],
        check=lambda: receipt.at,
        arrival=Arrival(channel=receipt.channel, entered_by=actor, entered_at=at, is_day_only=receipt.is_day_only),
        after=receipt.comments.count(),
    )
    Batch.objects.filter(pk=sheet.batch_id).update(comment_count=F("comment_count") + len(stored))
    numbers = [comment.number for comment in stored]
    record(
        "intake.added", actor=actor, target=receipt, at=at, process=receipt.activity.process, channel=receipt.channel,
        comments=numbers, sheet=sheet.number,
    )  # fmt: skip
    return numbers


def _arrival(receipt: Receipt, stands: Facts, moment: datetime | None) -> datetime:
    typed_at, activity = receipt.entry.entered_at, receipt.activity
    arrived_at = moment or instant_of(activity, stands.arrived_on, at=typed_at)
    permit = may_enter(activity, arrived_at=arrived_at, at=typed_at)
    if not permit:
        raise Refusal(permit.why_not, status=422, field="arrived_at" if moment else "arrived_on")
    return arrived_at


def _mend_comments(receipt: Receipt, language: str, arrived_at: datetime, at: datetime) -> None:
    """The sheet's own comments; what the sender has added since under the same code keeps its day.

    A comment that staff marked with another language than the sheet's keeps that.
    """
    own = Comment.objects.filter(receipt=receipt, arrived_at=receipt.at)
    numbers = list(own.values_list("pk", flat=True))
    own.filter(language=receipt.language).update(language=language)
    own.update(arrived_at=arrived_at)
    for comment in Comment.objects.filter(pk__in=numbers).select_related("activity__process__owner"):
        follow_state(comment, at=at)
