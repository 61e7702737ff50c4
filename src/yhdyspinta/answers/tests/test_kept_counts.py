"""What waits for an answer is counted when it changes: after any deeds the kept numbers are those of a recount."""

import random
from dataclasses import replace

import pytest
from django.db.models import Sum

from tests import factories
from yhdyspinta.answers import actions, joining, publishing, rounds, worklist
from yhdyspinta.answers.models import Answer, AnsweredComment
from yhdyspinta.answers.place_names import PlaceNames
from yhdyspinta.answers.tests.scene import WHOLE, fresh, page_of, path_of, publish, start, write
from yhdyspinta.answers.totals import totals
from yhdyspinta.answers.worklist import waiting_places
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import withdraw_comment
from yhdyspinta.comments.models import Comment, Thread
from yhdyspinta.intake.actions.mending import move_comment
from yhdyspinta.moderation import actions as moderation
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


class Deeds:
    """One deed after the other, drawn by chance; what is refused changes nothing."""

    def __init__(self, editor, section, chance):
        self.editor, self.section, self.chance = editor, section, chance
        self.sections = list(section.version.sections.all())
        self.activity = section.version.document.activity
        self.people = [factories.guest() for _ in range(4)]

    def some(self, rows):
        found = list(rows.order_by("pk"))
        return self.chance.sample(found, min(len(found), self.chance.randint(1, 3)))

    def one(self, rows):
        return self.chance.choice(list(rows.order_by("pk")))

    @property
    def comments(self):
        return Comment.objects.filter(activity=self.activity)

    @property
    def waiting(self):
        return self.comments.filter(state="visible", handling="open", answered=None)

    @property
    def drafts(self):
        return Answer.objects.filter(activity=self.activity, published_at=None)

    def send(self):
        waits = self.chance.random() < 0.2
        factories.comment(self.chance.choice(self.people), self.chance.choice(self.sections), waits=waits)

    def hide(self):
        moderation.decide_hide(actor=self.editor, comment=self.one(self.comments), reason="insult", at=clock.now())

    def show(self):
        moderation.decide_show(actor=self.editor, comment=self.one(self.comments), at=clock.now())

    def withdraw(self):
        comment = self.one(self.comments)
        withdraw_comment(actor=comment.sender.person, comment=comment, at=clock.now())

    def move(self):
        comment = self.one(self.comments)
        move_comment(comment, self.chance.choice(self.sections).thread_id)

    def begin(self):
        start(self.editor, *self.some(self.waiting))

    def add(self):
        ids = [one.pk for one in self.some(self.waiting)]
        actions.add_to_answer(actor=self.editor, answer=self.one(self.drafts), comments=ids, at=clock.now())

    def take_out(self):
        answer = self.one(self.drafts)
        ids = [one.pk for one in self.some(self.comments.filter(answered__answer=answer))]
        actions.remove_from_answer(actor=self.editor, answer=answer, comments=ids, at=clock.now())

    def remove(self):
        actions.remove_draft(actor=self.editor, answer=self.one(self.drafts), at=clock.now())

    def publish(self):
        answer = write(self.editor, self.one(self.drafts), is_final=self.chance.random() < 0.7)
        publish(self.editor, answer)

    def unpublish(self):
        answer = self.one(Answer.objects.filter(activity=self.activity, published_at__isnull=False))
        publishing.unpublish_answer(actor=self.editor, answer=answer, at=clock.now())

    def join(self):
        answer = self.one(Answer.objects.filter(activity=self.activity, published_at__isnull=False))
        joining.join_answer(
            actor=self.editor, answer=answer, comments=[one.pk for one in self.some(self.waiting)],
            revision=answer.revision, at=clock.now(),
        )  # fmt: skip

    def part(self):
        row = self.one(AnsweredComment.objects.filter(joined_at__isnull=False))
        joining.take_out(actor=self.editor, answer=row.answer, joined_at=row.joined_at, at=clock.now())

    def join(self):
        answer = self.one(Answer.objects.filter(activity=self.activity, published_at__isnull=False))
        ids = [one.pk for one in self.some(self.waiting)]
        joining.join_answer(actor=self.editor, answer=answer, comments=ids, revision=answer.revision, at=clock.now())

    def take_back(self):
        row = self.one(AnsweredComment.objects.filter(joined_at__isnull=False))
        joining.take_out(actor=self.editor, answer=row.answer, joined_at=row.joined_at, at=clock.now())

    def close(self):
        ids = [one.pk for one in self.some(self.waiting)]
        rounds.close_without_answer(
            actor=self.editor, activity=self.activity, comments=ids, reason="thanks", at=clock.now()
        )

    def reopen(self):
        ids = [one.pk for one in self.some(self.comments.filter(handling="closed"))]
        rounds.reopen(actor=self.editor, activity=self.activity, comments=ids, at=clock.now())


