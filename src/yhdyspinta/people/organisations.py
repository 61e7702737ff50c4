"""Organisations whose representatives take part: their names, verification, and who speaks for them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from django.db import connection, transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.notices.outbox import owe
from yhdyspinta.people.actions import receiver_of
from yhdyspinta.people.models import Organisation, Person, Representation
from yhdyspinta.people.rules import require_ability
from yhdyspinta.people.skeletons import may_be_shown_as, skeleton
from yhdyspinta.wording.refusals import Refusal

NAME_LENGTH: Final = 160
#: Who speaks for an organisation no more, which one, who ended it, and when.
_Ending = Callable[[Person, Organisation, Person, datetime], None]
_ENDINGS: Final[list[_Ending]] = []


def register_ending(follow: _Ending) -> None:
    """What an app above does, in the same transaction, when somebody no longer speaks for an organisation."""
    _ENDINGS.append(follow)


@transaction.atomic
def represent_organisation(*, actor: Person, authority: Authority, name: str, at: datetime) -> Representation:
    """Say that one speaks for an organisation. A name that looks like an earlier one is that organisation.

    The organisation and its representative read "unconfirmed" until staff confirm them.
    Raises Refusal: name_missing, name_too_long, name_reads_as_staff.
    """
    organisation = find_or_add(actor=actor, authority=authority, name=name, at=at)
    made, is_new = Representation.objects.get_or_create(person=actor, organisation=organisation, defaults={"since": at})
    if is_new:
        record("people.represents", actor=actor, target=organisation, at=at, authority_id=authority.pk)
    return made


@transaction.atomic
def represent_organisations(
    *, actor: Person, authority: Authority, named: Sequence[tuple[Person, str]], at: datetime
) -> dict[int, Organisation]:
    """Somebody of the staff says of many people that each speaks for an organisation, as `represent_organisation` does of one.

    The organisation of each person by the person's key. Each organisation is looked for once, however many speak for it.
    """
    wanted = {skeleton(" ".join(name.split()), most=NAME_LENGTH) for _person, name in named}
    known = Organisation.objects.filter(authority=authority, skeleton__in=wanted)
    standing = keep_standing(known.values_list("pk", flat=True))
    names = {one.skeleton: one for one in known.filter(pk__in=standing)}
    found: dict[int, Organisation] = {}
    for person, name in named:
        seen_as = skeleton(" ".join(name.split()), most=NAME_LENGTH)
        if seen_as not in names:
            names[seen_as] = find_or_add(actor=person, authority=authority, name=name, at=at)
        found[person.pk] = names[seen_as]
    Representation.objects.bulk_create(
        [Representation(person_id=pk, organisation=one, since=at) for pk, one in found.items()], ignore_conflicts=True
    )
    numbers = Counter(one.pk for one in found.values())
    for organisation in names.values():
        record(
            "people.represent_together", actor=actor, target=organisation, at=at, authority_id=authority.pk,
            people=numbers[organisation.pk],
        )  # fmt: skip
    return found


@transaction.atomic
def represent_as_meant(*, actor: Person, person: Person, authority: Authority, name: str, at: datetime) -> Organisation:
    """Staff mend whom somebody speaks for: a name that only they gave, and nobody has confirmed, is spelled as meant.

    Raises what `represent_organisation` does.
    """
    name = " ".join(name.split())
    found = represent_organisation(actor=person, authority=authority, name=name, at=at).organisation
    shared = found.representations.exclude(person=person).exists() or found.statements.exists()
    if found.name != name and found.verified_at is None and not shared:
        found.name = name
        found.save(update_fields=["name"])
        record("people.organisation_mended", actor=actor, target=found, at=at, authority_id=authority.pk)
    return found


@transaction.atomic
def forget_mistyped(*, actor: Person, person: Person, organisation: Organisation, at: datetime) -> None:
    """Somebody for whom staff typed does not speak for this organisation; a name that nobody else gave goes.

    What an account of one's own says, or another of their comments, stays.
    """
    if not person.is_guest or person.senders.filter(organisation=organisation).exists():
        return
    organisation.representations.filter(person=person).delete()
    owner = organisation.authority_id
    record("people.representation_ended", actor=actor, target=organisation, at=at, authority_id=owner, person=person.pk)
    # the round is held already: a name that somebody else gives at this moment (`keep_standing`) is left alone, not waited for
    held = Organisation.objects.select_for_update(skip_locked=True).filter(pk=organisation.pk, verified_at=None).first()
    if held and not is_used(held):
        record("people.organisation_mended", actor=actor, target=held, at=at, authority_id=owner)
        held.delete()


def is_used(organisation: Organisation) -> bool:
    """Whether anybody speaks, has spoken or is asked to speak for the organisation."""
    asked = organisation.invitations.filter(revoked_at=None)
    others = (organisation.representations, organisation.senders, organisation.statements)
    return asked.exists() or any(rows.exists() for rows in others)


def keep_standing(organisations: Iterable[int]) -> set[int]:
    """Those of the organisations that stand, which nobody removes until the end of the transaction; one query.

    That a row names an organisation is checked at the end only, so whoever names one keeps it standing from the moment of
    finding it. Others may name it meanwhile too. One that is just being removed is waited for.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM people_organisation WHERE id = ANY(%s) ORDER BY id FOR KEY SHARE", [list(organisations)]
        )
        return {row[0] for row in cursor.fetchall()}


