"""What is done to a whole group at once asks the database as often for twenty comments as for two, and tells each sender."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.together import wrong_counts
from yhdyspinta.answers import joining, publishing, rounds
from yhdyspinta.answers.tests.scene import fresh, publish, start, write
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import UNDO_TIME
from yhdyspinta.processes.models import Follow

pytestmark = pytest.mark.django_db
LATER = UNDO_TIME + timedelta(seconds=1)
FEW, MANY = 2, 20


def _comments(section, count: int) -> list[Comment]:
    return [
        factories.comment(factories.guest(), section, email=f"lahettaja{number}-{count}@example.org")
        for number in range(count)
    ]


def _asked(deed: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as seen:
        deed()
    return len([one for one in seen if "SAVEPOINT" not in one["sql"]])


def _told(kind: str) -> int:
    return Notice.objects.filter(kind=kind).count()


def test_publishing_and_taking_back_a_group(bertta, section):
    def costs(count: int) -> tuple[int, int]:
        Follow.objects.bulk_create(
            Follow(
                process=section.version.document.activity.process, email=f"seuraaja{number}-{count}@example.org",
                language="sv", nonce=f"n{number}-{count}", since=clock.now(), confirmed_at=clock.now(),
            )
            for number in range(count)
        )  # fmt: skip
        draft = write(bertta, start(bertta, *_comments(section, count)))
        out = _asked(lambda: publish(bertta, draft))
        assert wrong_counts(draft.activity) == []
        back = _asked(lambda: publishing.unpublish_answer(actor=bertta, answer=fresh(draft), at=clock.now()))
        assert _told("answers.taken_back") == _told("answers.published")
        return out, back

    assert costs(FEW) == costs(MANY)
    assert _told("answers.published") == FEW + MANY
    activity = fresh(section.version.document.activity)
    assert (activity.due_count, activity.answered_count) == (FEW + MANY, 0)


def test_closing_many_and_opening_them_again(bertta, section):
    activity = section.version.document.activity

    def costs(count: int) -> tuple[int, int]:
        chosen = [one.pk for one in _comments(section, count)]
        at = clock.now()
        values = {"actor": bertta, "activity": activity, "comments": chosen}
        closing = _asked(lambda: rounds.close_without_answer(**values, reason="thanks", at=at))
        assert _told("answers.closed") == count
        Notice.objects.filter(kind="answers.closed").update(state=Notice.State.SENT)
        opening = _asked(lambda: rounds.reopen(**values, at=at + LATER))
        Notice.objects.filter(kind="answers.closed").delete()
        return closing, opening

    assert costs(FEW) == costs(MANY)
    assert _told("answers.reopened") == FEW + MANY
    assert fresh(activity).due_count == FEW + MANY
    assert wrong_counts(activity) == []


def test_joining_many_and_taking_them_out(bertta, section):
    def costs(count: int) -> tuple[int, int]:
        answer = fresh(publish(bertta, write(bertta, start(bertta, *_comments(section, 1)))))
        late = _comments(section, count)
        at = clock.now()
        values = {"actor": bertta, "answer": answer}
        chosen = [one.pk for one in late]
        into = _asked(lambda: joining.join_answer(**values, comments=chosen, revision=answer.revision, at=at))
        assert wrong_counts(answer.activity) == []
        Notice.objects.filter(kind="answers.joined").update(state=Notice.State.SENT)
        out = _asked(lambda: joining.take_out(**values, joined_at=at, at=at + LATER))
        assert wrong_counts(answer.activity) == []
        return into, out

    assert costs(FEW) == costs(MANY)
    assert (_told("answers.joined"), _told("answers.taken_out")) == (FEW + MANY, FEW + MANY)
    lines = Entry.objects.filter(verb="answers.taken_out")
    assert {line.target for line in lines} <= {f"comment:{one.pk}" for one in Comment.objects.all()}
    assert lines.count() == FEW + MANY


def test_opening_some_of_a_sender_before_anybody_was_told_keeps_the_letter_of_the_rest(bertta, section):
    aino = factories.guest()
    first, second = (factories.comment(aino, section, email="aino@example.org") for _ in range(2))
    at = clock.now()
    values = {"actor": bertta, "activity": first.activity}
    rounds.close_without_answer(**values, comments=[first.pk, second.pk], reason="thanks", at=at)
    rounds.reopen(**values, comments=[first.pk], at=at + timedelta(minutes=1))
    letter = Notice.objects.get(kind="answers.closed")
    assert (letter.values["numbers"], letter.held_until) == ([second.number], at + UNDO_TIME)
    assert _told("answers.reopened") == 0