DEEDS = ("send", "send", "send", "send", "hide", "show", "withdraw", "move", "begin", "add", "take_out", "remove", "publish", "unpublish",
         "close", "reopen", "join", "part")  # fmt: skip


def test_after_any_deeds_what_waits_is_what_a_recount_finds(bertta, county, section):
    moderator = factories.staff(county, "moderator", "mikko@example.org")
    chance, done = random.Random(7), set()
    deeds = Deeds(bertta, section, chance)
    moderating = Deeds(moderator, section, chance)
    for _ in range(200):
        name = chance.choice(DEEDS)
        who = moderating if name in {"hide", "show"} else deeds
        try:
            getattr(who, name)()
        except (Refusal, IndexError, ValueError):
            continue
        done.add(name)
        assert dict(Thread.objects.values_list("pk", "unanswered_count")) == recounted()
        assert dict(Thread.objects.values_list("pk", "visible_count")) == shown()
    assert done == set(DEEDS)
    deeds.activity.refresh_from_db()
    open_ones = Comment.objects.filter(state="visible", handling="open").count()
    assert deeds.activity.due_count == open_ones
    assert totals(deeds.activity).waiting == sum(recounted().values())


def test_hidden_while_answered_it_comes_back_as_its_answer_stands(bertta, activity, section):
    one, two = (factories.comment(factories.guest(), section) for _ in range(2))
    answer = publish(bertta, write(bertta, start(bertta, one, two)))
    hide(bertta, one)
    publishing.unpublish_answer(actor=bertta, answer=answer, at=clock.now())
    show(bertta, one)
    assert (fresh(one).handling, fresh(activity).due_count) == ("open", 2)
    answer = publish(bertta, fresh(answer))
    assert (fresh(one).handling, fresh(activity).due_count) == ("answered", 0)
    assert "Vastaus 30" in page_of(fresh(one))
    hide(bertta, one)
    answer = correct(bertta, answer, is_final=False)
    show(bertta, one)
    assert (fresh(one).handling, fresh(activity).due_count) == ("open", 2)
    hide(bertta, one)
    correct(bertta, answer, is_final=True)
    show(bertta, one)
    assert (fresh(one).handling, fresh(activity).due_count) == ("answered", 0)


def hide(editor, comment):
    moderation.decide_hide(actor=editor, comment=fresh(comment), reason="insult", at=clock.now())


def show(editor, comment):
    moderation.decide_show(actor=editor, comment=fresh(comment), at=clock.now())


def correct(editor, answer, *, is_final):
    text = replace(WHOLE, is_final=is_final)
    answer = fresh(answer)
    return publishing.correct_answer(actor=editor, answer=answer, text=text, revision=answer.revision, at=clock.now())


def recounted():
    found = Comment.objects.filter(state="visible", handling="open")
    grouped = set(AnsweredComment.objects.values_list("comment", flat=True))
    counts = dict.fromkeys(Thread.objects.values_list("pk", flat=True), 0)
    for pk, thread in found.values_list("pk", "thread"):
        counts[thread] += pk not in grouped
    return counts


def shown():
    counts = dict.fromkeys(Thread.objects.values_list("pk", flat=True), 0)
    for thread in Comment.objects.filter(state="visible").values_list("thread", flat=True):
        counts[thread] += 1
    return counts


def test_of_many_the_list_tells_the_kept_numbers_and_no_capacities(desk, bertta, activity, section, monkeypatch):
    for person in (factories.guest(), factories.guest(), factories.guest()):
        comment = factories.comment(person, section)
    start(bertta, comment)
    read = waiting_places(activity, PlaceNames({}), waiting=2)
    monkeypatch.setattr(worklist, "MOST_READ", 1)
    (kept,) = waiting_places(activity, PlaceNames({}), waiting=2)
    assert (kept.count, kept.thread_id) == (read[0].count, read[0].thread_id) == (2, section.thread_id)
    assert (read[0].capacities, kept.capacities) == ("asukas\xa02", "")
    page = desk.get(path_of(activity, "work")).content.decode()
    assert "2 kommenttia" in page
    assert Thread.objects.aggregate(n=Sum("unanswered_count"))["n"] == 2
