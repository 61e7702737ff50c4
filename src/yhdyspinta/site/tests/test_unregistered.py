"""The registrar is told of every kind of row that the register has, and no longer once it is exported."""

from datetime import timedelta

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.moderation.models import Appeal, Decision, Report
from yhdyspinta.open_data.models import BroughtRequest
from yhdyspinta.site import register_rows as rows
from yhdyspinta.site import registrar_views
from yhdyspinta.site.registrar import Choices, sources
from yhdyspinta.site.tests.received import EXPORT, RECEIVED, World
from yhdyspinta.transfers.tests.scene import passed, replied

pytestmark = pytest.mark.django_db

DESK = "/keski-suomi/fi/desk/"
WORDS = "Vie saapuneet asianhallintaan"


@pytest.fixture
def world():
    made = World()
    made.old = made.comment("Ennen vientiä")
    made.town = factories.authority("kuvitelma", code="", kind="municipality", name={"fi": "Kuvitelma"})
    return made


def a_report(world):
    Report.objects.create(comment=world.old, person=factories.person("r@example.org"), reason="other", at=clock.now())


def an_appeal(world):
    decision = Decision.objects.create(comment=world.old, kind="hide", reason="insult", at=world.at)
    Appeal.objects.create(decision=decision, text="Olen eri mieltä.", at=clock.now())


def a_request(world):
    BroughtRequest.objects.create(authority=world.county, key="abc-1", process=world.process, at=clock.now())


def a_request_of_a_draft_that_is_gone(world):
    BroughtRequest.objects.create(authority=world.county, key="abc-2", at=clock.now())


def a_transfer(world):
    process = factories.process(world.town, "kunnan")
    section = factories.document(factories.activity(process)).versions.get().sections.first()
    comment = factories.comment(factories.person("k@example.org"), section, "Siirtyvä.")
    passed(comment, world.county, factories.staff(world.town, email="kunta@example.org"))


def a_reply(world):
    replied(
        passed(world.old, world.town, factories.staff(world.county)), factories.staff(world.town, "answerer", "v@x.fi")
    )


#: What makes a row of each kind, and whether the row belongs to a process.
MAKERS = {
    rows.COMMENT: (lambda world: world.comment("Viennin jälkeen"), True),
    rows.FEEDBACK: (lambda world: world.feedback(7, clock.now()), False),
    rows.APPEAL: (an_appeal, True),
    rows.REPORT: (a_report, True),
    rows.TRANSFER: (a_transfer, True),
    rows.REQUEST: (a_request, True),
    rows.REPLY: (a_reply, True),
}


def test_every_kind_of_row_is_tried_here(world):
    assert {source.rank for source in sources(world.county, Choices())} == set(MAKERS)
    assert all(source.moments for source in sources(world.county, Choices()))


@pytest.mark.parametrize("rank", MAKERS)
def test_the_desk_tells_of_every_kind_of_row_until_it_is_exported(world, rank):
    make, is_of_a_process = MAKERS[rank]
    client = signed_in(world.risto)
    client.post(EXPORT)
    before = clock.now()
    assert WORDS not in client.get(DESK).content.decode()
    make(world)
    assert WORDS in client.get(DESK).content.decode()
    page = client.get(RECEIVED.format("fi"))
    assert (len(page.context["waiting"]), page.context["is_own_waiting"]) == (is_of_a_process, not is_of_a_process)
    tomorrow = (before + timedelta(days=2)).date()
    client.post(EXPORT, {"since-day": tomorrow.day, "since-month": tomorrow.month, "since-year": tomorrow.year})
    assert WORDS in client.get(DESK).content.decode(), "that copy left it out"
    client.post(EXPORT, {"process": world.process.slug})
    is_covered = is_of_a_process and rank != rows.TRANSFER  # that one is of another authority's process
    assert (WORDS not in client.get(DESK).content.decode()) == is_covered
    client.post(EXPORT)
    assert WORDS not in client.get(DESK).content.decode()


def test_a_request_whose_draft_is_gone_is_told_too(world):
    client = signed_in(world.risto)
    client.post(EXPORT)
    a_request_of_a_draft_that_is_gone(world)
    page = client.get(RECEIVED.format("fi"))
    assert (page.context["waiting"], page.context["is_own_waiting"]) == ([], True)
    client.post(EXPORT)
    assert not client.get(RECEIVED.format("fi")).context["is_own_waiting"]


def test_a_process_older_than_those_listed_is_opened_by_its_link_and_found_by_its_name(world, monkeypatch):
    monkeypatch.setattr(registrar_views, "_LISTED", 2)
    for place in range(4):
        factories.process(world.county, f"uusi{place}", title={"fi": f"Uusi {place}"})
    oldest, client, page = world.process, signed_in(world.risto), RECEIVED.format("fi")
    client.post(EXPORT)
    assert f'value="{oldest.slug}"' not in client.get(page).content.decode()
    assert len(client.get(page, {"process": oldest.slug}).context["rows"]) == 1
    assert client.post(EXPORT, {"process": oldest.slug}).status_code == 200
    found = client.get(page, {"find": oldest.title["fi"][:8].lower()}).content.decode()
    assert f'value="{oldest.slug}"' in found
    assert 'value="uusi3"' not in found
    world.comment("Uusi vanhaan")
    assert [one["title"] for one in client.get(page).context["waiting"]] == [oldest.title["fi"]]
    assert client.get(page, {"process": "muualla/ei-ole"}).status_code == 422
