"""What a strong identification changes. The national identity number itself is neither stored nor logged."""

import re
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac

from yhdyspinta.audit.trail import record
from yhdyspinta.people.models import Person
from yhdyspinta.places.models import Area
from yhdyspinta.wording.refusals import Refusal

_NUMBER = re.compile(r"\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]")


def identity_hash(number: str) -> str:
    """A keyed hash by which the same person is known again; without the key it tells nothing."""
    cleaned = number.strip().upper()
    if not _NUMBER.fullmatch(cleaned):
        raise Refusal("identification_failed", status=400)
    return salted_hmac("people.identity", cleaned, secret=settings.IDENTITY_KEY, algorithm="sha256").hexdigest()


@transaction.atomic
def identify(*, actor: Person | None, known_as: str, municipality_code: str, language: str, at: datetime) -> Person:
    """The person who identified themselves: an earlier account with the same identity, the actor raised, or a new one.

    `known_as` is the identity hash. Raises Refusal: account_is_closed, identification_failed.
    """
    person = Person.objects.select_for_update().filter(identity_hash=known_as).first()
    if person is None:
        person = _raised(actor, known_as) if actor is not None and not actor.is_guest else _new(known_as, language, at)
    if not person.is_active:
        raise Refusal("account_is_closed", status=403)
    person.level = Person.Level.STRONG
    person.home_municipality = Area.objects.filter(kind="municipality", code=municipality_code.zfill(3)).first()
    person.home_checked_at = at
    person.save()
    record("people.identified", actor=person, target=person, at=at)
    return person


def _raised(actor: Person, known_as: str) -> Person:
    person = Person.objects.select_for_update().get(pk=actor.pk)
    if person.identity_hash is not None and person.identity_hash != known_as:
        raise Refusal("identification_failed", status=403)  # somebody else than the account's owner
    person.identity_hash = known_as
    return person


def _new(known_as: str, language: str, at: datetime) -> Person:
    person = Person(identity_hash=known_as, language=language, created_at=at, email=None)
    person.set_unusable_password()
    person.save()
    return person
