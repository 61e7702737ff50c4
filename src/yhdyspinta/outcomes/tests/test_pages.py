from datetime import date, timedelta

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers import actions as answering
from yhdyspinta.answers import publishing, rounds
from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.looks import mark_now
from yhdyspinta.answers.tests.scene import new_version
from yhdyspinta.audit import clock
from yhdyspinta.comments.counters import change_state
from yhdyspinta.comments.groups import count_groups
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.outcomes import actions, measures
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.outcomes.results import results_of
from yhdyspinta.outcomes.tests.making import DECIDED, PROMISED, outcome, page
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return factories.authority("pohjanmaa", code="15", bilingual=True)


@pytest.fixture
def document(county):
    closed = clock.now() - timedelta(days=1)
    return factories.document(factories.activity(factories.process(county), closes_at=closed))


@pytest.fixture
def process(document):
    return document.activity.process


@pytest.fixture
def bertta(county):
    return factories.staff(county)


def answer(bertta, comments, handling, **changes):
    text = AnswerText(
        title=Wording(fi=f"Aihe {handling}", sv=f"Ämne {handling}"),
        body=Wording(fi="Vastaus.", sv="Svar."),
        handling=handling,
        reason="cost",
        reason_words=Wording(fi="Maksaa liikaa.", sv="Kostar för mycket."),
        passed_to=Wording(fi="Jaosto 14.11.", sv="Sektionen 14.11."),
        **changes,
    )
    made = answering.start_answer(
        actor=bertta, activity=comments[0].activity, comments=[c.pk for c in comments], title=text.title, at=clock.now()
    )
    made = answering.save_answer(actor=bertta, answer=made, text=text, revision=1, at=clock.now())
    return publishing.publish_answer(
        actor=bertta, answer=made, revision=made.revision, seen=mark_now(made), at=clock.now()
    )


def comments(document, count):
    section = document.versions.first().sections.first()
    return [factories.comment(factories.guest(), section) for _ in range(count)]


def test_the_figures_add_up(bertta, document, process):
    changed = new_version(document)
    answer(bertta, comments(document, 4), "accepted", changed_section_id=changed.pk)
    answer(bertta, comments(document, 3), "not_accepted")
    hidden, *_ = comments(document, 1)
    answer(bertta, [hidden], "passed_on")
    hidden.refresh_from_db()
    change_state(hidden, "hidden")
    closed, open_one = comments(document, 2)
    rounds.close_without_answer(
        actor=bertta, activity=closed.activity, comments=[closed.pk], reason="thanks", at=clock.now()
    )
    told = results_of(process, "fi")
    assert sum(figure.count for figure in told.figures) == told.answered == 7
    assert told.answered + told.closed + told.waiting == told.comments == 9
    assert told.state == "partly"
    assert told.text is not None
    response = page(process)
    assert response.status_code == 200
    assert "Maksaa liikaa." in response.content.decode()
    assert open_one.handling == "open"


def test_senders_of_every_other_channel_are_counted_together_and_called_what_they_are(bertta, document, process):
    said = comments(document, 4)
    for one, channel in zip(said, ("paper", "phone", "email", "online"), strict=True):
        Comment.objects.filter(pk=one.pk).update(channel=channel)
    for language, words in (
        ("fi", "joista 3 muuten kuin verkossa"),
        ("sv", "på annat sätt än på webben"),
        ("en", "3 of them otherwise than online"),
    ):
        assert words in page(process, language).content.decode()
    desk = signed_in(bertta).get(address("site:desk", process.owner, language="fi")).content.decode()
    assert "paperilla tai puhelimitse" not in desk


def test_before_any_answer_each_state_has_its_words(bertta, document, process):
    assert results_of(process, "fi").state == "no_comments"
    assert page(process).status_code == 200
    comments(document, 1)
    assert results_of(process, "fi").state == "nothing_yet"
    assert page(process).status_code == 200
    values = {"actor": bertta, "activity": document.activity, "at": clock.now()}
    rounds.save_summary(**values, body=Wording(fi="Tiivistelmä tässä.", sv="Sammandrag."), revision=0)
    assert "Tiivistelmä tässä." not in page(process).content.decode()
    rounds.publish_summary(**values)
    assert results_of(process, "fi").state == "summary_only"
    assert "Tiivistelmä tässä." in page(process).content.decode()


