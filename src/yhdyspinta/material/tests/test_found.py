"""How many comments the choices find, what a deed to all of them hits, and a deed with nothing ticked."""

from uuid import uuid4

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers.rounds import close_without_answer
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.search_entries import follow_state
from yhdyspinta.material import counting, table_page
from yhdyspinta.material.models import BulkAction
from yhdyspinta.material.tests.scene import comments_on, path_of, posted, theme_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.actions.passing import Destination, pass_on, take_back
from yhdyspinta.transfers.tests.scene import passed, replied
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "all_of_it", "found", "button", "bound"),
    [
        (
            "fi", "5 kommenttia", "Rajauksilla löytyy <b>3</b> kommenttia.", "Tee kaikille löytyneille (2)",
            "Rajauksilla löytyy yli <b>2</b> kommenttia.",
        ),
        (
            "sv", "5 kommentarer", "Med avgränsningarna hittas <b>3</b> kommentarer.", "Gör det med alla som hittas (2)",
            "Med avgränsningarna hittas fler än <b>2</b> kommentarer.",
        ),
        (
            "en", "5 comments", "The choices find <b>3</b> comments.", "Do it to all that are found (2)",
            "The choices find more than <b>2</b> comments.",
        ),
    ],
)  # fmt: skip
def test_what_the_choices_find_is_told(
    desk, activity, sections, monkeypatch, language, all_of_it, found, button, bound
):
    here, _there = comments_on(sections[0], 3), comments_on(sections[1], 2)
    Comment.objects.filter(pk=here[0].pk).update(state="hidden")
    path = path_of(activity, "table", language)
    page = desk.get(path, {"section": sections[0].pk}).content.decode()
    assert all_of_it in page
    assert found in page
    assert button in page
    whole = desk.get(path)
    assert not whole.context["found"].is_narrowed
    assert whole.context["found"].workable == 5
    monkeypatch.setattr(counting, "MOST_COUNTED", 2)
    monkeypatch.setattr(table_page, "PAGE", 2)
    over = desk.get(path, {"section": sections[0].pk})
    assert over.context["found"].is_over
    assert bound in over.content.decode()


def test_the_order_by_due_date_finds_only_what_has_one(desk, activity, sections):
    comments_on(sections[0], 2)
    found = desk.get(path_of(activity, "table"), {"sort": "due"}).context["found"]
    assert (found.count, found.total) == (0, 2)


@pytest.mark.parametrize("fields", [{}, {"kind": "closed"}, {"kind": "stance", "stance": "for"}])
def test_nothing_ticked_is_told_at_the_list(desk, bertta, activity, sections, fields):
    comments_on(sections[0], 1)
    theme_of(bertta, activity)
    page = desk.post(path_of(activity, "change"), posted([], **fields))
    assert page.status_code == 422
    told = page.content.decode()
    words = "Valitse ainakin yksi kommentti"
    assert f'<a href="#comments">{words}' in told
    assert told.index("govuk-error-message") < told.index('id="comments"')
    assert told.count(words) == 2
    assert not BulkAction.objects.exists()


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "Siirretty: Kaupunki"), ("sv", "Förd vidare till Staden"), ("en", "Passed on to")]
)
def test_a_comment_passed_on_is_told_so_with_the_receiver(desk, bertta, activity, sections, language, words):
    (one,) = comments_on(sections[0], 1)
    town = factories.authority("kaupunki", code="179", name={"fi": "Kaupunki", "sv": "Staden"})
    reason = Wording(fi="Kuuluu sinne.", sv="Hör dit.")
    transfer = pass_on(
        actor=bertta, comment=one, key=uuid4(), to=Destination(receiver=town), reason=reason, at=clock.now()
    )
    page = desk.get(path_of(activity, "table", language)).content.decode()
    assert words in page
    assert words in desk.get(path_of(activity, "comment", language, number=one.number)).content.decode()
    told = desk.post(path_of(activity, "download", language), {"query": ""})
    assert words in b"".join(told.streaming_content).decode()
    take_back(actor=bertta, transfer=transfer, at=clock.now())
    assert words not in desk.get(path_of(activity, "table", language)).content.decode()


def test_the_table_is_narrowed_to_what_was_passed_on_and_answered_there(desk, bertta, activity, sections):
    waits, away, answered, thanks = comments_on(sections[0], 4)
    town = factories.authority("kaupunki", code="179", name={"fi": "Kaupunki", "sv": "Staden"})
    transfers = [passed(one, town, bertta) for one in (away, answered)]
    replied(transfers[1], factories.staff(town, "answerer", "veikko@example.org"), Wording(fi="Kyllä.", sv="Ja."))
    close_without_answer(actor=bertta, activity=activity, comments=[thanks.pk], reason="thanks", at=clock.now())
    expected = {"no": [waits], "yes": [], "closed": [thanks], "passed": [answered, away], "there": [answered]}
    for answered_as, comments in expected.items():
        page = desk.get(path_of(activity, "table"), {"answered": answered_as})
        assert [row["comment"].pk for row in page.context["rows"]] == [one.pk for one in comments], answered_as
    assert "Siirretty toiselle viranomaiselle" in page.content.decode()
    take_back(actor=bertta, transfer=transfers[0], at=clock.now())
    again = desk.get(path_of(activity, "table"), {"answered": "passed"})
    assert [row["comment"].pk for row in again.context["rows"]] == [answered.pk]


@pytest.fixture
def unseen(activity, sections) -> list[Comment]:
    """A visible comment, one that waits to be checked and one that is hidden, of the same matter."""
    made = comments_on(sections[0], 3, "Terveyskeskuksen jonot ovat pitkät")
    Comment.objects.filter(pk=made[1].pk).update(state="waiting")
    Comment.objects.filter(pk=made[2].pk).update(state="hidden")
    follow_state(Comment.objects.get(pk=made[0].pk), at=clock.now())
    Activity.objects.filter(pk=activity.pk).update(comment_count=1, waiting_count=1, hidden_count=1)
    return made


@pytest.mark.parametrize("words", ["terveyskeskus", "TERVEYSKESKUKSEN jono", "pitkät"])
def test_words_find_what_waits_to_be_checked_for_those_who_check(county, desk, activity, unseen, words):
    page = desk.get(path_of(activity, "table"), {"words": words})
    assert {row["comment"].pk for row in page.context["rows"]} == {one.pk for one in unseen}
    waiting = desk.get(path_of(activity, "table"), {"words": words, "state": "waiting"})
    assert [row["comment"].pk for row in waiting.context["rows"]] == [unseen[1].pk]
    assert desk.get(path_of(activity, "table"), {"words": f"{words} kissa"}).context["rows"] == []
    answerer = signed_in(factories.staff(county, "answerer", "vastaaja@example.org"))
    seen = answerer.get(path_of(activity, "table"), {"words": words})
    assert [row["comment"].pk for row in seen.context["rows"]] == [
        unseen[0].pk
    ]  # words that they may not read stay unfound


@pytest.mark.parametrize("words", ["'", "a:* | b", "\\", "!", "(", "terveys & !jono", "%"])
def test_odd_words_are_looked_for_as_words(desk, activity, unseen, words):
    assert desk.get(path_of(activity, "table"), {"words": words}).status_code == 200
