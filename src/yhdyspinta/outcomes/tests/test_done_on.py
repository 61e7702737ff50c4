"""A measure is done on the day when it was done, not on the day when somebody told of it."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import translation

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.notices.models import Notice
from yhdyspinta.outcomes import measures
from yhdyspinta.outcomes.measures import Progress
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.outcomes.notices import KINDS
from yhdyspinta.outcomes.queries import is_done_late
from yhdyspinta.outcomes.tests.making import measure, outcome, page
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.models import Follow
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db
DONE = Wording(fi="Pidetty.", sv="Hållet.")


def today():
    return in_helsinki(clock.now()).date()


def last_december():
    return date(today().year - 1, 12, 18)


@pytest.fixture
def promised(bertta, process):
    """Promised by the end of last year."""
    due = date(today().year - 1, 12, 31)
    kept = measure(bertta, process, due_on=due, total_count=None)
    return measures.publish_measure(actor=bertta, measure=kept, at=clock.now())


def tell(bertta, process, kept, language="fi", **typed):
    """The page as staff fill it in."""
    sent = {"state": "done", "words-fi": DONE["fi"], "words-sv": DONE["sv"], "revision": kept.revision}
    day = typed.pop("on", None)
    if day is not None:
        sent |= {"done_on-day": day.day, "done_on-month": day.month, "done_on-year": day.year}
    path = process_address(process, "outcomes:progress", measure=kept.pk, language=language)
    return factories.signed_in(bertta).post(path, {**sent, **typed}, follow=True)


def test_done_in_december_and_told_later_is_of_december_everywhere(bertta, process, promised):
    Follow.objects.create(
        process=process, email="seuraaja@example.org", language="fi", what="done", nonce="x", since=clock.now(),
        confirmed_at=clock.now(),
    )  # fmt: skip
    assert tell(bertta, process, promised, on=last_december()).status_code == 200
    kept = Measure.objects.get()
    assert kept.done_on == last_december()
    assert not is_done_late(kept)
    told = page(process, name="outcomes:measures").content.decode()
    said = f"18.12.{last_december().year}"
    assert told.count(said) == 2  # on its card and in its history
    assert "Tehty ensin luvatun päivän jälkeen" not in told
    assert said in page(process).content.decode()
    (item,) = Client().get(f"/api/v1/processes/pohjanmaa/{process.slug}/measures/").json()["items"]
    assert (item["done_on"], item["updates"][-1]["done_on"]) == (last_december().isoformat(),) * 2
    letter = next(kind for kind in KINDS if kind.key == "outcomes.done")
    with translation.override("fi"):
        assert said in "\n".join(letter.words(Notice.objects.get(kind="outcomes.done")).paragraphs)


def test_the_yearly_summary_counts_it_in_the_year_when_it_was_done(bertta, process, promised):
    tell(bertta, process, promised, on=last_december())
    done = {}
    for year in (today().year - 1, today().year):
        response = Client().get(address("reports:year", process.owner, language="fi", year=year))
        if response.status_code == 200:
            done[year] = response.context["told"].done
    assert done.pop(today().year - 1) == 1
    assert not any(done.values())


@pytest.mark.parametrize(
    ("language", "label", "words"),
    [
        ("fi", "Tehty päivänä", "ei voi olla tulevaisuudessa"),
        ("sv", "Gjort den dag", "kan inte ligga i framtiden"),
        ("en", "Done on", "cannot be in the future"),
    ],
)
def test_a_day_to_come_is_refused_at_its_field_and_stays_typed(bertta, process, promised, language, label, words):
    response = tell(bertta, process, promised, language, on=today() + timedelta(days=1))
    assert response.status_code == 422
    told = response.content.decode()
    assert label in told
    assert words in told
    assert set(response.context["form"].errors) == {"done_on"}
    assert Measure.objects.get().state == "planned"


def test_the_page_begins_from_today_and_later_from_what_was_told(bertta, process, promised):
    path = process_address(process, "outcomes:progress", measure=promised.pk, language="fi")
    first = factories.signed_in(bertta).get(path)
    assert first.context["form"]["done_on"].value() == today()
    tell(bertta, process, promised, on=last_december())
    assert factories.signed_in(bertta).get(path).context["form"]["done_on"].value() == last_december()
    kept = Measure.objects.get()
    progress = Progress("done", Wording(fi="Pidetty tammikuussa.", sv="Hållet."))
    kept = measures.update_measure(
        actor=bertta, measure=kept, progress=progress, revision=kept.revision, at=clock.now()
    )
    assert kept.done_on == last_december()  # other words only
    going = Progress("under_way", Wording(fi="Kesken taas.", sv="På gång igen."))
    kept = measures.update_measure(actor=bertta, measure=kept, progress=going, revision=kept.revision, at=clock.now())
    assert kept.done_on is None


def test_who_tells_a_day_before_the_decision_is_warned(bertta, process):
    decided = outcome(bertta, process, on=today() - timedelta(days=10))
    kept = measure(bertta, process, outcome_id=decided.pk, total_count=None)
    told = tell(bertta, process, kept, on=today() - timedelta(days=20)).content.decode()
    assert "on ennen päätöstä" in told
    kept = Measure.objects.get()
    assert kept.done_on == today() - timedelta(days=20)
    assert "on ennen päätöstä" not in tell(bertta, process, kept, on=today() - timedelta(days=10)).content.decode()
