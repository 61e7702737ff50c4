"""Whoever sees to assigned comments hears when their day is near and when it has passed; coordinators see what is late."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.material import reminders
from yhdyspinta.material.models import CommentWork
from yhdyspinta.material.reminders import remind_assignees
from yhdyspinta.material.tests.scene import comments_on, path_of
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import kind_of
from yhdyspinta.people.models import RoleGrant
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.models import Process
from yhdyspinta.ui.dates import in_helsinki

pytestmark = pytest.mark.django_db


@pytest.fixture
def cai(county):
    """Somebody who only writes answers."""
    return factories.staff(county, role="answerer", email="cai@example.org")


def assigned(person, comments, days):
    due = in_helsinki(clock.now()).date() + timedelta(days=days)
    for one in comments:
        CommentWork.objects.update_or_create(comment=one, defaults={"assignee": person, "due_on": due})


def mail(notice, language="fi"):
    with override(language):
        return kind_of(notice).words(notice)


def kinds_of(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


@pytest.mark.parametrize(
    ("days", "kind"),
    [(3, None), (2, "material.due_soon"), (0, "material.due_soon"), (-1, "material.due_late")],
)
def test_the_assignee_is_told_once_when_the_day_is_near_and_once_when_it_has_passed(cai, sections, days, kind):
    assigned(cai, comments_on(sections[0]), days)
    for _ in range(2):
        remind_assignees(at=clock.now())
    assert kinds_of(cai) == ([kind] if kind else [])


def test_soon_then_late_and_no_more(cai, sections):
    assigned(cai, comments_on(sections[0]), 1)
    for days in range(12):
        remind_assignees(at=clock.now() + timedelta(days=days))
    assert kinds_of(cai) == ["material.due_soon", "material.due_late"]


@pytest.mark.parametrize(
    ("language", "subject", "words"),
    [
        ("fi", "Sinulle annettuja kommentteja on myöhässä", ("2 sinulle annettua kommenttia on myöhässä", "1 sinulle annettu kommentti on hoidettava")),
        ("sv", "Kommentarer som tilldelats dig är försenade", ("2 kommentarer som tilldelats dig är försenade", "1 kommentar som tilldelats dig ska skötas")),
        ("en", "Comments assigned to you are late", ("2 comments assigned to you are late", "1 comment assigned to you is due")),
    ],
)  # fmt: skip
def test_one_message_tells_all_of_a_process_and_leads_to_each_round(cai, activity, sections, language, subject, words):
    first, second, third = comments_on(sections[0])
    assigned(cai, [first], -4)
    assigned(cai, [second], -1)
    assigned(cai, [third], 1)
    assert remind_assignees(at=clock.now()) == 1
    letter = mail(Notice.objects.get(person=cai), language)
    assert letter.subject == subject
    (item,) = letter.items
    assert [text for text in words if text not in item.text] == []
    assert item.path.startswith(path_of(activity, "table", language))
    assert "assignee=me" in item.path
    assert factories.signed_in(cai).get(item.path).status_code == 200
    assert factories.signed_in(cai).get(letter.path).status_code == 200
    assert remind_assignees(at=clock.now()) == 0


def test_what_needs_no_doing_reminds_nobody(cai, activity, sections):
    answered, hidden, far, left = comments_on(sections[0], 4)
    assigned(cai, [answered, hidden], -1)
    assigned(cai, [far], 9)
    Comment.objects.filter(pk=answered.pk).update(handling="answered")
    Comment.objects.filter(pk=hidden.pk).update(state="hidden")
    assigned(cai, [left], -1)
    RoleGrant.objects.filter(person=cai).update(ended_at=clock.now())
    assert remind_assignees(at=clock.now()) == 0
    RoleGrant.objects.filter(person=cai).update(ended_at=None)
    Process.objects.filter(pk=activity.process_id).update(cancelled_at=clock.now())
    assert remind_assignees(at=clock.now()) == 0
    Process.objects.filter(pk=activity.process_id).update(cancelled_at=None)
    assert remind_assignees(at=clock.now()) == 1


def test_who_gets_a_late_comment_from_another_is_told_of_it(cai, bertta, sections):
    comments = comments_on(sections[0], 1)
    assigned(cai, comments, -1)
    remind_assignees(at=clock.now())
    assigned(bertta, comments, -1)
    assert remind_assignees(at=clock.now()) == 1
    assert kinds_of(bertta) == ["material.due_late"]


def test_one_that_fails_keeps_no_other_waiting(cai, bertta, sections, monkeypatch):
    first, second = comments_on(sections[0], 2)
    assigned(cai, [first], -1)
    assigned(bertta, [second], -1)
    owe = reminders.owe

    def broken(kind, *, to, **values):
        if to.person == bertta:
            raise ZeroDivisionError
        return owe(kind, to=to, **values)

    monkeypatch.setattr(reminders, "owe", broken)
    assert remind_assignees(at=clock.now()) == 1
    assert not kinds_of(bertta)
    assert kinds_of(cai) == ["material.due_late"]


def test_queries_do_not_grow_with_people_and_comments(county, cai, sections, django_assert_max_num_queries):
    assigned(cai, comments_on(sections[0]), -1)
    remind_assignees(at=clock.now())
    for number in range(5):
        somebody = factories.staff(county, role="answerer", email=f"a{number}@example.org")
        assigned(somebody, comments_on(sections[0], 2), -1)
    remind_assignees(at=clock.now())
    with django_assert_max_num_queries(8):  # nobody is owed anything more
        assert remind_assignees(at=clock.now()) == 0


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "2 työtovereille annettua kommenttia on myöhässä"),
        ("sv", "2 kommentarer som tilldelats kollegor är försenade"),
        ("en", "2 comments assigned to colleagues are late"),
    ],
)
def test_late_ones_of_colleagues_stand_on_the_coordinators_desk(
    county, bertta, cai, activity, sections, language, words
):
    first, second, own, near = comments_on(sections[0], 4)
    assigned(cai, [first, second], -3)
    assigned(bertta, [own], -1)
    assigned(cai, [near], 0)
    desk = address("site:desk", county, language=language)
    page = factories.signed_in(bertta).get(desk).content.decode()
    assert words in page
    path = path_of(activity, "table", language) + "?due=late"
    assert path in page
    assert factories.signed_in(bertta).get(path).status_code == 200
    assert words not in factories.signed_in(cai).get(desk).content.decode()
