"""One person agrees 200 times at once, over several connections: it is one agreement, also in the kept count."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Endorsement
from yhdyspinta.methods.comment_rounds import actions

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
