"""Whoever had an answer told by letter or phone is owed a word when it stands no more, as others get a message."""

import re
from dataclasses import replace
from html import unescape

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers import joining, publishing, rounds
from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.tests import scene
from yhdyspinta.audit import clock
from yhdyspinta.intake import actions
from yhdyspinta.intake.owing import letters_due
from yhdyspinta.intake.tests.typing_in import enter
from yhdyspinta.transfers.actions.passing import take_back
from yhdyspinta.transfers.tests.scene import passed
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
LETTERS = "/keski-suomi/fi/desk/intake/letters/"


@pytest.fixture
def comment(bertta, section):
    return enter(bertta, section).comments.get()


def published(bertta, *comments):
    return scene.fresh(scene.publish(bertta, scene.write(bertta, scene.start(bertta, *comments))))


def answered(bertta, comment):
    answer = published(bertta, comment)
    return lambda: publishing.unpublish_answer(actor=bertta, answer=answer, at=clock.now())


def made_preliminary(bertta, comment):
    answer = published(bertta, comment)
    text = replace(AnswerText.of(answer), is_final=False)
    return lambda: publishing.correct_answer(
        actor=bertta, answer=answer, text=text, revision=answer.revision, at=clock.now()
    )


def joined(bertta, comment):
    other = factories.comment(factories.guest(), comment.thread.section)
    answer, at = published(bertta, other), clock.now()
    joining.join_answer(actor=bertta, answer=answer, comments=[comment.pk], revision=answer.revision, at=at)
    return lambda: joining.take_out(actor=bertta, answer=answer, joined_at=at, at=clock.now())


def closed(bertta, comment):
    given = {"actor": bertta, "activity": comment.activity, "comments": [comment.pk]}
    rounds.close_without_answer(**given, reason="thanks", at=clock.now())
    return lambda: rounds.reopen(**given, at=clock.now())


def passed_on(bertta, comment):
    transfer = passed(comment, None, bertta, name="Valtion virasto", where="kirjaamo@example.org")
    return lambda: take_back(actor=bertta, transfer=transfer, at=clock.now())


def told(bertta, comment):
    actions.mark_told(actor=bertta, entry=comment.receipt.entry, at=clock.now())


def letter(bertta, comment):
    path = f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{comment.receipt_id}/letter/"
    return unescape(signed_in(bertta).get(path).content.decode())


WORDS = {
    answered: ("Svaret som vi berättade om", "Vastaus, josta kerroimme sinulle"),
    made_preliminary: ("Svaret som vi berättade om", "Vastaus, josta kerroimme sinulle"),
    joined: ("Svaret som vi berättade om", "Vastaus, josta kerroimme sinulle"),
    closed: ("inte får ett eget svar", "ei saa omaa vastausta"),
    passed_on: ("en annan myndighet svarar", "toinen viranomainen vastaa"),
}


@pytest.mark.parametrize("deed", WORDS)
@pytest.mark.parametrize("language", ["sv", "fi"])
def test_what_was_told_and_stands_no_more_is_owed_until_it_is_told(county, bertta, comment, deed, language):
    comment.receipt.language = language
    comment.receipt.save()
    undo = deed(bertta, comment)
    told(bertta, comment)
    assert not letters_due(county)
    undo()
    assert list(letters_due(county)) == [comment.receipt.entry]
    assert "Aino Esimerkki" in signed_in(bertta).get(LETTERS).content.decode()
    words = letter(bertta, comment)
    assert WORDS[deed][language == "fi"] in words
    assert "Esimerkkitie 1" in words
    told(bertta, comment)
    assert not letters_due(county)


@pytest.mark.parametrize("deed", WORDS)
def test_who_has_not_been_told_yet_hears_nothing_of_it(county, bertta, comment, deed):
    undo = deed(bertta, comment)
    undo()
    assert not letters_due(county)
    with pytest.raises(Refusal, match="nothing_to_tell"):
        told(bertta, comment)
    assert WORDS[deed][1] not in letter(bertta, comment)


@pytest.mark.parametrize("deed", WORDS)
def test_a_letter_that_lay_printed_while_it_was_taken_back_is_owed_a_word_of_it(county, bertta, comment, deed):
    undo = deed(bertta, comment)
    desk = signed_in(bertta)
    path = f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{comment.receipt_id}/"
    (seen,) = re.findall(r'name="seen" value="([^"]+)"', desk.get(f"{path}letter/").content.decode())
    undo()
    assert not letters_due(county)
    assert desk.post(f"{path}told/", {"seen": seen}).status_code == 302  # it was in the post already
    assert list(letters_due(county)) == [comment.receipt.entry]
    assert WORDS[deed][0] in letter(bertta, comment) or WORDS[deed][1] in letter(bertta, comment)
    assert desk.post(f"{path}told/").status_code == 302
    assert not letters_due(county)


@pytest.mark.parametrize("seen", ["", "eilen", "2026-13-45T99:00:00Z", "2026-01-01T10:00", "9999-12-31T23:59:59+00:00"])
def test_i5_a_moment_that_is_none_is_now(county, bertta, comment, seen):
    published(bertta, comment)
    path = f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{comment.receipt_id}/told/"
    assert signed_in(bertta).post(path, {"seen": seen}).status_code == 302
    assert not letters_due(county)


def test_a_new_answer_before_the_letter_takes_its_place(county, bertta, comment):
    undo = answered(bertta, comment)
    told(bertta, comment)
    undo()
    scene.publish(bertta, scene.fresh(comment.answered.answer))
    assert list(letters_due(county)) == [comment.receipt.entry]
    words = letter(bertta, comment)
    assert "Svar inom 30 dagar." in words
    assert "Svaret som vi berättade om" not in words
    told(bertta, comment)
    assert not letters_due(county)


def test_of_two_answers_only_the_one_that_was_told_is_unsaid(county, bertta, section, comment):
    undo = answered(bertta, comment)
    told(bertta, comment)
    now = clock.now()
    actions.add_to_receipt(
        actor=bertta, receipt=comment.receipt, after=1, channel="paper", arrived_at=now, language="fi",
        read_back=False, at=now, words=[actions.Words(section.thread_id, "Lisää.")],
    )  # fmt: skip
    later = answered(bertta, comment.receipt.comments.latest("number"))
    later()
    assert not letters_due(county)
    undo()
    assert letter(bertta, comment).count("Svaret som vi berättade om") == 1


def test_a_hidden_comment_owes_no_letter(county, bertta, comment):
    undo = answered(bertta, comment)
    told(bertta, comment)
    undo()
    comment.state = "hidden"
    comment.save(update_fields=["state"])
    assert not letters_due(county)
