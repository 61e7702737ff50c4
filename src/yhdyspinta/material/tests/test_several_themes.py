"""Several themes at once, any of them: in the table, its kept views, its file, what is done to all, the comparison."""

import pytest

from tests import factories
from yhdyspinta.material.models import CommentWork, SavedView
from yhdyspinta.material.tests.scene import comments_on, do, path_of, posted, theme_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def themed(bertta, activity, sections):
    """Four comments: of the first theme, of both, of the second, of none."""
    comments = comments_on(sections[0], 4)
    first, second = theme_of(bertta, activity), theme_of(bertta, activity, "Muut")
    do(bertta, comments[:2], kind="theme_added", theme=first.pk)
    do(bertta, comments[1:3], kind="theme_added", theme=second.pk)
    theme_of(bertta, activity, "Tyhjä")
    return comments, first, second


def found(desk, activity, **query):
    page = desk.get(path_of(activity, "table"), query)
    assert page.status_code == 200
    return [row["comment"].pk for row in page.context["rows"]]


def test_any_of_the_themes_will_do(desk, activity, themed):
    comments, first, second = themed
    newest = [one.pk for one in reversed(comments)]
    assert found(desk, activity, theme=[first.pk, second.pk]) == newest[1:]
    assert found(desk, activity, theme=f"{second.pk},{first.pk},{first.pk}") == newest[1:]
    assert found(desk, activity, theme=["none", first.pk]) == newest[2:]  # no theme is asked for alone
    assert found(desk, activity, theme="none") == newest[:1]
    assert found(desk, activity, theme=["", second.pk]) == newest[1:3]


@pytest.mark.parametrize("query", ["theme=3,x", "theme=3&theme=-1", "theme=" + ",".join(map(str, range(60)))])
def test_i5_what_is_no_theme_is_refused(desk, activity, sections, query):
    for page in ("table", "compare"):
        factories.document(activity, f"asiakirja-{page}")
        assert desk.get(f"{path_of(activity, page)}?{query}").status_code == 400


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ("Teemat (2 valittua)", "Jokin näistä teemoista: Määräajat, Muut")),
        ("sv", ("Teman (2 valda)", "Något av dessa teman: Määräajat sv, Muut sv")),
        ("en", ("Themes (2 chosen)", "Any of these themes: Määräajat, Muut")),
    ],
)
def test_what_is_chosen_is_ticked_and_told(desk, activity, themed, language, words):
    _comments, first, second = themed
    page = desk.get(path_of(activity, "table", language), {"theme": [first.pk, second.pk]}).content.decode()
    assert page.count('name="theme"') >= 4
    for theme in (first, second):
        assert f'value="{theme.pk}" checked' in page
    assert all(one in page for one in words)
    assert 'value="none" data-behaviour="exclusive"' in page


def test_a_kept_view_the_file_and_what_is_done_to_all_take_the_same(desk, bertta, activity, themed):
    comments, first, second = themed
    page = desk.get(path_of(activity, "table"), {"theme": [first.pk, second.pk]})
    query = page.context["wanted"].query
    desk.post(path_of(activity, "save_view"), {"name": "Kaksi teemaa", "query": query})
    kept = desk.get(f"{path_of(activity, 'table')}?{SavedView.objects.get().query}")
    assert len(kept.context["rows"]) == 3
    assert [one["name"] for one in kept.context["views"] if one["current"]] == ["Kaksi teemaa"]
    file = desk.post(path_of(activity, "download"), {"query": query})
    assert len(b"".join(file.streaming_content).decode().splitlines()) == 4
    form = posted([], kind="stance", stance="for", do="all", query=query)
    asked = desk.post(path_of(activity, "change"), form)
    sure = {**form, "upto": asked.context["upto"], "most": asked.context["count"]}
    assert desk.post(path_of(activity, "change"), sure).status_code == 302
    marked = CommentWork.objects.filter(stance="for").values_list("comment", flat=True)
    assert set(marked) == {one.pk for one in comments[:3]}


def test_two_documents_are_compared_by_comments_of_the_themes(desk, bertta, activity, themed):
    """Each count that leads somewhere leads to as many comments, in the order of the table's own choices."""
    _comments, first, second = themed
    other = factories.document(activity, "toinen")
    there = comments_on(other.versions.get().sections.first(), 3)
    do(bertta, there[:1], kind="theme_added", theme=first.pk)
    page = desk.get(path_of(activity, "compare"), {"theme": [first.pk, second.pk]})
    counts = [cell["text"] for cell in page.context["tables"][0]["rows"][0][1:]]
    assert counts == ["3", "1"]
    assert [cell["text"] for cell in page.context["tables"][0]["rows"][1][1:]] == ["3", "1"]  # senders
    links = [cell for table in page.context["tables"] for row in table["rows"] for cell in row if "href" in cell]
    assert len(links) > 6
    for cell in links:
        assert len(desk.get(cell["href"]).context["rows"]) == int(cell["text"])
    one = desk.get(path_of(activity, "compare"), {"theme": second.pk})
    assert [row[0]["text"] for row in one.context["tables"][2]["rows"]] == ["Muut"]
    file = desk.get(one.context["file_path"])
    assert "Määräajat" not in file.getvalue().decode()
