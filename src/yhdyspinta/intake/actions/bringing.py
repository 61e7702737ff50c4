"""Everything that a file holds, stored at once: senders, receipts and comments, counted and found by search."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from yhdyspinta.answers.rounds import forget_answered
from yhdyspinta.comments import counters
from yhdyspinta.comments.codes import code_from, hash_of, new_nonce
from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.comments.search_entries import follow_new
from yhdyspinta.intake.importing.checks import FoundSender
from yhdyspinta.intake.importing.known import key_of, known_keys
from yhdyspinta.intake.models import Entry, Upload
from yhdyspinta.moderation.checks import warnings_in
from yhdyspinta.moderation.spam import must_wait
from yhdyspinta.people.models import Person
from yhdyspinta.people.organisations import represent_organisations
from yhdyspinta.people.visitors import new_guest
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.taking_comments import comment_method_of

_AT_ONCE: Final = 500


@dataclass(frozen=True)
class Brought:
    """What was stored of a file, and what an earlier one had brought already."""

    receipts: list[Receipt]
    comments: list[Comment]
    left_out: int


def bring_in(
    *, actor: Person, upload: Upload, senders: Sequence[FoundSender], at: datetime, tell: Callable[[int], None] | None = None
) -> Brought:  # fmt: skip
    """Store what the file holds, in the caller's transaction, under the activity's next numbers.

    `tell` hears how many comments have been stored.
    """
    activity = upload.activity
    locked = counters.lock_activity(activity)
    known = known_keys(upload, senders)
    new = [sender for sender in senders if key_of(upload, sender) not in known]
    if new:
        forget_answered(activity, actor=actor, at=at)
    made = _senders(activity, new, actor, at)
    receipts: list[Receipt] = []
    comments: list[Comment] = []
    for first in range(0, len(new), _AT_ONCE):
        some = new[first : first + _AT_ONCE]
        given = _receipts(upload, some, made[first : first + _AT_ONCE])
        last = locked.last_comment_number + len(comments)
        said = _comments(activity, some, given, after=last, actor=actor, at=at)
        entries = [Entry(receipt=one, entered_by=actor, entered_at=at, reply_by=Entry.ReplyBy.NONE) for one in given]
        Entry.objects.bulk_create(entries)
        follow_new(activity.process, said)
        receipts, comments = receipts + given, comments + said
        if tell is not None:
            tell(len(comments))
    counters.count_new(locked, comments)
    return Brought(receipts, comments, len(senders) - len(new))


def _senders(activity: Activity, found: Sequence[FoundSender], actor: Person, at: datetime) -> list[Sender]:
    people = [new_guest(at=at, language=one.language) for one in found]
    Person.objects.bulk_create(people, batch_size=_AT_ONCE)
    naming = comment_method_of(activity).terms(activity).naming
    named = [
        (person, one.organisation) for person, one in zip(people, found, strict=True)
        if one.organisation and "organisation" in one.capacities
    ]  # fmt: skip
    organisations = represent_organisations(actor=actor, authority=activity.process.owner, named=named, at=at)
    made = [
        Sender(
            activity=activity, person=person, capacities=list(one.capacities), organisation=organisations.get(person.pk),
            naming=naming, municipality=one.municipality, age_group=one.age_group, language=one.language,
            first_at=one.arrived_at,
        )
        for person, one in zip(people, found, strict=True)
    ]  # fmt: skip
    return Sender.objects.bulk_create(made, batch_size=_AT_ONCE)


def _receipts(upload: Upload, found: Sequence[FoundSender], senders: Sequence[Sender]) -> list[Receipt]:
    made = []
    for one, sender in zip(found, senders, strict=True):
        nonce = new_nonce()
        made.append(
            Receipt(
                activity=upload.activity, sender=sender, key=key_of(upload, one), nonce=nonce,
                code_hash=hash_of(code_from(nonce)), channel=one.channel, at=one.arrived_at, language=one.language,
                is_day_only=one.is_day_only,
            )
        )  # fmt: skip
    return Receipt.objects.bulk_create(made)


def _comments(
    activity: Activity,
    found: Sequence[FoundSender],
    receipts: Sequence[Receipt],
    *,
    after: int,
    actor: Person,
    at: datetime,
) -> list[Comment]:
    before = comment_method_of(activity).terms(activity).checked_before
    made: list[Comment] = []
    for one, receipt in zip(found, receipts, strict=True):
        for words in one.comments:
            warnings = warnings_in(words.text)
            waits = must_wait(warnings, checked_before=before, sender_saw=False)
            made.append(
                Comment(
                    activity=activity, number=after + len(made) + 1, thread_id=words.thread_id,
                    sender_id=receipt.sender_id, receipt=receipt, text=words.text, public_text=words.text,
                    language=one.language, state=Comment.State.WAITING if waits else Comment.State.VISIBLE,
                    was_shown=not waits, channel=one.channel, arrived_at=one.arrived_at, entered_at=at, is_day_only=one.is_day_only,
                    entered_by=actor, warnings=list(warnings),
                )
            )  # fmt: skip
    return Comment.objects.bulk_create(made, batch_size=_AT_ONCE)
