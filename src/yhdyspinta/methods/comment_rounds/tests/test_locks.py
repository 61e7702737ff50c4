"""P7: what a moderator decides at the same moment holds: the comment is locked before it is asked about."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.methods.comment_rounds.actions.own import edit
from yhdyspinta.moderation.appeals import report
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def _edit(comment):
    edit(actor=comment.sender.person, comment=comment, text="Uudet sanat.", revision=1, clock=clock.now)


def _report(comment):
    report(actor=factories.guest(), comment=comment, reason="spam", at=clock.now())


@pytest.mark.parametrize(
    ("act", "asked"),
    [(_edit, 'FROM "moderation_mask"'), (_report, 'FROM "moderation_report"')],
)
def test_p7_the_comment_is_locked_before_it_is_asked_about(world, act, asked):
    comment = factories.comment(factories.guest(), world.section)
    with CaptureQueriesContext(connection) as queries:
        try:
            act(comment)
        except Refusal as refusal:
            pytest.fail(refusal.code)
    told = [query["sql"] for query in queries]
    locked = next(place for place, sql in enumerate(told) if 'FROM "comments_comment"' in sql and "FOR " in sql)
    assert locked < next(place for place, sql in enumerate(told) if asked in sql)
