"""Following a process: signed in, or by e-mail without an account once the address is confirmed."""

import secrets
from datetime import datetime, timedelta
from typing import Final

from django.core import signing
from django.db import transaction
from django.db.models import Q, QuerySet

from yhdyspinta.audit.trail import record
from yhdyspinta.notices.outbox import Receiver, owe
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Follow, FormerAddress, Process
from yhdyspinta.ui.mail_addresses import same_address
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

CONFIRM_WITHIN: Final = timedelta(days=14)
_SALT: Final = "processes.follow.confirm"
#: What one can choose to hear of; whoever chose a later one hears of the earlier ones too.
_FEWEST_FIRST: Final = (str(Follow.What.DONE), str(Follow.What.RESULTS), str(Follow.What.EVERYTHING))


def receivers(process: Process, *, what: str) -> list[Receiver]:
    """Who is told of something in the process: all followers of what is done, fewer of a result, fewest of the rest."""
    return [_receiver(follow) for follow in _hearing(process, what).select_related("person").order_by("pk")]


def anybody_hears(process: Process, *, what: str) -> bool:
    """Whether `receivers` finds anybody."""
    return _hearing(process, what).exists()


def _hearing(process: Process, what: str) -> QuerySet[Follow]:
    found = Follow.objects.filter(process=process, ended_at=None).exclude(confirmed_at=None)
    return found.filter(what__in=_FEWEST_FIRST[_FEWEST_FIRST.index(what) :])


def _receiver(follow: Follow) -> Receiver:
    person = follow.person
    if person is None:
        return Receiver(
            language=follow.language, address=follow.email, digest=follow.digest, extra={"unsubscribe": follow.nonce}
        )
    return Receiver(
        language=person.language, person=person, address=person.email or "", digest=person.digest,
        extra={"unsubscribe": follow.nonce},
    )  # fmt: skip


@transaction.atomic
def follow_process(*, actor: Person, process: Process, what: str, at: datetime) -> Follow:
    """Follow as a signed-in person; asking again changes what one hears of.

    Raises Refusal: not_public, guest_needs_account, unknown_choice.
    """
    if actor.is_guest:
        raise Refusal("guest_needs_account")
    _check(process, what, Person.Digest.AT_ONCE, at)
    follow, is_new = Follow.objects.get_or_create(
        process=process, person=actor, email="", ended_at=None,
        defaults={"what": what, "language": actor.language, "nonce": _nonce(), "since": at, "confirmed_at": at},
    )  # fmt: skip
    if not is_new and follow.what != what:
        follow.what = what
        follow.save(update_fields=["what"])
    if is_new:
        record("processes.followed", actor=actor, target=follow, at=at, process=process)
    return follow


@transaction.atomic
def follow_by_email(*, process: Process, email: str, language: str, what: str, digest: str, at: datetime) -> Follow:
    """Ask to follow without an account: a message to the address asks to confirm it. Known addresses get the same.

    Raises Refusal: not_public, unknown_choice, unknown_language.
    """
    follow = _asked(process=process, email=email, language=language, what=what, digest=digest, at=at)
    owe(
        "processes.confirm_follow", to=Receiver(language=language, address=follow.email), authority=process.owner, at=at,
        once_key=f"confirm-follow:{follow.pk}:{at:%Y%m%d%H}", follow=follow.pk,
        process=process.slug, owner=process.owner.slug, title=dict(process.title),
    )  # fmt: skip
    return follow


def _asked(*, process: Process, email: str, language: str, what: str, digest: str, at: datetime) -> Follow:
    """The address's following of the process, which waits until somebody confirms it."""
    _check(process, what, digest, at)
    if language not in INTERFACE_LANGUAGES:
        raise Refusal("unknown_language", field="language")
    follow = Follow.objects.select_for_update().filter(process=process, email=email, ended_at=None).first()
    if follow is None:
        follow = Follow.objects.create(
            process=process, email=email, language=language, what=what, digest=digest, nonce=_nonce(), since=at
        )
        record("processes.followed", actor=None, target=follow, at=at, process=process)
    elif follow.confirmed_at is None:
        follow.language, follow.what, follow.digest, follow.since = language, what, digest, at
        follow.save(update_fields=["language", "what", "digest", "since"])
    return follow


@transaction.atomic
def follow_for_news(*, actor: Person, process: Process, email: str, language: str, at: datetime) -> Follow | None:
    """Follow the results, as asked with a comment. Who follows already goes on as before.

    An address that is not one's own account's is confirmed first: gives the follow that waits for that, and whoever
    calls asks for it in the message that they send there anyway.
    """
    is_own = not actor.is_guest and same_address(actor.email, email)
    if not process.is_public(at) or news_follow(process, actor, email) is not None:
        return None
    if is_own:
        follow_process(actor=actor, process=process, what=Follow.What.RESULTS, at=at)
        return None
    waiting = Follow.objects.select_for_update().filter(process=process, email=email, ended_at=None).first()
    if waiting is None:
        return _asked(
            process=process,
            email=email,
            language=language,
            what=Follow.What.RESULTS,
            digest=Person.Digest.AT_ONCE,
            at=at,
        )
    waiting.since = at  # what was asked on the follow page, and how often, stays as it was
    waiting.save(update_fields=["since"])
    return waiting


