"""Who stands behind a request: a signed-in person, a guest behind a signed cookie, or a visitor who wrote nothing yet."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.conf import settings
from django.core import signing
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse

from yhdyspinta.database.prepared import Prepared
from yhdyspinta.people.models import Block, Person
from yhdyspinta.wording.languages import page_language_of

_SALT = "people.guest"
_AGE = 60 * 60 * 24 * 400


_GUEST: Final[Prepared[Person]] = Prepared(
    lambda token: Person.objects.filter(guest_token=token, is_guest=True, claimed_by=None, erased_at=None).annotate(
        has_blocks=Exists(Block.objects.filter(person=OuterRef("pk"), lifted_at=None))
    )
)


@dataclass(frozen=True)
class Visitor:
    """Somebody who has not written anything: asks the same questions as a person and gets a reason."""

    level: int = Person.Level.GUEST
    pk: None = None
    is_operator: bool = False
    is_guest: bool = True


VISITOR = Visitor()
Someone = Person | Visitor


def read_guest(request: HttpRequest) -> Person | None:
    """The guest whose signed cookie came with the request; None when there is none or it does not fit."""
    cookie = request.COOKIES.get(settings.GUEST_COOKIE)
    if not cookie:
        return None
    try:
        token = signing.loads(cookie, salt=_SALT, max_age=_AGE)
    except signing.BadSignature:
        return None
    return _GUEST.first(token=token)


def someone(request: HttpRequest) -> Someone:
    """Who the request is from; set once by the middleware."""
    found: Someone = getattr(request, "person", VISITOR)
    return found


def actor_of(request: HttpRequest) -> Person:
    """Who acts: the person behind the request, where a loader has made sure that there is one."""
    person = someone(request)
    if not isinstance(person, Person):
        raise Http404
    return person


def person_who_writes(request: HttpRequest, *, at: datetime, language: str) -> Person:
    """The person of the request; a visitor's first write makes a guest, whose cookie the middleware sets."""
    person = someone(request)
    if isinstance(person, Person):
        return person
    guest = make_guest(at=at, language=language)
    request.person = guest  # type: ignore[attr-defined]
    request.new_guest = guest  # type: ignore[attr-defined]
    return guest


def make_guest(*, at: datetime, language: str, token: str = "", is_demo: bool = False) -> Person:
    """Somebody without an account, known by a token of their own."""
    guest = new_guest(at=at, language=language, token=token, is_demo=is_demo)
    guest.save()
    return guest


def new_guest(*, at: datetime, language: str, token: str = "", is_demo: bool = False) -> Person:
    """A guest that is not stored yet: many are stored at once."""
    guest = Person(
        is_guest=True,
        guest_token=token or secrets.token_urlsafe(32)[:43],
        language=page_language_of(language),
        created_at=at,
        email=None,
        is_demo=is_demo,
    )
    guest.set_unusable_password()
    return guest


def set_guest_cookie(response: HttpResponse, guest: Person) -> None:
    response.set_cookie(
        settings.GUEST_COOKIE,
        signing.dumps(guest.guest_token, salt=_SALT),
        max_age=_AGE,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        path="/",
    )
