"""Every write of comments: send, edit, withdraw, agree. Methods call these after asking their own rules."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.comments import counters
from yhdyspinta.comments.codes import code_from, hash_of, new_nonce
from yhdyspinta.comments.models import Comment, CommentDraft, Quote, Receipt, Revision, Sender
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
    email: str = ""
    wants_news: bool = False
    name_waits: bool = False  # whether a changed name is looked at before it stands beside what is already shown


@dataclass(frozen=True)
class Arrival:
    """How a sending came: online by its sender, or typed by staff with the time it arrived."""

    channel: str = "online"
    entered_by: Person | None = None
    entered_at: datetime | None = None


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
    Person.objects.select_for_update(no_key=True).get(pk=actor.pk)
    earlier = Receipt.objects.filter(activity=activity, key=key).select_related("sender").first()
    if earlier is not None:
        return _first_receipt(earlier, actor, arrival)
    if not comments:
        raise Refusal("nothing_to_send", status=422)
    shown = _shown_under_another_name(actor, activity, facts)
    locked = counters.lock_activity(activity)
    at = check()
    for comment in shown:
        counters.change_state(comment, Comment.State.WAITING)
    sender = save_sender(actor=actor, activity=activity, facts=facts, at=at)
    receipt = _new_receipt(activity, sender, key=key, channel=arrival.channel, at=at, language=facts.language)
    stored = _store_all(comments, locked, receipt, at=at, arrival=arrival)
    CommentDraft.objects.filter(activity=activity, person=actor).delete()
    record(
        "comments.sent", actor=arrival.entered_by or actor, target=receipt, at=at,
        authority_id=activity.process.owner_id, process_id=activity.process_id,
        comments=[comment.number for comment in stored], channel=arrival.channel,
        wait_again=[comment.number for comment in shown],
    )  # fmt: skip
    return receipt


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
    locked = counters.lock_activity(receipt.activity)
    later = list(receipt.comments.order_by("number")[after:])
    if later:
        if [one.text for one in later] == [one.text for one in comments]:
            return later
        raise Refusal("receipt_has_grown", status=409)
    at = check()
    return _store_all(comments, locked, receipt, at=at, arrival=arrival)


def _shown_under_another_name(actor: Person, activity: Activity, facts: SenderFacts) -> list[Comment]:
    """The sender's visible comments, locked, when a name that must be looked at first would change beside them."""
    if not facts.name_waits:
        return []
    sender = Sender.objects.filter(activity=activity, person=actor).first()
    organisation_id = facts.organisation.pk if facts.organisation else None
    if sender is None or (sender.display_name, sender.organisation_id) == (_name_of(facts), organisation_id):
        return []
    visible = Comment.objects.filter(sender=sender, state=Comment.State.VISIBLE).order_by("pk")
    return list(visible.select_for_update(of=("self",)))


def _name_of(facts: SenderFacts) -> str:
    return facts.display_name if facts.naming != "not_shown" else ""


def _first_receipt(earlier: Receipt, actor: Person, arrival: Arrival) -> Receipt:
    """For who sent it, or for staff who typed it: they make a new guest on every try."""
    typed_again = arrival.entered_by is not None and earlier.channel == arrival.channel
    if earlier.sender.person_id != actor.pk and not typed_again:
        raise Refusal("key_of_another", status=409)
    return earlier


def _new_receipt(
    activity: Activity, sender: Sender, *, key: UUID, channel: str, at: datetime, language: str
) -> Receipt:
    nonce = new_nonce()
    return Receipt.objects.create(
        activity=activity,
        sender=sender,
        key=key,
        nonce=nonce,
        code_hash=hash_of(code_from(nonce)),
        channel=channel,
        at=at,
        language=language,
    )


def _store_all(
    comments: Sequence[NewComment], locked: Activity, receipt: Receipt, *, at: datetime, arrival: Arrival
) -> list[Comment]:
    """Store the comments under the activity's next numbers, and count them."""
    stored = [
        _store(new, locked, receipt, number=locked.last_comment_number + place, at=at, arrival=arrival)
        for place, new in enumerate(comments, start=1)
    ]
    counters.count_new(locked, stored)
    return stored


