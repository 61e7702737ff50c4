"""Store a sending as a whole: its sender, its receipt and its comments, counted and numbered."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from yhdyspinta.audit.trail import recorded
from yhdyspinta.comments import counters
from yhdyspinta.comments.actions.senders import SenderFacts, bring_up_to_date, facts_told, new_sender, shown_as
from yhdyspinta.comments.codes import code_from, hash_of, new_nonce
from yhdyspinta.comments.drafts import as_themselves
from yhdyspinta.comments.models import Comment, CommentDraft, Quote, Receipt, Sender
from yhdyspinta.comments.search_entries import followed
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.database.prepared_writes import PreparedChange, PreparedInsert, Write, run_together
from yhdyspinta.people.models import Person
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
    known = None if facts.is_statement else as_themselves(actor.pk, activity.pk).first()
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
    shown = _hold(comments, _shown_under_another_name(known, facts))
    told = facts_told(actor, activity, known, facts)
    before = known or (None if told["skeleton"] else new_sender(actor, activity, told))
    locked = counters.lock_activity(activity)
    at = check()
    sender = before or new_sender(actor, activity, told)  # pseudonyms are stored under the lock, one after the other
    bring_up_to_date(sender, told)
    for comment in shown:
        counters.change_state(comment, Comment.State.WAITING)
    receipt = _new_receipt(activity, sender, key=key, arrival=arrival, at=at, language=facts.language)
    stored = _store_all(comments, locked, receipt, at=at, arrival=arrival)
    line = recorded(
        "comments.sent", actor=arrival.entered_by or actor, target=receipt, at=at, process=activity.process,
        comments=[comment.number for comment in stored], channel=arrival.channel,
        wait_again=[comment.number for comment in shown],
    )  # fmt: skip
    gone = () if facts.is_statement else _DRAFT_AWAY.writes(activity=activity.pk, person=actor.pk)
    run_together([*gone, *_following(locked, stored), line])
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
    _hold(comments)
    locked = counters.lock_activity(receipt.activity)
    later = list(receipt.comments.order_by("number")[after:])
    if later:
        if [one.text for one in later] == [one.text for one in comments]:
            return later
        raise Refusal("receipt_has_grown", status=409)
    at = check()
    stored = _store_all(comments, locked, receipt, at=at, arrival=arrival)
    run_together(_following(locked, stored))
    return stored


def _hold(comments: Sequence[NewComment], shown: Collection[int] = ()) -> list[Comment]:
    """Hold what is replied to and what is `shown`, before the activity as whoever decides of one does.

    Given back are those of the shown that still are.
    """
    parents = {one.parent_id for one in comments if one.parent_id is not None}
    if not parents and not shown:
        return []
    held = counters.hold_comments({*parents, *shown}).filter(pk__in=shown, state=Comment.State.VISIBLE)
    return list(held.select_related("activity__process")) if shown else []


def _shown_under_another_name(sender: Sender | None, facts: SenderFacts) -> list[int]:
    """The sender's visible comments, when a name that must be looked at first would change beside them."""
    organisation_id = facts.organisation.pk if facts.organisation else None
    told = (shown_as(facts, sender)[1], organisation_id)
    if not facts.name_waits or sender is None or (sender.display_name, sender.organisation_id) == told:
        return []
    visible = Comment.objects.filter(sender=sender, state=Comment.State.VISIBLE)
    return list(visible.values_list("pk", flat=True))


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
    """Store the comments under the activity's next numbers; `_following` counts them and lets search find them."""
    made = [
        _comment(new, receipt, number=locked.last_comment_number + place, at=at, arrival=arrival)
        for place, new in enumerate(comments, start=1)
    ]
    stored = [_COMMENT.add(made[0])] if len(made) == 1 else Comment.objects.bulk_create(made)
    quoted = [(comment, new.quote) for comment, new in zip(stored, comments, strict=True) if new.quote is not None]
    if quoted:
        Quote.objects.bulk_create(Quote(comment=comment, **vars(quote)) for comment, quote in quoted)
    return stored


def _following(locked: Activity, stored: Sequence[Comment]) -> list[Write]:
    return [*counters.counted(locked, stored), *(write for comment in stored for write in followed(comment))]


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