def waiting_follow(process: Process, nonce: str, *, asked_at: datetime, at: datetime) -> Follow | None:
    """The follow that a letter of `asked_at` names, while it can still be confirmed: in two weeks, in a public process."""
    if not nonce or asked_at <= at - CONFIRM_WITHIN or not process.is_public(at):
        return None
    waiting = Follow.objects.filter(process=process, nonce=nonce, ended_at=None, confirmed_at=None)
    return waiting.filter(since__gt=at - CONFIRM_WITHIN).first()


def is_followed(process: Process, nonce: str) -> bool:
    """Whether the follow was confirmed and goes on."""
    return Follow.objects.filter(process=process, nonce=nonce, ended_at=None).exclude(confirmed_at=None).exists()


def news_follow(process: Process, person: Person | None, email: str) -> Follow | None:
    """The confirmed following under which news of the process go to a sender: it carries their way out."""
    found = Follow.objects.filter(process=process, ended_at=None).exclude(confirmed_at=None)
    whose = Q(email=email) if email else Q(pk=None)
    if person is not None and not person.is_guest and (not email or same_address(email, person.email)):
        whose |= Q(person=person)
    return found.filter(whose).order_by("pk").first()


def confirmation_token(follow: Follow) -> str:
    """The token of the confirming link; only this purpose, and only for its time."""
    return signing.TimestampSigner(salt=_SALT).sign(f"{follow.nonce}.{follow.what}")


def read_confirmation(process: Process, token: str) -> Follow:
    """The follow that a confirming link is about.

    Raises Refusal("follow_link_old") for a late, changed or foreign token.
    """
    try:
        signed = signing.TimestampSigner(salt=_SALT).unsign(token, max_age=CONFIRM_WITHIN)
    except (signing.BadSignature, UnicodeError):
        raise Refusal("follow_link_old", status=410) from None
    return _found(process.owner_id, signed.partition(".")[0], process=process)


def what_of_confirmation(token: str) -> str:
    """What the letter of a confirming link was asked for; empty when it does not say. The token is read already."""
    return token.partition(":")[0].partition(".")[2]


def follow_of_link(authority_id: int, nonce: str) -> Follow:
    """The follow that an unsubscribing link is about; an ended one is still found, so that the link can say so."""
    return _found(authority_id, nonce, ended=True)


def _found(authority_id: int, nonce: str, *, process: Process | None = None, ended: bool = False) -> Follow:
    before = FormerAddress.objects.filter(authority=authority_id).values("process")  # mail sent before a hand-over
    there = Q(process__owner=authority_id) | Q(process__in=before)
    found = Follow.objects.select_related("process__owner", "person").filter(there, nonce=nonce)
    if process is not None:
        found = found.filter(process=process)
    if not ended:
        found = found.filter(ended_at=None)
    follow = found.first()
    if follow is None:
        raise Refusal("follow_link_old", status=410)
    return follow


@transaction.atomic
def confirm_follow(*, follow: Follow, at: datetime, what: str = "") -> Follow:
    """The address was shown to be its owner's: messages begin. Confirming again changes nothing.

    With `what`, that is confirmed and no more, whatever somebody has asked since. Who confirmed the results in one
    letter and everything in another hears of everything.

    Raises Refusal("follow_link_old") or ("unknown_choice").
    """
    follow = _lock(follow)
    if follow.ended_at is not None:
        raise Refusal("follow_link_old", status=410)
    _choices(what or follow.what, follow.digest)
    is_new = follow.confirmed_at is None
    if what and (is_new or _FEWEST_FIRST.index(what) > _FEWEST_FIRST.index(follow.what)):
        follow.what = what
    follow.confirmed_at = follow.confirmed_at or at
    follow.save(update_fields=["confirmed_at", "what"])
    if is_new:
        _record("processes.follow_confirmed", follow, at)
    return follow


@transaction.atomic
def unfollow(*, follow: Follow, at: datetime) -> Follow:
    """Stop following; the address is forgotten. Doing it again changes nothing."""
    follow = _lock(follow)
    if follow.ended_at is None:
        follow.ended_at, follow.email = at, ""
        follow.save(update_fields=["ended_at", "email"])
        _record("processes.unfollowed", follow, at)
    return follow


@transaction.atomic
def change_follow(*, follow: Follow, what: str, digest: str, at: datetime) -> Follow:
    """Change what one hears of and how often.

    Raises Refusal: unknown_choice, follow_link_old.
    """
    follow = _lock(follow)
    if follow.ended_at is not None:
        raise Refusal("follow_link_old", status=410)
    _choices(what, digest)
    follow.what, follow.digest = what, digest
    follow.save(update_fields=["what", "digest"])
    return follow


def _check(process: Process, what: str, digest: str, at: datetime) -> None:
    if not process.is_public(at):
        raise Refusal("not_public", status=403)
    _choices(what, digest)


def _choices(what: str, digest: str) -> None:
    if what not in Follow.What.values:
        raise Refusal("unknown_choice", field="what")
    if digest not in {Person.Digest.AT_ONCE, Person.Digest.DAILY}:
        raise Refusal("unknown_choice", field="digest")


def _record(verb: str, follow: Follow, at: datetime) -> None:
    process = follow.process
    record(verb, actor=follow.person, target=follow, at=at, process=process)


def _lock(follow: Follow) -> Follow:
    return Follow.objects.select_for_update(of=("self",)).select_related("process", "person").get(pk=follow.pk)


def _nonce() -> str:
    return secrets.token_urlsafe(16)[:22]
