"""What was promised in a round held earlier was promised when it was decided, not in the year when the round is brought in."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.outcomes import measures
from yhdyspinta.outcomes.actions import publish_outcome
from yhdyspinta.outcomes.measures import MeasureText
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.outcomes.tests.making import measure, outcome, page
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports.yearly import year_of
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
THEN = date(2023, 11, 20)


@pytest.fixture
def earlier(process):
    """A round of the process, brought in from another service."""
    found = factories.activity(process)
    Activity.objects.filter(pk=found.pk).update(is_held_elsewhere=True)
    return found


def decided(bertta, process, on=THEN):
    return publish_outcome(actor=bertta, outcome=outcome(bertta, process, on=on), at=clock.now())


def published(bertta, process, **changes):
    kept = measure(bertta, process, **changes)
    return measures.publish_measure(actor=bertta, measure=kept, at=clock.now())


def promised_in(process):
    """The years that the summary tells a promise of."""
    now = clock.now()
    return [year for year in range(2020, now.year + 1) if year_of(process.owner, year, at=now).promised]


def test_a_measure_of_an_earlier_round_is_promised_on_the_day_of_its_decision(bertta, process, earlier):
    decided(bertta, process)
    assert published(bertta, process).promised_on == THEN
    assert promised_in(process) == [2023]
    shown = page(process, name="outcomes:measures").content.decode()
    assert "20.11.2023" in shown.replace("\u00a0", " ")
    api = f"/api/v1/processes/{process.owner.slug}/{process.slug}/measures/"
    assert [one["promised_on"] for one in Client().get(api).json()["items"]] == ["2023-11-20"]


def test_of_several_decisions_it_is_the_one_that_it_follows_from(bertta, process, earlier):
    first = decided(bertta, process, on=date(2022, 5, 2))
    decided(bertta, process)
    assert published(bertta, process, outcome_id=first.pk).promised_on == date(2022, 5, 2)


def test_without_a_decision_it_is_the_day_when_the_old_round_closed(bertta, process, earlier):
    earlier.stages.update(opens_at=clock.now() - timedelta(days=900), closes_at=clock.now() - timedelta(days=800))
    kept = published(bertta, process)
    assert kept.promised_on == in_helsinki(earlier.stages.latest("closes_at").closes_at).date()


def test_what_a_round_held_here_leads_to_is_promised_when_it_is_published(bertta, process):
    factories.activity(process)
    decided(bertta, process)
    kept = published(bertta, process)
    assert (kept.promised_on, kept.promised_day) == (None, in_helsinki(clock.now()).date())
    assert promised_in(process) == [kept.promised_day.year]


@pytest.mark.parametrize(
    ("language", "label", "future"),
    [
        ("fi", "Luvattu", "Lupauksen päivä ei voi olla tulevaisuudessa"),
        ("sv", "Utlovad", "Löftets dag kan inte ligga i framtiden"),
        ("en", "Promised on", "The day of the promise cannot be in the future"),
    ],
)
def test_the_day_is_asked_where_the_round_was_held_earlier_and_can_be_corrected(
    bertta, process, earlier, language, label, future
):
    decided(bertta, process)
    kept = published(bertta, process)
    path = process_address(process, "outcomes:measure", measure=kept.pk, language=language)
    client = factories.signed_in(bertta)
    form = client.get(path)
    assert label in form.content.decode()
    assert form.context["form"]["promised_on"].initial == THEN
    tomorrow = in_helsinki(clock.now()).date() + timedelta(days=1)
    sent = {f"{name}-{tag}": words for name in ("you_said", "we_decided", "promise", "owner_name")
            for tag, words in getattr(kept, name).items()}  # fmt: skip
    sent |= {"revision": kept.revision, "total_count": 4}
    day = lambda on: {"promised_on-day": on.day, "promised_on-month": on.month, "promised_on-year": on.year}  # noqa: E731
    refused = client.post(path, sent | day(tomorrow))
    assert refused.status_code == 422
    assert future in refused.content.decode()
    assert client.post(path, sent | day(date(2022, 1, 31))).status_code == 302
    assert Measure.objects.get().promised_on == date(2022, 1, 31)
    assert promised_in(process) == [2022]


def test_the_day_is_not_asked_of_a_round_held_here(bertta, process):
    factories.activity(process)
    shown = factories.signed_in(bertta).get(process_address(process, "outcomes:new_measure"))
    assert "promised_on" not in shown.context["form"].fields
    with pytest.raises(Refusal, match="promised_in_the_future"):
        measure(bertta, process, promised_on=in_helsinki(clock.now()).date() + timedelta(days=1))
    assert MeasureText().promised_on is None


def test_promises_that_were_brought_in_before_get_their_day(bertta, process, earlier):
    decided(bertta, process)
    kept = published(bertta, process)
    Measure.objects.filter(pk=kept.pk).update(promised_on=None)
    import_module("yhdyspinta.outcomes.migrations.0009_day_of_the_promise").take_days_of_decisions(apps, None)
    assert Measure.objects.get().promised_on == THEN
