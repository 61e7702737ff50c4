from datetime import timedelta

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.processes.models import Process
from yhdyspinta.ui import dates

pytestmark = pytest.mark.django_db


def staff_client(person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session["second_factor"] = True
    session.save()
    return client


def path(world, rest: str = "", authority: str = "") -> str:
    return f"/{authority or world.county.slug}/fi/desk/processes/{world.activity.process.slug}/comment-round/{world.activity.slug}/{rest}"


def parts(name: str, at) -> dict[str, str]:
    local = dates.in_helsinki(at)
    return {
        f"{name}-day": str(local.day),
        f"{name}-month": str(local.month),
        f"{name}-year": str(local.year),
        f"{name}-time": f"{local.hour}.{local.minute:02}",
    }


def test_a_coordinator_sees_and_sets_the_round(world):
    factories.comment(factories.guest(), world.section)
    bertta = staff_client(factories.staff(world.county))
    assert bertta.get(path(world)).status_code == 200
    assert bertta.get(path(world, "settings/")).status_code == 200
    form = {
        "level": "0",
        "naming": "not_shown",
        "checked_before": "on",
        "grace_minutes": "10",
        "revision": str(world.activity.revision),
    }
    assert bertta.post(path(world, "settings/"), form).status_code == 303
    world.activity.refresh_from_db()
    assert world.activity.settings["round"]["checked_before"] is True
    assert bertta.post(path(world, "settings/"), form).status_code == 409  # somebody saved meanwhile


def test_times_that_cannot_be_are_told_at_the_field(world):
    bertta = staff_client(factories.staff(world.county))
    stage = world.activity.stages.get()
    good = {**parts("opens_at", stage.opens_at), **parts("closes_at", stage.closes_at), "revision": "1"}
    missing = {
        **good,
        "closes_at-day": "28",
        "closes_at-month": "3",
        "closes_at-year": "2027",
        "closes_at-time": "3.30",
    }
    answer = bertta.post(path(world, "times/"), missing)  # T3: the clocks go forward over it
    assert answer.status_code == 422
    backwards = {**parts("opens_at", stage.closes_at), **parts("closes_at", stage.opens_at)}
    assert bertta.post(path(world, "times/"), backwards).status_code == 422
    assert bertta.post(path(world, "times/"), good).status_code in {303, 422}


@pytest.mark.parametrize("rest", ["", "settings/", "times/"])
def test_p2_others_find_nothing(world, rest):
    other = factories.authority("uusimaa", code="02")
    for person in (factories.person("cai@example.org"), factories.staff(other, email="dora@example.org")):
        assert staff_client(person).get(path(world, rest)).status_code == 404
        assert staff_client(person).post(path(world, rest), {}).status_code in {404, 405}
    assert Client().get(path(world, rest)).url.startswith("/account/login/")
    viewer = staff_client(factories.staff(world.county, "viewer", "viivi@example.org"))
    assert viewer.get(path(world, rest)).status_code == (200 if not rest else 403)
    assert clock.now()


def test_f10_the_second_to_set_the_times_sees_both(world):
    bertta = staff_client(factories.staff(world.county))
    dag = staff_client(factories.staff(world.county, email="dag@example.org"))
    stage = world.activity.stages.get()
    first, second = (stage.closes_at + timedelta(days=days) for days in (1, 2))
    opens = parts("opens_at", stage.opens_at)
    assert 'name="revision" value="1"' in bertta.get(path(world, "times/")).content.decode()
    form = {**opens, "revision": "1"}
    assert bertta.post(path(world, "times/"), {**form, **parts("closes_at", first)}).status_code == 303
    typed = {**form, **parts("closes_at", second)}
    page = dag.post(path(world, "times/"), typed)
    assert page.status_code == 409
    told = page.context["differences"]
    assert [(row["theirs"], row["mine"]) for row in told] == [(dates.moment(first, "fi"), dates.moment(second, "fi"))]
    assert dates.moment(first, "fi") in page.content.decode()
    stage.refresh_from_db()
    assert (dates.moment(stage.closes_at, "fi"), stage.revision) == (dates.moment(first, "fi"), 2)
    assert dag.post(path(world, "times/"), {**typed, "revision": "2"}).status_code == 303
    stage.refresh_from_db()
    assert dates.moment(stage.closes_at, "fi") == dates.moment(second, "fi")


def test_f10_the_second_to_change_the_settings_sees_both(world):
    bertta = staff_client(factories.staff(world.county))
    form = {"level": "0", "naming": "not_shown", "grace_minutes": "10", "revision": "1"}
    assert bertta.post(path(world, "settings/"), {**form, "opens_replies": "on"}).status_code == 303
    page = bertta.post(path(world, "settings/"), {**form, "grace_minutes": "30", "opens_replies": "on"})
    assert page.status_code == 409
    assert [(row["theirs"], row["mine"]) for row in page.context["differences"]] == [("10", "30")]
    world.activity.refresh_from_db()
    assert world.activity.settings["round"]["grace_minutes"] == 10


def test_the_promised_time_is_told_in_the_readers_language(world):
    bertta = staff_client(factories.staff(world.county))
    stage = world.activity.stages.get()
    sooner = {**parts("opens_at", stage.opens_at), **parts("closes_at", stage.closes_at - timedelta(days=1))}
    page = bertta.post(path(world, "times/").replace("/fi/", "/sv/"), {**sooner, "revision": "1"})
    assert page.status_code == 422
    assert dates.moment(stage.closes_at, "sv") in page.content.decode()
    assert dates.moment(stage.closes_at, "fi") not in page.content.decode()


def test_a_round_of_a_draft_process_is_not_called_open(world):
    bertta = staff_client(factories.staff(world.county))
    assert ">Julkinen sivu</a>" in bertta.get(path(world)).content.decode()
    Process.objects.update(published_at=None)
    page = bertta.get(path(world)).content.decode()
    assert "Ei vielä julkinen" in page
    assert ">Julkinen sivu</a>" not in page