def test_a_round_without_comments_can_be_answered(bertta, document, process):
    rounds.mark_round_answered(actor=bertta, activity=document.activity, at=clock.now())
    assert results_of(process, "fi").state == "no_comments"
    assert page(process, "en").status_code == 200


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_results_take_as_many_queries_for_few_and_many(
    bertta, document, process, language, django_assert_max_num_queries
):
    changed = new_version(document)
    counts = []
    for size in (1, 5):
        for _ in range(size):
            made = answer(bertta, comments(document, 2), "accepted", changed_section_id=changed.pk)
            kept = measures.save_measure(
                actor=bertta,
                process=process,
                measure=None,
                revision=0,
                at=clock.now(),
                text=measures.MeasureText(**{**vars(PROMISED), "answer_id": made.pk}),
            )
            measures.publish_measure(actor=bertta, measure=kept, at=clock.now())
            decided = actions.save_outcome(
                actor=bertta, process=process, outcome=None, text=DECIDED, revision=0, at=clock.now()
            )
            actions.publish_outcome(actor=bertta, outcome=decided, at=clock.now())
        with django_assert_max_num_queries(10) as seen:
            assert page(process, language).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_what_is_unpublished_is_nowhere(bertta, document, process):
    kept = measures.save_measure(actor=bertta, process=process, measure=None, text=PROMISED, revision=0, at=clock.now())
    actions.save_outcome(actor=bertta, process=process, outcome=None, text=DECIDED, revision=0, at=clock.now())
    text = page(process).content.decode()
    assert "Määräaika puuttuu." not in text
    assert "Mallit hyväksyttiin" not in text
    assert kept.published_at is None


def test_a_promise_that_was_published_stays_readable_when_it_is_corrected(bertta, process):
    kept = measures.save_measure(actor=bertta, process=process, measure=None, text=PROMISED, revision=0, at=clock.now())
    kept = saved(bertta, kept, promise=Wording(fi="Luonnos taloista.", sv="Ett utkast."))
    measures.publish_measure(actor=bertta, measure=kept, at=clock.now())
    kept = saved(bertta, kept, promise=Wording(fi="Viisi taloa.", sv="Fem hus."), due_on=date(2026, 10, 13))
    kept = saved(bertta, kept, promise=Wording(fi="Yksi talo.", sv="Ett hus."), due_on=date(2027, 12, 1))
    saved(bertta, kept, you_said=Wording(fi="Sana korjattiin.", sv="Ett ord rättades."))
    text = Client().get(process_address(process, "outcomes:measures", language="fi")).content.decode()
    assert "Yksi talo." in text
    assert text.count("lupausta muutettiin") == 2
    assert "Viisi taloa." in text
    assert "ti\xa013.10.2026" in text
    assert "luvattiin ensin" in text
    response = Client().get(f"/api/v1/processes/{process.owner.slug}/{process.slug}/measures/")
    (told,) = response.json()["items"]
    assert [one["due_on"] for one in told["former_promises"]] == ["2026-12-01", "2026-10-13"]


def saved(bertta, kept, **changes):
    """The measure with other words."""
    text = measures.MeasureText(**{**vars(measures.MeasureText.of(kept)), **changes})
    return measures.save_measure(
        actor=bertta, process=kept.process, measure=kept, text=text, revision=kept.revision, at=clock.now()
    )


def date_of(name, day):
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}