def _store(
    new: NewComment, activity: Activity, receipt: Receipt, *, number: int, at: datetime, arrival: Arrival
) -> Comment:
    comment = Comment.objects.create(
        activity=activity,
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
        entered_at=arrival.entered_at or at,
        entered_by=arrival.entered_by,
        warnings=list(new.warnings),
    )
    if new.quote is not None:
        Quote.objects.create(comment=comment, **vars(new.quote))
    return comment


@transaction.atomic
def save_sender(*, actor: Person, activity: Activity, facts: SenderFacts, at: datetime) -> Sender:
    """Remember who sends in this activity, or bring their facts up to date.

    Raises Refusal("pseudonym_taken") when another sender's pseudonym looks the same.
    """
    seen_as = skeleton(facts.display_name) if facts.naming == "pseudonym" and facts.display_name else None
    others = Sender.objects.filter(activity=activity, skeleton=seen_as).exclude(person=actor)
    if seen_as is not None and others.exists():
        raise Refusal("pseudonym_taken", status=422, field="display_name")
    told = {
        "capacities": list(facts.capacities),
        "organisation": facts.organisation,
        "naming": facts.naming,
        "display_name": _name_of(facts),
        "skeleton": seen_as,
        "email": facts.email,
        "email_confirmed_at": _confirmed_at(actor, facts.email),
        "wants_news": facts.wants_news,
        "language": facts.language,
    }
    sender, _ = Sender.objects.update_or_create(
        activity=activity, person=actor, defaults=told, create_defaults={**told, "first_at": at}
    )
    return sender


def _confirmed_at(actor: Person, email: str) -> datetime | None:
    """When the same sender confirmed the same address, here or in another activity."""
    earlier = Sender.objects.filter(person=actor, email=email).exclude(email_confirmed_at=None)
    return earlier.values_list("email_confirmed_at", flat=True).first() if email else None


@transaction.atomic
def edit_comment(
    *, actor: Person, comment: Comment, text: str, revision: int, waits: bool, warnings: tuple[str, ...], check: Check
) -> Comment:
    """Replace the words of one's own comment, keep the old ones in its history, and have it checked again.

    A comment that waits goes on waiting: only a moderator lets it be read.

    Raises Refusal("not_yours"), ("already_answered"), ("no_longer_editable") or ("changed_meanwhile").
    """
    comment = Comment.objects.select_for_update().get(pk=comment.pk)
    _require_own(actor, comment)
    at = check()
    if comment.handling != Comment.Handling.OPEN:
        raise Refusal("already_answered")
    if comment.state in {Comment.State.HIDDEN, Comment.State.WITHDRAWN}:
        raise Refusal("no_longer_editable")
    if comment.revision != revision:
        raise Refusal("changed_meanwhile")
    if text == comment.text:
        return comment
    Revision.objects.create(comment=comment, number=comment.revision, text=comment.text, replaced_at=at)
    comment.text = comment.public_text = text
    comment.edited_at, comment.revision, comment.warnings = at, comment.revision + 1, list(warnings)
    comment.save(update_fields=["text", "public_text", "edited_at", "revision", "warnings"])
    if waits:
        counters.change_state(comment, Comment.State.WAITING)
    _record("comments.edited", actor, comment, at)
    return comment


@transaction.atomic
def withdraw_comment(*, actor: Person, comment: Comment, at: datetime) -> Comment:
    """Take one's own comment off the page. The registered copy follows its retention; replies keep a stub above them.

    Raises Refusal("not_yours"). Withdrawing twice changes nothing.
    """
    comment = Comment.objects.select_for_update().get(pk=comment.pk)
    _require_own(actor, comment)
    if comment.state == Comment.State.WITHDRAWN:
        return comment
    counters.change_state(comment, Comment.State.WITHDRAWN)
    comment.withdrawn_at = at
    comment.save(update_fields=["withdrawn_at"])
    _record("comments.withdrawn", actor, comment, at)
    return comment


def _require_own(actor: Person, comment: Comment) -> None:
    if comment.sender.person_id != actor.pk:
        raise Refusal("not_yours", status=403)


def _record(verb: str, actor: Person, comment: Comment, at: datetime) -> None:
    process = comment.activity.process
    record(verb, actor=actor, target=comment, at=at, authority_id=process.owner_id, process_id=process.pk)
