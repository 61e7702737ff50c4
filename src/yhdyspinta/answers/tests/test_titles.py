"""A draft that was named by a comment's first words is not published under them once nobody may read these."""

from dataclasses import replace
from html import unescape

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers.actions import AnswerText, split_answer
from yhdyspinta.answers.corrections import propose_correction
from yhdyspinta.answers.looks import mark_now
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.publishing import correct_answer
from yhdyspinta.answers.tests.scene import fresh, path_of, publish, write
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import edit_comment, withdraw_comment
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.actions import decide_hide, mask
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
WORDS = "Naapurini Matti Meikäläinen ei ole koskaan kotona, kun hoitaja käy, eikä kukaan kysy häneltä mitään."


@pytest.fixture
def one(section) -> Comment:
    return factories.comment(factories.person(), section, text=WORDS)


def named(bertta, *comments: Comment) -> Answer:
    """A draft of the comments as the page makes it, written whole but for its title."""
    activity = comments[0].activity
    signed_in(bertta).post(path_of(activity, "group"), {"comments": [each.pk for each in comments], "do": "start"})
    draft = Answer.objects.get()
    assert WORDS.startswith(draft.title["fi"].removesuffix("…"))
    write(bertta, draft, title=Wording({**draft.title, "sv": "Besök hemma"}))
    return fresh(draft)


def refused(bertta, draft: Answer) -> bool:
    with pytest.raises(Refusal) as told:
        publish(bertta, draft)
    return "title" in str(told.value.field or [each.field for each in told.value.others])


def hide(moderator, comment: Comment) -> None:
    decide_hide(actor=moderator, comment=comment, reason="personal_data", at=clock.now())


def test_p3_nothing_is_published_under_the_words_of_a_hidden_comment(bertta, moderator, section, one):
    draft = named(bertta, one, factories.comment(factories.guest(), section, text="Ovet auki."))
    hide(moderator, one)
    assert refused(bertta, draft)
    write(bertta, draft, title=Wording(fi="Käynnit kotona", sv="Besök hemma"))
    publish(bertta, fresh(draft))
    page = unescape(Client().get(path_of(one.activity, "answers")).content.decode())
    assert "Käynnit kotona" in page
    assert "Meikäläinen" not in page


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_whoever_publishes_is_told_why(bertta, moderator, section, one, language):
    draft = named(bertta, one, factories.comment(factories.guest(), section, text="Ovet auki."))
    hide(moderator, one)
    path = path_of(one.activity, "publish", language=language, number=draft.number)
    page = signed_in(bertta).post(path, {"revision": draft.revision, "seen": mark_now(draft)})
    assert page.status_code == 422
    words = {"fi": "Kirjoita toinen otsikko", "sv": "Skriv en annan rubrik", "en": "Write another title"}[language]
    assert words in unescape(page.content.decode())


def test_p3_the_same_holds_of_withdrawn_words_and_masked_ones(bertta, moderator, section, one):
    other = factories.comment(factories.guest(), section, text="Ovet auki.")
    draft = named(bertta, one, other)
    mask(actor=moderator, comment=one, spans=((10, 27),), reason="personal_data", revision=one.revision, at=clock.now())
    assert refused(bertta, draft)
    withdraw_comment(actor=one.sender.person, comment=one, at=clock.now())
    assert refused(bertta, draft)


def test_what_a_shown_comment_begins_with_too_may_be_told(bertta, section, one):
    twin = factories.comment(factories.guest(), section, text=WORDS)
    draft = named(bertta, one, twin)
    withdraw_comment(actor=one.sender.person, comment=one, at=clock.now())
    assert publish(bertta, draft).published_at


def test_a_mask_further_on_and_a_short_word_in_common_hinder_nobody(bertta, moderator, section, one):
    other = factories.comment(factories.guest(), section, text="Hoitaja puuttuu.")
    draft = named(bertta, one, other)
    mask(actor=moderator, comment=one, spans=((90, 99),), reason="personal_data", revision=one.revision, at=clock.now())
    hide(moderator, other)
    write(bertta, draft, title=Wording({**draft.title, "sv": "Hoitaja"}))
    assert publish(bertta, fresh(draft)).published_at


def edit(comment: Comment, text: str) -> None:
    edit_comment(
        actor=comment.sender.person, comment=comment, text=text, revision=comment.revision, waits=False, warnings=(),
        check=clock.now,
    )  # fmt: skip


def test_p3_nor_under_words_that_their_sender_has_changed(bertta, section, one):
    draft = named(bertta, one)
    edit(one, "Naapurini ei ole koskaan kotona, kun hoitaja käy.")
    assert refused(bertta, draft)
    edit(fresh(one), f"{WORDS} Kysykää.")  # they are there again
    assert publish(bertta, fresh(draft)).published_at


def test_p3_nor_once_the_comment_was_taken_out_and_hidden(bertta, moderator, section, one):
    other = factories.comment(factories.guest(), section, text="Ovet auki.")
    draft = named(bertta, one, other)
    apart = split_answer(actor=bertta, answer=draft, comments=[other.pk], title=Wording(), at=clock.now())
    write(bertta, apart, title=draft.title)
    hide(moderator, one)
    assert refused(bertta, fresh(apart))


def test_what_another_comment_of_the_round_says_in_public_may_be_told(bertta, moderator, section, one):
    factories.comment(factories.guest(), section, text=WORDS)
    draft = named(bertta, one, factories.comment(factories.guest(), section, text="Ovet auki."))
    hide(moderator, one)
    assert publish(bertta, draft).published_at


def test_p3_a_masked_passage_is_left_out_of_the_name_of_a_draft(bertta, moderator, section, one):
    mask(actor=moderator, comment=one, spans=((10, 27),), reason="personal_data", revision=one.revision, at=clock.now())
    signed_in(bertta).post(path_of(one.activity, "group"), {"comments": [one.pk], "do": "start"})
    assert Answer.objects.get().title["fi"].startswith("Naapurini … ei ole")


@pytest.mark.parametrize("by_another", [False, True], ids=["corrected at once", "approved by another"])
def test_p3_a_further_language_does_not_tell_them_either(bertta, moderator, section, one, by_another):
    """A published answer that only gets a title in one more language is no correction, but is read all the same."""
    draft = named(bertta, one, factories.comment(factories.guest(), section, text="Ovet auki."))
    write(bertta, draft, title=Wording(fi="Käynnit kotona", sv="Besök hemma"))
    published = publish(bertta, fresh(draft))
    hide(moderator, one)
    change = propose_correction if by_another else correct_answer

    def add_english(words: str) -> None:
        answer = fresh(published)
        text = replace(AnswerText.of(answer), title=Wording({**answer.title, "en": words}))
        change(actor=bertta, answer=answer, text=text, revision=answer.revision, at=clock.now())

    with pytest.raises(Refusal) as told:
        add_english(WORDS[:60])
    assert told.value.field == "title"
    add_english("Visits at home")
    assert fresh(published).title.get("en") == (None if by_another else "Visits at home")
