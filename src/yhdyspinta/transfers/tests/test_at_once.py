"""A comment is passed on and answered at the same moment: one of them gets it, and every count is right."""

import pytest

from tests import factories
from tests.together import work_together, wrong_counts
from yhdyspinta.answers import actions as answering
from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.answers.tests.scene import WHOLE
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.actions import decide_hide, decide_show
from yhdyspinta.transfers.actions.passing import take_back
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.tests.scene import passed
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db(transaction=True)


def start(editor, comment):
    return answering.start_answer(
        actor=editor, activity=comment.activity, comments=[comment.pk], title=WHOLE.title, at=clock.now()
    )


def test_one_comment_is_either_passed_on_or_answered(county, town, comment, bertta):
    editor = factories.staff(county, "coordinator", "cecilia@example.org")
    (transfer,), (answer,) = work_together(
        lambda _turn: passed(comment, town, bertta), lambda _turn: start(editor, comment), turns=1
    )
    refused = [one for one in (transfer, answer) if isinstance(one, Refusal)]
    assert len(refused) == 1
    assert Transfer.objects.count() + AnsweredComment.objects.count() == 1
    assert Comment.objects.get(pk=comment.pk).handling == ("closed" if refused == [answer] else "open")
    assert wrong_counts(comment.activity) == []


def test_passing_on_answering_and_hiding_go_on_beside_each_other(county, town, comment, bertta):
    editor = factories.staff(county, "coordinator", "cecilia@example.org")
    moderator = factories.staff(county, "moderator", "mikko@example.org")

    def passes_on(_turn):
        take_back(actor=bertta, transfer=passed(comment, town, bertta), at=clock.now())
        return "passed"

    def answers(_turn):
        answering.remove_draft(actor=editor, answer=start(editor, comment), at=clock.now())
        return "answered"

    def moderates(turn):
        kept = Comment.objects.get(pk=comment.pk)
        if turn % 2:
            decide_show(actor=moderator, comment=kept, at=clock.now())
        else:
            decide_hide(actor=moderator, comment=kept, reason="insult", at=clock.now())
        return "moderated"

    done = work_together(passes_on, answers, moderates)
    assert "moderated" in done[2]
    assert not Transfer.objects.filter(state="waiting").exists()
    assert not Answer.objects.exists()
    assert Comment.objects.get(pk=comment.pk).handling == "open"
    assert wrong_counts(comment.activity) == []
