"""What an answer needs before it is published, and what happens to it afterwards."""

import pytest
from django.db import transaction

from tests import factories
from yhdyspinta.answers import actions, publishing, rounds
from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.models import Answer, FormerAnswer
from yhdyspinta.answers.tests.scene import WHOLE, fresh, new_version, page_of, publish, start, write
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import edit_comment
from yhdyspinta.notices.models import Notice
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_one_answer_to_comments_of_two_threads(bertta, document):
    first, second = document.versions.get().sections.all()[:2]
    one, two = factories.comment(factories.guest(), first), factories.comment(factories.guest(), second)
    publish(bertta, write(bertta, start(bertta, one, two)))
    for comment in (one, two):
        assert "Vastaus 30 päivässä." in page_of(comment)
        assert "Svar inom 30 dagar." in page_of(comment, "sv")
    assert (fresh(one.activity).answered_count, fresh(one.activity).due_count) == (2, 0)


def test_both_languages_are_required(bertta, section):
    answer = write(
        bertta, start(bertta, factories.comment(factories.guest(), section)), body=Wording(fi="Vain suomeksi.")
    )
    with pytest.raises(Refusal, match="language_missing") as refused, transaction.atomic():
        publish(bertta, answer)
    assert refused.value.field == "body:sv"
    assert not Notice.objects.exists()
    assert fresh(answer.activity).answered_count == 0


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"handling": ""}, "handling_missing"),
        ({"handling": "not_accepted"}, "reason_missing"),
        ({"handling": "partly_accepted"}, "reason_missing"),
        ({"handling": "not_accepted", "reason": "cost"}, "language_missing"),
        ({"handling": "passed_on"}, "language_missing"),
    ],
)
def test_an_answer_that_is_not_whole_is_refused(bertta, section, changes, code):
    answer = write(bertta, start(bertta, factories.comment(factories.guest(), section)), **changes)
    with pytest.raises(Refusal, match=code):
        publish(bertta, answer)


def test_choices_outside_the_lists_are_refused(bertta, section):
    answer = start(bertta, factories.comment(factories.guest(), section))
    with pytest.raises(Refusal, match="unknown_choice"):
        write(bertta, answer, handling="maybe")


def test_f10_two_editors_never_overwrite_silently(bertta, section):
    answer = start(bertta, factories.comment(factories.guest(), section))
    write(bertta, Answer.objects.get(pk=answer.pk), body=Wording(fi="Ensimmäisen teksti."))
    typed = AnswerText(title=WHOLE.title, body=Wording(fi="Toisen teksti."))
    with pytest.raises(Refusal, match="changed_meanwhile") as refused:
        actions.save_answer(actor=bertta, answer=answer, text=typed, revision=1, at=clock.now())
    assert refused.value.values["saved"].body == {"fi": "Ensimmäisen teksti."}
    assert refused.value.values["typed"] == typed


def test_a_correction_keeps_what_was_said(bertta, section):
    comment = factories.comment(factories.guest(), section, email="aino@example.org")
    answer = publish(bertta, write(bertta, start(bertta, comment)))
    text = AnswerText(**{**vars(WHOLE), "body": Wording(fi="Vastaus 14 päivässä.", sv="Svar inom 14 dagar.")})
    answer = publishing.correct_answer(actor=bertta, answer=answer, text=text, revision=answer.revision, at=clock.now())
    assert answer.corrected_at is not None
    assert FormerAnswer.objects.get().body == WHOLE.body
    assert "Vastaus 30 päivässä." not in page_of(comment)
    for language, words in (("fi", "Vastaus 14 päivässä."), ("fi", "Korjattu"), ("sv", "Svar inom 14 dagar.")):
        assert words in page_of(comment, language)
    assert Notice.objects.filter(kind="answers.corrected").count() == 1


def test_taking_back_opens_the_comments(bertta, section):
    comment = factories.comment(factories.guest(), section)
    answer = publish(bertta, write(bertta, start(bertta, comment)))
    rounds.mark_round_answered(actor=bertta, activity=comment.activity, at=clock.now())
    publishing.unpublish_answer(actor=bertta, answer=answer, at=clock.now())
    activity = fresh(comment.activity)
    assert (activity.answered_count, activity.due_count, activity.answered_at) == (0, 1, None)
    assert "Vastaus 30 päivässä." not in page_of(comment)
    publish(bertta, Answer.objects.get(pk=answer.pk))
    assert fresh(activity).answered_count == 1


def test_a_preliminary_answer_waits_for_the_final_one(bertta, section):
    comment = factories.comment(factories.guest(), section, email="aino@example.org")
    answer = publish(bertta, write(bertta, start(bertta, comment), is_final=False))
    assert fresh(comment.activity).due_count == 1
    with pytest.raises(Refusal, match="comments_wait_for_answers"):
        rounds.mark_round_answered(actor=bertta, activity=comment.activity, at=clock.now())
    publishing.correct_answer(actor=bertta, answer=answer, text=WHOLE, revision=answer.revision, at=clock.now())
    assert fresh(comment.activity).answered_count == 1
    assert Notice.objects.filter(kind="answers.published").count() == 2


def test_a_changed_passage_stands_in_a_newer_published_version(bertta, document, section):
    comment = factories.comment(factories.guest(), section)
    answer = write(bertta, start(bertta, comment), changed_section_id=section.pk)
    with pytest.raises(Refusal, match="passage_not_newer"), transaction.atomic():
        publish(bertta, answer)
    changed = new_version(document)
    answer = write(bertta, answer, changed_section_id=changed.pk, changed_passage=3)
    with pytest.raises(Refusal, match="passage_not_here"), transaction.atomic():
        publish(bertta, answer)
    assert publish(bertta, write(bertta, answer, changed_section_id=changed.pk, changed_passage=2)).published_at


def test_a_passage_of_a_draft_version_is_refused(bertta, document, section):
    changed = new_version(document, published=False)
    answer = write(bertta, start(bertta, factories.comment(factories.guest(), section)), changed_section_id=changed.pk)
    with pytest.raises(Refusal, match="passage_not_published"):
        publish(bertta, answer)


def test_an_answered_comment_is_no_longer_edited(bertta, section):
    aino = factories.guest()
    comment = factories.comment(aino, section)
    publish(bertta, write(bertta, start(bertta, comment)))
    with pytest.raises(Refusal, match="already_answered"):
        edit_comment(actor=aino, comment=comment, text="Uusi.", revision=1, waits=False, warnings=(), check=clock.now)
