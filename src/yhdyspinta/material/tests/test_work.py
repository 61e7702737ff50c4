"""Themes by hand, assigning, stance, notes and the history of a comment; two documents compared."""

import csv
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers import actions as answers
from yhdyspinta.answers.models import Answer, Closure
from yhdyspinta.answers.rounds import close_without_answer
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.material import tasks
from yhdyspinta.material.actions import undoing
from yhdyspinta.material.comparing import columns
from yhdyspinta.material.models import BulkAction, CommentTheme, CommentWork, StaffNote, Theme
from yhdyspinta.material.personal import erase, export
from yhdyspinta.material.sections import documents_of
from yhdyspinta.material.tests.large import fill, fill_alike
from yhdyspinta.material.tests.scene import comments_on, do, path_of, posted, theme_of
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import kind_of
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.transfers.tests.scene import passed
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def cai(county):
    return factories.staff(county, "answerer", "kaija@example.org")


def today():
    return in_helsinki(clock.now()).date()


def test_a_theme_needs_its_name_in_both_languages(desk, bertta, activity, sections):
    path = path_of(activity, "themes")
    lacking = desk.post(path, {"name-fi": "Määräajat"})
    assert lacking.status_code == 422
    assert 'value="Määräajat"' in lacking.content.decode()
    for _ in range(2):
        assert desk.post(path, {"name-fi": "Määräajat", "name-sv": "Tidsfrister"}).status_code == 302
    assert Theme.objects.count() == 1
    page = desk.get(path_of(activity, "themes", language="sv"))
    assert "Tidsfrister" in page.content.decode()


def test_themes_are_renamed_merged_and_removed(desk, bertta, activity, sections):
    first, second, third = comments_on(sections[0], 3)
    one, other = theme_of(bertta, activity, "Ajat"), theme_of(bertta, activity, "Määräajat")
    do(bertta, [first, second], kind="theme_added", theme=one.pk)
    do(bertta, [second, third], kind="theme_added", theme=other.pk)
    path = path_of(activity, "theme", theme=one.pk)
    rename = {"do": "rename", "revision": "1", "name-sv": "Tider"}
    assert desk.post(path, {**rename, "name-fi": "Aikarajat"}).status_code == 302
    assert desk.post(path, {**rename, "name-fi": "Vanha"}).status_code == 409
    taken = {**rename, "name-fi": "Määräajat", "name-sv": "Määräajat sv", "revision": "2"}
    assert desk.post(path, taken).status_code == 422
    assert desk.post(path, {"do": "merge"}).status_code == 422
    assert desk.post(path, {"do": "merge", "into": other.pk}).status_code == 302
    other.refresh_from_db()
    assert other.comment_count == CommentTheme.objects.filter(theme=other).count() == 3
    assert not Theme.objects.filter(pk=one.pk).exists()
    do(bertta, [first, second, third], kind="theme_removed", theme=other.pk)
    assert desk.post(path_of(activity, "theme", theme=other.pk), {"do": "remove"}).status_code == 302
    assert not Theme.objects.exists()


def test_a_colleague_hears_and_finds_what_is_assigned(desk, county, bertta, cai, activity, sections):
    comments = comments_on(sections[0], 3)
    due = today() + timedelta(days=3)
    fields = {"due_on-day": due.day, "due_on-month": due.month, "due_on-year": due.year}
    form = posted(comments[:2], kind="assigned", assignee=cai.pk, **fields)
    assert desk.post(path_of(activity, "change"), form).status_code == 302
    assert desk.post(path_of(activity, "change"), form).status_code == 302
    notice = Notice.objects.get(kind="material.assigned")
    assert notice.person == cai
    for language, words in (("fi", "2 kommenttia"), ("sv", "2 kommentarer"), ("en", "2 comments")):
        with override(language):
            message = kind_of(notice).words(notice)
        assert words in " ".join(message.paragraphs)
        assert f"/{language}/desk/" in message.path
    colleague = signed_in(cai)
    mine = colleague.get(address("site:desk", county, language="fi")).content.decode()
    assert "2 kommenttia on annettu sinun hoidettavaksesi" in mine
    assert "kommenttia on annettu" not in desk.get(address("site:desk", county, language="fi")).content.decode()
    rows = colleague.get(path_of(activity, "table"), {"assignee": "me", "answered": "no"}).context["rows"]
    assert {row["comment"].pk for row in rows} == {one.pk for one in comments[:2]}
    Comment.objects.filter(pk__in=[one.pk for one in comments]).update(handling="answered")
    assert "on annettu sinun" not in colleague.get(address("site:desk", county, language="fi")).content.decode()


