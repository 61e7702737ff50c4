"""The phases of a process on its page, and what a row of results is about."""

from datetime import timedelta

import pytest

from tests import factories
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.processes.models import Phase

pytestmark = pytest.mark.django_db
PAGE = "/keski-suomi/fi/processes/toimintamallit/"


def test_phases_are_listed_once_in_the_order_of_time_with_the_way_to_the_round(client, process):
    activity = process.activities.get()
    at = factories.EPOCH
    later = {"Vastaukset": 60, "Työpajat": 40}
    for position, (name, days) in enumerate(later.items(), start=5):
        Phase.objects.create(
            process=process, position=position, kind="workshops", title={"fi": name},
            starts_at=at + timedelta(days=days), ends_at=at + timedelta(days=days, hours=2),
            place={"fi": "Kirjasto"} if name == "Työpajat" else {},
        )  # fmt: skip
    page = client.get(PAGE).content.decode()
    listed = page[page.index('id="phases"') :]
    assert listed.index("Työpajat") < listed.index("Vastaukset")
    assert page.index("Työpajat") < page.index("Vastaukset")
    assert page.count("Työpajat") == 2  # the line and the list
    assert "Kirjasto" in listed
    for phase in Phase.objects.filter(process=process):
        assert f'id="phase-{phase.pk}"' in listed
    assert f"comment-round/{activity.slug}/" in listed


def test_the_front_page_names_the_matter_and_links_the_section_of_the_decision(client, process):
    at = factories.EPOCH
    outcome = Outcome.objects.create(
        process=process, kind="decided", title={"fi": "Päätös"}, body_name={"fi": "Aluehallitus"}, on=at.date(),
        section_number="91", link="https://example.org/91", published_at=at, created_at=at,
    )  # fmt: skip
    Measure.objects.create(
        process=process, outcome=outcome, you_said={"fi": "Määräaika"}, we_decided={"fi": "30 päivää"},
        state="done", published_at=at, created_at=at,
    )  # fmt: skip
    page = client.get("/keski-suomi/fi/").content.decode()
    loop = page[page.index('class="y-loop"') :]
    assert f'href="{PAGE}"' in loop
    assert loop.index("y-loop__matter") < loop.index("Määräaika")
    assert 'href="https://example.org/91">§ 91' in loop
