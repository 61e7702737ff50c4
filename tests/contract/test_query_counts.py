"""Any page asks the database at most 10 times, staff pages 15, and as often for many things as for three."""

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.contract.addresses import addresses
from tests.contract.asking import ask
from tests.contract.kinds import World
from tests.contract.permission_table import TABLE
from yhdyspinta.answers.models import Answer
from yhdyspinta.audit import clock
from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.documents.models import DocumentVersion, Section, SectionText
from yhdyspinta.notices.models import Notice
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.people.models import Organisation, Person, Representation, RoleGrant
from yhdyspinta.processes.models import Follow, Process, ProcessRole

pytestmark = pytest.mark.django_db
PUBLIC, STAFF = 10, 15
#: What the test itself, the session and the account library ask; no page's own doing.
NOT_COUNTED = re.compile(r"^(SAVEPOINT|RELEASE|ROLLBACK)")

#: Asks each app for the person's own data: the number is that of the apps, however much data there is.
OVER = {"people:download": 37}


def grow(world: World, count: int) -> None:
    """So many more of everything that pages list."""
    grow_comments(world, count)
    grow_beside(world, count)
    grow_work(world, count)


def grow_work(world: World, count: int) -> None:
    """Answers, outcomes, measures, people's roles, followers, organisations, notices and lines of the trail."""
    now, words = clock.now(), {"fi": "Sanat", "sv": "Ord", "en": "Words"}
    start = Answer.objects.count() + 100
    Answer.objects.bulk_create(
        Answer(
            activity=world.activity, number=start + place, title=words, body=words, handling="accepted", created_at=now,
            saved_at=now, published_at=now if place % 2 else None,
        )
        for place in range(count)
    )  # fmt: skip
    Outcome.objects.bulk_create(
        Outcome(process=world.process, kind="decided", title=words, on=now.date(), created_at=now, published_at=now)
        for _ in range(count)
    )
    Measure.objects.bulk_create(
        Measure(
            process=world.process, promise=words, we_decided=words, owner_name={"fi": "Yksikkö"}, created_at=now,
            published_at=now,
        )
        for _ in range(count)
    )  # fmt: skip
    people = Person.objects.bulk_create(
        Person(email=f"kasvu-{start}-{place}@example.org", name=f"Kasvu {place}", created_at=now)
        for place in range(count)
    )
    RoleGrant.objects.bulk_create(
        RoleGrant(person=one, authority=world.county, role="viewer", given_at=now) for one in people
    )
    ProcessRole.objects.bulk_create(
        ProcessRole(person=one, process=world.process, role="viewer", given_at=now) for one in people
    )
    Follow.objects.bulk_create(
        Follow(process=world.process, person=one, language="fi", nonce=uuid4().hex[:22], since=now) for one in people
    )
    organisations = Organisation.objects.bulk_create(
        Organisation(
            authority=world.county, name=f"Yhdistys {start} {place}", skeleton=f"y {start} {place}", created_at=now
        )
        for place in range(count)
    )
    Representation.objects.bulk_create(
        Representation(person=one, organisation=organisation, since=now)
        for one, organisation in zip(people, organisations, strict=True)
    )
    Notice.objects.bulk_create(
        Notice(
            kind="processes.paused", person=world.people[kind], language="fi", authority=world.county, owed_at=now,
            values={"process": world.process.slug, "owner": world.county.slug, "title": words}, state="parked",
        )
        for _ in range(count)
        for kind in ("email_confirmed", "coordinator", "operator")
    )  # fmt: skip
    for one in people:
        record(
            "processes.role_ended", actor=one, target=one, at=now, authority_id=world.county.pk,
            process_id=world.process.pk, role="viewer",
        )  # fmt: skip


def grow_comments(world: World, count: int) -> None:
    """Comments on the document's first section."""
    now = clock.now()
    senders = Sender.objects.bulk_create(
        Sender(activity=world.activity, person=factories.guest(), language="fi", first_at=now, capacities=["resident"])
        for _ in range(count)
    )
    receipts = Receipt.objects.bulk_create(
        Receipt(
            activity=world.activity, sender=sender, key=uuid4(), nonce=f"n{sender.pk}",
            code_hash=f"h{sender.pk}", at=now, language="fi",
        )
        for sender in senders
    )  # fmt: skip
    model = Comment.objects.get(pk=world.comment.pk)
    first = Comment.objects.filter(activity=world.activity).count() + 100
    copies = []
    for place, (sender, receipt) in enumerate(zip(senders, receipts, strict=True)):
        copy = Comment.objects.get(pk=model.pk)
        copy.pk, copy.number, copy.sender, copy.receipt = None, first + place, sender, receipt
        copy._state.adding = True
        copy.state = "waiting" if place % 3 == 0 else "visible"
        copies.append(copy)
    Comment.objects.bulk_create(copies)


def grow_beside(world: World, count: int) -> None:
    """Sections in the draft, and processes beside it."""
    now, section = clock.now(), world.section
    draft = DocumentVersion.objects.get(document=section.version.document, number=2)
    made = Section.objects.bulk_create(
        Section(version=draft, position=100 + count + place, number=str(place), anchor=f"lisa-{count}-{place}")
        for place in range(count)
    )
    SectionText.objects.bulk_create(
        SectionText(section=one, language=language, heading="Lisä", body="Sanat.")
        for one in made
        for language in ("fi", "sv")
    )
    Process.objects.bulk_create(
        Process(
            owner=world.county, slug=f"asia-{count}-{place}", title={"fi": "Asia"}, summary={"fi": "Sanat"}, created_at=now,
            published_at=now, preview_nonce="x",
        )
        for place in range(count)
    )  # fmt: skip


def counted(world: World) -> dict[str, int]:
    found = {}
    clients = {
        kind: world.client(kind) for kind in ("operator", "coordinator", "receipt_holder", "visitor", "email_confirmed")
    }
    for one in addresses():
        who = TABLE[one.label][0]
        if not who:
            continue
        kind = next(
            (
                kind
                for kind in ("visitor", "receipt_holder", "email_confirmed", "coordinator", "operator")
                if kind in who
            ),
            "",
        )
        if not kind:
            continue
        path = one.path(world.things)
        kind = "coordinator" if "/desk/" in path and "coordinator" in who else "operator" if "/desk/" in path else kind
        with CaptureQueriesContext(connection) as queries:
            response = ask(clients[kind], "GET", path)
        if response.status_code == 200:
            asked = [query["sql"] for query in queries if not NOT_COUNTED.match(query["sql"])]
            found[one.label] = len(asked)
    return found


@pytest.fixture(scope="module")
def counts(world: World) -> tuple[dict[str, int], dict[str, int]]:
    grow(world, 3)
    few = counted(world)
    grow(world, 297)
    return few, counted(world)


def test_o4_no_page_asks_more_often_for_more(counts: tuple[dict[str, int], dict[str, int]]) -> None:
    few, many = counts
    assert {label: (few[label], many[label]) for label in few if many[label] > few[label]} == {}


def test_no_page_asks_too_often(counts: tuple[dict[str, int], dict[str, int]]) -> None:
    _few, many = counts
    desk = {one.label for one in addresses() if one.label in many}
    assert len(desk) > 80
    over = {
        label: count for label, count in many.items() if count > OVER.get(label, STAFF if is_staff(label) else PUBLIC)
    }
    assert over == {}


def is_staff(label: str) -> bool:
    who = TABLE[label][0]
    return bool(who) and "visitor" not in who and "email_confirmed" not in who and "receipt_holder" not in who
