"""A comment is hidden, masked or withdrawn after its answer was published: the answer stops telling its words."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from tests.together import work_together
from yhdyspinta.answers import quotations
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.publishing import correct_answer, unpublish_answer
from yhdyspinta.answers.tests.scene import WHOLE, fresh, path_of, publish, start, write
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment
from yhdyspinta.methods.comment_rounds.actions.own import withdraw
from yhdyspinta.moderation.actions import decide_hide, decide_many, decide_show, mask, undo
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.models import SearchEntry
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
WORDS = "Naapurini Matti Meikäläinen ei ole koskaan kotona, kun hoitaja käy, eikä kukaan kysy häneltä mitään."
TITLE = Wording(fi="Naapurini Matti Meikäläinen ei ole koskaan…", sv="Besök hemma")
QUOTING = Wording(fi="Kirjoititte: ”Matti Meikäläinen ei ole koskaan kotona.” Sovimme ajat.", sv="Vi kommer överens.")


@pytest.fixture
def one(section) -> Comment:
    return factories.comment(factories.person(), section, text=WORDS)


def published(bertta, section, one, **words) -> Answer:
    answer = start(bertta, one, factories.comment(factories.guest(), section, text="Ovet auki."))
    return publish(bertta, write(bertta, answer, **{"title": TITLE, **words}))


def hide(moderator, comment: Comment):
    return decide_hide(actor=moderator, comment=comment, reason="personal_data", at=clock.now())


def correct(actor, answer: Answer, **changes) -> Answer:
    answer = fresh(answer)
    text = type(WHOLE)(**{**vars(type(WHOLE).of(answer)), **changes})
    return correct_answer(actor=actor, answer=answer, text=text, revision=answer.revision, at=clock.now())


def read(answer: Answer, page: str = "answers", **more) -> str:
    return unescape(Client().get(path_of(answer.activity, page, **more)).content.decode())


def on_desk(person, answer: Answer, language: str = "fi") -> list[dict]:
    desk = signed_in(person).get(address("site:desk", answer.activity.process.owner, language=language))
    return [
        task
        for task in desk.context["tasks"]
        if task["href"] == path_of(answer.activity, "edit", language=language, number=answer.number)
    ]


def in_search(words: str) -> bool:
    return SearchEntry.objects.filter(title__icontains=words).exists()


def test_p3_readers_get_a_neutral_title_until_it_is_corrected(bertta, moderator, section, one):
    answer = published(bertta, section, one)
    assert "Matti Meikäläinen" in read(answer)
    hide(moderator, one)
    for page in (read(answer), read(answer, "answer", number=answer.number)):
        assert "Meikäläinen" not in page
        assert f"Vastaus {answer.number}" in page
    assert f"Svar {answer.number}" in read(answer, "answer", number=answer.number, language="sv")
    correct(bertta, answer, title=Wording(fi="Käynnit kotona", sv="Besök hemma"))
    page = read(answer, "answer", number=answer.number)
    assert "Käynnit kotona" in page
    assert "Meikäläinen" not in page


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "1 julkaistussa vastauksessa on kommentin sanoja, joita ei enää näytetä"),
        ("sv", "1 publicerat svar innehåller ord ur en kommentar som inte längre visas"),
        ("en", "1 published answer has words of a comment that is no longer shown"),
    ],
)
def test_whoever_answers_is_led_from_the_desk_to_the_answer_until_it_is_corrected(
    bertta, moderator, section, one, language, words
):
    answer = published(bertta, section, one)
    assert on_desk(bertta, answer) == []
    hide(moderator, one)
    assert on_desk(moderator, answer) == []
    (task,) = on_desk(bertta, answer, language)
    assert task["why"] == words
    page = unescape(signed_in(bertta).get(task["href"]).content.decode())
    assert TITLE["fi"] in page
    correct(bertta, answer, title=Wording(fi="Käynnit kotona", sv="Besök hemma"))
    assert on_desk(bertta, answer) == []


def test_the_words_do_not_come_back_with_a_correction(bertta, moderator, section, one):
    answer = published(bertta, section, one)
    hide(moderator, one)
    with pytest.raises(Refusal):
        correct(bertta, answer, title=TITLE)
    assert "Meikäläinen" not in read(answer)


def test_p3_the_same_holds_of_masked_words_and_withdrawn_ones(bertta, moderator, section, one):
    answer = published(bertta, section, one)
    mask(actor=moderator, comment=one, spans=((10, 27),), reason="personal_data", revision=one.revision, at=clock.now())
    assert "Meikäläinen" not in read(answer)
    other = factories.comment(
        factories.person("o@example.org"), section, text="Haluan kertoa omasta sairaudestani täällä."
    )
    second = published(bertta, section, other, title=Wording(fi="Haluan kertoa omasta sairaudestani", sv="Annat"))
    withdraw(actor=other.sender.person, comment=other, at=clock.now())
    assert "sairaudestani" not in read(second)


def test_search_finds_them_no_more_and_again_when_the_comment_comes_back(bertta, moderator, section, one):
    answer = published(bertta, section, one)
    decision = hide(moderator, one)
    assert not in_search("Meikäläinen")
    undo(actor=moderator, decisions=[decision], at=clock.now())
    assert "Matti Meikäläinen" in read(answer)
    assert in_search("Meikäläinen")
    assert on_desk(bertta, answer) == []
    hide(moderator, one)
    decide_show(actor=moderator, comment=one, at=clock.now() + timedelta(seconds=1))
    assert fresh(answer).title == TITLE


def test_a_title_of_the_authoritys_own_stays(bertta, moderator, section, one):
    answer = published(bertta, section, one, title=WHOLE.title)
    hide(moderator, one)
    assert WHOLE.title["fi"] in read(answer)
    assert on_desk(bertta, answer) == []
    assert not Entry.objects.filter(verb="answers.words_unshown").exists()


def test_a_quotation_in_the_answer_is_told_to_staff_and_leaves_with_its_correction(bertta, moderator, section, one):
    answer = published(bertta, section, one, title=WHOLE.title, body=QUOTING)
    hide(moderator, one)
    (task,) = on_desk(bertta, answer)
    page = unescape(signed_in(bertta).get(task["href"]).content.decode())
    assert "Lukijat näkevät ne, kunnes poistat ne vastauksesta." in page
    correct(bertta, answer, handling="accepted")
    assert on_desk(bertta, answer)
    correct(bertta, answer, body=Wording(fi="Sovimme ajat.", sv="Vi kommer överens."))
    assert on_desk(bertta, answer) == []
    assert "Meikäläinen" not in read(answer, "answer", number=answer.number)


def test_what_the_answer_said_before_is_withheld_where_it_quotes(bertta, moderator, section, one):
    answer = published(bertta, section, one, title=WHOLE.title, body=QUOTING)
    correct(bertta, answer, body=Wording(fi="Sovimme ajat.", sv="Vi kommer överens."))
    page = lambda: read(answer, "answer", number=answer.number)  # noqa: E731
    assert "ei ole koskaan kotona.”" in page()
    hide(moderator, one)
    assert "ei ole koskaan kotona.”" not in page()
    decide_show(actor=moderator, comment=one, at=clock.now() + timedelta(seconds=1))
    assert "ei ole koskaan kotona.”" in page()


def test_an_answer_that_is_taken_back_is_no_more_on_the_desk(bertta, moderator, section, one):
    answer = published(bertta, section, one)
    hide(moderator, one)
    unpublish_answer(actor=bertta, answer=fresh(answer), at=clock.now())
    assert on_desk(bertta, answer) == []


def test_the_trail_tells_it_without_the_words(bertta, moderator, section, one):
    answer = published(bertta, section, one)
    hide(moderator, one)
    line = Entry.objects.get(verb="answers.words_unshown")
    assert line.detail == {"number": answer.number, "in_title": True}


@pytest.mark.django_db(transaction=True)
def test_hiding_and_correcting_at_the_same_moment_wait_for_each_other(bertta, moderator, section, one):
    answer = published(bertta, section, one, title=WHOLE.title)

    def turn_hiding(turn: int) -> object:
        if turn % 2:
            return decide_show(actor=moderator, comment=one, at=clock.now())
        return hide(moderator, one)

    work_together(turn_hiding, lambda turn: correct(bertta, answer, body=Wording(fi=f"Sana {turn}.", sv="Ord.")))
    assert fresh(answer).unshown_at is None


def test_o7_many_hidden_at_once_are_each_looked_at_alone(bertta, moderator, section, monkeypatch):
    looked = []
    some = [factories.comment(factories.guest(), section, text=f"Ovi {number} on aina kiinni.") for number in range(12)]
    publish(bertta, write(bertta, start(bertta, *some), body=QUOTING))
    runs = quotations._runs
    monkeypatch.setattr(quotations, "_runs", lambda text: looked.append(text) or runs(text))
    decide_many(actor=moderator, comments=some[:8], kind="hide", reason="personal_data", at=clock.now())
    assert sorted(text for text in looked if text.startswith("Ovi")) == [one.text for one in some[:8]]
