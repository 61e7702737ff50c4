"""A published promise is changed only with what was promised before left to be read."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.outcomes import measures
from yhdyspinta.outcomes.measures import MeasureText
from yhdyspinta.outcomes.models import FormerPromise, Measure
from yhdyspinta.outcomes.queries import late_measures, totals_of
from yhdyspinta.outcomes.tests.making import measure
from yhdyspinta.people.erasure import erase_me
from yhdyspinta.people.models import RoleGrant
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


def both(words):
    return Wording(fi=words, sv=words)


def today():
    return in_helsinki(clock.now()).date()


@pytest.fixture
def promised(bertta, process):
    """Five houses, by a day that has passed."""
    text = MeasureText(
        you_said=both("Kodit puuttuvat."), we_decided=both("Rakennamme."), promise=both("Viisi taloa."),
        owner_name=both("Asuminen"), due_on=today() - timedelta(days=40), total_count=5,
    )  # fmt: skip
    kept = measures.save_measure(actor=bertta, process=process, measure=None, text=text, revision=0, at=clock.now())
    return measures.publish_measure(actor=bertta, measure=kept, at=clock.now())


def change(bertta, kept, **words):
    text = MeasureText(**{**vars(MeasureText.of(kept)), **words})
    return measures.save_measure(
        actor=bertta, process=kept.process, measure=kept, text=text, revision=kept.revision, at=clock.now()
    )


def page(process, name="measures", language="fi"):
    return Client().get(process_address(process, f"outcomes:{name}", language=language)).content.decode()


def test_a_promise_that_is_made_smaller_and_later_is_still_late_and_both_are_read(bertta, process, promised):
    later = today() + timedelta(days=400)
    now = change(
        bertta, promised, promise=both("Yksi talo."), due_on=later, total_count=1, owner_name=both("Tekniikka")
    )
    change(bertta, now, due_on=later + timedelta(days=10))
    assert totals_of(Measure.objects.all(), today())["late"] == 1
    assert late_measures(today()).get() == promised
    told = page(process)
    for words in (
        "Yksi talo.",
        "Viisi taloa.",
        "Asuminen",
        "Tekniikka",
        "yhteensä 5",
        "Myöhässä",
    ):
        assert words in told
    assert "luvattiin ensin" in told
    assert [row.due_on for row in FormerPromise.objects.all()] == [today() - timedelta(days=40), later]
    assert "först utlovat senast" in page(process, "results", language="sv")
    assert "ensin luvattu" in page(process, "results")


def test_the_day_cannot_be_taken_away_or_moved_back_to_hide_lateness(bertta, process, promised):
    gone = change(bertta, promised, due_on=None)
    assert late_measures(today()).count() == 1
    change(bertta, gone, due_on=today() + timedelta(days=5))
    assert Measure.objects.get().first_due_on == today() - timedelta(days=40)


def test_done_after_the_first_day_says_so(bertta, process, promised):
    kept = change(bertta, promised, due_on=today() + timedelta(days=3))
    done = measures.Progress("done", both("Valmis."), 5)
    measures.update_measure(actor=bertta, measure=kept, progress=done, revision=kept.revision, at=clock.now())
    assert "Tehty ensin luvatun päivän jälkeen" in page(process)


def test_a_draft_and_other_words_leave_no_former_promise(bertta, process, promised):
    change(bertta, promised, you_said=both("Koteja puuttuu."))
    Measure.objects.update(published_at=None)
    change(bertta, Measure.objects.get(), promise=both("Kolme taloa."), due_on=today())
    assert not FormerPromise.objects.exists()
    assert Measure.objects.get().first_due_on is None


def test_many_changes_take_no_more_queries(bertta, process, promised, django_assert_max_num_queries):
    for number in range(4):
        promised = change(bertta, promised, total_count=6 + number)
    with django_assert_max_num_queries(10):
        assert page(process).count("lupausta muutettiin") == 4


def test_a_persons_name_in_a_former_promise_goes_with_them(bertta, process, promised):
    named = change(bertta, promised, owner_name=both(bertta.name))
    assert Measure.objects.get().owner == bertta
    change(bertta, named, owner_name=both("Tekniikka"))
    name = bertta.name
    RoleGrant.objects.filter(person=bertta).update(ended_at=clock.now())
    erase_me(actor=bertta, at=clock.now())
    left = FormerPromise.objects.order_by("pk").last()
    assert left.owner is None
    assert name not in left.owner_name.values()
    assert name not in page(process)


def test_the_api_tells_the_first_day_and_what_was_promised(bertta, process, promised):
    change(bertta, promised, promise=both("Yksi talo."), due_on=None)
    answer = Client().get(f"/api/v1/processes/pohjanmaa/{process.slug}/measures/").json()
    (told,) = answer["items"]
    assert told["first_due_on"] == (today() - timedelta(days=40)).isoformat()
    assert [row["promise"]["fi"] for row in told["former_promises"]] == ["Viisi taloa."]


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "näkyy heti myöhässä"), ("sv", "visas genast som försenad"), ("en", "as late at once")],
)
def test_a_day_that_has_passed_is_told_before_a_measure_is_published(bertta, process, language, words):
    for days, is_told in ((-1, True), (1, False)):
        kept = measure(bertta, process, due_on=today() + timedelta(days=days))
        path = process_address(process, "outcomes:publish_measure", language=language, measure=kept.pk)
        assert (words in signed_in(bertta).get(path).content.decode()) is is_told
