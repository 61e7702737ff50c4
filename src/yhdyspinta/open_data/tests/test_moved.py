"""A process that has passed to a successor: what was read of it by the API before leads to where it is now."""

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.open_data.api.openapi import document
from yhdyspinta.processes.actions import hand_over
from yhdyspinta.processes.models import Activity, Process

pytestmark = pytest.mark.django_db
OLD = "/api/v1/processes/keski-suomi/toimintamallit/"
NEW = "/api/v1/processes/pohjanmaa/toimintamallit/"
ENDS = (
    "", "phases/", "decisions/", "measures/", "activities/kommentointi/documents/", "activities/kommentointi/sections/",
    "activities/kommentointi/comments/", "activities/kommentointi/answers/", "activities/kommentointi/reports/",
)  # fmt: skip


@pytest.fixture
def successor(activity: Activity) -> Authority:
    """Who answers for the process now."""
    found = factories.authority("pohjanmaa", code="17")
    admin = factories.staff(activity.process.owner, "county_admin", "hallinto@example.org")
    hand_over(actor=admin, process=activity.process, successor=found, at=clock.now())
    return found


@pytest.mark.parametrize("end", ENDS)
def test_every_old_address_leads_to_the_new_one(successor: Authority, end: str) -> None:
    response = Client().get(f"{OLD}{end}?limit=5" if end else OLD)
    assert response.status_code == 301
    assert response.headers["Location"] == (f"{NEW}{end}?limit=5" if end else NEW)
    assert response.headers["Access-Control-Allow-Origin"] == "*"  # a page of another site follows it too
    assert Client().get(response.headers["Location"]).status_code == 200


def test_one_comment_is_found_by_the_address_that_a_file_had(activity: Activity, successor: Authority) -> None:
    from yhdyspinta.open_data.tests.conftest import section

    made = factories.comment(factories.person(), section(activity, 0), "Vanha sana.")
    found = Client().get(f"{OLD}activities/kommentointi/comments/{made.number}/", follow=True)
    assert found.redirect_chain == [(f"{NEW}activities/kommentointi/comments/{made.number}/", 301)]
    assert found.json()["text"] == "Vanha sana."


def test_p3_what_is_not_there_or_not_public_leads_nowhere(successor: Authority) -> None:
    for path in (f"{OLD}activities/muu/comments/", "/api/v1/processes/keski-suomi/muu/", "/api/v1/authorities/muu/"):
        assert Client().get(path, follow=True).status_code == 404
    Process.objects.update(published_at=None)
    assert Client().get(OLD).status_code == 404
    Process.objects.update(published_at=clock.now())
    Authority.objects.filter(pk=successor.pk).update(is_on=False)
    assert Client().get(OLD).status_code == 404


def test_the_description_tells_of_it() -> None:
    for path, told in document()["paths"].items():
        assert ("301" in told["get"]["responses"]) == ("{process}" in path)
