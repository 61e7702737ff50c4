"""A measure keeps the answer and the decision that it follows from, however many there are and whatever becomes of them."""

from datetime import date

import pytest

from tests import factories
from yhdyspinta.answers.models import Answer
from yhdyspinta.audit import clock
from yhdyspinta.outcomes import queries
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.outcomes.tests.making import measure, outcome
from yhdyspinta.processes.addresses import process_address

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(bertta):
    return factories.signed_in(bertta)


@pytest.fixture
def answers(process, monkeypatch):
    """The largest first; the list holds two."""
    monkeypatch.setattr(queries, "MOST_OFFERED", 2)
    activity = factories.activity(process)
    return [
        Answer.objects.create(
            activity=activity, number=number, title={"fi": f"Vastaus {number}"}, body={"fi": "Sanat"},
            comment_count=100 - number, published_at=clock.now(), saved_at=clock.now(), created_at=clock.now(),
        )
        for number in range(1, 5)
    ]  # fmt: skip


def form_of(desk, process, kept=None, language="fi", **query):
    name, parts = ("outcomes:measure", {"measure": kept.pk}) if kept else ("outcomes:new_measure", {})
    response = desk.get(process_address(process, name, language=language, **parts), query)
    return response.context["form"], response.content.decode()


def saved(desk, process, kept):
    """Something else is mended, and what the selects showed goes along."""
    form, _page = form_of(desk, process, kept)
    sent = {f"{name}-{tag}": form.initial[name].get(tag, "") for name in ("you_said", "we_decided", "promise", "owner_name") for tag in ("fi", "sv")}  # fmt: skip
    for name in ("answer", "outcome"):
        offered = {str(value) for value, _words in form.fields[name].choices}
        sent[name] = str(form.initial[name]) if str(form.initial[name]) in offered else ""
    path = process_address(process, "outcomes:measure", language="fi", measure=kept.pk)
    return desk.post(path, sent | {"revision": kept.revision, "promise-fi": "Korjattu lupaus", "then": "save"})


def test_a_kept_answer_beyond_the_list_stays(desk, bertta, process, answers):
    kept = measure(bertta, process, answer_id=answers[3].pk)
    _form, page = form_of(desk, process, kept)
    assert "Vastaus 4" in page
    assert "3. Vastaus 3" not in page
    assert saved(desk, process, kept).status_code == 302
    assert Measure.objects.get().answer_id == answers[3].pk
    assert Measure.objects.get().promise["fi"] == "Korjattu lupaus"


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "otettu takaisin"), ("sv", "tagits tillbaka"), ("en", "taken back to be worked on")],
)
def test_a_kept_answer_that_was_taken_back_stays_and_says_so(desk, bertta, process, answers, language, words):
    kept = measure(bertta, process, answer_id=answers[0].pk)
    Answer.objects.filter(pk=answers[0].pk).update(published_at=None)
    _form, page = form_of(desk, process, kept, language)
    assert words in page
    assert saved(desk, process, kept).status_code == 302
    assert Measure.objects.get().answer_id == answers[0].pk


def test_an_answer_that_was_taken_back_is_not_chosen_anew(desk, bertta, process, answers):
    kept = measure(bertta, process)
    Answer.objects.filter(pk=answers[3].pk).update(published_at=None)
    _form, page = form_of(desk, process, answer=answers[3].pk)
    assert "Vastaus 4" not in page
    path = process_address(process, "outcomes:measure", language="fi", measure=kept.pk)
    response = desk.post(path, {"you_said-fi": "a", "revision": kept.revision, "answer": answers[3].pk, "then": "save"})
    assert response.status_code == 422
    assert Measure.objects.get().answer_id is None


def test_a_measure_begins_from_an_answer_beyond_the_list(desk, process, answers):
    form, page = form_of(desk, process, answer=answers[3].pk)
    assert form.initial["answer"] == answers[3].pk
    assert "Vastaus 4" in page
    sent = {"you_said-fi": "a", "revision": "0", "answer": answers[3].pk, "then": "save"}
    path = process_address(process, "outcomes:new_measure", language="fi") + f"?answer={answers[3].pk}"
    assert desk.post(path, sent).status_code == 302
    assert Measure.objects.get().answer_id == answers[3].pk


def test_a_kept_decision_beyond_the_list_stays(desk, bertta, process, answers):
    first, *_others = [outcome(bertta, process, on=date(2026, 11, day)) for day in (1, 2, 3)]
    kept = measure(bertta, process, outcome_id=first.pk)
    assert saved(desk, process, kept).status_code == 302
    assert Measure.objects.get().outcome_id == first.pk
