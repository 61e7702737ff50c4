"""Changes of people: roles, blocks, and what somebody sets for themselves."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.notices.outbox import Receiver, owe
from yhdyspinta.people.models import Block, Person, RoleGrant
from yhdyspinta.people.rules import require_ability, require_giver, roles_in
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

_LONGEST_BLOCK: Final = timedelta(days=731)
NAME_LENGTH: Final = 120


def receiver_of(person: Person) -> Receiver:
    """The person as somebody to whom a message is owed."""
    return Receiver(language=person.language, person=person, address=person.email or "", digest=person.digest)


@transaction.atomic
def end_role(*, actor: Person, grant: RoleGrant, at: datetime) -> RoleGrant:
    """End a role: it stops working at the person's next request.

    Raises Refusal: not_your_role, role_not_yours_to_give, role_has_ended, last_administrator.
    """
    authority = Authority.objects.select_for_update().get(pk=grant.authority_id)
    grant = RoleGrant.objects.select_for_update().get(pk=grant.pk)
    require_giver(actor, grant.role, authority)
    if grant.ended_at is not None:
        raise Refusal("role_has_ended")
    others = RoleGrant.objects.filter(authority=authority, role=grant.role, ended_at=None).exclude(pk=grant.pk)
    if grant.role == "county_admin" and not actor.is_operator and not others.exists():
        raise Refusal("last_administrator")
    grant.ended_at = at
    grant.save(update_fields=["ended_at"])
    record("people.role_ended", actor=actor, target=grant.person, at=at, authority_id=authority.pk, role=grant.role)
    owe("people.role_ended", to=receiver_of(grant.person), authority=authority, at=at, role=grant.role)
    return grant


@transaction.atomic
def block_person(
    *, actor: Person, person: Person, authority: Authority, reason: str, until: datetime, at: datetime
) -> Block:
    """Keep somebody from taking part in the authority's processes for a time; they are told the reason.

    Raises Refusal: not_your_role, staff_cannot_be_blocked, block_reason_missing, block_ends_in_past, block_too_long, is_blocked.
    """
    require_ability(actor, "block", authority)
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.is_operator or roles_in(person, authority):
        raise Refusal("staff_cannot_be_blocked")
    if not reason.strip():
        raise Refusal("block_reason_missing", field="reason")
    if until <= at:
        raise Refusal("block_ends_in_past", field="until")
    if until - at > _LONGEST_BLOCK:
        raise Refusal("block_too_long", field="until")
    if Block.objects.filter(person=person, authority=authority, lifted_at=None, until__gt=at).exists():
        raise Refusal("is_blocked")
    block = Block.objects.create(
        person=person, authority=authority, reason=reason.strip(), since=at, until=until, blocked_by=actor
    )
    record("people.blocked", actor=actor, target=person, at=at, authority_id=authority.pk, until=until.isoformat())
    owe("people.blocked", to=receiver_of(person), authority=authority, at=at, block=block.pk)
    return block


@transaction.atomic
def lift_block(*, actor: Person, block: Block, at: datetime) -> Block:
    """Let somebody take part again before the block's end.

    Raises Refusal: not_your_role, block_is_over.
    """
    block = Block.objects.select_for_update(of=("self",)).select_related("authority", "person").get(pk=block.pk)
    require_ability(actor, "block", block.authority)
    if block.lifted_at is not None or block.until <= at:
        raise Refusal("block_is_over")
    block.lifted_at = at
    block.save(update_fields=["lifted_at"])
    record("people.block_lifted", actor=actor, target=block.person, at=at, authority_id=block.authority_id)
    owe("people.block_lifted", to=receiver_of(block.person), authority=block.authority, at=at, block=block.pk)
    return block


@transaction.atomic
def rename_self(*, actor: Person, name: str, at: datetime) -> Person:
    """Set one's own name.

    Raises Refusal: guest_needs_account, name_too_long.
    """
    person = _own(actor)
    name = " ".join(name.split())
    if len(name) > NAME_LENGTH:
        raise Refusal("name_too_long", field="name", most=NAME_LENGTH)
    person.name = name
    person.save(update_fields=["name"])
    record("people.renamed", actor=person, target=person, at=at)
    return person


@transaction.atomic
def save_notice_settings(*, actor: Person, language: str, digest: str, at: datetime) -> Person:
    """Set the language of one's messages, and whether they come at once, once a day or only to the list here.

    Raises Refusal: guest_needs_account, unknown_language, unknown_choice.
    """
    person = _own(actor)
    if language not in INTERFACE_LANGUAGES:
        raise Refusal("unknown_language", field="language")
    if digest not in Person.Digest.values:
        raise Refusal("unknown_choice", field="digest")
    person.language, person.digest = language, digest
    person.save(update_fields=["language", "digest"])
    record("people.settings_saved", actor=person, target=person, at=at, language=language, digest=digest)
    return person


@transaction.atomic
def confirm_email(*, actor: Person, at: datetime) -> Person:
    """The person has shown that the e-mail address is theirs: raise the level to that."""
    person = Person.objects.select_for_update().get(pk=actor.pk)
    if person.level < Person.Level.EMAIL and not person.is_guest:
        person.level = Person.Level.EMAIL
        person.save(update_fields=["level"])
        record("people.email_confirmed", actor=person, target=person, at=at)
    return person


@transaction.atomic
def end_sessions(*, actor: Person, at: datetime) -> Person:
    """Sign the person out everywhere; the caller keeps the present session with `update_session_auth_hash`."""
    person = _own(actor)
    person.session_generation += 1
    person.save(update_fields=["session_generation"])
    record("people.signed_out_elsewhere", actor=person, target=person, at=at)
    return person


def _own(actor: Person) -> Person:
    if actor.is_guest:
        raise Refusal("guest_needs_account")
    return Person.objects.select_for_update().get(pk=actor.pk)
