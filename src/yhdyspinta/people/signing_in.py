"""What follows a sign-in: the level of identification, the guest's writings, and the mark of a second factor.

Wired in `apps.py` to signals of Django and allauth, which are theirs to send.
"""

from typing import Any

from allauth.account.models import EmailAddress
from django.http import HttpRequest

from yhdyspinta.audit import clock
from yhdyspinta.people.actions import confirm_email
from yhdyspinta.people.claiming import claim_guest
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import read_guest

SECOND_FACTOR = "second_factor"


def after_sign_in(sender: Any, request: HttpRequest | None, user: Person, **more: Any) -> None:
    """Raise the level when the e-mail is confirmed, and take along what was done as a guest."""
    if request is None:
        return
    at = clock.now()
    if user.level < Person.Level.EMAIL and EmailAddress.objects.filter(user=user, verified=True).exists():
        user.level = confirm_email(actor=user, at=at).level
    guest = read_guest(request) if hasattr(request, "COOKIES") else None
    if guest is not None:
        claim_guest(actor=user, guest=guest, at=at)
    _mark_second_factor(request, user)


def after_step(sender: Any, request: HttpRequest, method: str, user: Person, **more: Any) -> None:
    """A second factor given by somebody who is signed in already raises the session: it gets a new id."""
    if method == "mfa" and request.user.is_authenticated and request.user.pk == user.pk:
        raise_session(request)


def after_authenticator_added(sender: Any, request: HttpRequest, user: Person, authenticator: Any, **more: Any) -> None:
    """Setting up a second factor proves that it is at hand."""
    if authenticator.type != "recovery_codes":
        raise_session(request)


def after_authenticator_removed(sender: Any, request: HttpRequest, user: Person, **more: Any) -> None:
    """Without any second factor left the session has none."""
    from allauth.mfa.utils import is_mfa_enabled

    if not is_mfa_enabled(user):
        request.session.pop(SECOND_FACTOR, None)


def after_email_confirmed(sender: Any, request: HttpRequest, email_address: EmailAddress, **more: Any) -> None:
    confirm_email(actor=email_address.user, at=clock.now())


def raise_session(request: HttpRequest) -> None:
    """The session has a second factor from now on, under a new id."""
    request.session[SECOND_FACTOR] = True
    request.session.cycle_key()


def _mark_second_factor(request: HttpRequest, user: Person) -> None:
    from allauth.account.internal.flows.login import get_authentication_records

    if any(record.get("method") == "mfa" for record in get_authentication_records(request, user)):
        request.session[SECOND_FACTOR] = True
