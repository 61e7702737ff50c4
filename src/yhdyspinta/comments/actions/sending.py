"""Store a sending as a whole: its sender, its receipt and its comments, counted and numbered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from yhdyspinta.audit import clock
from yhdyspinta.audit.trail import record
from yhdyspinta.comments import counters
from yhdyspinta.comments.codes import code_from, hash_of, new_nonce
from yhdyspinta.comments.models import Comment, CommentDraft, Quote, Receipt, Sender
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.database.prepared_writes import PreparedChange, PreparedInsert
from yhdyspinta.people.capacities import MINORS
from yhdyspinta.people.models import Organisation, Person
from yhdyspinta.people.skeletons import skeleton
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.refusals import Refusal

Check = Callable[[], datetime]
"""Asked once the lock is held: raises a refusal when it is too late, returns the instant of arrival."""


@dataclass(frozen=True)
class NewQuote:
    """The words that a new comment speaks of."""

    language: str
    version: int
    passage: int
    words: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class NewComment:
    """One comment of a sending, already cleaned; `warnings` are codes of moderation's checks."""

    thread_id: int
    text: str
    language: str
    quote: NewQuote | None = None
    parent_id: int | None = None
    warnings: tuple[str, ...] = ()
    waits: bool = False


@dataclass(frozen=True)
class SenderFacts:
    """What a sender tells of themselves: asked once in an activity, changeable."""

    language: str
    capacities: tuple[str, ...] = ()
    organisation: Organisation | None = None
    naming: str = "not_shown"
    display_name: str = ""
    is_of_age: bool = False  # told to be 18 or over: a name is shown of nobody else
    email: str = ""
    wants_news: bool = False
    name_waits: bool = False  # whether a changed name is looked at before it stands beside what is already shown


@dataclass(frozen=True)
class Arrival:
    """How a sending came: online by its sender, or typed by staff with the time it arrived."""

    channel: str = "online"
    entered_by: Person | None = None
    entered_at: datetime | None = None
    is_day_only: bool = False  # the day of arrival is known, the time of day is not


@dataclass(frozen=True)
class Sent:
    """What a sending stored, and the sender's older comments that wait again because of another name."""

    receipt: Receipt
    comments: tuple[Comment, ...]
    wait_again: tuple[Comment, ...] = ()


@transaction.atomic
def send_comments(
    *,
    actor: Person,
    activity: Activity,
    key: UUID,
    comments: Sequence[NewComment],
    facts: SenderFacts,
    check: Check,
    arrival: Arrival = Arrival(),
) -> Receipt:
    """Store a sending as a whole: one receipt for one or many comments.

    The same key gives the same sender the first receipt again. Raises Refusal("key_of_another"), ("nothing_to_send"),
    ("pseudonym_taken") or what `check` raises; then nothing is stored.
    """
    hold_person(actor)
    earlier = Receipt.objects.filter(activity=activity, key=key).select_related("sender").first()
    if earlier is not None:
        return _first_receipt(earlier, actor, arrival)
    known = Sender.objects.filter(activity=activity, person=actor).first()
    return store_sending(
        actor=actor, activity=activity, key=key, known=known, comments=comments, facts=facts, check=check,
        arrival=arrival,
    ).receipt  # fmt: skip


_HELD: Final[Prepared[int]] = Prepared(
    lambda person: Person.objects.select_for_update(no_key=True).filter(pk=person).values_list("pk", flat=True)
)
_DRAFT_AWAY: Final = PreparedChange(
    lambda activity, person: (CommentDraft.objects.filter(activity=activity, person=person), {})
)
_RECEIPT: Final = PreparedInsert(Receipt)
_COMMENT: Final = PreparedInsert(Comment)


def hold_person(person: Person) -> None:
    """Let the person send one thing at a time, until the end of the transaction."""
    if _HELD.first(person=person.pk) is None:
        raise Person.DoesNotExist


