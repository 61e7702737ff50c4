"""Which comments are answered together, and who may answer them."""

import pytest

from tests import factories
from yhdyspinta.answers import actions
from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.answers.tests.scene import WHOLE, fresh, publish, start, write
from yhdyspinta.audit import clock
from yhdyspinta.comments.counters import change_state
from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.models import ProcessPartner
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_a_comment_stands_in_one_answer_at_most(bertta, section):
    comment = factories.comment(factories.guest(), section)
    start(bertta, comment)
    with pytest.raises(Refusal, match="comment_in_another_answer"):
        start(bertta, comment)


@pytest.mark.parametrize("state", [Comment.State.HIDDEN, Comment.State.WITHDRAWN, Comment.State.WAITING])
def test_what_is_not_on_the_page_needs_no_answer(bertta, section, state):
    comment = factories.comment(factories.guest(), section)
    change_state(comment, state)
    with pytest.raises(Refusal, match="comment_needs_no_answer"):
        start(bertta, comment)


def test_hidden_after_grouping_is_left_out(bertta, section):
    stays, goes = factories.comment(factories.guest(), section), factories.comment(factories.guest(), section)
    answer = write(bertta, start(bertta, stays, goes))
    change_state(goes, Comment.State.HIDDEN)
    assert publish(bertta, answer).comment_count == 1
    goes.refresh_from_db()
    assert goes.handling == Comment.Handling.OPEN


def test_groups_are_split_and_emptied(bertta, section):
    comments = [factories.comment(factories.guest(), section) for _ in range(3)]
    answer = write(bertta, start(bertta, *comments))
    new = actions.split_answer(actor=bertta, answer=answer, comments=[comments[0].pk], title=Wording(), at=clock.now())
    answer.refresh_from_db()
    assert (answer.comment_count, new.comment_count, new.body) == (2, 1, WHOLE.body)
    actions.remove_from_answer(actor=bertta, answer=answer, comments=[c.pk for c in comments[1:]], at=clock.now())
    assert AnsweredComment.objects.count() == 1
    with pytest.raises(Refusal, match="answer_without_comments"):
        publish(bertta, Answer.objects.get(pk=answer.pk))


@pytest.mark.parametrize("role", ["moderator", "viewer", "registrar"])
def test_other_roles_and_strangers_cannot_answer(county, section, role):
    comment = factories.comment(factories.guest(), section)
    for cai in (factories.staff(county, role, "cai@example.org"), factories.guest()):
        with pytest.raises(Refusal, match="not_your_role"):
            start(cai, comment)
    assert not Answer.objects.exists()


def test_a_partners_coordinator_answers(section):
    town = factories.authority("vaasa", code="x", bilingual=True)
    process = section.version.document.activity.process
    ProcessPartner.objects.create(process=process, authority=town, joined_at=clock.now())
    partner = factories.staff(town, email="dag@example.org")
    publish(partner, write(partner, start(partner, factories.comment(factories.guest(), section))))
    assert fresh(section.version.document.activity).answered_count == 1
