"""What concerns a whole round: closing without an answer, the summary, and that all is answered."""

from datetime import timedelta

import pytest
from django.db import transaction

from tests import factories
from yhdyspinta.answers import rounds
from yhdyspinta.answers.tests.scene import fresh, page_of
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.actions import withdraw_comment
from yhdyspinta.comments.counters import change_state
from yhdyspinta.comments.models import Comment
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.models import Follow
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_closing_and_opening_again(bertta, section):
    comment = factories.comment(factories.guest(), section)
    values = {"actor": bertta, "activity": comment.activity, "comments": [comment.pk], "at": clock.now()}
    with pytest.raises(Refusal, match="closure_reason_missing"):
        rounds.close_without_answer(**values, reason="")
    rounds.close_without_answer(**values, reason="thanks")
    assert fresh(comment.activity).due_count == 0
    assert "Kiitos tai kannatus ilman ehdotusta" in page_of(comment)
    assert rounds.reopen(**values) == 1
    assert fresh(comment.activity).due_count == 1
    with pytest.raises(Refusal, match="no_comments_chosen"):
        rounds.reopen(**values)


def test_a_round_with_no_comments_can_be_marked(bertta, activity):
    marked = rounds.mark_round_answered(actor=bertta, activity=activity, at=clock.now())
    again = rounds.mark_round_answered(actor=bertta, activity=activity, at=clock.now())
    assert marked.answered_at == again.answered_at
    assert Entry.objects.filter(verb="answers.round_answered").count() == 1


def test_marking_is_refused_while_anything_is_open(bertta, section):
    comment = factories.comment(factories.guest(), section, waits=True)
    activity = comment.activity
    with pytest.raises(Refusal, match="comments_wait_for_moderation"):
        rounds.mark_round_answered(actor=bertta, activity=activity, at=clock.now())
    change_state(comment, Comment.State.VISIBLE)
    with pytest.raises(Refusal, match="comments_wait_for_answers"):
        rounds.mark_round_answered(actor=bertta, activity=activity, at=clock.now())
    with pytest.raises(Refusal, match="round_is_open"):
        rounds.mark_round_answered(actor=bertta, activity=activity, at=clock.now() - timedelta(days=3))


def test_a_withdrawn_comment_needs_no_answer(bertta, section):
    aino = factories.guest()
    comment = factories.comment(aino, section)
    withdraw_comment(actor=aino, comment=comment, at=clock.now())
    assert rounds.mark_round_answered(actor=bertta, activity=comment.activity, at=clock.now()).answered_at


def test_the_summary_comes_first_in_both_languages_and_is_told_once(bertta, section):
    activity = section.version.document.activity
    Follow.objects.create(
        process=activity.process,
        email="cai@example.org",
        language="sv",
        nonce="n",
        since=clock.now(),
        confirmed_at=clock.now(),
    )
    values = {"actor": bertta, "activity": activity, "at": clock.now()}
    rounds.save_summary(**values, body=Wording(fi="Tiivistelmä."), revision=0)
    with pytest.raises(Refusal, match="language_missing"), transaction.atomic():
        rounds.publish_summary(**values)
    with pytest.raises(Refusal, match="changed_meanwhile") as refused, transaction.atomic():
        rounds.save_summary(**values, body=Wording(fi="Toinen."), revision=0)
    assert refused.value.values["saved"] == {"fi": "Tiivistelmä."}
    rounds.save_summary(**values, body=Wording(fi="Tiivistelmä.", sv="Sammandrag."), revision=1)
    for _ in range(2):
        rounds.publish_summary(**values)
    assert Notice.objects.filter(kind="answers.summary").count() == 1
