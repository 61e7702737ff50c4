"""Lists of staff and of one's own writings end nowhere silently: everything is reached by their pages."""

import re
from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.notices.models import Notice
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.people.models import Block, Organisation, Person, RoleGrant
from yhdyspinta.processes.models import Invitation, ProcessRole

pytestmark = pytest.mark.django_db


class World:
    """So many rows of one kind, each with its number in the page's text."""

    def __init__(self):
        self.at = clock.now()
        self.county = factories.authority()
        self.process = factories.process(self.county)
        self.admin = factories.staff(self.county, "county_admin")

    def people(self, many):
        start = Person.objects.count()
        return Person.objects.bulk_create(
            Person(email=f"p{start + number}@example.org", name=f"row{number:03}", created_at=self.at)
            for number in many
        )

    def roles(self, many):
        RoleGrant.objects.bulk_create(
            RoleGrant(person=one, authority=self.county, role="viewer", given_at=self.at) for one in self.people(many)
        )

    def process_roles(self, many):
        ProcessRole.objects.bulk_create(
            ProcessRole(person=one, process=self.process, role="viewer", given_at=self.at) for one in self.people(many)
        )

    def invitations(self, many):
        Invitation.objects.bulk_create(
            Invitation(
                authority=self.county, role="viewer", email=f"row{number:03}@example.org", nonce=uuid4().hex[:22],
                invited_at=self.at, expires_at=self.at + timedelta(days=9),
            )
            for number in many
        )  # fmt: skip

    def blocks(self, many):
        Block.objects.bulk_create(
            Block(
                person=one, authority=self.county, reason="Häirintä", since=self.at,
                until=self.at + timedelta(days=9),
            )
            for one in self.people(many)
        )  # fmt: skip

    def parked(self, many):
        Notice.objects.bulk_create(
            Notice(
                kind="x", language="fi", authority=self.county, state="parked", owed_at=self.at,
                address=f"row{number:03}@example.org",
            )
            for number in many
        )  # fmt: skip

    def organisations(self, many):
        Organisation.objects.bulk_create(
            Organisation(
                authority=self.county, name=f"row{number:03}", skeleton=f"row{number}", created_at=self.at,
                verified_at=self.at if number % 2 else None,
            )
            for number in many
        )  # fmt: skip

    def outcomes(self, many):
        Outcome.objects.bulk_create(
            Outcome(
                process=self.process, kind="decision", title={"fi": f"row{number:03}"}, on=self.at.date(),
                created_at=self.at,
            )
            for number in many
        )  # fmt: skip

    def measures(self, many):
        Measure.objects.bulk_create(
            Measure(process=self.process, promise={"fi": f"row{number:03}"}, created_at=self.at) for number in many
        )

    def writings(self, many):
        first = Comment.objects.first()
        if first is None:
            section = factories.document(factories.activity(self.process)).versions.get().sections.first()
            first = factories.comment(self.admin, section)
        Comment.objects.bulk_create(
            Comment(
                activity=first.activity, number=1_000 + number, thread=first.thread, sender=first.sender,
                receipt=first.receipt, text=f"row{number:03}", public_text="x", language="fi", state="visible",
                arrived_at=self.at, entered_at=self.at,
            )
            for number in many
        )  # fmt: skip


LISTS = {
    "roles": "desk/people/",
    "invitations": "desk/people/",
    "process_roles": "desk/processes/toimintamallit/people/",
    "blocks": "desk/blocked/",
    "parked": "desk/messages/",
    "organisations": "desk/organisations/",
    "outcomes": "desk/processes/toimintamallit/outcomes/",
    "measures": "desk/processes/toimintamallit/outcomes/",
    "writings": "my-data/contributions/",
}


@pytest.fixture
def world():
    return World()


def walk(client, path):
    """Every row in the order of the pages."""
    seen, url = [], path
    while url:
        page = client.get(url).content.decode()
        main = page[page.index("<main") :]
        seen += list(dict.fromkeys(re.findall(r"row\d{3}", main)))
        found = re.search(r'rel="next" href="([^"]+)"', main)
        url = path + unescape(found[1]) if found else ""
    return seen


@pytest.mark.parametrize("name", LISTS)
def test_everything_is_reached_once_and_the_queries_do_not_grow(world, name):
    client = factories.signed_in(world.admin)
    path = f"/keski-suomi/fi/{LISTS[name]}"
    counts = []
    for many in (range(3), range(3, 300)):
        getattr(world, name)(many)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 15, counts
    seen = walk(client, path)
    assert len(seen) == 300
    assert set(seen) == {f"row{number:03}" for number in range(300)}
    if name == "organisations":
        assert [int(row[3:]) % 2 for row in seen] == [0] * 150 + [1] * 150
    assert client.get(path, dict.fromkeys(("after", "invitations", "decisions", "measures"), "x")).status_code == 400
