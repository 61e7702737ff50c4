"""An answer's own words do not tell what a comment said that nobody may read: in no field, and under no masked name."""

from dataclasses import replace
from html import unescape

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.looks import mark_now
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.publishing import correct_answer, unpublish_answer
from yhdyspinta.answers.tests.scene import WHOLE, fresh, path_of, publish, start, write
from yhdyspinta.answers.tests.test_hidden_after_publishing import (
    QUOTING,
    TITLE,
    WORDS,
    correct,
    hide,
    on_desk,
    published,
    read,
)
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.actions import decide_show, mask, undo
from yhdyspinta.moderation.models import Decision
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
NAMING = Wording(fi="Matti Meikäläinen saa jatkossa ajan ennalta.", sv="Vi kommer överens.")


@pytest.fixture
def one(section) -> Comment:
    return factories.comment(factories.person(), section, text=WORDS)


def cover(moderator, comment: Comment) -> Decision:
    """Mask the name."""
    place = WORDS.index("Matti")
    spans = ((place, place + len("Matti Meikäläinen")),)
    return mask(
        actor=moderator, comment=comment, spans=spans, reason="personal_data", revision=comment.revision, at=clock.now()
    )


def fields_of(refusal: Refusal) -> list[str | None]:
    return [refusal.field, *(other.field for other in refusal.others)]


@pytest.mark.parametrize("field", ["body", "reason_words"])
def test_p3_words_of_a_comment_that_was_hidden_meanwhile_are_not_published(bertta, moderator, section, one, field):
    answer = start(bertta, one, factories.comment(factories.guest(), section, text="Ovet auki."))
    write(
        bertta,
        answer,
        title=WHOLE.title,
        **{"handling": "not_accepted", "reason": "cost", "reason_words": WHOLE.body, field: QUOTING},
    )
    hide(moderator, one)
    with pytest.raises(Refusal) as told:
        publish(bertta, fresh(answer))
    assert fields_of(told.value) == [f"{field}:fi"]
    write(bertta, fresh(answer), **{field: WHOLE.body})
    assert publish(bertta, fresh(answer)).published_at


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "ei näytetä"), ("sv", "inte visas"), ("en", "is not shown")],
)
def test_whoever_publishes_reads_at_the_field_which_words(bertta, moderator, section, one, language, words):
    answer = start(bertta, one, factories.comment(factories.guest(), section, text="Ovet auki."))
    write(bertta, answer, title=WHOLE.title, body=QUOTING)
    hide(moderator, one)
    path = path_of(one.activity, "publish", language=language, number=answer.number)
    page = signed_in(bertta).post(path, {"revision": fresh(answer).revision, "seen": mark_now(fresh(answer))})
    assert page.status_code == 422
    told = unescape(page.content.decode())
    assert words in told
    assert "matti meikäläinen ei ole koskaan kotona" in told


def test_p3_an_answer_that_was_taken_back_does_not_go_out_with_them_again(bertta, moderator, section, one):
    answer = published(bertta, section, one, title=WHOLE.title, body=QUOTING)
    hide(moderator, one)
    unpublish_answer(actor=bertta, answer=fresh(answer), at=clock.now())
    with pytest.raises(Refusal) as told:
        publish(bertta, fresh(answer))
    assert fields_of(told.value) == ["body:fi"]
    decide_show(actor=moderator, comment=one, at=clock.now())
    assert publish(bertta, fresh(answer)).published_at


def test_what_the_document_itself_says_may_be_quoted(bertta, moderator, section, one):
    said = "Ensimmäinen katkelma kohdasta 1. Toinen katkelma kohdasta 1."
    other = factories.comment(factories.guest(), section, text=f"Kirjoititte: {said}")
    answer = start(bertta, one, other)
    write(bertta, answer, title=WHOLE.title, body=Wording(fi=f"Malli sanoo: {said}", sv="Modellen."))
    hide(moderator, other)
    assert publish(bertta, fresh(answer)).published_at


