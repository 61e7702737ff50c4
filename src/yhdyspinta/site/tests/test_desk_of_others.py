"""What waits for a registrar, what came from an event's tables, and the way back to one's own desk."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.intake.models import Batch, TableLink, TableNote
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.processes.models import ProcessPartner
from yhdyspinta.site.tests.test_desk import closed_round, page, tasks

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return factories.authority("pohjanmaa", code="15", bilingual=True)


def test_a_registrar_is_told_what_came_since_the_register_was_exported(county):
    registrar = factories.staff(county, "registrar", "kirjaamo@example.org")
    register = address("authorities:received", county, language="fi")
    assert tasks(registrar, county) == []
    section = closed_round(county)
    factories.comment(factories.guest(), section)
    shown = page(registrar, county)
    assert [task["href"] for task in shown.context["tasks"]] == [register]
    assert "1 prosessiin on tullut" in shown.content.decode()
    assert register not in tasks(factories.staff(county, "county_admin", "a@example.org"), county)
    assert signed_in(registrar).post(f"{register}export/").status_code == 200
    assert tasks(registrar, county) == []
    factories.comment(factories.guest(), section, "Viennin jälkeen tullut.")
    assert tasks(registrar, county) == [register]


def test_an_export_of_one_process_leaves_the_others_owed(county):
    """M49: one process's file took every other round off the registrar's desk."""
    registrar = factories.staff(county, "registrar", "kirjaamo@example.org")
    register = address("authorities:received", county, language="fi")
    first, second = closed_round(county), closed_round(county, "toinen")
    for place, section in enumerate((first, second, second)):
        factories.comment(factories.person(f"asukas{place}@example.org"), section)
    client = signed_in(registrar)

    def owed():
        return [one["url"].partition("process=")[2] for one in client.get(register).context["waiting"]]

    def export(**choices):
        assert client.post(f"{register}export/", choices).status_code == 200

    both = [section.version.document.activity.process.slug for section in (first, second)]
    assert owed() == both
    export(process=both[0])
    assert "1 prosessiin on tullut" in page(registrar, county).content.decode()
    assert owed() == [both[1]]
    export(process=both[1], channel="paper")
    tomorrow = clock.now() + timedelta(days=2)
    export(**{"since-day": tomorrow.day, "since-month": tomorrow.month, "since-year": tomorrow.year})
    assert tasks(registrar, county) == [register], "copies that leave it out do not cover it"
    early = clock.now() - timedelta(days=2)
    export(channel="online", **{"since-day": early.day, "since-month": early.month, "since-year": early.year})
    assert tasks(registrar, county) == [], "a copy of some days that leaves nothing out covers all"
    assert owed() == []
    for language, words in (
        ("fi", "Saapunut tai muuttunut viimeisimmän viennin jälkeen"),
        ("sv", "Inkommit eller ändrats efter"),
        ("en", "Received or changed after"),
    ):
        factories.comment(factories.person(f"{language}@example.org"), second)
        assert words in client.get(address("authorities:received", county, language=language)).content.decode()


def test_notes_from_the_tables_of_an_event_wait_on_the_desk(county):
    section = closed_round(county)
    now = clock.now()
    batch = Batch.objects.create(
        activity=section.version.document.activity, key=uuid4(), kind="event", name="Foorumi", channel="event",
        arrived_on=now.date(), language="fi", begun_at=now,
    )  # fmt: skip
    link = TableLink.objects.create(
        batch=batch, table="1", nonce="n" * 22, token_hash="h" * 64, made_at=now, expires_at=now, waiting_count=1
    )
    TableNote.objects.create(link=link, key=uuid4(), number=1, thread=section.thread, text="Sanottua.", came_at=now)
    channels = activity_address(section.version.document.activity, "intake:channels", language="fi")
    assert channels in tasks(factories.staff(county), county)
    assert (
        "1 pöytämuistiinpano odottaa"
        in signed_in(factories.staff(county, email="b@example.org")).get(channels).content.decode()
    )


def test_the_desk_of_an_owner_leads_back_to_the_partners_own(county):
    section = closed_round(county)
    factories.comment(factories.guest(), section)
    town = factories.authority("kaupunki", code="11")
    ProcessPartner.objects.create(
        process=section.version.document.activity.process, authority=town, joined_at=factories.EPOCH
    )
    partner = factories.staff(town, email="kumppani@example.org")
    work = tasks(partner, town)[0]
    assert work.startswith("/pohjanmaa/")
    back = f'href="{address("site:desk", town, language="fi")}"'
    assert back in signed_in(partner).get(work).content.decode()
    assert back not in signed_in(factories.staff(county)).get(work).content.decode()
