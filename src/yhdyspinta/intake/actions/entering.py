"""Comments that came by phone, on paper, by e-mail or at an event: typed by staff for their senders."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from django.db import transaction

from yhdyspinta.answers.rounds import forget_answered
from yhdyspinta.audit.trail import record
from yhdyspinta.comments import counters
from yhdyspinta.comments.actions import (
    Arrival,
    Instead,
    NewComment,
    SenderFacts,
    add_comments,
    edit_comment,
    send_comments,
    withdraw_comment,
)
from yhdyspinta.comments.actions.sending import hold_person
from yhdyspinta.comments.models import Comment, Receipt, Sender, Thread
from yhdyspinta.comments.receipts import may_mail_receipt
from yhdyspinta.comments.search_entries import follow_state
from yhdyspinta.comments.values import TYPED_CHANNELS
from yhdyspinta.intake.models import Entry
from yhdyspinta.intake.replies import Reply, missing_for
from yhdyspinta.intake.rules import TYPES, may_enter, may_open
from yhdyspinta.moderation.actions import lift_after_edit
from yhdyspinta.moderation.checks import warnings_in
from yhdyspinta.moderation.spam import must_wait
from yhdyspinta.notices.outbox import Receiver
from yhdyspinta.people.capacities import MINORS
from yhdyspinta.people.models import Person
from yhdyspinta.people.organisations import represent_organisation
from yhdyspinta.people.skeletons import may_be_shown_as
from yhdyspinta.people.visitors import make_guest
from yhdyspinta.places.models import Area
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require, require_staff, staff_abilities
from yhdyspinta.processes.taking_comments import comment_method_of
from yhdyspinta.wording.refusals import Refusal


@dataclass(frozen=True)
class Words:
    """One comment as it was said or written, and the part it is about."""

    thread_id: int
    text: str


@dataclass(frozen=True)
class Background:
    """What a sender told of themselves besides their capacity."""

    municipality: Area | None = None
    age_group: str = ""


UNTOLD: Final = Background()


def key_with(key: UUID, *said: object) -> UUID:
    """A form's key with what was typed: a browser's way back gives the same key again, with the next sender's words."""
    return uuid5(key, repr(said))


@transaction.atomic
def enter_comments(
    *, actor: Person, activity: Activity, key: UUID, channel: str, arrived_at: datetime, words: Sequence[Words],
    facts: SenderFacts, reply: Reply, read_back: bool, at: datetime, organisation: str = "", is_day_only: bool = False,
    background: Background = UNTOLD,
) -> Receipt:  # fmt: skip
    """Store what a sender gave off line, with the time it arrived; the same key gives the first receipt again.

    Raises Refusal("not_your_role"), ("unknown_channel"), ("not_read_back"), ("comments_missing"), ("place_missing"),
    what is missing for the reply, or what `rules.may_enter` says no with.
    """
    require_staff(actor, TYPES, activity.process)
    hold_person(actor)  # who sends a form twice at once; the round is held only after a new organisation, as online
    earlier = Receipt.objects.filter(activity=activity, key=key).first()
    if earlier is not None:
        return earlier
    _check_words(activity, channel, words, read_back=read_back)
    check_reply(reply, email=facts.email)
    check_name_shown(facts.display_name, activity)
    if background.age_group in MINORS:  # a name of their own is not kept (D7)
        facts = replace(facts, is_of_age=False)
    sender = make_guest(at=at, language=facts.language)
    receipt = send_comments(
        actor=sender,
        activity=activity,
        key=key,
        comments=[new_comment(activity, one, facts.language, name=facts.display_name) for one in words],
        facts=_named(sender, facts, activity, organisation, at),
        check=lambda: _arrived_late(activity, arrived_at, at, actor),
        arrival=Arrival(channel=channel, entered_by=actor, entered_at=at, is_day_only=is_day_only),
    )
    if background != UNTOLD:
        told = {"municipality": background.municipality, "age_group": background.age_group}
        Sender.objects.filter(pk=receipt.sender_id).update(**told)
    _keep_entry(receipt, actor, reply, at, read_back=read_back)
    if reply.by == Entry.ReplyBy.EMAIL and may_mail_receipt(facts.email):
        _mail_receipt(receipt, email=facts.email, language=facts.language, at=at)
    return receipt


@transaction.atomic
def add_to_receipt(
    *, actor: Person, receipt: Receipt, after: int, channel: str, arrived_at: datetime, words: Sequence[Words],
    language: str, read_back: bool, at: datetime, is_day_only: bool = False,
) -> Receipt:  # fmt: skip
    """Store more of what the same sender said or wrote, under the code that they have.

    Raises what `enter_comments` does of the words and the time, and Refusal("receipt_has_grown") or ("not_yours").
    """
    activity = receipt.activity
    require_staff(actor, TYPES, activity.process)
    require(may_open(receipt, actor, staff_abilities(actor, activity.process)))
    counters.lock_activity(activity)
    sender = receipt.sender.person
    if sender is None:
        raise Refusal("not_yours", status=403)
    _check_words(activity, channel, words, read_back=read_back)
    held = set(receipt.comments.values_list("pk", flat=True))
    if len(held) <= after:
        forget_answered(activity, actor=actor, at=at)  # what comes late opens a round that was marked answered
    stored = add_comments(
        actor=sender,
        receipt=receipt,
        comments=[new_comment(activity, one, language) for one in words],
        check=lambda: _arrived(activity, arrived_at, at),
        arrival=Arrival(channel=channel, entered_by=actor, entered_at=at, is_day_only=is_day_only),
        after=after,
    )
    new = [comment for comment in stored if comment.pk not in held]
    if new:
        if read_back:
            Entry.objects.filter(receipt=receipt).update(read_back_at=at)
        record(
            "intake.added", actor=actor, target=receipt, at=at, process=receipt.activity.process, channel=channel,
            comments=[comment.number for comment in new],
        )  # fmt: skip
    return receipt


