"""Residents send, reply and take back while a moderator decides of the same comments: nobody waits for each other."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from tests import factories
from yhdyspinta.answers import actions as answers
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import NewComment, SenderFacts, send_comments, withdraw_comment
from yhdyspinta.comments.models import Comment, Sender, Thread
from yhdyspinta.moderation.actions import decide_many
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db(transaction=True)
TURNS = 12


def test_whoever_counts_keeps_one_order(county, section):
    moderator = factories.staff(county, "moderator", "mikko@example.org")
    editor = factories.staff(county, "coordinator", "cecilia@example.org")
    activity, resident = section.version.document.activity, factories.guest()
    sections = list(section.version.sections.all())
    first = factories.comment(resident, sections[0])
    reply = send(resident, activity, sections[1], parent=first)
    ready = Barrier(4)

    def sends(turn):
        """Under other facts each time, one after the other about each section, and a reply."""
        send(resident, activity, sections[turn % 3], parent=first if turn % 2 else None, capacity=turn % 2)

    def decides(turn):
        kind = "show" if turn % 2 else "hide"
        reason = "" if turn % 2 else "insult"
        decide_many(actor=moderator, comments=[reply, first], kind=kind, reason=reason, at=clock.now())

    def answers_them(_turn):
        own = list(Comment.objects.filter(state="visible", handling="open", answered=None).order_by("-pk")[:3])
        answer = answers.start_answer(
            actor=editor, activity=activity, comments=[one.pk for one in own], title=Wording(fi="A"), at=clock.now()
        )
        answers.remove_draft(actor=editor, answer=answer, at=clock.now())

    def takes_back(turn):
        own = factories.comment(factories.guest(), sections[turn % 3])
        withdraw_comment(actor=own.sender.person, comment=own, at=clock.now())

    def run(deed):
        try:
            ready.wait(10)
            for turn in range(TURNS):
                try:
                    deed(turn)
                except Refusal:
                    continue
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(run, deed) for deed in (sends, decides, answers_them, takes_back)]:
            done.result(60)
    recount(activity)


def send(who, activity, section, *, parent=None, capacity=0):
    receipt = send_comments(
        actor=who, activity=activity, key=uuid4(), check=clock.now,
        comments=[
            NewComment(section.thread_id, "Sanat.", "fi", parent_id=parent.pk if parent else None),
            NewComment(section.thread_id, "Toiset.", "fi"),
        ],
        facts=SenderFacts(language="fi", capacities=("resident", "professional")[capacity : capacity + 1]),
    )  # fmt: skip
    return receipt.comments.order_by("pk")[0]


def recount(activity):
    activity = Activity.objects.get(pk=activity.pk)
    shown = Comment.objects.filter(activity=activity, state="visible")
    assert activity.comment_count == activity.due_count == shown.count()
    assert activity.hidden_count == Comment.objects.filter(state="hidden").count()
    assert activity.sender_count == shown.values("sender").distinct().count()
    for thread in Thread.objects.all():
        assert thread.visible_count == thread.unanswered_count == shown.filter(thread=thread).count()
    for sender in Sender.objects.all():
        assert sender.visible_comments == shown.filter(sender=sender).count()
    for comment in Comment.objects.all():
        assert comment.reply_count == shown.filter(parent=comment).count()
