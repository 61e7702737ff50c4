"""A comment is hidden after a measure told its words: nobody reads them, and staff are told until they write others."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.tests import scene as answering
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.actions import decide_hide, decide_show
from yhdyspinta.open_data.api.addresses import api_address
from yhdyspinta.outcomes import measures
from yhdyspinta.outcomes.measures import MeasureText
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.outcomes.tests.making import PROMISED, measure, page
from yhdyspinta.people.models import Person
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

WORDS = "Naapurini Matti Meikäläinen ei ole koskaan kotona, kun hoitaja käy, eikä kukaan kysy häneltä mitään."
TITLE = Wording(fi="Naapurini Matti Meikäläinen ei ole koskaan…", sv="Besök hemma")
QUOTING = Wording(fi="Kuulimme: Matti Meikäläinen ei ole koskaan kotona.", sv="Vi kommer överens.")
NAME = "Meikäläinen"


@pytest.fixture
def moderator(process) -> Person:
    return factories.staff(process.owner, "moderator", email="mikko@example.org")


@pytest.fixture
def one(process) -> Comment:
    document = factories.document(factories.activity(process, closes_at=clock.now() - timedelta(days=1)))
    return factories.comment(factories.person(), document.versions.get().sections.first(), text=WORDS)


@pytest.fixture
def answer(bertta, one) -> Answer:
    other = factories.comment(factories.guest(), one.thread.section, text="Ovet auki.")
    made = answering.start(bertta, one, other)
    return answering.publish(bertta, answering.write(bertta, made))


def published(bertta, process, answer, **changes) -> Measure:
    made = measure(bertta, process, **{"answer_id": answer.pk, "you_said": TITLE, **changes})
    return measures.publish_measure(actor=bertta, measure=made, at=clock.now())


def correct(bertta, process, kept: Measure, **changes) -> Measure:
    kept = Measure.objects.get(pk=kept.pk)
    text = MeasureText(**{**vars(MeasureText.of(kept)), **changes})
    return measures.save_measure(
        actor=bertta, process=process, measure=kept, text=text, revision=kept.revision, at=clock.now()
    )


def hide(moderator, comment: Comment) -> None:
    decide_hide(actor=moderator, comment=comment, reason="personal_data", at=clock.now())


def show(moderator, comment: Comment) -> None:
    decide_show(actor=moderator, comment=comment, at=clock.now() + timedelta(seconds=1))


def read(process, language: str = "fi") -> str:
    return unescape(page(process, language).content.decode())


def history(process) -> str:
    return unescape(page(process, name="outcomes:measures").content.decode())


def on_desk(person, process, language: str = "fi") -> str:
    return unescape(signed_in(person).get(address("site:desk", process.owner, language=language)).content.decode())


@pytest.mark.parametrize("field", ["you_said", "we_decided", "promise"])
def test_p3_nobody_reads_them_until_the_comment_is_shown_again(bertta, moderator, process, answer, one, field):
    published(bertta, process, answer, **{"you_said": PROMISED.you_said, field: QUOTING})
    assert NAME in read(process)
    hide(moderator, one)
    assert NAME not in read(process)
    assert "on jätetty jälkikäteen pois" in read(process)
    api = Client().get(api_address("measures", authority=process.owner.slug, process=process.slug))
    assert api.status_code == 200
    assert NAME not in api.content.decode()
    show(moderator, one)
    assert NAME in read(process)


def test_p3_the_beginning_of_a_comment_is_left_out_of_what_was_said(bertta, moderator, process, answer, one):
    published(bertta, process, answer)
    hide(moderator, one)
    assert NAME not in read(process)
    front = Client().get(address("site:home", process.owner, language="fi")).content.decode()
    assert NAME not in unescape(front)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "1 toimenpiteestä kävi ilmi kommentti, jota ei enää näytetä, ja sen sanat on jätetty pois"),
        ("sv", "1 åtgärd återgav en kommentar som inte längre visas, och dess ord har utelämnats"),
        ("en", "1 measure told a comment that is no longer shown, and its words have been left out"),
    ],
)
def test_the_coordinator_is_told_until_others_are_written(bertta, moderator, process, answer, one, language, words):
    kept = published(bertta, process, answer)
    assert words not in on_desk(bertta, process, language)
    hide(moderator, one)
    assert words in on_desk(bertta, process, language)
    assert words not in on_desk(moderator, process, language)
    form = signed_in(bertta).get(process_address(process, "outcomes:measure", measure=kept.pk)).content.decode()
    assert TITLE["fi"] in unescape(form)
    correct(bertta, process, kept, you_said=Wording(fi="Käynnit kotona.", sv="Besök hemma."))
    assert words not in on_desk(bertta, process, language)
    show(moderator, one)
    assert "Käynnit kotona." in read(process)


def test_p3_what_was_promised_before_does_not_tell_them_either(bertta, moderator, process, answer, one):
    kept = published(bertta, process, answer, you_said=PROMISED.you_said, we_decided=QUOTING)
    correct(bertta, process, kept, we_decided=PROMISED.we_decided)
    assert NAME in history(process)
    hide(moderator, one)
    assert NAME not in history(process)
    show(moderator, one)
    assert NAME in history(process)


def test_p3_a_measure_is_not_published_with_them(bertta, moderator, process, answer, one):
    made = measure(bertta, process, answer_id=answer.pk, you_said=TITLE, we_decided=QUOTING)
    hide(moderator, one)
    with pytest.raises(Refusal) as told:
        measures.publish_measure(actor=bertta, measure=made, at=clock.now())
    assert [told.value.field, *(other.field for other in told.value.others)] == ["you_said:fi", "we_decided:fi"]


def test_p3_nor_corrected_into_them(bertta, moderator, process, answer, one):
    kept = published(bertta, process, answer, you_said=PROMISED.you_said)
    hide(moderator, one)
    with pytest.raises(Refusal):
        correct(bertta, process, kept, we_decided=QUOTING)
    assert NAME not in read(process)


def test_a_measure_does_not_begin_with_a_comments_own_beginning(bertta, process, answer, one):
    path = process_address(process, "outcomes:new_measure") + f"?answer={answer.pk}"
    desk = signed_in(bertta)
    assert answering.WHOLE.title["fi"] in unescape(desk.get(path).content.decode())
    Answer.objects.filter(pk=answer.pk).update(title=TITLE)
    form = unescape(desk.get(path).content.decode())
    assert f">{TITLE['fi']}</textarea>" not in form
    assert answering.WHOLE.body["fi"] in form
