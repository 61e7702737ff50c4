"""The table of all comments: what its choices find, and what it never shows."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment, KeptGroups, Sender
from yhdyspinta.documents.models import DocumentVersion, Section
from yhdyspinta.material.models import BulkAction, SavedView
from yhdyspinta.material.tests.large import fill
from yhdyspinta.material.tests.scene import comments_on, do, path_of, posted, theme_of
from yhdyspinta.places.models import Area
from yhdyspinta.ui.dates import in_helsinki

pytestmark = pytest.mark.django_db


def numbers(client, activity, **query):
    page = client.get(path_of(activity, "table"), query)
    assert page.status_code == 200, query
    return [row["comment"].number for row in page.context["rows"]]


def test_the_choices_find_what_they_say(desk, bertta, activity, document, sections):
    other = factories.document(activity, "toinen")
    first, second, third = comments_on(sections[0])
    (elsewhere,) = comments_on(other.versions.get().sections.first(), 1, language="sv")
    (waiting,) = comments_on(sections[1], 1, waits=True)
    home = Area.objects.filter(kind="municipality").first()
    Sender.objects.filter(pk=first.sender_id).update(
        capacities=["professional"], municipality=home, listed_until=first.pk
    )
    Comment.objects.filter(pk=second.pk).update(handling="answered", channel="paper", agree_count=5)
    KeptGroups.objects.create(activity=activity, homes={home.code: 5}, limit=5, taken_at=clock.now())
    theme = theme_of(bertta, activity)
    do(bertta, [first, second], kind="theme_added", theme=theme.pk)
    do(bertta, [third], kind="assigned", assignee=bertta.pk, due_on=in_helsinki(clock.now()).date())
    do(bertta, [first], kind="stance", stance="for")
    do(bertta, [second], kind="stance", stance="none")
    everything = [waiting.number, elsewhere.number, third.number, second.number, first.number]
    assert numbers(desk, activity) == everything
    assert numbers(desk, activity, sort="oldest") == everything[::-1]
    assert numbers(desk, activity, sort="agreed")[0] == second.number
    assert numbers(desk, activity, sort="due") == [third.number]
    for query, wanted in (
        ({"document": other.pk}, [elsewhere]),
        ({"section": sections[1].pk}, [waiting]),
        ({"capacity": "professional"}, [first]),
        ({"municipality": home.pk}, [first]),
        ({"channel": "paper"}, [second]),
        ({"theme": theme.pk}, [second, first]),
        ({"theme": "none"}, [waiting, elsewhere, third]),
        ({"stance": "for"}, [first]),
        ({"stance": "none"}, [second]),
        ({"stance": "unmarked"}, [waiting, elsewhere, third]),
        ({"state": "waiting"}, [waiting]),
        ({"language": "sv"}, [elsewhere]),
        ({"answered": "yes"}, [second]),
        ({"answered": "no", "document": document.pk}, [third, first]),
        ({"answered": "closed"}, []),
        ({"assignee": "me"}, [third]),
        ({"assignee": bertta.pk}, [third]),
        ({"assignee": "none", "state": "waiting"}, [waiting]),
        ({"due": "week"}, [third]),
        ({"due": "late"}, []),
        ({"due": "set"}, [third]),
        ({"like": first.number}, [first]),
    ):
        assert numbers(desk, activity, **query) == [one.number for one in wanted], query


def test_words_are_found_in_any_inflection(desk, activity, sections):
    from yhdyspinta.comments.search_entries import follow_state

    (one,) = comments_on(sections[0], 1, "Terveyskeskuksen ajanvaraus ei toimi.")
    comments_on(sections[0], 2)
    follow_state(one, at=clock.now())
    assert numbers(desk, activity, words="terveyskeskus") == [one.number]
    assert numbers(desk, activity, words="kissa") == []


def test_a_section_is_one_over_its_versions(desk, activity, document, sections):
    (old,) = comments_on(sections[0], 1)
    version = DocumentVersion.objects.create(
        document=document, number=2, name={"fi": "luonnos 2"}, created_at=clock.now()
    )
    newer = Section.objects.create(
        version=version, position=1, number="4", anchor="uusi", thread=activity.threads.create()
    )
    newer.predecessors.add(sections[0])
    version.published_at = clock.now()
    version.save()
    (new,) = comments_on(newer, 1)
    assert numbers(desk, activity, section=newer.pk) == [new.number, old.number]
    assert numbers(desk, activity, section=sections[0].pk) == []


@pytest.mark.parametrize(
    "query",
    [
        "?sort=zz",
        "?capacity=zz",
        "?document=x",
        "?theme=-1",
        "?state=%00",
        "?assignee=" + "9" * 40,
        "?after=zz",
        "?due=1",
    ],
)
def test_what_is_in_no_list_is_refused(desk, activity, sections, query):
    comments_on(sections[0], 1)
    assert desk.get(path_of(activity, "table") + query).status_code == 400


def test_nobody_reads_words_that_are_not_theirs_to_read(county, desk, activity, sections):
    hidden, masked, waiting = comments_on(sections[0], 3, "Salainen")
    Comment.objects.filter(pk=hidden.pk).update(state="withdrawn", text="Peruttu puhe", public_text="Peruttu puhe")
    Comment.objects.filter(pk=masked.pk).update(text="Nimi Peitetty", public_text="Nimi [..]")
    Comment.objects.filter(pk=waiting.pk).update(state="waiting", public_text="Odottava puhe")
    viewer = signed_in(factories.staff(county, "viewer", "vilja@example.org"))
    seen = viewer.get(path_of(activity, "table")).content.decode()
    assert "Peruttu puhe" not in seen
    assert "Nimi Peitetty" not in seen
    assert "Odottava puhe" not in seen
    assert "Odottava puhe" in desk.get(path_of(activity, "table")).content.decode()
    told = b"".join(desk.post(path_of(activity, "download"), {"query": ""}).streaming_content).decode()
    assert "Odottava puhe" not in told
    assert "Peruttu puhe" not in told


def test_municipalities_are_for_those_who_see_senders(county, activity, sections):
    comments_on(sections[0], 2)
    viewer = signed_in(factories.staff(county, "viewer", "vilja@example.org"))
    page = viewer.get(path_of(activity, "table"), {"municipality": "1"})
    assert len(page.context["rows"]) == 2
    assert 'name="municipality"' not in page.content.decode()
    assert 'name="kind"' not in page.content.decode()


def test_the_queries_do_not_grow(desk, bertta, activity, document):
    counts = []
    for many in (3, 300):
        fill(activity, bertta, many) if many == 3 else _more(activity, bertta)
        with CaptureQueriesContext(connection) as queries:
            page = desk.get(path_of(activity, "table"))
        assert page.status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 15, "\n".join(
        query["sql"][:60] + " .. " + query["sql"][-150:] for query in queries
    )
    assert len(page.context["rows"]) == 50


def _more(activity, bertta):
    first = Comment.objects.filter(activity=activity).first()
    Comment.objects.bulk_create(
        Comment(
            activity=activity, number=number, thread=first.thread, sender=first.sender, receipt=first.receipt,
            text="x", public_text="x", language="fi", state="visible", arrived_at=clock.now(), entered_at=clock.now(),
        )
        for number in range(1_000, 1_300)
    )  # fmt: skip


def test_every_comment_is_on_one_page(desk, bertta, activity, document):
    fill(activity, bertta, 120)
    for sort in ("newest", "agreed", "oldest"):
        seen, query = [], f"?sort={sort}"
        while query:
            page = desk.get(path_of(activity, "table") + query)
            seen += [row["comment"].number for row in page.context["rows"]]
            query = page.context["pager"]["next_url"]
        assert sorted(seen) == list(range(1, 121)), sort


def test_a_deed_to_the_ticked_and_its_undoing(desk, bertta, activity, sections):
    theme = theme_of(bertta, activity)
    comments = comments_on(sections[0])
    form = posted(comments[:2], kind="theme_added", theme=theme.pk)
    assert desk.post(path_of(activity, "change"), form).status_code == 302
    assert desk.post(path_of(activity, "change"), form).status_code == 302  # sent again: the same deed
    theme.refresh_from_db()
    assert (theme.comment_count, BulkAction.objects.count()) == (2, 1)
    deed = BulkAction.objects.get()
    assert desk.post(path_of(activity, "undo"), {"deed": deed.pk}).status_code == 302
    theme.refresh_from_db()
    assert theme.comment_count == 0
    assert set(Entry.objects.filter(verb__startswith="material.").values_list("verb", flat=True)) == {
        "material.theme_made", "material.changed", "material.undone",
    }  # fmt: skip


def test_a_deed_to_everything_is_asked_once_more(desk, bertta, activity, sections):
    theme = theme_of(bertta, activity)
    here, there = comments_on(sections[0], 60), comments_on(sections[1], 2)
    query = f"section={sections[0].pk}"
    form = posted([], kind="theme_added", theme=theme.pk, do="all", query=query)
    asked = desk.post(path_of(activity, "change"), form)
    assert asked.status_code == 200
    assert asked.context["count"] == 60
    late = comments_on(sections[0], 1)
    again = dict(asked.context["posted"]) | {"upto": asked.context["upto"], "most": 60}
    fewer = desk.post(path_of(activity, "change"), again | {"most": 59})  # one more than was told: a file came in
    assert (fewer.status_code, fewer.context["count"]) == (200, 61)
    done = desk.post(path_of(activity, "change"), again)
    assert done.status_code == 302
    assert done["Location"].endswith(query)
    theme.refresh_from_db()
    assert theme.comment_count == 60
    assert numbers(desk, activity, theme=theme.pk, sort="oldest")[0] == here[0].number
    assert numbers(desk, activity, theme="none") == [late[0].number, there[1].number, there[0].number]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Valitse, mitä kommenteille tehdään"),
        ({"kind": "theme_added"}, "Valitse yksi luettelosta"),
        ({"kind": "assigned"}, "Valitse yksi luettelosta"),
        ({"kind": "closed"}, "Valitse yksi luettelosta"),
        ({"kind": "zzz"}, "Valitse"),
        ({"kind": "theme_added", "theme": "999999"}, "Valitse"),
    ],
)
def test_a_deed_that_misses_something_keeps_the_ticks(desk, activity, sections, fields, words):
    (one,) = comments_on(sections[0], 1)
    page = desk.post(path_of(activity, "change"), posted([one], **fields))
    assert page.status_code == 422
    assert words in page.content.decode()
    assert f'id="comment-{one.pk}" checked' in page.content.decode()


def test_no_ticks_is_told(desk, bertta, activity, sections):
    comments_on(sections[0], 1)
    theme = theme_of(bertta, activity)
    assert desk.post(path_of(activity, "change"), posted([], kind="theme_added", theme=theme.pk)).status_code == 422
    bad = {**posted([]), "comments": ["x", "9" * 30], "kind": "theme_added", "theme": theme.pk}
    assert desk.post(path_of(activity, "change"), bad).status_code == 422


def test_all_shown_are_ticked_at_once(desk, activity, sections):
    comments_on(sections[0], 3)
    page = desk.post(path_of(activity, "change"), {"do": "tick_all"})
    assert page.content.decode().count(" checked") == 3


def test_views_are_kept_shared_and_removed(county, desk, bertta, activity, sections):
    comments_on(sections[0], 1)
    form = {"name": "Odottavat", "query": "answered=no&x=1"}
    assert desk.post(path_of(activity, "save_view"), form).status_code == 302
    own = SavedView.objects.get()
    assert own.query == "answered=no"
    assert desk.post(path_of(activity, "save_view"), {"name": ""}).status_code == 422
    colleague = signed_in(factories.staff(county, "viewer", "vilja@example.org"))
    assert "Odottavat" not in colleague.get(path_of(activity, "table")).content.decode()
    desk.post(path_of(activity, "save_view"), {**form, "is_shared": "on"})
    assert SavedView.objects.count() == 1
    assert "Odottavat" in colleague.get(path_of(activity, "table")).content.decode()
    remove = path_of(activity, "remove_view", view=own.pk)
    assert colleague.post(remove).status_code == 403
    assert colleague.post(path_of(activity, "save_view"), {"name": "Oma", "is_shared": "on"}).status_code == 302
    assert not SavedView.objects.get(name="Oma").is_shared
    assert desk.post(remove).status_code == 302
    assert not SavedView.objects.filter(pk=own.pk).exists()


def test_the_file_has_everything_that_the_choices_find(desk, bertta, activity, sections):
    comments = comments_on(sections[0], 3, "=SUM(A1)")
    theme = theme_of(bertta, activity)
    do(bertta, comments[:1], kind="theme_added", theme=theme.pk)
    answer = desk.post(path_of(activity, "download"), {"query": f"theme={theme.pk}"})
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert len(lines) == 2
    assert "Määräajat" in lines[1]
    assert "'=SUM(A1)" in lines[1]
    assert "Odottaa vastausta" in lines[1]
    assert Entry.objects.filter(verb="material.table_downloaded").count() == 1


def test_an_empty_round_says_so(desk, activity, document):
    assert "Kommentteja ei vielä ole" in desk.get(path_of(activity, "table")).content.decode()
    assert (
        "Yksikään kommentti ei vastaa rajauksia"
        in desk.get(path_of(activity, "table"), {"channel": "paper"}).content.decode()
    )


def test_a_day_that_has_passed_is_refused(desk, bertta, activity, sections):
    (one,) = comments_on(sections[0], 1)
    day = in_helsinki(clock.now()).date() - timedelta(days=1)
    due = {"due_on-day": day.day, "due_on-month": day.month, "due_on-year": day.year}
    form = posted([one], kind="assigned", assignee=bertta.pk, **due)
    assert desk.post(path_of(activity, "change"), form).status_code == 422
