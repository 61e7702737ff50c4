"""The table goes straight to a comment by its number, and is narrowed to days as they are in Helsinki."""

from datetime import UTC, date, datetime

import pytest

from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, KeptGroups, Sender
from yhdyspinta.material.models import SavedView
from yhdyspinta.material.tests.scene import comments_on, path_of
from yhdyspinta.places.models import Area

pytestmark = pytest.mark.django_db


@pytest.fixture
def arrived(sections):
    """One just before midnight of Helsinki, one half an hour into 20 November, one on its evening, one the next day."""
    times = ((19, 21, 59), (19, 22, 30), (20, 21, 30), (21, 10, 0))
    found = comments_on(sections[0], len(times))
    for one, (day, hour, minute) in zip(found, times, strict=True):
        at = datetime(2026, 11, day, hour, minute, tzinfo=UTC)
        Comment.objects.filter(pk=one.pk).update(arrived_at=at, public_text=f"sana{one.number}")
    return [one.number for one in found]


def in_parts(name, day, month=11, year=2026):
    return {f"{name}-day": day, f"{name}-month": month, f"{name}-year": year}


def numbers(client, activity, language="fi", **query):
    page = client.get(path_of(activity, "table", language), query)
    assert page.status_code == 200, query
    return [row["comment"].number for row in page.context["rows"]]


def test_days_are_those_of_helsinki_and_both_are_counted_in(desk, activity, arrived):
    eve, night, evening, after = arrived
    for query, wanted in (
        (in_parts("since", 20), [after, evening, night]),
        (in_parts("until", 20), [evening, night, eve]),
        (in_parts("since", 20) | in_parts("until", 20), [evening, night]),
        ({"since": "2026-11-20", "until": "2026-11-20"}, [evening, night]),
        (in_parts("since", 22), []),
    ):
        assert numbers(desk, activity, **query) == wanted, query


def test_the_days_stay_in_the_form_the_pages_the_kept_views_and_the_file(desk, activity, arrived):
    query = "since=2026-11-20&until=2026-11-20"
    response = desk.get(path_of(activity, "table"), in_parts("since", 20) | in_parts("until", 20))
    page = response.content.decode()
    assert response.context["wanted"].query == query
    assert response.context["filtering"]["since"].value() == date(2026, 11, 20)
    assert "Saapunut alkaen: pe\N{NO-BREAK SPACE}20.11.2026" in page  # on paper
    saved = desk.post(path_of(activity, "save_view"), {"name": "Perjantai", "query": query})
    assert saved.status_code == 302
    assert SavedView.objects.get().query == query
    assert numbers(desk, activity, **dict(part.split("=") for part in SavedView.objects.get().query.split("&")))
    file = b"".join(desk.post(path_of(activity, "download"), {"query": query}).streaming_content).decode("utf-8-sig")
    assert len(file.strip().splitlines()) == 3


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "Kalenterissa"), ("sv", "kalendern"), ("en", "no such date in the calendar")],
)
def test_a_day_that_is_none_is_told_at_its_field_and_stays_as_it_was_typed(desk, activity, arrived, language, words):
    response = desk.get(path_of(activity, "table", language), in_parts("since", 31))
    page = response.content.decode()
    assert response.status_code == 422
    assert words in page
    assert 'href="#filter-since-day"' in page
    assert 'value="31"' in page


def test_a_day_in_an_address_that_is_none_is_refused(desk, activity):
    assert desk.get(path_of(activity, "table"), {"since": "2026-13-01"}).status_code == 400
    assert desk.get(path_of(activity, "table"), {"until": "eilen"}).status_code == 400


def test_days_do_not_take_a_few_of_a_municipality_apart(desk, activity, arrived):
    """ADR 10: on which day somebody commented tells of them, as their capacity does."""
    home = Area.objects.filter(kind="municipality").first()
    Sender.objects.update(municipality=home, listed_until=Comment.objects.latest("pk").pk)
    KeptGroups.objects.create(activity=activity, homes={home.code: 5}, limit=5, taken_at=clock.now())
    response = desk.get(path_of(activity, "table"), in_parts("since", 20) | {"municipality": home.pk})
    assert response.status_code == 400


@pytest.mark.parametrize("typed", ["{}", " {} ", "#{}"])
def test_a_number_leads_straight_to_its_comment_whatever_else_is_chosen(desk, activity, arrived, typed):
    response = desk.get(path_of(activity, "table"), {"number": typed.format(arrived[1]), "channel": "paper"})
    assert response.status_code == 302
    assert response.url == path_of(activity, "comment", number=arrived[1])
    assert desk.get(response.url).status_code == 200


@pytest.mark.parametrize("typed", ["99999", "kolme", "-1", "1" * 30])
def test_a_number_that_is_not_here_is_told_and_the_choices_stay(desk, activity, arrived, typed):
    response = desk.get(path_of(activity, "table"), {"number": typed, "channel": "paper"}, follow=True)
    assert response.redirect_chain[-1][0] == path_of(activity, "table") + "?channel=paper"
    assert "ei ole" in response.content.decode()
