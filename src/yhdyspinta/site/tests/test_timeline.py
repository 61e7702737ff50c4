"""The phases of a process on its page, and what a row of results is about."""

from datetime import timedelta

import pytest

from tests import factories
from yhdyspinta.audit import clock
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
    assert 'href="https://example.org/91">§\N{NO-BREAK SPACE}91' in loop


def test_a_round_opened_early_is_now_on_every_page_and_preparing_is_over(client, process):
    """The round's own times say when its phase runs; the dates that the phase was planned with are not shown."""
    now = clock.now()
    activity = process.activities.get()
    activity.stages.update(opens_at=now - timedelta(hours=2), closes_at=now + timedelta(days=9))
    planned = {"starts_at": now + timedelta(days=2000), "ends_at": now + timedelta(days=2030)}
    Phase.objects.filter(pk=activity.phase_id).update(title={"fi": "Kuuleminen"}, when_words={}, **planned)
    Phase.objects.create(
        process=process, position=0, kind="preparation", title={"fi": "Luonnostelu"},
        starts_at=now - timedelta(days=3), ends_at=planned["starts_at"],
    )  # fmt: skip
    year = str(planned["starts_at"].year)
    staff = factories.signed_in(factories.staff(process.owner))
    pages = {
        "round": client.get(f"{PAGE}comment-round/{activity.slug}/"),
        "process": client.get(PAGE),
        "calendar": client.get(f"{PAGE}calendar.ics"),
        "overview": staff.get("/keski-suomi/fi/desk/processes/toimintamallit/"),
        "timeline": staff.get("/keski-suomi/fi/desk/processes/toimintamallit/timeline/"),
        "front": client.get("/keski-suomi/fi/"),
    }
    for name, response in pages.items():
        assert response.status_code == 200, name
    for name in ("round", "process"):
        line = pages[name].content.decode().split('<ol class="y-phases', 1)[1]
        assert line.index("Luonnostelu") < line.index('aria-current="step"') < line.index("Kuuleminen")
    for name in ("overview", "timeline", "round"):
        assert f".{year}" not in pages[name].content.decode(), name
    assert f"DTSTART;TZID=Europe/Helsinki:{year}" not in pages["calendar"].content.decode()
    assert f"{year}" not in pages["front"].content.decode().split("<main", 1)[1].split("</main", 1)[0]


def test_the_front_page_of_a_partner_says_whose_the_process_is(client, process):
    partner = factories.authority("jyvaskyla", code="179")
    process.partnerships.create(authority=partner, joined_at=factories.EPOCH)
    name = process.owner.name["fi"]
    assert name in client.get("/jyvaskyla/fi/").content.decode().split("<main", 1)[1]
