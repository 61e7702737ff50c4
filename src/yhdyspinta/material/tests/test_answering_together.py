"""Comments of the table put into one draft answer: the ticked, and everything that the choices find."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers import actions
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.rounds import close_without_answer
from yhdyspinta.answers.tests.scene import form_of, fresh, publish, start, write
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions import answering, undoing
from yhdyspinta.material.models import BulkAction
from yhdyspinta.material.tests.scene import comments_on, do, path_of, posted, theme_of
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.transfers.tests.scene import passed
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def draft_path(activity, number):
    return activity_address(activity, "answers:edit", language="fi", number=number)


def held(answer):
    return set(answer.answered.values_list("comment", flat=True))


def said(response):
    return response.content.decode()


@pytest.fixture
def mixed(bertta, sections):
    """Two that wait, and one of each that is left as it is."""
    two = comments_on(sections[0], 2)
    closed, answered, away, drafted = comments_on(sections[1], 4)
    close_without_answer(actor=bertta, activity=closed.activity, comments=[closed.pk], reason="thanks", at=clock.now())
    publish(bertta, write(bertta, start(bertta, answered)))
    passed(away, factories.authority("vaasa", code="16"), bertta)
    start(bertta, drafted)
    waits, gone = comments_on(sections[0], 2)
    Comment.objects.filter(pk=waits.pk).update(state=Comment.State.WAITING)
    Comment.objects.filter(pk=gone.pk).update(state=Comment.State.WITHDRAWN)
    return two, [closed, answered, away, drafted, waits, gone]


def test_the_ticked_go_into_one_draft_and_the_rest_is_told(desk, activity, mixed):
    two, others = mixed
    form = posted([*two, *others], kind="answer_begun")
    sent = [desk.post(path_of(activity, "change"), form) for _time in range(2)]  # sent twice
    answer = Answer.objects.latest("pk")
    assert [one["Location"] for one in sent] == [draft_path(activity, answer.number)] * 2
    assert held(answer) == {one.pk for one in two}
    page = said(desk.get(sent[0]["Location"]))
    assert "2 kommenttia on luonnoksessa." in page
    for words in (
        "1 odottaa tarkistusta", "1 on vastauksessa, jota kirjoitetaan", "2 on jo ", "1 on siirretty toiselle",
        "1 on piilotettu tai peruttu",
    ):  # fmt: skip
        assert words in page
    assert not Notice.objects.filter(kind__startswith="answers.", owed_at__gte=answer.created_at).exists()
    assert Entry.objects.filter(verb="answers.started", target=f"answer:{answer.pk}").count() == 1
    history = said(desk.get(path_of(activity, "comment", number=two[0].number)))
    assert history.count(f"Liitetty vastaukseen {answer.number}") == 1


def test_what_the_list_of_answering_offers_is_what_the_table_answers(desk, activity, mixed):
    """One condition says what waits for an answer and stands in none."""
    two, _others = mixed
    listed = desk.get(activity_address(activity, "answers:work", language="fi")).context["comments"]
    assert {row["line"].number for row in listed} == {one.number for one in two}
    asked = desk.post(path_of(activity, "change"), posted([], kind="answer_begun", do="all"))
    assert asked.context["count"] == len(two)


def test_a_draft_is_named_by_the_theme_that_all_have(bertta, activity, sections):
    some = comments_on(sections[0], 3)
    theme = theme_of(bertta, activity)
    do(bertta, some, kind="theme_added", theme=theme.pk)
    assert do(bertta, some[:2], kind="answer_begun").answer.title == theme.name
    other = comments_on(sections[0], 1, "Aivan muuta.")
    assert do(bertta, [some[2], *other], kind="answer_begun").answer.title["fi"].startswith("Kirjatkaa")


def test_everything_found_over_sections_is_asked_once_and_answered_together(desk, bertta, activity, sections):
    theme = theme_of(bertta, activity)
    some = [one for section in sections[:2] for one in comments_on(section, 30)]
    do(bertta, some, kind="theme_added", theme=theme.pk)
    start(bertta, some[0])
    comments_on(sections[0], 2)
    form = posted([], kind="answer_begun", do="all", query=f"theme={theme.pk}")
    asked = desk.post(path_of(activity, "change"), form)
    assert asked.context["count"] == 59
    assert "Viedäänkö 59 kommenttia yhteen vastausluonnokseen?" in said(asked)
    assert "1 on vastauksessa, jota kirjoitetaan" in said(asked)
    again = dict(asked.context["posted"]) | {"upto": asked.context["upto"], "most": 59}
    sent = [desk.post(path_of(activity, "change"), again) for _time in range(2)]
    answer = Answer.objects.latest("pk")
    assert {one["Location"] for one in sent} == {draft_path(activity, answer.number)}
    assert held(answer) == {one.pk for one in some[1:]}
    assert answer.comment_count == 59
    assert fresh(activity).due_count == Comment.objects.filter(handling="open", state="visible").count()


def test_more_are_added_to_a_draft_that_is_chosen(desk, bertta, activity, sections):
    first, *more = comments_on(sections[0], 3)
    answer = start(bertta, first)
    form = posted([first, *more], kind="into_draft", answer=str(answer.number))
    done = desk.post(path_of(activity, "change"), form)
    assert done["Location"] == draft_path(activity, answer.number)
    assert held(answer) == {one.pk for one in (first, *more)}
    assert "1 on vastauksessa, jota kirjoitetaan" in said(desk.get(done["Location"]))
    lacking = desk.post(path_of(activity, "change"), posted(more, kind="into_draft"))
    assert lacking.status_code == 422
    assert "Valitse yksi luettelosta" in said(lacking)


def test_refused_in_words_and_nothing_is_begun(desk, bertta, activity, sections, monkeypatch):
    some = comments_on(sections[0], 3)
    answer = publish(bertta, write(bertta, start(bertta, some[0])))
    none = desk.post(path_of(activity, "change"), posted(some[:1], kind="answer_begun"))
    assert none.status_code == 422
    assert "Yhtäkään kommenttia ei voi viedä vastaukseen" in said(none)
    with pytest.raises(Refusal, match="draft_gone"):
        do(bertta, some[1:], kind="into_draft", answer=answer.number)
    monkeypatch.setattr(answering, "MOST_ANSWERED", 1)
    with pytest.raises(Refusal, match="too_many_to_answer"):
        do(bertta, some[1:], kind="answer_begun")
    assert Answer.objects.count() == 1
    assert not BulkAction.objects.exists()


def test_who_only_sees_the_table_begins_no_answer(county, activity, sections):
    some = comments_on(sections[0], 1)
    moderator = signed_in(factories.staff(county, "moderator", "moderoija@example.org"))
    assert moderator.get(path_of(activity, "table")).status_code == 200
    assert moderator.post(path_of(activity, "change"), posted(some, kind="answer_begun")).status_code in (403, 404)
    assert not Answer.objects.exists()


def test_undone_the_draft_goes_and_its_comments_wait(desk, bertta, activity, sections):
    some = comments_on(sections[0], 3)
    key = uuid4()
    deed = do(bertta, some, key, kind="answer_begun")
    table = said(desk.get(path_of(activity, "table")))
    assert f"Viety yhteen vastaukseen (vastaus {deed.answer.number}): 3 kommenttia" in table
    before = fresh(activity).due_count
    assert desk.post(path_of(activity, "undo"), {"deed": deed.pk, "query": ""}).status_code == 302
    assert not Answer.objects.exists()
    assert fresh(activity).due_count == before
    assert "Liitetty vastaukseen" not in said(desk.get(path_of(activity, "comment", number=some[0].number)))
    repeated = desk.post(path_of(activity, "change"), posted(some, kind="answer_begun", key=str(key)))
    assert repeated["Location"] == path_of(activity, "table")
    assert not Answer.objects.exists()


def test_undone_what_somebody_has_written_stays(bertta, activity, sections):
    some = comments_on(sections[0], 4)
    begun = do(bertta, some[:2], kind="answer_begun")
    write(bertta, begun.answer)
    undoing.undo(actor=bertta, deed=begun, at=clock.now())
    answer = Answer.objects.get()
    assert held(answer) == set()
    assert answer.body["fi"]
    added = do(bertta, some, kind="into_draft", answer=answer.number)
    actions.remove_from_answer(actor=bertta, answer=fresh(answer), comments=[some[3].pk], at=clock.now())
    undoing.undo(actor=bertta, deed=added, at=clock.now())
    assert held(answer) == set()
    assert fresh(answer).comment_count == 0


def test_a_published_answer_is_not_undone_from_the_table(bertta, activity, sections):
    deed = do(bertta, comments_on(sections[0], 2), kind="answer_begun")
    publish(bertta, write(bertta, deed.answer))
    with pytest.raises(Refusal, match="already_published"):
        undoing.undo(actor=bertta, deed=deed, at=clock.now() + timedelta(minutes=1))
    assert Answer.objects.get().comment_count == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "Vastaus on julkaistu"), ("sv", "Svaret har publicerats"), ("en", "The answer has been published")],
)
def test_the_table_tells_that_it_cannot_be_undone_any_more(desk, bertta, activity, sections, language, words):
    deed = do(bertta, comments_on(sections[0], 2), kind="answer_begun")
    table = path_of(activity, "table").replace("/fi/", f"/{language}/")
    undo = path_of(activity, "undo").replace("/fi/", f"/{language}/")
    assert "y-linkish" in said(desk.get(table)).split("y-undo")[1].split("</form>")[0]
    publish(bertta, write(bertta, deed.answer))
    form = said(desk.get(table)).split("y-undo")[1].split("</form>")[0]
    assert words in form
    assert "<button" not in form
    sent = desk.post(undo, {"deed": deed.pk, "query": "channel=online"})  # from a page that was open before
    assert sent.status_code == 302
    assert "channel=online" in sent["Location"]
    assert "govuk-notification-banner" in said(desk.get(sent["Location"])) or words in said(desk.get(sent["Location"]))


def test_the_draft_is_written_from_there(desk, bertta, activity, sections):
    form = posted(comments_on(sections[0], 2), kind="answer_begun")
    path = desk.post(path_of(activity, "change"), form)["Location"]
    assert desk.post(path, form_of(Answer.objects.get(), then="save")).status_code == 302
    assert Answer.objects.get().body["fi"] == "Vastaus."


def test_the_table_asks_as_often_with_many_drafts(desk, bertta, sections, activity, django_assert_max_num_queries):
    some = comments_on(sections[0], 12)
    for one in some[:9]:
        do(bertta, [one], kind="answer_begun")
    with django_assert_max_num_queries(15):
        page = said(desk.get(path_of(activity, "table")))
    assert page.count("Lisää vastausluonnokseen") == 1