def test_only_colleagues_of_the_process_are_given_comments(bertta, activity, sections):
    (one,) = comments_on(sections[0], 1)
    stranger = factories.staff(factories.authority("toinen", code="02"), "answerer", "muu@example.org")
    viewer = factories.staff(activity.process.owner, "viewer", "vilja@example.org")
    for who in (stranger, viewer):
        with pytest.raises(Refusal, match="not_a_colleague"):
            do(bertta, [one], kind="assigned", assignee=who.pk)
    with pytest.raises(Refusal, match="not_your_role"):
        do(viewer, [one], kind="stance", stance="for")
    assert not CommentWork.objects.exists()


def test_undoing_brings_back_what_was_and_keeps_what_changed_since(bertta, cai, activity, sections):
    first, second, third = comments_on(sections[0], 3)
    do(bertta, [first], kind="assigned", assignee=bertta.pk, due_on=today())
    deed = do(bertta, [first, second, third], kind="assigned", assignee=cai.pk)
    CommentWork.objects.filter(comment=third).update(assignee=bertta)
    undoing.undo(actor=bertta, deed=deed, at=clock.now())
    undoing.undo(actor=bertta, deed=deed, at=clock.now())
    assert [(row.assignee, row.due_on) for row in CommentWork.objects.order_by("pk")] == [
        (bertta, today()),
        (None, None),
        (bertta, None),
    ]
    stance = do(bertta, [first], kind="stance", stance="for")
    later = do(bertta, [first], kind="stance", stance="against")
    with pytest.raises(Refusal, match="not_the_last"):
        undoing.undo(actor=bertta, deed=stance, at=clock.now())
    undoing.undo(actor=bertta, deed=later, at=clock.now())
    assert CommentWork.objects.get(comment=first).stance == "for"


def test_closing_tells_senders_and_can_be_undone(desk, bertta, activity, sections):
    comments = comments_on(sections[0], 2)
    form = posted(comments, kind="closed", reason="thanks")
    assert desk.post(path_of(activity, "change"), form).status_code == 302
    assert Closure.objects.count() == 2
    assert desk.post(path_of(activity, "undo"), {"deed": BulkAction.objects.get().pk}).status_code == 302
    assert not Closure.objects.exists()
    answers.start_answer(
        actor=bertta, activity=activity, comments=[comments[0].pk], title=Wording(fi="x", sv="x"), at=clock.now()
    )
    refused = desk.post(path_of(activity, "change"), posted(comments, kind="closed", reason="thanks"))
    assert refused.status_code == 422
    assert not Closure.objects.exists()


def test_a_deed_that_fails_leaves_nothing(bertta, activity, sections):
    comments = comments_on(sections[0], 2)
    with pytest.raises(Refusal, match="closure_reason_missing"):
        do(bertta, comments, kind="closed")
    assert not BulkAction.objects.exists()
    key = uuid4()
    first = do(bertta, comments[:1], key=key, kind="stance", stance="for")
    assert do(bertta, comments, key=key, kind="stance", stance="against").pk == first.pk