def store_sending(
    *, actor: Person, activity: Activity, key: UUID, known: Sender | None, comments: Sequence[NewComment],
    facts: SenderFacts, check: Check, arrival: Arrival = Arrival(),
) -> Sent:  # fmt: skip
    """The storing itself, for who holds the person, knows them as a sender and found no receipt under the key.

    Raises what `send_comments` does. What can be done before the activity is locked is: others wait for that lock.
    """
    if not comments:
        raise Refusal("nothing_to_send", status=422)
    shown = _shown_under_another_name(known, facts)
    _hold_parents(comments)
    told = _told_of(actor, activity, known, facts)
    sender = known or _new_sender(actor, activity, told)
    _DRAFT_AWAY.run(activity=activity.pk, person=actor.pk)
    locked = counters.lock_activity(activity)
    at = check()
    _bring_up_to_date(sender, told)
    for comment in shown:
        counters.change_state(comment, Comment.State.WAITING)
    receipt = _new_receipt(activity, sender, key=key, arrival=arrival, at=at, language=facts.language)
    stored = _store_all(comments, locked, receipt, at=at, arrival=arrival)
    record(
        "comments.sent", actor=arrival.entered_by or actor, target=receipt, at=at, process=activity.process,
        comments=[comment.number for comment in stored], channel=arrival.channel,
        wait_again=[comment.number for comment in shown],
    )  # fmt: skip
    return Sent(receipt, tuple(stored), tuple(shown))


@transaction.atomic
def add_comments(
    *, actor: Person, receipt: Receipt, comments: Sequence[NewComment], check: Check, arrival: Arrival, after: int
) -> list[Comment]:
    """Store more comments of one sender under a receipt that they have; the sender is counted once.

    `after` is how many it held when the form was opened: the same words again change nothing.
    Raises Refusal("not_yours"), ("receipt_has_grown") or what `check` raises.
    """
    if receipt.sender.person_id != actor.pk:
        raise Refusal("not_yours", status=403)
    _hold_parents(comments)
    locked = counters.lock_activity(receipt.activity)
    later = list(receipt.comments.order_by("number")[after:])
    if later:
        if [one.text for one in later] == [one.text for one in comments]:
            return later
        raise Refusal("receipt_has_grown", status=409)
    at = check()
    return _store_all(comments, locked, receipt, at=at, arrival=arrival)


def _hold_parents(comments: Sequence[NewComment]) -> None:
    """Comments that are replied to are held before the activity, as whoever decides of one holds it."""
    parents = {one.parent_id for one in comments if one.parent_id is not None}
    if parents:
        list(Comment.objects.select_for_update(no_key=True).filter(pk__in=parents).order_by("pk").values("pk"))


def _shown_under_another_name(sender: Sender | None, facts: SenderFacts) -> list[Comment]:
    """The sender's visible comments, locked, when a name that must be looked at first would change beside them."""
    organisation_id = facts.organisation.pk if facts.organisation else None
    told = (shown_as(facts, sender)[1], organisation_id)
    if not facts.name_waits or sender is None or (sender.display_name, sender.organisation_id) == told:
        return []
    visible = Comment.objects.filter(sender=sender, state=Comment.State.VISIBLE).order_by("pk")
    return list(visible.select_related("activity__process").select_for_update(of=("self",)))


def shown_as(facts: SenderFacts, known: Sender | None) -> tuple[str, str]:
    """How the sender is named, and by which name; a name of their own is never shown of a minor (D7).

    An adult who gives none is stored as a minor is: nothing tells the two apart.
    """
    may_be_named = facts.is_of_age and (known is None or known.age_group not in MINORS)
    if facts.naming == "named" and not (may_be_named and facts.display_name):
        return "not_shown", ""
    return facts.naming, facts.display_name if facts.naming != "not_shown" else ""


def _first_receipt(earlier: Receipt, actor: Person, arrival: Arrival) -> Receipt:
    """For who sent it, or for staff who typed it: they make a new guest on every try."""
    typed_again = arrival.entered_by is not None and earlier.channel == arrival.channel
    if earlier.sender.person_id != actor.pk and not typed_again:
        raise Refusal("key_of_another", status=409)
    return earlier


