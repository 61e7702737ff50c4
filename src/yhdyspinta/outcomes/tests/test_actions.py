from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import translation

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.notices.models import Notice
from yhdyspinta.outcomes import actions, measures
from yhdyspinta.outcomes.actions import OutcomeText
from yhdyspinta.outcomes.measures import MeasureText, Progress
from yhdyspinta.outcomes.models import Outcome
from yhdyspinta.outcomes.notices import KINDS
from yhdyspinta.outcomes.tests.making import DECIDED, PROMISED, measure, outcome
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.follows import confirm_follow, follow_for_news
from yhdyspinta.processes.models import Follow
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def followers(process):
    for what in ("everything", "results"):
        Follow.objects.create(
            process=process,
            email=f"{what}@example.org",
            language="sv",
            what=what,
            nonce=what,
            since=clock.now(),
            confirmed_at=clock.now(),
        )


def test_a_decision_is_told_once_to_all_followers(bertta, process, followers):
    kept = outcome(bertta, process)
    for _ in range(2):
        actions.publish_outcome(actor=bertta, outcome=kept, at=clock.now())
    told = Notice.objects.filter(kind="outcomes.decided").values_list("address", "language")
    assert sorted(told) == [("everything@example.org", "sv"), ("results@example.org", "sv")]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "x"}, "outcome_kind_missing"),
        ({"on": None}, "outcome_day_missing"),
        ({"link": "http://example.org"}, "link_not_https"),
        ({"link": "javascript:alert(1)"}, "link_not_https"),
    ],
)
def test_a_decision_that_is_not_whole_is_refused(bertta, process, changes, code):
    with pytest.raises(Refusal, match=code), transaction.atomic():
        outcome(bertta, process, **changes)
    assert not Outcome.objects.exists()


def test_both_languages_are_required(bertta, process):
    kept = outcome(bertta, process, title=Wording(fi="Vain suomeksi"))
    with pytest.raises(Refusal, match="language_missing") as refused:
        actions.publish_outcome(actor=bertta, outcome=kept, at=clock.now())
    assert refused.value.field == "title:sv"
    waiting = measure(bertta, process, promise=Wording(fi="Vain suomeksi"))
    with pytest.raises(Refusal, match="language_missing"):
        measures.publish_measure(actor=bertta, measure=waiting, at=clock.now())


def test_f10_two_editors_see_both_texts(bertta, process):
    kept = outcome(bertta, process)
    actions.save_outcome(
        actor=bertta,
        process=process,
        outcome=kept,
        text=OutcomeText(**{**vars(DECIDED), "kind": "not_taken"}),
        revision=1,
        at=clock.now(),
    )
    with pytest.raises(Refusal, match="changed_meanwhile") as refused:
        actions.save_outcome(actor=bertta, process=process, outcome=kept, text=DECIDED, revision=1, at=clock.now())
    assert refused.value.values["saved"].kind == "not_taken"


def test_a_measure_is_done_and_told_once(bertta, process, followers):
    kept = measures.publish_measure(actor=bertta, measure=measure(bertta, process), at=clock.now())
    for state, done in [("under_way", 3), ("done", 4), ("done", 4)]:
        kept = measures.update_measure(
            actor=bertta,
            measure=kept,
            progress=Progress(state, Wording(fi=f"Pidetty {done}.", sv=f"Hållet {done}."), done),
            revision=kept.revision,
            at=clock.now(),
        )
    assert kept.done_on is not None
    assert kept.updates.count() == 3
    assert Notice.objects.filter(kind="outcomes.done").count() == 2
    with translation.override("fi"):
        letter = next(kind for kind in KINDS if kind.key == "outcomes.done").words(
            Notice.objects.filter(kind="outcomes.done").first()
        )
    said = "\n".join(letter.paragraphs)
    assert all(words in said for words in (PROMISED.we_decided["fi"], PROMISED.promise["fi"], "Pidetty 4."))
    assert letter.path.endswith("/results/#loops-title")


def test_more_cannot_be_done_than_there_is(bertta, process):
    kept = measure(bertta, process)
    with pytest.raises(Refusal, match="more_than_all"):
        measures.update_measure(
            actor=bertta, measure=kept, progress=Progress("done", Wording(), 5), revision=1, at=clock.now()
        )
    with pytest.raises(Refusal, match="measure_state_missing"):
        measures.update_measure(actor=bertta, measure=kept, progress=Progress("x"), revision=1, at=clock.now())


