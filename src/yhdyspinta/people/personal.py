"""Personal data of accounts: what each field is, the copy, and erasing."""

from datetime import datetime
from typing import Any, Final

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db.models import Q

from yhdyspinta.people.models import Block, Person, Representation, RoleGrant, SpeakerInvitation

FIELDS: Final = {
    "Person": {
        "id": "internal", "password": "personal", "last_login": "personal", "email": "personal", "name": "personal",
        "language": "personal", "is_guest": "internal", "is_active": "internal", "is_operator": "internal",
        "level": "personal", "identity_hash": "personal", "home_municipality": "personal", "home_checked_at": "personal",
        "guest_token": "personal", "claimed_by": "internal", "digest": "personal", "created_at": "internal",
        "erased_at": "internal", "is_demo": "internal", "session_generation": "internal",
    },
    "RoleGrant": {
        "id": "internal", "person": "personal", "authority": "internal", "role": "personal", "given_at": "internal",
        "given_by": "personal", "ended_at": "internal",
    },
    "Block": {
        "id": "internal", "person": "personal", "authority": "internal", "reason": "personal", "since": "personal",
        "until": "personal", "blocked_by": "personal", "lifted_at": "personal",
    },
    "Organisation": {
        "id": "internal", "authority": "internal", "name": "public", "skeleton": "internal", "created_at": "internal",
        "verified_at": "public", "verified_by": "personal",
    },
    "Representation": {
        "id": "internal", "person": "personal", "organisation": "personal", "since": "personal",
        "confirmed_at": "personal", "confirmed_by": "personal",
    },
    "SpeakerInvitation": {
        "id": "internal", "organisation": "internal", "email": "personal", "nonce": "internal",
        "invited_by": "personal", "invited_at": "internal", "expires_at": "internal", "accepted_at": "internal",
        "accepted_by": "personal", "revoked_at": "internal",
    },
    "RateWindow": {
        "id": "internal", "key": "internal", "since": "internal", "ends_at": "internal", "count": "internal",
    },
}  # fmt: skip


def export(person: Person) -> dict[str, Any]:
    """The account, its roles, blocks, organisations and ways to sign in."""
    return {
        "account": {
            "name": person.name,
            "email": person.email,
            "language": person.language,
            "level": Person.Level(person.level).name.lower(),
            "strongly_identified": person.identity_hash is not None,
            "home_municipality": person.home_municipality.code if person.home_municipality else None,
            "home_checked_at": person.home_checked_at,
            "messages": person.digest,
            "created_at": person.created_at,
            "last_sign_in": person.last_login,
        },
        "roles": list(person.role_grants.values("authority__slug", "role", "given_at", "ended_at")),
        "blocks": list(person.blocks.values("authority__slug", "reason", "since", "until", "lifted_at")),
        "organisations": list(person.representations.values("organisation__name", "since", "confirmed_at")),
        "invitations_to_speak": list(
            _invitations(person).values("organisation__name", "email", "invited_at", "accepted_at", "revoked_at")
        ),
        "ways_to_sign_in": list(Authenticator.objects.filter(user=person).values("type", "created_at", "last_used_at")),
    }


def _invitations(person: Person) -> Any:
    """Those to the person's own confirmed address, and those that they took."""
    mine = Q(accepted_by=person)
    if person.email and person.level >= Person.Level.EMAIL:
        mine |= Q(email=person.email)
    return SpeakerInvitation.objects.filter(mine).order_by("pk")


def erase(person: Person, *, at: datetime) -> None:
    """Take away everything that tells who the person is; the row stays so that references still lead somewhere.

    A block stays in force until its end: it names nobody any more.
    """
    EmailAddress.objects.filter(user=person).delete()
    Authenticator.objects.filter(user=person).delete()
    Representation.objects.filter(person=person).delete()
    _invitations(person).delete()
    SpeakerInvitation.objects.filter(invited_by=person).update(invited_by=None)
    RoleGrant.objects.filter(person=person).delete()
    Block.objects.filter(person=person, until__lte=at).delete()
    for guest in Person.objects.filter(claimed_by=person):
        _empty(guest, at=at)
    _empty(person, at=at)


def _empty(person: Person, *, at: datetime) -> None:
    person.email = person.identity_hash = person.guest_token = None
    person.home_municipality = person.home_checked_at = person.last_login = None
    person.name, person.level, person.is_active, person.digest = "", 0, False, Person.Digest.NEVER
    person.erased_at = at
    person.session_generation += 1
    person.set_unusable_password()
    person.save()


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Organisations and blocks follow the guest into the account."""
    taken = Representation.objects.filter(person=person).values("organisation")
    Representation.objects.filter(person=guest, organisation__in=taken).delete()
    Representation.objects.filter(person=guest).update(person=person)
    Block.objects.filter(person=guest).update(person=person)