def _arrived(activity: Activity, arrived_at: datetime, at: datetime) -> datetime:
    """When it arrived, if what arrived then may be entered now."""
    permit = may_enter(activity, arrived_at=arrived_at, at=at)
    if not permit:
        raise Refusal(permit.why_not, status=422, field="arrived_at")
    return arrived_at


def _arrived_late(activity: Activity, arrived_at: datetime, at: datetime, actor: Person) -> datetime:
    """As `_arrived`; what comes late opens a round that was marked answered."""
    moment = _arrived(activity, arrived_at, at)
    forget_answered(activity, actor=actor, at=at)
    return moment


def _named(sender: Person, facts: SenderFacts, activity: Activity, organisation: str, at: datetime) -> SenderFacts:
    """The facts with the organisation that the sender speaks for, if they named one."""
    if not organisation:
        return facts
    found = represent_organisation(actor=sender, authority=activity.process.owner, name=organisation, at=at)
    return replace(facts, organisation=found.organisation)


def _keep_entry(receipt: Receipt, actor: Person, reply: Reply, at: datetime, *, read_back: bool) -> None:
    """Who typed it, how the answer reaches the sender, and the line of the trail."""
    Entry.objects.create(
        receipt=receipt, entered_by=actor, entered_at=at, read_back_at=at if read_back else None, reply_by=reply.by,
        name=reply.name, postal_address=reply.postal_address, phone=reply.phone,
    )  # fmt: skip
    record(
        "intake.entered", actor=actor, target=receipt, at=at, process=receipt.activity.process, channel=receipt.channel
    )


def _mail_receipt(receipt: Receipt, *, email: str, language: str, at: datetime) -> None:
    """The receipt to the address where the answer is wanted, as online: its link confirms the address."""
    to = Receiver(language=language, address=email)
    comment_method_of(receipt.activity).owe_receipt(receipt, to=to, at=at)


def _check_words(activity: Activity, channel: str, words: Sequence[Words], *, read_back: bool) -> None:
    if channel not in TYPED_CHANNELS:
        raise Refusal("unknown_channel", status=422, field="channel")
    if not words or not all(one.text.strip() for one in words):
        raise Refusal("comments_missing", status=422, field="text_1")
    threads = {one.thread_id for one in words}
    if Thread.objects.filter(activity=activity, pk__in=threads).count() != len(threads):
        raise Refusal("place_missing", status=422, field="place_1")
    if channel == "phone" and not read_back:
        raise Refusal("not_read_back", status=422, field="read_back")


def check_reply(reply: Reply, *, email: str) -> None:
    """Raise a Refusal for what is missing for the answer to reach the sender."""
    code, field = missing_for(reply, email=email)
    if code:
        raise Refusal(code, status=422, field=field)


def check_name_shown(name: str, activity: Activity) -> None:
    """Raise Refusal("name_reads_as_staff") for a name that passes for the authority's own people (I6)."""
    if name and not may_be_shown_as(name, activity.process.owner):
        raise Refusal("name_reads_as_staff", status=422, field="display_name")


def new_comment(activity: Activity, one: Words, language: str, *, name: str = "") -> NewComment:
    """What staff have typed, looked at as all that is typed: it waits where a sign of another's privacy is in it.

    The name that is shown beside it is looked at, too.
    """
    warnings = tuple(dict.fromkeys((*warnings_in(one.text), *warnings_in(name))))
    checked_before = comment_method_of(activity).terms(activity).checked_before
    return NewComment(
        thread_id=one.thread_id, text=one.text, language=language, warnings=warnings,
        waits=must_wait(warnings, checked_before=checked_before, sender_saw=False),
    )  # fmt: skip


def open_receipt(*, actor: Person, receipt: Receipt, at: datetime) -> None:
    """Write down that a member of staff looked at a receipt with the sender's code."""
    with transaction.atomic():
        require_staff(actor, "take_in", receipt.activity.process)
        record("intake.receipt_opened", actor=actor, target=receipt, at=at, process=receipt.activity.process)


@transaction.atomic
def edit_for_sender(*, actor: Person, comment: Comment, text: str, revision: int, at: datetime) -> Comment:
    """Change a comment as its sender asks, while the round is open; it waits to be checked again.

    Raises Refusal("not_your_role"), ("editing_has_ended") or what `comments.actions.edit_comment` raises.
    """
    activity = comment.activity
    require_staff(actor, "take_in", activity.process)

    def check() -> datetime:
        if activity.stage_at(at) is None:
            raise Refusal("editing_has_ended")
        return at

    changed = edit_comment(
        actor=_sender(comment), comment=comment, text=text, revision=revision, waits=True, warnings=warnings_in(text),
        check=check, instead=Instead(actor, "intake.edited_for_sender", {"comment": comment.number}),
    )  # fmt: skip
    if changed.revision != revision:
        lift_after_edit(actor=actor, comment=changed, at=at)
    follow_state(changed, at=at)
    return changed


@transaction.atomic
def withdraw_for_sender(*, actor: Person, comment: Comment, at: datetime) -> Comment:
    """Withdraw a comment as its sender asks. Raises Refusal("not_your_role")."""
    require_staff(actor, "take_in", comment.activity.process)
    deed = Instead(actor, "intake.withdrawn_for_sender", {"comment": comment.number})
    gone = withdraw_comment(actor=_sender(comment), comment=comment, at=at, instead=deed)
    follow_state(gone, at=at)
    return gone


def _sender(comment: Comment) -> Person:
    if comment.sender.person is None:
        raise Refusal("not_yours", status=403)
    return comment.sender.person