def test_what_is_counted_is_done_when_all_of_it_is_and_in_words_that_tell_so(bertta, process):
    """M45: a measure was told to be done with one part of two, in the words of the first part."""
    kept = measure(bertta, process, total_count=2)

    def update(state, words, done):
        return measures.update_measure(
            actor=bertta, measure=kept, progress=Progress(state, words, done), revision=kept.revision, at=clock.now()
        )

    half, whole = Wording(fi="Ohje on valmis.", sv="Klar."), Wording(fi="Sopimus tehtiin.", sv="Avtalet ingicks.")
    kept = update("under_way", half, 1)
    for words, done, code in (
        (whole, 1, "not_all_done"), (whole, None, "not_all_done"), (half, 2, "words_before_done"),
    ):  # fmt: skip
        with pytest.raises(Refusal, match=code), transaction.atomic():
            update("done", words, done)
    kept.refresh_from_db()
    assert kept.state == "under_way"
    kept = update("done", whole, 2)
    with pytest.raises(Refusal, match="done_already"), transaction.atomic():
        measures.save_measure(
            actor=bertta, process=process, measure=kept, text=replace(MeasureText.of(kept), total_count=3),
            revision=kept.revision, at=clock.now(),
        )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "told"),
    [("fi", "1 / 2 on tehty."), ("sv", "1 av 2 är gjorda."), ("en", "1 of 2 are done.")],
)
def test_the_page_tells_at_the_number_that_not_all_is_done(bertta, process, language, told):
    kept = measure(bertta, process, total_count=2)
    path = process_address(process, "outcomes:progress", measure=kept.pk, language=language)
    response = factories.signed_in(bertta).post(
        path, {"state": "done", "done_count": "1", "words-fi": "Valmis ohje.", "revision": kept.revision}
    )
    assert response.status_code == 422
    assert told in response.content.decode()
    assert "Valmis ohje." in response.content.decode()
    assert set(response.context["form"].errors) == {"done_count"}


def test_a_measure_needs_somebody_and_its_own_answer(bertta, process):
    kept = measure(bertta, process, owner_name=Wording())
    with pytest.raises(Refusal, match="measure_owner_missing"), transaction.atomic():
        measures.publish_measure(actor=bertta, measure=kept, at=clock.now())
    with pytest.raises(Refusal, match="answer_not_here"), transaction.atomic():
        measure(bertta, process, answer_id=999)
    with pytest.raises(Refusal, match="outcome_not_here"), transaction.atomic():
        measure(bertta, process, outcome_id=999)


def test_a_published_measure_is_not_removed(bertta, process):
    draft = measure(bertta, process)
    measures.remove_measure(actor=bertta, measure=draft, at=clock.now())
    kept = measures.publish_measure(actor=bertta, measure=measure(bertta, process), at=clock.now())
    with pytest.raises(Refusal, match="measure_is_published"):
        measures.remove_measure(actor=bertta, measure=kept, at=clock.now())


def test_strangers_and_other_roles_decide_nothing(process):
    for cai in (factories.guest(), factories.staff(process.owner, "answerer", "a@example.org")):
        with pytest.raises(Refusal, match="not_your_role"), transaction.atomic():
            outcome(cai, process)
        with pytest.raises(Refusal, match="not_your_role"), transaction.atomic():
            measure(cai, process)


def test_late_measures_are_told_late(bertta, process):
    from yhdyspinta.outcomes.staff_views import is_late

    kept = measure(bertta, process)
    assert is_late(kept, date(2026, 12, 2))
    assert not is_late(kept, date(2026, 12, 1))
    assert PROMISED.due_on == date(2026, 12, 1) - timedelta(days=0)


def test_a_sender_who_asked_hears_what_was_decided_once_the_address_is_confirmed(bertta, process):
    asked = {"actor": factories.guest(), "process": process, "email": "aino@example.org", "language": "sv"}
    follow_for_news(at=clock.now(), **asked)
    confirm_follow(follow=Follow.objects.get(), at=clock.now())
    actions.publish_outcome(actor=bertta, outcome=outcome(bertta, process), at=clock.now())
    told = Notice.objects.get(kind="outcomes.decided")
    assert (told.address, told.language, bool(told.values["unsubscribe"])) == ("aino@example.org", "sv", True)