def test_notes_stay_among_staff(desk, county, cai, bertta, activity, sections):
    (one,) = comments_on(sections[0], 1)
    path = path_of(activity, "note", number=one.number)
    form = {"text": "Kysytään lakimieheltä.", "key": str(uuid4())}
    for _ in range(2):
        assert desk.post(path, form).status_code == 302
    assert desk.post(path, {"text": "", "key": str(uuid4())}).status_code == 422
    note = StaffNote.objects.get()
    colleague = signed_in(cai)
    assert "Kysytään lakimieheltä." in colleague.get(path_of(activity, "comment", number=one.number)).content.decode()
    assert colleague.post(path_of(activity, "remove_note", note=note.pk)).status_code == 403
    public = f"/{county.slug}/fi/processes/{activity.process.slug}/comment-round/{activity.slug}/comments/{one.number}/"
    seen = factories.signed_in(one.sender.person) if not one.sender.person.is_guest else None
    assert seen is None
    page = desk.get(public)
    assert page.status_code == 200
    assert "lakimieheltä" not in page.content.decode()
    told = b"".join(desk.post(path_of(activity, "download"), {"query": ""}).streaming_content).decode()
    assert "lakimieheltä" not in told
    assert export(bertta)["notes"][0]["text"] == "Kysytään lakimieheltä."
    erase(bertta, at=clock.now())
    note.refresh_from_db()
    assert note.by is None


def test_the_history_tells_everything_in_order(desk, bertta, cai, activity, sections):
    (one,) = comments_on(sections[0], 1)
    theme = theme_of(bertta, activity)
    path = path_of(activity, "mark", number=one.number)
    key = {"key": str(uuid4())}
    assert desk.post(path, {**key, "kind": "theme_added", "theme": theme.pk}).status_code == 302
    assert desk.post(path, {"key": str(uuid4()), "kind": ""}).status_code == 422
    do(bertta, [one], kind="assigned", assignee=cai.pk)
    do(cai, [one], kind="stance", stance="partly")
    answers.start_answer(
        actor=bertta, activity=activity, comments=[one.pk], title=Wording(fi="Aika", sv="Tid"), at=clock.now()
    )
    page = desk.get(path_of(activity, "comment", number=one.number))
    whats = [event.what for event in page.context["events"]]
    assert whats == [
        "Saapunut", "Teema lisätty: Määräajat", f"Annettu hoidettavaksi: {cai}", "Kanta: Osittain puolesta",
        "Liitetty vastaukseen 1",
    ]  # fmt: skip
    with CaptureQueriesContext(connection) as queries:
        desk.get(path_of(activity, "comment", number=one.number))
    assert len(queries) <= 20


def test_two_documents_stand_beside_each_other(desk, bertta, activity, document, sections):
    assert "vain yksi" in desk.get(path_of(activity, "compare")).content.decode()
    other = factories.document(activity, "toinen")
    here, there = comments_on(sections[0], 3), comments_on(other.versions.get().sections.first(), 2)
    theme = theme_of(bertta, activity)
    do(bertta, [*here[:2], there[0]], kind="theme_added", theme=theme.pk)
    do(bertta, here[:1], kind="stance", stance="against")
    Comment.objects.filter(pk=here[2].pk).update(state="hidden")
    close_without_answer(actor=bertta, activity=activity, comments=[here[0].pk], reason="thanks", at=clock.now())
    passed(there[1], factories.authority("kaupunki", code="179"), bertta)
    page = desk.get(path_of(activity, "compare"))
    tables = {table["title"]: {row[0]["text"]: [cell["text"] for cell in row[1:]] for row in table["rows"]} for table in page.context["tables"]}  # fmt: skip
    assert tables["Kommentit ja vastaukset"] == {
        "Kommentit": ["2", "2"], "Lähettäjiä": ["2", "2"], "Vastattu": ["0", "0"], "Odottaa vastausta": ["1", "1"],
        "Siirretty toiselle viranomaiselle": ["0", "1"], "Ei tarvitse vastausta": ["1", "0"],
    }  # fmt: skip
    assert tables["Kannat"]["Vastaan"] == ["1", "0"]
    assert tables["Teemat"]["Määräajat"] == ["2", "1"]
    turned = desk.get(path_of(activity, "compare"), {"left": other.pk, "right": document.pk})
    assert turned.context["tables"][2]["rows"][0][1]["text"] == "1"
    assert desk.get(path_of(activity, "compare"), {"left": "x", "right": "9" * 30}).status_code == 200
    wanted = turned.context["file_path"]
    assert wanted.replace("&", "&amp;") in turned.content.decode()
    file = b"".join(desk.get(wanted).streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(file), delimiter=";"))
    titles = [Wording(one.title).text("fi") for one in (other, document)]
    assert rows[0] == ["Vertailun osa", "Rivi", *titles]
    assert ["Teemat", "Määräajat", "1", "2"] in rows
    assert ["Kannat", "Vastaan", "0", "1"] in rows
    of_sections = {tuple(row[2:]) for row in rows if row[0] == f"Kohdat: {titles[1]}"}
    assert {("2", ""), ("", "2")} <= of_sections
    assert all((first == "") != (second == "") for first, second in of_sections)


