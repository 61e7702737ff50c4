"""A round that was held in another service says so on each of its public pages, and offers no way to take part."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.intake.models import EarlierRound
from yhdyspinta.methods.comment_rounds.queries import phases_of
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.models import Phase, Process, Stage
from yhdyspinta.ui.dates import HELSINKI

pytestmark = pytest.mark.django_db
WORDS = {
    "fi": "Kierros pidettiin muussa palvelussa: Webropol, la\xa01.3.2025 – ma\xa031.3.2025.",
    "sv": "Rundan hölls i en annan tjänst: Webropol, lö\xa01.3.2025 – må\xa031.3.2025.",
    "en": "The round was held in another service: Webropol, Sat\xa01\xa0Mar\xa02025 – Mon\xa031\xa0Mar\xa02025.",
}


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=HELSINKI)


@pytest.fixture
def held():
    activity = factories.activity(factories.process(factories.authority()))
    factories.document(activity)
    Stage.objects.update(opens_at=at(2025, 3, 1, 9), closes_at=at(2025, 3, 31, 16))
    Process.objects.update(takes_minutes=10)
    EarlierRound.objects.create(activity=activity, source="Webropol", declared_at=clock.now())
    return activity


def pages(activity, language):
    process = activity.process
    return {
        "process": process_address(process, language=language),
        "results": process_address(process, "outcomes:results", language=language),
        **{
            name: activity_address(activity, f"comment_rounds:{name}", language=language)
            for name in ("round", "comments")
        },
    }


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_tells_where_and_when_it_was_held(held, language, django_assert_max_num_queries):
    for path in pages(held, language).values():
        with django_assert_max_num_queries(10):
            page = Client().get(path).content.decode()
        assert WORDS[language] in page, path


def test_nobody_is_asked_to_phone_or_told_how_long_it_takes(held):
    page = Client().get(pages(held, "fi")["process"]).content.decode()
    assert "Voit osallistua puhelimitse" not in page
    assert "noin 10 minuuttia" not in page
    assert "Sama määräaika" not in Client().get(pages(held, "fi")["round"]).content.decode()


def test_a_round_of_our_own_says_nothing_of_the_kind(held):
    EarlierRound.objects.all().delete()
    for path in pages(held, "fi").values():
        assert "muussa palvelussa" not in Client().get(path).content.decode()
    now = clock.now()
    Stage.objects.update(opens_at=now - timedelta(days=1), closes_at=now + timedelta(days=1))
    page = Client().get(pages(held, "fi")["process"]).content.decode()
    assert "Voit osallistua puhelimitse" in page
    assert "noin 10 minuuttia" in page


def test_phases_tell_their_years_unless_all_are_in_this_one(held):
    process, first = held.process, Phase.objects.get()
    Stage.objects.all().delete()
    Phase.objects.filter(pk=first.pk).update(starts_at=at(2025, 3, 1), ends_at=at(2025, 3, 31))
    later = Phase.objects.create(
        process=process, kind="decision", title={"fi": "Päätös"}, position=9, starts_at=at(2027, 1, 4),
        ends_at=at(2027, 2, 14),
    )  # fmt: skip
    over = [one["when"] for one in phases_of(process, at(2027, 1, 10), "fi")]
    assert over == ["1.3.–31.3.2025", "4.1.–14.2.2027"]
    Phase.objects.filter(pk=first.pk).update(starts_at=at(2026, 12, 1), ends_at=at(2027, 1, 3))
    Phase.objects.filter(pk=later.pk).update(ends_at=at(2027, 1, 4))
    assert [one["when"] for one in phases_of(process, at(2027, 1, 10), "fi")] == ["1.12.2026–3.1.2027", "4.1.2027"]
    Phase.objects.filter(pk=first.pk).update(starts_at=at(2027, 1, 1))
    assert [one["when"] for one in phases_of(process, at(2027, 1, 10), "fi")] == ["1.1.–3.1.", "4.1."]
