"""Many comments passed on at once: each with its own transfer, each sender told once, those left named."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from tests import factories
from yhdyspinta.answers.actions import start_answer
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry, Unsealed
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Thread
from yhdyspinta.material.tests.scene import path_of
from yhdyspinta.notices.outbox import kind_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.actions.passing import Destination, take_back
from yhdyspinta.transfers.actions.passing_many import pass_many_on
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.passable import from_address, in_address
from yhdyspinta.transfers.tests.scene import WHY, owed, passed
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
MANY = "/pohjanmaa/fi/desk/processes/toimintamallit/activities/kommentointi/transfers/pass-on/"


@pytest.fixture
def comments(section, comment):
    """Two of Aino's, and one of each of two guests."""
    aino = comment.sender.person
    more = [factories.comment(aino, section, "Pihasta puuttuvat valot.", email="aino@example.org")]
    more += [factories.comment(factories.guest(), section, f"Pihalle penkki {place}.") for place in range(2)]
    return [comment, *more]


def _many(comments, to, by, *, key=None, reason=WHY, outside=("", ""), **more):
    return pass_many_on(
        actor=by, activity=comments[0].activity, comments=[one.pk for one in comments], key=key or uuid4(),
        to=Destination(to, *outside), reason=reason, at=clock.now(), **more,
    )  # fmt: skip


def _counts(comment):
    activity = Activity.objects.get(pk=comment.activity_id)
    return activity.due_count, Thread.objects.get(pk=comment.thread_id).unanswered_count


def test_each_has_its_own_transfer_and_trail_and_counts_stay_true(comments, town, bertta):
    assert _counts(comments[0]) == (4, 4)
    done = _many(comments, town, bertta)
    assert len(done.transfers) == 4
    assert {one.due_on for one in Transfer.objects.all()} == {done.transfers[0].due_on}
    assert _counts(comments[0]) == (0, 0)
    assert set(Comment.objects.values_list("handling", "closure__reason")) == {("closed", "passed_on")}
    lines = Entry.objects.filter(verb="transfers.passed_on")
    assert sorted(line.detail["comment"] for line in lines) == [1, 2, 3, 4]
    assert {line.target for line in lines} == {f"transfer:{one.pk}" for one in done.transfers}
    assert Unsealed.objects.filter(entry__in=lines).count() == 4
    take_back(actor=bertta, transfer=done.transfers[2], at=clock.now())
    assert _counts(comments[0]) == (1, 1)


def test_a_sender_of_several_gets_one_message_that_names_them_all(comments, town, bertta, veikko):
    _many(comments, town, bertta)
    mine = [one for one in owed("transfers.passed_on") if one.person is not None]
    assert [one.person.email for one in mine] == ["aino@example.org"]
    for language, words in (
        ("fi", "Kommentit 1, 2 kuuluvat"),
        ("sv", "Kommentarerna 1, 2 hör"),
        ("en", "Comments 1, 2 belong"),
    ):
        with override(language):
            text = " ".join(kind_of(mine[0]).words(mine[0]).paragraphs)
        assert words in text
    (came,) = owed("transfers.came")
    assert came.person == veikko
    with override("fi"):
        message = kind_of(came).words(came)
    assert "4 kommenttia" in " ".join(message.paragraphs)
    assert message.path == "/kuvitelma/fi/desk/passed-on/"


def test_those_that_cannot_go_stay_and_are_named_with_the_reason(comments, town, bertta):
    at = clock.now()
    passed(comments[0], town, bertta)
    start_answer(actor=bertta, activity=comments[0].activity, comments=[comments[1].pk], title=Wording(fi="T"), at=at)
    Comment.objects.filter(pk=comments[2].pk).update(state="hidden")
    done = _many(comments, town, bertta)
    assert [one.comment.number for one in done.transfers] == [4]
    assert done.left.left == {"elsewhere": [1], "grouped": [2], "hidden": [3]}
    with pytest.raises(Refusal, match="none_can_be_passed_on"):
        _many(comments, town, bertta)


def test_the_same_form_again_gives_the_first_transfers(comments, town, bertta):
    key = uuid4()
    first = _many(comments, town, bertta, key=key)
    again = _many(comments, town, bertta, key=key)
    assert {one.pk for one in again.transfers} == {one.pk for one in first.transfers}
    assert Transfer.objects.count() == 4
    assert Entry.objects.filter(verb="transfers.passed_on").count() == 4


def test_the_same_form_for_more_comments_passes_the_rest_on_and_nothing_twice(comments, town, bertta):
    key = uuid4()
    first = _many(comments[:2], town, bertta, key=key)
    take_back(actor=bertta, transfer=first.transfers[0], at=clock.now())
    assert [one.comment_id for one in _many(comments[:2], town, bertta, key=key).transfers] == [comments[1].pk]
    rest = _many(comments, town, bertta, key=key)
    assert [one.comment.number for one in rest.transfers] == [3, 4]
    take_back(actor=bertta, transfer=first.transfers[1], at=clock.now())
    with pytest.raises(Refusal, match="form_sent_before"):
        _many(comments[:2], town, bertta, key=key)
    assert Transfer.objects.count() == 4
    assert len(_many(comments[:2], town, bertta).transfers) == 2