def test_staff_tell_a_decision_and_a_measure(bertta, process):
    desk = signed_in(bertta)

    def path(name, **parts):
        return process_address(process, f"outcomes:{name}", language="fi", **parts)

    data = {
        "kind": "decided",
        "title-fi": "Hyväksyttiin",
        "title-sv": "Godkändes",
        "body_name-fi": "Aluehallitus",
        "body_name-sv": "Styrelsen",
        "revision": "0",
        "then": "publish",
        **date_of("on", DECIDED.on),
    }
    assert desk.get(path("new_outcome")).status_code == 200
    assert desk.post(path("new_outcome"), data | {"link": "http://example.org"}).status_code == 422
    response = desk.post(path("new_outcome"), data)
    kept = Outcome.objects.get()
    assert response.url == path("publish_outcome", outcome=kept.pk)
    assert desk.get(response.url).status_code == 200
    assert desk.post(response.url).status_code == 302
    assert desk.post(path("outcome", outcome=kept.pk), data | {"revision": "0"}).status_code == 409
    data = {
        "you_said-fi": "a",
        "you_said-sv": "b",
        "we_decided-fi": "c",
        "we_decided-sv": "d",
        "promise-fi": "e",
        "promise-sv": "f",
        "owner_name-fi": "Yksikkö",
        "owner_name-sv": "Enheten",
        "revision": "0",
        "outcome": kept.pk,
        "then": "save",
    }
    assert desk.post(path("new_measure"), data | {"answer": "999"}).status_code == 422
    assert desk.post(path("new_measure"), data).status_code == 302
    made = Measure.objects.get()
    assert desk.get(path("measure", measure=made.pk)).status_code == 200
    assert desk.get(path("publish_measure", measure=made.pk)).status_code == 200
    assert desk.post(path("publish_measure", measure=made.pk)).status_code == 302
    made.refresh_from_db()
    update = {"state": "done", "words-fi": "Valmis.", "words-sv": "Klar.", "revision": made.revision}
    assert desk.get(path("progress", measure=made.pk)).status_code == 200
    assert desk.post(path("progress", measure=made.pk), update).status_code == 302
    assert desk.post(path("progress", measure=made.pk), update).status_code == 409
    assert desk.get(path("staff")).status_code == 200
    text = page(process).content.decode()
    assert "Valmis." in text
    assert "Hyväksyttiin" in text
    assert Client().get(path("staff")).url.startswith("/account/login/")


@pytest.mark.parametrize("then", ["publish", "save"])
@pytest.mark.parametrize(("name", "field"), [("new_measure", "you_said"), ("new_outcome", "title")])
def test_an_empty_form_is_refused_at_its_field_and_leaves_no_draft(bertta, process, name, field, then):
    desk, path = signed_in(bertta), process_address(process, f"outcomes:{name}", language="fi")
    shown = desk.get(path).content.decode()
    assert "(tarvitaan ennen julkaisua)" in shown
    answer = desk.post(path, {"kind": "decided", "revision": "0", "then": then, **date_of("on", DECIDED.on)})
    assert answer.status_code == 422
    assert f'href="#id_{field}-fi"' in answer.content.decode()
    assert not Measure.objects.exists()
    assert not Outcome.objects.exists()


def test_going_on_to_publish_asks_for_every_text_that_is_needed(bertta, process):
    desk, path = signed_in(bertta), process_address(process, "outcomes:new_measure", language="fi")
    begun = {"you_said-fi": "Sanoitte jotain.", "revision": "0"}
    asked = desk.post(path, begun | {"then": "publish"})
    page = asked.content.decode()
    assert asked.status_code == 422
    assert "Sanoitte jotain." in page
    for place in ("you_said-sv", "we_decided-fi", "promise-fi", "owner_name-sv"):
        assert f'href="#id_{place}"' in page
    assert desk.post(path, begun | {"then": "save"}).status_code == 302


def test_d3_made_up_senders_do_not_count_the_others_of_a_small_group(document, process, settings):
    """D3: how many more it takes until a group shows differs by a secret, so that it tells a range and not a number."""
    senders = [comment.sender_id for comment in comments(document, 9)]
    needed = set()
    for secret in range(40):
        settings.SECRET_KEY = f"a secret of forty and more signs, number {secret:04}"
        for count in range(1, 10):
            Sender.objects.filter(pk__in=senders[:count]).update(age_group="30_44")
            shown = count_groups(process.owner, document.activity_id).ages.get("30_44", 0)
            assert shown <= count
            if shown:
                needed.add(count)
                break
        Sender.objects.update(age_group="")
    assert needed == {5, 6, 7, 8, 9}


@pytest.mark.parametrize("written", ["84 §", "§ 84", "84"])
def test_the_sign_of_a_section_stands_once_however_it_is_written(bertta, process, written):
    actions.publish_outcome(actor=bertta, outcome=outcome(bertta, process, section_number=written), at=clock.now())
    shown = page(process).content.decode()
    assert "§\N{NO-BREAK SPACE}84" in shown
    assert shown.count("§") == 1
