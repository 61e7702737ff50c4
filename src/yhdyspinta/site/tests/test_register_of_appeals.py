"""Appeals and reports are received too; an export with a choice that is not valid is refused."""

from datetime import timedelta

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit.models import Entry
from yhdyspinta.moderation.models import Appeal, Decision, Report
from yhdyspinta.site.tests.received import EXPORT, RECEIVED, World, table

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World()


def about_a_comment(world):
    """A report and an appeal, which are not public."""
    hidden = world.comment("Solvaus", state="hidden")
    at = world.at - timedelta(days=2)
    Report.objects.create(
        comment=hidden, person=factories.person(language="sv"), reason="other", words="Minusta.", at=at
    )
    decision = Decision.objects.create(comment=hidden, kind="hide", reason="insult", at=at)
    Appeal.objects.create(decision=decision, text="Olen eri mieltä.", at=world.at - timedelta(days=1))
    return hidden


def test_appeals_and_reports_are_received_too_and_never_public(world):
    hidden = about_a_comment(world)
    client = signed_in(world.risto)
    page = client.get(RECEIVED.format("en"))
    kinds = [(item["row"].kind, item["row"].publicity, item["path"]) for item in page.context["rows"]]
    assert kinds[1:] == [("Appeal", "Not public", ""), ("Report on a comment", "Not public", "")]
    report, appeal = table(client.post(EXPORT))[1:3]
    assert [report[9], appeal[9]] == ["Muu syy. Minusta.", "Olen eri mieltä."]
    assert {report[1], appeal[1]} == {"KSHVA/123/2026"}
    assert {report[3], appeal[3]} == {str(hidden.number)}
    assert [report[8], appeal[8]] == ["sv", "fi"]
    assert report[4].endswith(("+02:00", "+03:00"))
    other = factories.process(world.county, "toinen")
    for choice, wanted in (({"channel": "paper"}, 0), ({"process": other.slug}, 0), ({"channel": "online"}, 3)):
        assert len(client.get(RECEIVED.format("fi"), choice).context["rows"]) == wanted, choice
    cai = signed_in(factories.staff(factories.authority("pohjanmaa", code="17"), "registrar", "cai@example.org"))
    assert len(table(cai.post("/pohjanmaa/fi/desk/received/export/"))) == 1


def test_an_export_with_a_choice_that_is_not_valid_gives_no_file_but_the_error_at_its_field(world):
    world.comment("Näkyvä")
    data = {"since-day": "40", "since-month": "1", "since-year": "2026", "channel": "phone"}
    response = signed_in(world.risto).post(EXPORT, data)
    assert response.status_code == 422
    assert response["Content-Type"].startswith("text/html")
    assert set(response.context["form"].errors) == {"since"}
    assert 'value="40"' in response.content.decode()
    assert not Entry.objects.filter(verb="site.register_exported").exists()
