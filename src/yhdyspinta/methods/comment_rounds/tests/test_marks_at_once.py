"""One person agrees 200 times at once: it is one agreement, also in the kept count. What a moderator does meanwhile holds."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from tests import factories
from tests.together import work_together, wrong_counts
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Endorsement
from yhdyspinta.methods.comment_rounds import actions
from yhdyspinta.moderation.actions import decide_many
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db(transaction=True)
TIMES, CONNECTIONS = 200, 8


def test_v1_200_agreements_of_one_person_at_once_are_one(world):
    comment, cai = factories.comment(factories.guest(), world.section), factories.guest()

    def agree(_connection: int) -> list[bool]:
        try:
            return [
                actions.mark(actor=cai, comment=comment, kind="agree", at=clock.now())
                for _time in range(TIMES // CONNECTIONS)
            ]
        finally:
            connection.close()

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        told = [is_new for some in pool.map(agree, range(CONNECTIONS)) for is_new in some]
    assert len(told) == TIMES
    assert told.count(True) == 1
    assert Endorsement.objects.filter(comment=comment, person=cai).count() == 1
    assert Comment.objects.get(pk=comment.pk).agree_count == 1


def test_p7_a_mark_waits_for_the_moderator_who_hides_the_comment_at_the_same_moment(world):
    comment, cai = factories.comment(factories.guest(), world.section), factories.guest()

    def agree() -> str:
        try:
            actions.mark(actor=cai, comment=comment, kind="agree", at=clock.now())
        except Refusal as refusal:
            return refusal.code
        finally:
            connection.close()
        return "marked"

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Comment.objects.filter(pk=comment.pk).update(state=Comment.State.HIDDEN)
            marking = pool.submit(agree)
            with pytest.raises(TimeoutError):
                marking.result(timeout=0.4)
        assert marking.result(timeout=10) == "not_visible"
    assert not Endorsement.objects.filter(comment=comment).exists()
    assert Comment.objects.get(pk=comment.pk).agree_count == 0


def test_v1_marks_given_and_taken_back_at_once_wait_for_each_other(world):
    """Quick clicks of one person: the kept count follows, and nobody is refused."""
    comment, cai = factories.comment(factories.guest(), world.section), factories.guest()

    def click(number: int) -> None:
        try:
            for _time in range(25):
                if number % 2:
                    actions.mark(actor=cai, comment=comment, kind="agree", at=clock.now())
                else:
                    actions.take_mark_back(actor=cai, comment=comment, kind="agree", at=clock.now())
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(click, range(4)))
    assert Comment.objects.get(pk=comment.pk).agree_count == Endorsement.objects.filter(comment=comment).count()


def test_p7_marks_go_on_while_a_moderator_hides_and_shows_the_same_comments(world):
    moderator = factories.staff(world.county, "moderator", "mikko@example.org")
    comments = [factories.comment(factories.guest(), world.section) for _each in range(3)]
    readers = [factories.guest(), factories.guest()]

    def moderates(turn: int) -> str:
        kind, reason = ("show", "") if turn % 2 else ("hide", "insult")
        decide_many(actor=moderator, comments=comments, kind=kind, reason=reason, at=clock.now())
        return kind

    def marks(reader: int, turn: int) -> bool:
        """One of them backwards through the comments, so that they meet."""
        comment = comments[turn % 3] if reader else comments[-1 - turn % 3]
        do = actions.mark if turn % 4 < 3 else actions.take_mark_back
        return do(actor=readers[reader], comment=comment, kind="agree", at=clock.now())

    decided, *_marked = work_together(moderates, lambda turn: marks(0, turn), lambda turn: marks(1, turn))
    assert decided == ["hide", "show"] * 6
    assert wrong_counts(world.activity) == []
