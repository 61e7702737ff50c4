"""The kinds of people who ask for every address, and the small world in which they ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.test import Client

from tests import factories
from tests.contract.kind_names import KINDS, PROCESS_ROLES, STAFF
from tests.contract.things import make_things
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Section
from yhdyspinta.people.models import Block, Organisation, Person, Representation
from yhdyspinta.people.skeletons import skeleton
from yhdyspinta.people.visitors import set_guest_cookie
from yhdyspinta.processes.models import Activity, Process, ProcessPartner, ProcessRole

__all__ = ["KINDS", "World", "make_world"]


@dataclass
class World:
    """One county with one open round in it, another county, a partner, and one person of each kind."""

    county: Authority
    other: Authority
    partner: Authority
    process: Process
    other_process: Process
    activity: Activity
    section: Section
    comment: Comment
    people: Mapping[str, Person]
    things: Mapping[str, Any]  # what the pieces of addresses name

    def client(self, kind: str) -> Client:
        """A browser of the kind of person, signed in where they have an account."""
        client = Client()
        if kind == "visitor":
            return client
        person = self.people[kind]
        if person.is_guest:
            from django.http import HttpResponse

            response = HttpResponse()
            set_guest_cookie(response, person)
            client.cookies = response.cookies
            return client
        return factories.signed_in(person, second_factor=not kind.endswith("_without_second_factor"))


def make_world() -> World:
    """Everything that the table's addresses name."""
    county = factories.authority(bilingual=False, postal_address={"fi": "Esimerkkikatu 1", "sv": "Esimerkkikatu 1"})
    other = factories.authority("keski-uusimaa", code="02")
    partner = factories.authority("jyvaskyla", code="", kind="municipality")
    process = factories.process(county)
    other_process = factories.process(county, slug="toinen")
    ProcessPartner.objects.create(process=process, authority=partner, joined_at=factories.EPOCH)
    activity = factories.activity(process)
    section = factories.document(activity).versions.get().sections.first()
    people = _people(county, other, partner, other_process)
    comment = factories.comment(people["receipt_holder"], section)
    now = clock.now()
    Block.objects.create(
        person=people["blocked"],
        authority=county,
        reason="Syy.",
        since=now - timedelta(days=1),
        until=now + timedelta(days=5),
    )
    things = make_things(county, process, activity, comment, factories.guest(), people["coordinator"])
    return World(county, other, partner, process, other_process, activity, section, comment, people, things)


def _people(county: Authority, other: Authority, partner: Authority, other_process: Process) -> dict[str, Person]:
    made = {
        "receipt_holder": factories.guest(),
        "email_confirmed": factories.person("email@example.org"),
        "strongly_identified": factories.person("vahva@example.org", level=Person.Level.STRONG),
        "organisation": factories.person("jarjesto@example.org"),
        "blocked": factories.person("estetty@example.org"),
        "partner_coordinator": factories.staff(partner, email="kumppani@example.org"),
        "coordinator_without_second_factor": factories.staff(county, email="yksi@example.org"),
        "operator_without_second_factor": factories.person("operaattori2@example.org", is_operator=True),
        "operator": factories.person("operaattori@example.org", is_operator=True),
    }
    made |= {role: factories.staff(county, role, f"{role}@example.org") for role in STAFF}
    for role in STAFF:
        made[f"{role}_of_another_authority"] = factories.staff(other, role, f"{role}@toinen.example.org")
    for role in PROCESS_ROLES:
        made[f"{role}_of_another_process"] = who = factories.person(f"{role}@muu.example.org")
        ProcessRole.objects.create(person=who, process=other_process, role=role, given_at=factories.EPOCH)
    name = "Esimerkkilän omaisyhdistys ry"
    organisation = Organisation.objects.create(
        authority=county, name=name, skeleton=skeleton(name), created_at=factories.EPOCH, verified_at=factories.EPOCH
    )
    Representation.objects.create(
        person=made["organisation"], organisation=organisation, since=factories.EPOCH, confirmed_at=factories.EPOCH
    )
    return made
