"""Writing a statement together: begin, save a part, note, invite, ask for approval, approve and send."""

import secrets
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Final

from django.core import signing
from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.actions import NewComment, SenderFacts, send_comments
from yhdyspinta.comments.languages import WRITTEN_IN, language_of
from yhdyspinta.comments.models import Receipt
from yhdyspinta.comments.values import MOST_LETTERS
from yhdyspinta.moderation.checks import warnings_in
from yhdyspinta.moderation.spam import must_wait
from yhdyspinta.notices.outbox import Receiver, owe
from yhdyspinta.people.models import Organisation, Person
from yhdyspinta.people.organisations import keep_standing
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require
from yhdyspinta.processes.taking_statements import statement_method_of
from yhdyspinta.statements.models import Colleague, Statement, StatementNote, StatementPart
from yhdyspinta.statements.places import Place, is_here, thread_of, where, with_threads
from yhdyspinta.statements.rules import may_approve, may_speak, may_still_write, may_write
from yhdyspinta.ui.mail_addresses import address_key, same_address
from yhdyspinta.wording.refusals import Refusal

VALID_FOR: Final = timedelta(days=14)
MOST_COLLEAGUES: Final = 30
MOST_NOTES: Final = 300
_SALT: Final = "statements.colleague"


@transaction.atomic
def begin_statement(
    *, actor: Person, activity: Activity, organisation: Organisation, language: str, at: datetime
) -> Statement:
    """Begin the organisation's one statement in the round, or go on with it. Raises what the round's rule says no with."""
    stands = keep_standing([organisation.pk])
    require(may_speak(actor, organisation))
    if not stands or organisation.authority_id != activity.process.owner_id:
        raise Refusal("statement_not_yours", status=403)
    found = Statement.objects.filter(activity=activity, organisation=organisation).first()
    if found is not None:
        return found
    require(statement_method_of(activity).may_send(actor, activity, began_at=None, at=at))
    made, is_new = Statement.objects.get_or_create(
        activity=activity, organisation=organisation, defaults={"opened_at": at, "language": language}
    )
    if is_new:
        note_deed("statements.begun", actor, made, at)
    return made


@transaction.atomic
def save_part(
    *, actor: Person, statement: Statement, place: Place, text: str, revision: int, at: datetime
) -> StatementPart:
    """Keep the words on a section, a draft as a whole or the whole matter; what was asked to be approved must be asked again.

    Raises Refusal("changed_meanwhile") with both texts, ("comment_too_long") or ("statement_is_sent").
    """
    held = open_draft(actor, statement, at)
    if len(text) > MOST_LETTERS:
        raise Refusal("comment_too_long", status=422, field="text", most=MOST_LETTERS)
    if thread_of(place) is None or not is_here(place, held.activity):
        raise Refusal("statement_not_yours", status=404)
    part = part_on(held, place) or StatementPart(statement=held, revision=0, **where(place))
    if part.revision != revision:
        raise Refusal("changed_meanwhile", saved={"text": part.text}, typed={"text": text}, revision=part.revision)
    if part.text == text:
        return part
    part.text, part.saved_at, part.saved_by, part.revision = text, at, actor, part.revision + 1
    part.save()
    held.revision, held.asked_at, held.asked_by = held.revision + 1, None, None
    held.save(update_fields=["revision", "asked_at", "asked_by"])
    return part


def part_on(statement: Statement, place: Place) -> StatementPart | None:
    """What has been written on the place, if anything."""
    return StatementPart.objects.filter(statement=statement, **where(place)).first()


@transaction.atomic
def add_note(*, actor: Person, statement: Statement, text: str, at: datetime) -> StatementNote:
    """Write a word to the others. The same again at once adds nothing. Raises Refusal("statement_many_notes")."""
    held = open_draft(actor, statement, at)
    last = StatementNote.objects.filter(statement=held).order_by("-pk").first()
    if last is not None and last.by_id == actor.pk and last.text == text:
        return last
    if StatementNote.objects.filter(statement=held).count() >= MOST_NOTES:
        raise Refusal("statement_many_notes", status=422, field="text")
    return StatementNote.objects.create(statement=held, text=text, by=actor, at=at)


def require_same(statement: Statement, revision: int) -> None:
    if statement.revision != revision:
        raise Refusal("statement_changed")
    if not StatementPart.objects.filter(statement=statement).exclude(text="").exists():
        raise Refusal("statement_is_empty", status=422)


@transaction.atomic
def send_statement(
    *, actor: Person, statement: Statement, revision: int, clock: Callable[[], datetime], language: str = ""
) -> Receipt:
    """Approve the words that were asked about and send them as the organisation: one receipt, however often tried.

    `language` tells what they are written in. Where it says no other than their words together do, each section's own
    words tell of it, as far as they tell clearly: a statement may have sections in two languages.
    What the one who approves has said or is writing as themselves stays theirs: the statement is a sender of its own.
    Raises Refusal("statement_changed"), ("statement_needs_another") or what the round's own rules say no with.
    """
    require(may_speak(actor, statement.organisation))
    held = _locked(statement)
    if held.receipt is not None:
        return held.receipt
    require_same(held, revision)
    require(may_approve(actor, held))
    activity, method = held.activity, statement_method_of(held.activity)
    receipt = send_comments(
        actor=actor,
        activity=activity,
        key=held.key,
        comments=_comments(held, language),
        facts=SenderFacts(
            language=held.language,
            capacities=("organisation",),
            organisation=held.organisation,
            email=actor.email or "",
            is_statement=True,
        ),
        check=method.in_time(actor, activity, began_at=held.opened_at, clock=clock),
    )
    held.receipt, held.approved_by = receipt, actor
    held.save(update_fields=["receipt", "approved_by"])
    if actor.email:
        method.owe_receipt(
            receipt, to=Receiver(language=held.language, person=actor, address=actor.email), at=receipt.at,
            organisation=str(held.organisation),
        )  # fmt: skip
    note_deed("statements.sent", actor, held, receipt.at)
    return receipt