def test_p3_a_masked_name_is_no_title(bertta, moderator, section, one):
    answer = published(
        bertta, section, one, title=Wording(fi="Matti Meikäläinen ja hoitajan käynnit", sv="Besök hemma")
    )
    decision = cover(moderator, one)
    page = read(answer, "answer", number=answer.number)
    assert "Meikäläinen" not in page
    assert f"Vastaus {answer.number}" in page
    assert on_desk(bertta, answer)
    undo(actor=moderator, decisions=[decision], at=clock.now())
    assert fresh(answer).title["fi"] == "Matti Meikäläinen ja hoitajan käynnit"
    assert on_desk(bertta, answer) == []


@pytest.mark.parametrize("field", ["body", "reason_words"])
def test_p3_a_masked_name_in_the_words_is_told_to_staff(bertta, moderator, section, one, field):
    about = {"handling": "not_accepted", "reason": "cost", "reason_words": WHOLE.body, "title": WHOLE.title}
    answer = published(bertta, section, one, **{**about, field: NAMING})
    cover(moderator, one)
    assert on_desk(bertta, answer)
    correct(bertta, answer, **{field: WHOLE.body})
    assert on_desk(bertta, answer) == []
    assert "Meikäläinen" not in read(answer, "answer", number=answer.number)  # nor in what it said before


def test_one_name_of_a_masked_two_is_told_too_and_no_common_word(bertta, moderator, section, one):
    answer = published(
        bertta,
        section,
        one,
        title=WHOLE.title,
        body=Wording(fi="Olemme yhteydessä Meikäläinen-tiimiin: Meikäläinen.", sv="Ja."),
    )
    cover(moderator, one)
    assert on_desk(bertta, answer)
    other = factories.comment(factories.person("o@example.org"), section, text="Kai naapuri tietää asian.")
    second = published(bertta, section, other, title=WHOLE.title, body=Wording(fi="Se on kai niin.", sv="Ja."))
    mask(
        actor=moderator, comment=other, spans=((0, 3),), reason="personal_data", revision=other.revision, at=clock.now()
    )
    assert not fresh(second).unshown_at


def test_p3_a_former_title_is_withheld_with_its_answer(bertta, moderator, section, one):
    answer = published(bertta, section, one)
    correct(bertta, answer, title=Wording(fi="Käynnit kotona", sv="Besök hemma"))
    assert "Matti Meikäläinen" in read(answer, "answer", number=answer.number)
    hide(moderator, one)
    assert "Meikäläinen" not in read(answer, "answer", number=answer.number)
    assert answer.former.get().is_withheld
    decide_show(actor=moderator, comment=one, at=clock.now())
    assert not answer.former.get().is_withheld
    assert TITLE["fi"] in read(answer, "answer", number=answer.number)


def test_a_correction_brings_no_new_quotation_and_may_leave_the_old_one(bertta, moderator, section, one):
    answer = published(bertta, section, one, title=WHOLE.title, body=QUOTING)
    hide(moderator, one)
    correct(bertta, answer, handling="accepted")
    with pytest.raises(Refusal) as told:
        correct(bertta, answer, body=Wording(fi=QUOTING["fi"], sv=QUOTING["fi"]))
    assert fields_of(told.value) == ["body:sv"]


def test_p3_nor_do_words_in_a_further_language(bertta, moderator, section, one):
    answer = published(bertta, section, one, title=WHOLE.title)
    hide(moderator, one)
    text = replace(AnswerText.of(fresh(answer)), body=Wording({**WHOLE.body, "en": QUOTING["fi"]}))
    with pytest.raises(Refusal) as told:
        correct_answer(actor=bertta, answer=fresh(answer), text=text, revision=fresh(answer).revision, at=clock.now())
    assert fields_of(told.value) == ["body:en"]
    assert Answer.objects.get().body == WHOLE.body
