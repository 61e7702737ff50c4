"""Requests for statements: who asks is told, and the last day for them is a whole day."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.intake.importing.atom import until
from yhdyspinta.open_data.models import BroughtRequest
from yhdyspinta.open_data.tests.test_statements import entry, listed, send
from yhdyspinta.processes.models import Process, Stage
from yhdyspinta.site.tests.received import EXPORT, table
from yhdyspinta.ui.dates import HELSINKI, in_helsinki

pytestmark = pytest.mark.django_db


@pytest.fixture
def bertta(db) -> Client:
    return factories.signed_in(factories.staff(factories.authority(bilingual=True)))


def test_who_asks_stands_in_the_background_and_in_the_register(bertta: Client) -> None:
    assert send(bertta, listed(entry())).status_code == 302
    assert BroughtRequest.objects.get().organisation == "Esimerkkivirasto"
    assert Process.objects.get().background["fi"].startswith("Lausuntoja pyytää: Esimerkkivirasto\n\nLuonnos")
    county = Process.objects.get().owner
    risto = factories.signed_in(factories.staff(county, "registrar", "risto@example.org"))
    head, row = table(risto.post(EXPORT))
    assert dict(zip(head, row, strict=True))["Järjestö"] == "Esimerkkivirasto"


def test_each_language_says_it_in_its_own_words(bertta: Client) -> None:
    swedish = entry(name="Begäran").replace("<d:Id>", "<d:Language>sv</d:Language><d:Id>")
    assert send(bertta, listed(entry(), swedish)).status_code == 302
    background = Process.objects.get().background
    assert background["fi"].startswith("Lausuntoja pyytää: Esimerkkivirasto")
    assert background["sv"].startswith("Utlåtanden begärs av: Esimerkkivirasto")


def test_an_authoritys_own_request_needs_no_such_words(bertta: Client) -> None:
    own = entry().replace("Esimerkkivirasto", "Keski-Suomen hyvinvointialue")
    assert send(bertta, listed(own)).status_code == 302
    assert Process.objects.get().background["fi"] == "Luonnos & perustelut.\n\n- Yksi"


def test_a_name_that_is_too_long_is_told_at_its_field(bertta: Client) -> None:
    refused = send(bertta, listed(entry().replace("Esimerkkivirasto", "E" * 201)))
    assert refused.status_code == 422
    assert "OrganizationName" in refused.content.decode()
    assert not Process.objects.exists()


@pytest.mark.parametrize("time", ["", "T00:00:00", "T00:00:00.0000000"])
def test_a_deadline_that_is_a_day_leaves_that_day_open(bertta: Client, time: str) -> None:
    day = in_helsinki(clock.now()).date() + timedelta(days=30)
    assert send(bertta, listed(entry(deadline=f"{day.isoformat()}{time}"))).status_code == 302
    closes = in_helsinki(Stage.objects.get().closes_at)
    assert (closes.date(), closes.hour, closes.minute) == (day, 23, 59)


def test_a_deadline_with_a_time_is_that_time() -> None:
    assert until("2026-12-01T16:15:00") == datetime(2026, 12, 1, 16, 15, tzinfo=HELSINKI)
    midnight = until("2026-12-01T00:00:00+02:00")  # as we write a round that closes at midnight
    assert midnight is not None
    assert in_helsinki(midnight).date() == date(2026, 12, 1)
    assert in_helsinki(midnight).hour == 0
    assert until("sana") is None
