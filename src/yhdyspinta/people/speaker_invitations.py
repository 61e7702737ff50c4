"""Who is asked by e-mail to speak for an organisation: staff stand behind it, and the link works once, for that address."""

import secrets
from datetime import datetime, timedelta
from typing import Final

from django.core import signing
from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.notices.outbox import Receiver, owe
from yhdyspinta.people.models import Organisation, Person, Representation, SpeakerInvitation
from yhdyspinta.people.organisations import find_or_add, is_used, verify_organisation
from yhdyspinta.people.rules import abilities_in, require_ability
from yhdyspinta.ui.mail_addresses import address_key, same_address
from yhdyspinta.wording.refusals import Refusal

VALID_FOR: Final = timedelta(days=14)
#: Asked again so soon, it is the same asking.
_AT_ONCE: Final = timedelta(minutes=1)
_SALT: Final = "people.speaker"


def token_of(invitation: SpeakerInvitation) -> str:
    """The token of the invitation's link: signed, with its purpose; nothing of it is stored."""
    return signing.Signer(salt=_SALT).sign_object({"s": invitation.nonce}, compress=True)


def read_token(authority: Authority, token: str) -> SpeakerInvitation:
    """The invitation of a link in its own authority. Raises Refusal("speaker_invitation_unknown")."""
    try:
        said = signing.Signer(salt=_SALT).unsign_object(token)
    except (signing.BadSignature, ValueError, UnicodeError):
        raise Refusal("speaker_invitation_unknown", status=404) from None
    rows = SpeakerInvitation.objects.select_related("organisation__authority")
    found = rows.filter(nonce=said.get("s"), organisation__authority=authority).first()
    if found is None:
        raise Refusal("speaker_invitation_unknown", status=404)
    return found


@transaction.atomic
def invite_speaker(*, actor: Person, authority: Authority, name: str, email: str, at: datetime) -> SpeakerInvitation:
    """Staff say that an organisation exists and ask somebody by e-mail to speak for it; one of that name is that one.

    An earlier open offer to the address is replaced; asked twice at once, it is sent once.
    Raises Refusal: not_your_role, name_missing, name_too_long, name_reads_as_staff, speaks_already.
    """
    require_ability(actor, "moderate", authority)
    found = find_or_add(actor=actor, authority=authority, name=name, at=at)
    organisation = verify_organisation(actor=actor, organisation=found, at=at)
    email = address_key(email.strip())
    if organisation.representations.filter(person__email=email, confirmed_at__isnull=False).exists():
        raise Refusal("speaks_already", status=422, field="email")
    offers = organisation.invitations.filter(email=email, accepted_at=None, revoked_at=None)
    lately = offers.filter(invited_at__gt=at - _AT_ONCE).first()
    if lately is not None:
        return lately
    offers.update(revoked_at=at)
    return _offered(actor, organisation, email, at)


def _offered(actor: Person, organisation: Organisation, email: str, at: datetime) -> SpeakerInvitation:
    authority = organisation.authority
    made = SpeakerInvitation.objects.create(
        organisation=organisation, email=email, nonce=secrets.token_urlsafe(16)[:22], invited_by=actor, invited_at=at,
        expires_at=at + VALID_FOR,
    )  # fmt: skip
    record("people.speaker_invited", actor=actor, target=organisation, at=at, authority_id=authority.pk)
    known = Person.objects.filter(email=email).first()
    language = known.language if known else (authority.languages or ["fi"])[0]
    owe(
        "people.speaker_invited", to=Receiver(language=language, address=email), authority=authority, at=at,
        speaker_invitation=made.pk,
    )  # fmt: skip
    return made


@transaction.atomic
def revoke_speaker_invitation(*, actor: Person, invitation: SpeakerInvitation, at: datetime) -> None:
    """Take an offer back: its link stops working. An organisation that nobody has used or is asked for goes with it.

    Raises Refusal: not_your_role, speaker_invitation_used.
    """
    row = _lock(invitation)
    authority = row.organisation.authority
    require_ability(actor, "moderate", authority)
    if row.accepted_at is not None:
        raise Refusal("speaker_invitation_used")
    if row.revoked_at is not None:
        return
    row.revoked_at = at
    row.save(update_fields=["revoked_at"])
    record("people.speaker_revoked", actor=actor, target=row.organisation, at=at, authority_id=authority.pk)
    # one that somebody names at this moment (`keep_standing`) is left alone, not waited for
    rows = Organisation.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=row.organisation_id)
    unused = rows.first()
    if unused is not None and not is_used(unused):
        record("people.organisation_removed", actor=actor, target=unused, at=at, authority_id=authority.pk)
        unused.delete()


@transaction.atomic
def accept_speaker_invitation(*, actor: Person, invitation: SpeakerInvitation, at: datetime) -> Representation:
    """Speak for the organisation, confirmed by who asked; twice changes nothing.

    Raises Refusal: speaker_invitation_of_another, speaker_invitation_used, speaker_invitation_old.
    """
    person = Person.objects.select_for_update().get(pk=actor.pk)
    row = _lock(invitation)
    if person.is_guest or person.level < Person.Level.EMAIL or not same_address(person.email, row.email):
        raise Refusal("speaker_invitation_of_another", status=403)
    found = Representation.objects.filter(person=person, organisation=row.organisation).first()
    if row.accepted_by_id == person.pk and found is not None:
        return found
    if row.accepted_at is not None:
        raise Refusal("speaker_invitation_used", status=410)
    if not stands(row, at):
        raise Refusal("speaker_invitation_old", status=410)
    row.accepted_at, row.accepted_by = at, person
    row.save(update_fields=["accepted_at", "accepted_by"])
    found = found or Representation(person=person, organisation=row.organisation, since=at)
    if found.confirmed_at is None:
        found.confirmed_at, found.confirmed_by = at, row.invited_by
        found.save()
    owner = row.organisation.authority_id
    record("people.speaker_accepted", actor=person, target=row.organisation, at=at, authority_id=owner)
    return found


def stands(invitation: SpeakerInvitation, at: datetime) -> bool:
    """Whether the link still works: in time, not taken back, and whoever asked may still ask, for a confirmed organisation."""
    if invitation.accepted_at is not None or invitation.revoked_at is not None or at >= invitation.expires_at:
        return False
    giver, organisation = invitation.invited_by, invitation.organisation
    if giver is None or organisation.verified_at is None:
        return False
    return "moderate" in abilities_in(giver, organisation.authority)


def _lock(invitation: SpeakerInvitation) -> SpeakerInvitation:
    rows = SpeakerInvitation.objects.select_for_update(of=("self",))
    return rows.select_related("organisation__authority", "invited_by").get(pk=invitation.pk)
