"""What staff have marked of comments, where they are answered: the work list narrowed by it, and shown; never public."""

from html import unescape
from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from yhdyspinta.answers.tests.scene import page_of, path_of, publish, start, write
from yhdyspinta.audit import clock
from yhdyspinta.material.actions.notes import write_note
from yhdyspinta.material.tests.scene import comments_on, do, theme_of

pytestmark = pytest.mark.django_db


def said(response):
    return unescape(response.content.decode())


@pytest.fixture
def kaija(county):
    found = factories.staff(county, "answerer", "kaija@example.org")
    found.name = "Kaija Hoitaja"
    found.save()
    return found


@pytest.fixture
def marked(bertta, kaija, section):
    """Of five, one with every mark."""
    comments = comments_on(section, 5)
    one, mine = comments[0], comments[1]
    theme = theme_of(bertta, one.activity)
    do(bertta, [one, mine], kind="theme_added", theme=theme.pk)
    do(bertta, [one], kind="stance", stance="against")
    do(bertta, [one], kind="assigned", assignee=kaija.pk)
    do(bertta, [mine], kind="assigned", assignee=bertta.pk)
    for text in ("Kysy pelastuslaitokselta.", "Soitettu."):
        write_note(actor=bertta, comment=one, key=uuid4(), text=text, at=clock.now())
    return comments


def shown(desk, activity, **query):
    rows = desk.get(path_of(activity, "work"), query).context["comments"]
    return [row["line"].number for row in rows]


def test_the_work_list_is_narrowed_by_theme_and_colleague(desk, kaija, marked, activity):
    theme = marked[0].of_themes.get().theme_id
    assert shown(desk, activity, theme=theme) == [1, 2]
    assert shown(desk, activity, theme="none") == [3, 4, 5]
    assert shown(desk, activity, assignee=kaija.pk) == [1]
    assert shown(desk, activity, assignee="me") == [2]
    assert shown(desk, activity, assignee="none", theme="none") == [3, 4, 5]
    assert shown(desk, activity, theme=theme, assignee="none") == []
    assert desk.get(path_of(activity, "work"), {"theme": "99999", "assignee": "x"}).status_code == 200


@pytest.mark.parametrize("page", ["work", "edit"])
def test_marks_stand_beside_the_comment_where_it_is_answered(desk, bertta, marked, activity, page):
    if page == "edit":
        start(bertta, *marked[:2])
    parts = {"number": 1} if page == "edit" else {}
    words = said(desk.get(path_of(activity, page, **parts)))
    for mark in ("Määräajat", "Kanta: Vastaan", "Kaija Hoitaja", "2 henkilöstön muistiinpanoa", "Avaa kommentti 1"):
        assert mark in words
    assert "Kysy pelastuslaitokselta." not in words


def test_the_public_reads_no_marks(bertta, marked, activity):
    publish(bertta, write(bertta, start(bertta, marked[0])))
    for words in (page_of(marked[0]), said(Client().get(path_of(activity, "answer", number=1)))):
        for mark in ("Kaija Hoitaja", "Kanta:", "muistiinpano", "Hoitaja:"):
            assert mark not in words


@pytest.mark.parametrize("page", ["work", "edit"])
def test_marks_are_asked_as_often_for_many(desk, bertta, marked, section, page, django_assert_max_num_queries):
    activity = marked[0].activity
    counts, parts = [], {}
    if page == "edit":
        start(bertta, *marked)
        parts = {"number": 1}
    for _time in range(2):
        with django_assert_max_num_queries(15) as seen:
            assert desk.get(path_of(activity, page, **parts)).status_code == 200
        counts.append(len(seen))
        for name in ("Ajat", "Maksut", "Tilat"):
            more = comments_on(section, 3)
            do(bertta, more, kind="theme_added", theme=theme_of(bertta, activity, name).pk)
            do(bertta, more, kind="assigned", assignee=bertta.pk)
            if page == "edit":
                do(bertta, more, kind="into_draft", answer=1)
    assert counts[0] == counts[1]


def test_the_way_to_the_table_keeps_what_was_asked(desk, bertta, section):
    comments = comments_on(section, 21)
    theme = theme_of(bertta, comments[0].activity)
    do(bertta, comments, kind="theme_added", theme=theme.pk)
    path = path_of(comments[0].activity, "work")
    words = said(desk.get(path, {"theme": theme.pk, "assignee": "none"}))
    assert f"?answered=no&theme={theme.pk}&assignee=none" in words