def language_of_words(statement: Statement, texts: Iterable[str]) -> str:
    """What the statement is written in, as its words tell; the language in which it was begun where they do not."""
    return language_of("\n".join(text for text in texts if text), statement.language)


def _comments(statement: Statement, language: str) -> list[NewComment]:
    checked_before = statement_method_of(statement.activity).terms(statement.activity).checked_before
    found, rows = [], with_threads(statement)
    told = language_of_words(statement, (part.text for part, _ in rows))
    is_chosen = language in WRITTEN_IN and language != told
    for part, thread in rows:
        warnings = warnings_in(part.text)
        found.append(
            NewComment(
                thread_id=thread,
                text=part.text,
                language=language if is_chosen else language_of(part.text, told),
                warnings=tuple(warnings),
                waits=must_wait(warnings, checked_before=checked_before),
            )
        )
    return found


@transaction.atomic
def invite_colleague(*, actor: Person, statement: Statement, email: str, at: datetime) -> Colleague:
    """Ask a colleague by e-mail to write along; asking again sends a new link.

    Raises Refusal("statement_many_colleagues").
    """
    require(may_speak(actor, statement.organisation))
    held = open_draft(actor, statement, at)
    email = address_key(email.strip())
    row = Colleague.objects.filter(statement=held, email=email).first()
    if row is not None and row.joined_at is not None:
        return row
    if row is None and Colleague.objects.filter(statement=held).count() >= MOST_COLLEAGUES:
        raise Refusal("statement_many_colleagues", status=422, field="email")
    row = row or Colleague(statement=held, email=email)
    row.nonce, row.invited_by = secrets.token_urlsafe(16)[:22], actor
    row.invited_at, row.expires_at = at, at + VALID_FOR
    row.save()
    note_deed("statements.invited", actor, held, at)
    known = Person.objects.filter(email=email).first()
    owe(
        "statements.invited", to=Receiver(language=known.language if known else held.language, address=email),
        authority=held.activity.process.owner, at=at, colleague=row.pk,
    )  # fmt: skip
    return row


@transaction.atomic
def remove_colleague(*, actor: Person, statement: Statement, colleague: Colleague, at: datetime) -> None:
    """Somebody neither writes nor reads along any more; what they wrote stays. Twice changes nothing."""
    require(may_speak(actor, statement.organisation))
    held = _locked(statement)
    if Colleague.objects.filter(statement=held, pk=colleague.pk).delete()[0]:
        note_deed("statements.colleague_removed", actor, held, at)


@transaction.atomic
def join_statement(*, actor: Person, colleague: Colleague, at: datetime) -> Statement:
    """Take the invitation sent to one's own confirmed address, while the statement can still be written.

    Raises Refusal("statement_link_is_old"), ("..._of_another") or what the round's rule says no with once it has closed.
    """
    rows = Colleague.objects.select_for_update(of=("self",)).select_related("statement__activity__process__owner")
    row = rows.get(pk=colleague.pk)
    if actor.is_guest or actor.level < Person.Level.EMAIL or not same_address(actor.email, row.email):
        raise Refusal("statement_link_of_another", status=403)
    if row.person_id == actor.pk:
        return row.statement
    if row.joined_at is not None or at >= row.expires_at:
        raise Refusal("statement_link_is_old", status=410)
    require(may_still_write(actor, row.statement, at=at))
    row.person, row.joined_at = actor, at
    row.save(update_fields=["person", "joined_at"])
    note_deed("statements.joined", actor, row.statement, at)
    return row.statement


def token_of(colleague: Colleague) -> str:
    """The token of the link: signed, with its purpose."""
    return signing.Signer(salt=_SALT).sign_object({"c": colleague.nonce}, compress=True)


def read_token(authority: Authority, token: str) -> Colleague:
    """The invitation of a link in its own authority. Raises Refusal("statement_link_unknown")."""
    try:
        said = signing.Signer(salt=_SALT).unsign_object(token)
    except (signing.BadSignature, ValueError, UnicodeError):
        raise Refusal("statement_link_unknown", status=404) from None
    rows = Colleague.objects.select_related("statement__organisation", "statement__activity__process__owner")
    found = rows.filter(nonce=said.get("c"), statement__activity__process__owner=authority).first()
    if found is None:
        raise Refusal("statement_link_unknown", status=404)
    return found


def _locked(statement: Statement) -> Statement:
    rows = Statement.objects.select_for_update(of=("self",)).select_related(
        "organisation", "activity__process__owner", "receipt"
    )
    return rows.get(pk=statement.pk)


def open_draft(actor: Person, statement: Statement, at: datetime) -> Statement:
    """The statement, locked, not sent and still to be sent, for somebody who may write it.

    Raises Refusal("statement_is_sent") or what the round's rule says no with once it has closed.
    """
    require(may_write(actor, statement))
    held = _locked(statement)
    if held.receipt is not None:
        raise Refusal("statement_is_sent")
    require(may_still_write(actor, held, at=at))
    return held


def note_deed(verb: str, actor: Person, statement: Statement, at: datetime) -> None:
    process = statement.activity.process
    record(verb, actor=actor, target=statement.activity, at=at, process=process, organisation=statement.organisation_id)