def test_what_is_typed_for_some_comments_is_not_there_for_others(comments, desk):
    typed = {"receiver": "outside", "outside_name": "Valtion virasto", "reason-fi": "Ei meille.", "key": str(uuid4())}
    assert desk.post(f"{MANY}?comments=1-2", typed | {"unsent": "keep"}).status_code == 200
    assert "Ei meille." not in desk.get(f"{MANY}?comments=3-4").content.decode()
    again = desk.get(f"{MANY}?comments=1.2").content.decode()
    assert "Ei meille." in again
    assert "Valtion virasto" in again
    assert typed["key"] not in again
    assert again.count('name="key" value="') == 1
    assert 'name="key" value=""' not in again
    sent = typed | {"reason-sv": "Inte vår.", "outside_address": "kirjaamo@example.org"}
    assert desk.post(f"{MANY}?comments=1-2", sent).status_code == 302
    assert "Ei meille." not in desk.get(f"{MANY}?comments=1-2").content.decode()


def test_one_outside_the_service_has_the_day_that_staff_gave(comments, bertta):
    day = in_helsinki(clock.now()).date()
    done = _many(comments, None, bertta, outside=("Valtion virasto", "kirjaamo@example.org"), due_on=day)
    assert {(one.state, one.due_on) for one in done.transfers} == {("outside", day)}


def test_only_those_who_answer_and_nothing_changes_without_all_languages(comments, county, town, bertta):
    viewer = factories.staff(county, "viewer", "katsoja@example.org")
    with pytest.raises(Refusal, match="not_your_role"):
        _many(comments, town, viewer)
    with pytest.raises(Refusal, match="language_missing"):
        _many(comments, town, bertta, reason=Wording(fi="Vain suomeksi."))
    assert not Transfer.objects.exists()
    assert _counts(comments[0]) == (4, 4)


def test_it_asks_the_database_the_same_for_few_and_for_many(section, county, town, bertta, veikko):
    def asked(count: int) -> int:
        some = [
            factories.comment(
                factories.guest(), section, f"Piha {count} {place}.", email=f"a{count}{place}@example.org"
            )
            for place in range(count)
        ]
        with CaptureQueriesContext(
            connection,
        ) as seen:
            _many(some, town, bertta)
        return len([one for one in seen if "SAVEPOINT" not in one["sql"]])

    few = asked(2)
    assert asked(12) == few
    assert few <= 20


def test_numbers_in_the_address_are_short_and_anything_else_is_passed_over():
    assert in_address([12, 3, 4, 5, 40]) == "3-5.12.40"
    assert from_address("3-5.12.40") == [3, 4, 5, 12, 40]
    assert from_address("x.7-3.-.0.2-x.9") == [9]
    assert len(from_address("1-99999999")) == 501


def test_from_the_table_to_the_page_and_on(comments, town, desk):
    chosen = {"comments": [one.pk for one in comments[:3]], "key": str(uuid4()), "do": "ticked", "kind": "passed_on"}
    answer = desk.post(path_of(comments[0].activity, "change"), chosen)
    assert answer.url == f"{MANY}?comments=1-3"
    page = desk.get(answer.url).content.decode()
    assert "Pihasta puuttuvat valot." in page
    form = {
        "receiver": "kuvitelma",
        "reason-fi": "Piha on kaupungin.",
        "reason-sv": "Gården är stadens.",
        "key": str(uuid4()),
    }
    again = desk.post(answer.url, form | {"reason-sv": ""})
    assert again.status_code == 422
    assert "Piha on kaupungin." in again.content.decode()
    passed(comments[2], town, factories.staff(comments[0].activity.process.owner, email="toinen@example.org"))
    seen = desk.post(answer.url, form, follow=True).content.decode()
    assert "2 kommenttia siirrettiin" in seen
    assert "3 (" in seen
    assert Transfer.objects.count() == 3


def test_everything_that_is_found_and_waits_goes_along(comments, town, desk, bertta):
    passed(comments[0], town, bertta)
    chosen = {"key": str(uuid4()), "do": "all", "kind": "passed_on"}
    assert desk.post(path_of(comments[0].activity, "change"), chosen).url == f"{MANY}?comments=2-4"


def test_cancelling_leads_back_to_the_list_as_it_was_narrowed(desk, comments):
    chosen = {"comments": [one.pk for one in comments[:2]], "key": str(uuid4()), "do": "ticked", "kind": "passed_on"}
    query = "answered=no&words=pihasta+valot&sort=oldest"
    sent = desk.post(path_of(comments[0].activity, "change"), {**chosen, "query": query, "after": "x.y"})
    assert sent.url.startswith(f"{MANY}?comments=1-2&")
    page = desk.get(sent.url).content.decode()
    back = path_of(comments[0].activity, "table") + "?answered=no&amp;words=pihasta+valot&amp;sort=oldest&amp;after=x.y"
    assert f'<a class="govuk-link" href="{back}">Peruuta</a>' in page
    table = path_of(comments[0].activity, "table")
    assert f'<a href="{table}" aria-current="true">' in page
    assert '<a href="/pohjanmaa/fi/desk/processes/" aria-current="page">' in page
    assert '<a href="/pohjanmaa/fi/desk/answers/">' in page
