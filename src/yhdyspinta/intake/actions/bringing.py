"""Everything that a file holds, stored at once: senders, receipts and comments, counted and found by search."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from yhdyspinta.answers.rounds import forget_answered
from yhdyspinta.comments import counters
from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.comments.actions.senders import refused_where_taken, shown_as
from yhdyspinta.comments.codes import code_from, hash_of, new_nonce
from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.comments.receipts import may_mail_receipts
from yhdyspinta.comments.search_entries import follow_new
from yhdyspinta.intake.actions.brought_answers import bring_answers
from yhdyspinta.intake.importing.found import FoundSender
from yhdyspinta.intake.importing.known import key_of, known_keys
from yhdyspinta.intake.importing.old_answers import authority_language
from yhdyspinta.intake.models import Entry, Upload
from yhdyspinta.intake.shown_names import named_as
from yhdyspinta.material.actions.brought_stances import bring_stances
from yhdyspinta.material.actions.brought_themes import bring_themes
from yhdyspinta.moderation.checks import warnings_in
from yhdyspinta.moderation.spam import must_wait
from yhdyspinta.notices.outbox import Receiver
from yhdyspinta.people.models import Person
from yhdyspinta.people.organisations import represent_organisations
from yhdyspinta.people.skeletons import skeleton
from yhdyspinta.people.visitors import new_guest
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.taking_comments import comment_method_of
from yhdyspinta.wording.refusals import Refusal

_AT_ONCE: Final = 500


@dataclass(frozen=True)
class Brought:
    """What was stored of a file, and what an earlier one had brought already."""

    receipts: list[Receipt]
    comments: list[Comment]
    left_out: int
    answers: dict[str, int]  # what became of those that the file tells


def bring_in(
    *, actor: Person, upload: Upload, senders: Sequence[FoundSender], at: datetime, tell: Callable[[int], None] | None = None
) -> Brought:  # fmt: skip
    """Store what the file holds, in the caller's transaction, under the numbers that were taken for it.

    `tell` hears how many comments have been stored. The activity, which whoever sends holds too, is locked only to
    count at last what was stored; a file without numbers of its own takes them here, and holds it from then on.

    Raises Refusal("file_has_mistakes") when the round's times, or whether it is answered, changed since the file was
    read, and ("round_changed_meanwhile") when how it takes comments did, or its process was cancelled or archived.
    """
    activity = upload.activity
    known = known_keys(upload, senders)
    new = [sender for sender in senders if key_of(upload, sender) not in known]
    made = _senders(activity, new, at)
    receipts, comments = _stored(upload, new, made, actor=actor, at=at, tell=tell)
    _mail_receipts(activity, receipts, new, at)
    _speak_for(activity, made, new, actor, at)
    _give_themes(upload, new, comments, actor, at)
    _give_stances(upload, new, comments, actor, at)
    first_shown = counters.count_new_senders(comments)
    locked = counters.lock_activity(activity)
    _require_unchanged(activity, locked)
    if new:
        forget_answered(activity, actor=actor, at=at)
    counters.count_new(locked, comments, senders=first_shown)
    answers = _bring_answers(upload, new, comments, actor, at)
    return Brought(receipts, comments, len(senders) - len(new), answers)


def _stored(
    upload: Upload,
    found: Sequence[FoundSender],
    senders: Sequence[Sender],
    *,
    actor: Person,
    at: datetime,
    tell: Callable[[int], None] | None,
) -> tuple[list[Receipt], list[Comment]]:
    """Receipts and comments, some at a time, each told how many comments there are by then."""
    number = _first_number(upload, sum(len(one.comments) for one in found))
    receipts: list[Receipt] = []
    comments: list[Comment] = []
    for first in range(0, len(found), _AT_ONCE):
        some = found[first : first + _AT_ONCE]
        given = _receipts(upload, some, senders[first : first + _AT_ONCE])
        said = _comments(upload.activity, some, given, after=number - 1 + len(comments), actor=actor, at=at)
        _entries(given, some, actor, at)
        follow_new(upload.activity.process, said)
        receipts, comments = receipts + given, comments + said
        if tell is not None:
            tell(len(comments))
    return receipts, comments


def _first_number(upload: Upload, needed: int) -> int:
    if upload.first_number is not None and needed <= upload.number_count:
        return upload.first_number
    return counters.take_numbers(upload.activity, needed)


def _require_unchanged(read: Activity, locked: Activity) -> None:
    """What the rows were held against still stands, and how comments are taken in."""
    before, now = ({(one.key, one.opens_at, one.closes_at) for one in each.stages.all()} for each in (read, locked))
    if before != now or read.answered_at != locked.answered_at:
        raise Refusal("file_has_mistakes", status=422)
    method, process = comment_method_of(read), Process.objects.get(pk=read.process_id)
    is_ended = (process.cancelled_at, process.archived_at) != (read.process.cancelled_at, read.process.archived_at)
    if is_ended or method.terms(read) != method.terms(locked):
        raise Refusal("round_changed_meanwhile")


def _senders(activity: Activity, found: Sequence[FoundSender], at: datetime) -> list[Sender]:
    people = [new_guest(at=at, language=one.language) for one in found]
    Person.objects.bulk_create(people, batch_size=_AT_ONCE)
    naming = comment_method_of(activity).terms(activity).naming
    made = [
        Sender(
            activity=activity, person=person, capacities=list(one.capacities), municipality=one.municipality, age_group=one.age_group, language=one.language,
            first_at=one.arrived_at, email=one.email, **_name(one, naming),
        )
        for person, one in zip(people, found, strict=True)
    ]  # fmt: skip
    with refused_where_taken():
        return Sender.objects.bulk_create(made, batch_size=_AT_ONCE)


def _name(one: FoundSender, naming: str) -> dict[str, Any]:
    """How the sender is named; that a name may be shown was checked in its row."""
    facts = SenderFacts(language=one.language, **named_as(naming, one.display_name, one.age_group))
    shown, name = shown_as(facts, None)
    return {
        "naming": shown,
        "display_name": name,
        "skeleton": skeleton(name) if naming == "pseudonym" and name else None,
    }


def _entries(receipts: Sequence[Receipt], found: Sequence[FoundSender], actor: Person, at: datetime) -> None:
    """How each sender gets the answer."""
    pairs = list(zip(receipts, found, strict=True))
    Entry.objects.bulk_create(
        Entry(
            receipt=receipt, entered_by=actor, entered_at=at, reply_by=one.reply.by, name=one.reply.name,
            postal_address=one.reply.postal_address, phone=one.reply.phone,
        )
        for receipt, one in pairs
    )  # fmt: skip


def _mail_receipts(activity: Activity, receipts: Sequence[Receipt], found: Sequence[FoundSender], at: datetime) -> None:
    """The receipt goes to an address where the answer is wanted."""
    wanted = [pair for pair in zip(receipts, found, strict=True) if pair[1].reply.by == Entry.ReplyBy.EMAIL]
    may = may_mail_receipts([one.email for _receipt, one in wanted])
    told = [
        (receipt, Receiver(language=one.language, address=one.email))
        for (receipt, one), is_mailed in zip(wanted, may, strict=True)
        if is_mailed
    ]
    comment_method_of(activity).owe_receipts(told, at=at)


def _speak_for(
    activity: Activity, senders: Sequence[Sender], found: Sequence[FoundSender], actor: Person, at: datetime
) -> None:
    """Who speaks for which organisation; late, as others who name a new organisation wait for it until it stands."""
    named = [
        (sender, one.organisation) for sender, one in zip(senders, found, strict=True)
        if one.organisation and "organisation" in one.capacities
    ]  # fmt: skip
    people = [(sender.person, name) for sender, name in named if sender.person is not None]
    organisations = represent_organisations(actor=actor, authority=activity.process.owner, named=people, at=at)
    for sender, _name in named:
        sender.organisation = organisations.get(sender.person_id or 0)
    Sender.objects.bulk_update([sender for sender, _name in named], ["organisation"], batch_size=_AT_ONCE)


def _give_themes(
    upload: Upload, found: Sequence[FoundSender], comments: Sequence[Comment], actor: Person, at: datetime
) -> None:
    """The themes that the file tells; before the activity is counted, as other deeds of themes hold theirs first."""
    named: dict[str, list[int]] = {}
    words = (one for sender in found for one in sender.comments)
    for one, comment in zip(words, comments, strict=True):
        for name in one.themes:
            named.setdefault(name, []).append(comment.pk)
    if not named:
        return
    key, language = key_of(upload, found[0]), authority_language(upload)
    bring_themes(actor=actor, activity=upload.activity, key=key, named=named, language=language, at=at)


def _give_stances(
    upload: Upload, found: Sequence[FoundSender], comments: Sequence[Comment], actor: Person, at: datetime
) -> None:
    """The stances that the file tells."""
    told: dict[str, list[int]] = {}
    words = (one for sender in found for one in sender.comments)
    for one, comment in zip(words, comments, strict=True):
        if one.stance:
            told.setdefault(one.stance, []).append(comment.pk)
    if told:
        bring_stances(actor=actor, activity=upload.activity, key=key_of(upload, found[0]), told=told, at=at)


def _bring_answers(
    upload: Upload, found: Sequence[FoundSender], comments: Sequence[Comment], actor: Person, at: datetime
) -> dict[str, int]:
    """Drafts of the answers that the file tells; last, as grouped comments are counted apart from those that wait."""
    words = (one for sender in found for one in sender.comments)
    pairs = zip(words, comments, strict=True)
    told = [(one.answer, comment, one.themes) for one, comment in pairs if one.answer is not None]
    return bring_answers(actor=actor, activity=upload.activity, told=told, language=authority_language(upload), at=at)


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
            warnings = tuple(dict.fromkeys((*warnings_in(words.text), *warnings_in(one.display_name))))
            waits = must_wait(warnings, checked_before=before, sender_saw=False)
            made.append(
                Comment(
                    activity=activity, number=after + len(made) + 1, thread_id=words.thread_id,
                    sender_id=receipt.sender_id, receipt=receipt, text=words.text, public_text=words.text,
                    language=words.language or one.language, state=Comment.State.WAITING if waits else Comment.State.VISIBLE,
                    was_shown=not waits, channel=one.channel, arrived_at=one.arrived_at, entered_at=at, is_day_only=one.is_day_only,
                    entered_by=actor, warnings=list(warnings),
                )
            )  # fmt: skip
    return Comment.objects.bulk_create(made, batch_size=_AT_ONCE)