def test_a_deed_to_very_many_is_quick_and_exact(bertta, activity, document):
    (theme, *_rest) = fill(activity, bertta, 5_000)
    CommentTheme.objects.all().delete()
    every = list(Comment.objects.filter(activity=activity, state="visible"))
    with CaptureQueriesContext(connection) as queries:
        do(bertta, every, kind="theme_added", theme=theme.pk)
    assert len(queries) < 60
    theme.refresh_from_db()
    assert theme.comment_count == len(every) == CommentTheme.objects.filter(theme=theme).count()


def test_the_form_shows_the_fields_of_the_chosen_deed(desk, bertta, activity, sections):
    (one,) = comments_on(sections[0], 1)
    theme = theme_of(bertta, activity)
    page = desk.get(path_of(activity, "table")).content.decode()
    for name in ('theme"', 'theme_off"', 'assignee"', "due_on", 'stance"', 'language"', 'reason"'):
        before, _name, _after = page.partition(f'id="do-{name}')
        assert before.count("govuk-radios__conditional--hidden") == before.count('class="govuk-radios__conditional'), (
            name
        )
        assert before.rindex('class="govuk-radios__conditional') > before.rindex('class="govuk-radios__item"'), name
    assert desk.post(path_of(activity, "change"), posted([one], kind="theme_added", theme=theme.pk)).status_code == 302
    failed = desk.post(path_of(activity, "change"), posted([one], kind="theme_removed"))
    assert failed.status_code == 422
    assert 'href="#do-theme_off"' in failed.content.decode()
    assert desk.post(path_of(activity, "change"), posted([one], kind="theme_removed", theme_off=theme.pk)).url
    theme.refresh_from_db()
    assert theme.comment_count == 0


def test_one_answer_begins_with_all_that_are_alike(desk, activity, sections):
    fill_alike(sections[0], "Kirjatkaa jokaiselle vastaukselle määräaika, jotta tiedämme milloin.", 60)
    tasks.look_for_like(0)
    (leader, *rest) = Comment.objects.filter(activity=activity).order_by("pk")
    Comment.objects.filter(pk=rest[0].pk).update(state="hidden")
    page = desk.get(path_of(activity, "bunch", number=leader.number)).content.decode()
    assert "Aloita vastaus kaikkiin 59, jotka odottavat" in page
    group = activity_address(activity, "answers:group", language="fi")
    assert desk.post(group, {"do": "start_like", "like": leader.number}).status_code == 302
    assert Answer.objects.get().comment_count == 59
    assert desk.post(group, {"do": "start_like", "like": "9" * 30}).status_code == 422


def test_a_comment_that_only_asks_is_marked_so_and_found_told_and_compared(desk, bertta, activity, sections):
    asks, _other = comments_on(sections[0], 2)
    do(bertta, [asks], kind="stance", stance="question")
    page = desk.get(path_of(activity, "table"), {"stance": "question"})
    assert [row["comment"].number for row in page.context["rows"]] == [asks.number]
    assert "Kysymys" in page.content.decode()
    for language, words in (("fi", "Kysymys"), ("sv", "Fråga"), ("en", "A question")):
        told = desk.post(path_of(activity, "download", language), {"query": "stance=question"})
        assert words in b"".join(told.streaming_content).decode()
    (column,) = columns(activity, documents_of(activity, "fi"))[0].values()
    assert column.stances["question"] == 1