def _new_receipt(
    activity: Activity, sender: Sender, *, key: UUID, arrival: Arrival, at: datetime, language: str
) -> Receipt:
    nonce = new_nonce()
    receipt = Receipt(
        activity=activity,
        sender=sender,
        key=key,
        nonce=nonce,
        code_hash=hash_of(code_from(nonce)),
        channel=arrival.channel,
        at=at,
        is_day_only=arrival.is_day_only,
        language=language,
    )
    return _RECEIPT.add(receipt)


def _store_all(
    comments: Sequence[NewComment], locked: Activity, receipt: Receipt, *, at: datetime, arrival: Arrival
) -> list[Comment]:
    """Store the comments under the activity's next numbers, and count them."""
    made = [
        _comment(new, receipt, number=locked.last_comment_number + place, at=at, arrival=arrival)
        for place, new in enumerate(comments, start=1)
    ]
    stored = [_COMMENT.add(made[0])] if len(made) == 1 else Comment.objects.bulk_create(made)
    quoted = [(comment, new.quote) for comment, new in zip(stored, comments, strict=True) if new.quote is not None]
    if quoted:
        Quote.objects.bulk_create(Quote(comment=comment, **vars(quote)) for comment, quote in quoted)
    counters.count_new(locked, stored)
    return stored


def _comment(new: NewComment, receipt: Receipt, *, number: int, at: datetime, arrival: Arrival) -> Comment:
    return Comment(
        activity=receipt.activity,
        number=number,
        thread_id=new.thread_id,
        sender_id=receipt.sender_id,
        receipt=receipt,
        parent_id=new.parent_id,
        text=new.text,
        public_text=new.text,
        language=new.language,
        state=Comment.State.WAITING if new.waits else Comment.State.VISIBLE,
        was_shown=not new.waits,
        channel=arrival.channel,
        arrived_at=at,
        is_day_only=arrival.is_day_only,
        entered_at=arrival.entered_at or at,
        entered_by=arrival.entered_by,
        warnings=list(new.warnings),
    )


def save_sender(*, actor: Person, activity: Activity, known: Sender | None, facts: SenderFacts) -> Sender:
    """Remember who sends in this activity, or bring what is `known` of them up to date; the person is held.

    Raises Refusal("pseudonym_taken") when another sender's pseudonym looks the same.
    """
    told = _told_of(actor, activity, known, facts)
    if known is None:
        return _new_sender(actor, activity, told)
    _bring_up_to_date(known, told)
    return known


def _told_of(actor: Person, activity: Activity, known: Sender | None, facts: SenderFacts) -> dict[str, Any]:
    """What a sender tells of themselves, by field; raises as `save_sender`."""
    seen_as = skeleton(facts.display_name) if facts.naming == "pseudonym" and facts.display_name else None
    others = Sender.objects.filter(activity=activity, skeleton=seen_as).exclude(person=actor)
    if seen_as is not None and others.exists():
        raise Refusal("pseudonym_taken", status=422, field="display_name")
    naming, name = shown_as(facts, known)
    return {
        "capacities": list(facts.capacities),
        "organisation_id": facts.organisation.pk if facts.organisation else None,
        "naming": naming,
        "display_name": name,
        "skeleton": seen_as,
        "email": facts.email,
        "email_confirmed_at": _confirmed_at(actor, facts.email),
        "wants_news": facts.wants_news,
        "language": facts.language,
    }


def _new_sender(actor: Person, activity: Activity, told: dict[str, Any]) -> Sender:
    return Sender.objects.create(activity=activity, person=actor, first_at=clock.now(), **told)


def _bring_up_to_date(sender: Sender, told: dict[str, Any]) -> None:
    """Who counts a sender's comments holds the activity first, so whoever changes the sender does too."""
    changed = [name for name, value in told.items() if getattr(sender, name) != value]
    for name in changed:
        setattr(sender, name, told[name])
    if changed:
        sender.save(update_fields=changed)


def _confirmed_at(actor: Person, email: str) -> datetime | None:
    """When the same sender confirmed the same address, here or in another activity."""
    earlier = Sender.objects.filter(person=actor, email=email).exclude(email_confirmed_at=None)
    return earlier.values_list("email_confirmed_at", flat=True).first() if email else None