def why_not_named(name: str, authority: Authority) -> str:
    """The code of the reason why an organisation cannot have the name; "" where it can."""
    name = " ".join(name.split())
    if not skeleton(name, most=NAME_LENGTH):
        return "name_missing"
    if len(name) > NAME_LENGTH:
        return "name_too_long"
    return "" if may_be_shown_as(name, authority) else "name_reads_as_staff"


def find_or_add(*, actor: Person, authority: Authority, name: str, at: datetime) -> Organisation:
    """The organisation whose name looks like this, or a new one; it stands until the end of the transaction.

    Raises Refusal: name_missing, name_too_long, name_reads_as_staff.
    """
    name = " ".join(name.split())
    why_not = why_not_named(name, authority)
    if why_not:
        raise Refusal(why_not, field="organisation", most=NAME_LENGTH)
    seen_as = skeleton(name, most=NAME_LENGTH)
    given: dict[str, Any] = {"authority": authority, "skeleton": seen_as, "defaults": {"name": name, "created_at": at}}
    organisation, is_new = Organisation.objects.get_or_create(**given)
    while not is_new and not keep_standing([organisation.pk]):  # it was removed as mistyped at this very moment
        organisation, is_new = Organisation.objects.get_or_create(**given)
    if is_new:
        record("people.organisation_added", actor=actor, target=organisation, at=at, authority_id=authority.pk)
    return organisation


@transaction.atomic
def verify_organisation(*, actor: Person, organisation: Organisation, at: datetime) -> Organisation:
    """Confirm that the organisation exists under its name: "unconfirmed" goes from beside it.

    Raises Refusal: not_your_role.
    """
    organisation = (
        Organisation.objects.select_for_update(of=("self",), no_key=True)
        .select_related("authority")
        .get(pk=organisation.pk)
    )
    require_ability(actor, "moderate", organisation.authority)
    if organisation.verified_at is None:
        organisation.verified_at, organisation.verified_by = at, actor
        organisation.save(update_fields=["verified_at", "verified_by"])
        record(
            "people.organisation_verified",
            actor=actor,
            target=organisation,
            at=at,
            authority_id=organisation.authority_id,
        )
    return organisation


@transaction.atomic
def take_back_verification(*, actor: Person, organisation: Organisation, at: datetime) -> Organisation:
    """The organisation reads "unconfirmed" again.

    Raises Refusal: not_your_role.
    """
    organisation = (
        Organisation.objects.select_for_update(of=("self",), no_key=True)
        .select_related("authority")
        .get(pk=organisation.pk)
    )
    require_ability(actor, "moderate", organisation.authority)
    if organisation.verified_at is not None:
        organisation.verified_at = organisation.verified_by = None
        organisation.save(update_fields=["verified_at", "verified_by"])
        record(
            "people.organisation_unverified",
            actor=actor,
            target=organisation,
            at=at,
            authority_id=organisation.authority_id,
        )
    return organisation


@transaction.atomic
def confirm_representation(*, actor: Person, representation: Representation, at: datetime) -> Representation:
    """Confirm that somebody speaks for the organisation, and with it the organisation; they are told.

    Raises Refusal: not_your_role.
    """
    representation = _lock(representation)
    authority = representation.organisation.authority
    require_ability(actor, "moderate", authority)
    if representation.confirmed_at is None:
        representation.confirmed_at, representation.confirmed_by = at, actor
        representation.save(update_fields=["confirmed_at", "confirmed_by"])
        verify_organisation(actor=actor, organisation=representation.organisation, at=at)
        record(
            "people.representation_confirmed", actor=actor, target=representation.organisation, at=at,
            authority_id=authority.pk, person=representation.person_id,
        )  # fmt: skip
        owe(
            "people.representation_confirmed", to=receiver_of(representation.person), authority=authority, at=at,
            organisation=representation.organisation.name,
        )  # fmt: skip
    return representation


@transaction.atomic
def end_representation(*, actor: Person, representation: Representation, at: datetime) -> None:
    """Somebody no longer speaks for the organisation: by themselves, or by staff.

    Raises Refusal: not_your_role.
    """
    representation = _lock(representation)
    authority = representation.organisation.authority
    if representation.person_id != actor.pk:
        require_ability(actor, "moderate", authority)
    record(
        "people.representation_ended", actor=actor, target=representation.organisation, at=at, authority_id=authority.pk,
        person=representation.person_id,
    )  # fmt: skip
    for follow in _ENDINGS:
        follow(representation.person, representation.organisation, actor, at)
    representation.delete()


def _lock(representation: Representation) -> Representation:
    return (
        Representation.objects.select_for_update(of=("self",))
        .select_related("organisation__authority", "person")
        .get(pk=representation.pk)
    )
