"""Roles are offered by e-mail: the link opens a page with one button, works once, and only for the address it was sent to."""

import secrets
from datetime import datetime, timedelta
from typing import Final

from django.core import signing
from django.db import transaction
from django.db.models import QuerySet

from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.notices.outbox import Receiver, owe
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.people.roles import ROLES
from yhdyspinta.people.rules import require_giver
from yhdyspinta.processes.models import Invitation, Process, ProcessRole
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.ui.mail_addresses import address_key, same_address
from yhdyspinta.wording.refusals import Refusal

VALID_FOR: Final = timedelta(days=14)
_SALT: Final = "processes.invitation"


def token_of(invitation: Invitation) -> str:
    """The token of the invitation's link: its purpose, authority and number, signed; nothing of it is stored."""
    return signing.Signer(salt=_SALT).sign_object({"i": invitation.nonce, "a": invitation.authority_id}, compress=True)


def read_token(authority: Authority, token: str) -> Invitation:
    """The invitation of a link in its own authority.

    Raises Refusal("invitation_unknown") for a token of another purpose or authority, or one that was changed.
    """
    try:
        said = signing.Signer(salt=_SALT).unsign_object(token)
    except (signing.BadSignature, ValueError, UnicodeError):
        raise Refusal("invitation_unknown", status=404) from None
    invitation = (
        Invitation.objects.select_related("authority", "process")
        .filter(nonce=said.get("i"), authority=authority, authority_id=said.get("a"))
        .first()
    )
    if invitation is None:
        raise Refusal("invitation_unknown", status=404)
    return invitation


@transaction.atomic
def invite(
    *, actor: Person, authority: Authority, role: str, email: str, at: datetime, process: Process | None = None
) -> Invitation:
    """Offer somebody a role by e-mail. An earlier open offer of the same is replaced.

    Raises Refusal: not_your_role, unknown_role, role_not_yours_to_give, role_is_given.
    """
    _require_giver(actor, role, authority, process)
    email = address_key(email.strip())
    if _has_role(email, role, authority, process):
        raise Refusal("role_is_given", field="email")
    _open_ones(authority, process).filter(role=role, email=email).update(revoked_at=at)
    invitation = Invitation.objects.create(
        authority=authority, process=process, role=role, email=email, nonce=secrets.token_urlsafe(16)[:22],
        invited_by=actor, invited_at=at, expires_at=at + VALID_FOR,
    )  # fmt: skip
    record(
        "processes.invited", actor=actor, target=invitation, at=at, authority_id=authority.pk,
        process_id=process.pk if process else None, role=role,
    )  # fmt: skip
    known = Person.objects.filter(email=email).first()
    language = known.language if known else (authority.languages or ["fi"])[0]
    owe(
        "processes.invited", to=Receiver(language=language, address=email), authority=authority, at=at,
        invitation=invitation.pk,
    )  # fmt: skip
    return invitation


@transaction.atomic
def revoke_invitation(*, actor: Person, invitation: Invitation, at: datetime) -> Invitation:
    """Take an offer back: its link stops working.

    Raises Refusal: not_your_role, role_not_yours_to_give, invitation_used.
    """
    invitation = _lock(invitation)
    _require_giver(actor, invitation.role, invitation.authority, invitation.process)
    if invitation.accepted_at is not None:
        raise Refusal("invitation_used")
    if invitation.revoked_at is None:
        invitation.revoked_at = at
        invitation.save(update_fields=["revoked_at"])
        record(
            "processes.invitation_revoked", actor=actor, target=invitation, at=at, authority_id=invitation.authority_id,
            process_id=invitation.process_id,
        )  # fmt: skip
    return invitation


@transaction.atomic
def accept_invitation(*, actor: Person, invitation: Invitation, at: datetime) -> Invitation:
    """Take the role that was offered to one's own confirmed e-mail address.

    Raises Refusal: invitation_used, invitation_revoked, invitation_expired, invitation_for_another.
    """
    invitation = _lock(invitation)
    _require_open(invitation, at)
    person = Person.objects.select_for_update().get(pk=actor.pk)
    if person.is_guest or not _is_own(person, invitation):
        raise Refusal("invitation_for_another", status=403)
    try:
        _require_giver(invitation.invited_by, invitation.role, invitation.authority, invitation.process)
    except Refusal:
        raise Refusal("invitation_revoked") from None
    invitation.accepted_at, invitation.accepted_by = at, person
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    _give(invitation, person, at)
    record(
        "processes.role_given", actor=person, target=person, at=at, authority_id=invitation.authority_id,
        process_id=invitation.process_id, role=invitation.role, invitation=invitation.pk,
    )  # fmt: skip
    return invitation


@transaction.atomic
def end_process_role(*, actor: Person, role: ProcessRole, at: datetime) -> ProcessRole:
    """End somebody's role in one process: it stops working at their next request.

    Raises Refusal: not_your_role, role_has_ended.
    """
    role = (
        ProcessRole.objects.select_for_update(of=("self",)).select_related("process__owner", "person").get(pk=role.pk)
    )
    require_staff(actor, "give_roles", role.process)
    if role.ended_at is not None:
        raise Refusal("role_has_ended")
    role.ended_at = at
    role.save(update_fields=["ended_at"])
    record("processes.role_ended", actor=actor, target=role.person, at=at, process=role.process, role=role.role)
    owe("people.role_ended", to=receiver_of(role.person), authority=role.process.owner, at=at, role=role.role)
    return role


def is_open(invitation: Invitation, at: datetime) -> bool:
    return invitation.accepted_at is None and invitation.revoked_at is None and at < invitation.expires_at


def _require_open(invitation: Invitation, at: datetime) -> None:
    if invitation.accepted_at is not None:
        raise Refusal("invitation_used", status=410)
    if invitation.revoked_at is not None:
        raise Refusal("invitation_revoked", status=410)
    if at >= invitation.expires_at:
        raise Refusal("invitation_expired", status=410)


def _require_giver(actor: Person | None, role: str, authority: Authority, process: Process | None) -> None:
    if actor is None:
        raise Refusal("not_your_role", status=403)
    if process is None:
        require_giver(actor, role, authority)
        return
    require_staff(actor, "give_roles", process)
    if role not in ROLES or not ROLES[role].for_process:
        raise Refusal("unknown_role", field="role")


def _has_role(email: str, role: str, authority: Authority, process: Process | None) -> bool:
    who = {"person__email": email, "role": role, "ended_at": None}
    if process is None:
        return RoleGrant.objects.filter(authority=authority, **who).exists()
    return ProcessRole.objects.filter(process=process, **who).exists()


def _open_ones(authority: Authority, process: Process | None) -> QuerySet[Invitation]:
    return Invitation.objects.filter(authority=authority, process=process, accepted_at=None, revoked_at=None)


def _is_own(person: Person, invitation: Invitation) -> bool:
    return person.level >= Person.Level.EMAIL and same_address(person.email, invitation.email)


def _give(invitation: Invitation, person: Person, at: datetime) -> None:
    given = {"given_at": at, "given_by": invitation.invited_by}
    if invitation.process is None:
        RoleGrant.objects.get_or_create(
            person=person, authority=invitation.authority, role=invitation.role, ended_at=None, defaults=given
        )
    else:
        ProcessRole.objects.get_or_create(
            person=person, process=invitation.process, role=invitation.role, ended_at=None, defaults=given
        )


def _lock(invitation: Invitation) -> Invitation:
    return (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("authority", "process", "process__owner", "invited_by")
        .get(pk=invitation.pk)
    )
