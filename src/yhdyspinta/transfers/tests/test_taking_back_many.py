"""What was passed on together is taken back at once, as one deed with its reason, while nothing of it has been answered."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from tests import factories
from yhdyspinta.answers.models import Closure
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Thread
from yhdyspinta.notices.outbox import words_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.actions.passing import Destination, take_back
from yhdyspinta.transfers.actions.passing_many import pass_many_on
from yhdyspinta.transfers.actions.taking_back_many import take_many_back
from yhdyspinta.transfers.actions.together import answer_together
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.tests.scene import REPLY, WHY, owed, passed, replied
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
ROUND = "/pohjanmaa/{}/desk/processes/toimintamallit/activities/kommentointi/transfers/"
MISTAKE = "Valittiin väärä rajaus."


@pytest.fixture
def comments(section, comment):
    """Two of Aino's, and one of each of two guests."""
    aino = comment.sender.person
    more = [factories.comment(aino, section, "Pihasta puuttuvat valot.", email="aino@example.org")]
    more += [factories.comment(factories.guest(), section, f"Pihalle penkki {place}.") for place in range(2)]
    return [comment, *more]


def together(comments, to, by, *, outside=("", "")):
    return pass_many_on(
        actor=by, activity=comments[0].activity, comments=[one.pk for one in comments], key=uuid4(),
        to=Destination(to, *outside), reason=WHY, at=clock.now(),
    ).transfers  # fmt: skip


def back(transfers, by, reason=MISTAKE):
    activity = transfers[0].comment.activity
    return take_many_back(actor=by, activity=activity, key=transfers[0].key, reason=reason, at=clock.now())


def path_of(transfers, language="fi"):
    return f"{ROUND.format(language)}together/{transfers[0].key}/take-back/"


def counts(comment):
    activity = Activity.objects.get(pk=comment.activity_id)
    return activity.due_count, Thread.objects.get(pk=comment.thread_id).unanswered_count


def test_all_wait_here_again_and_each_is_told_once(comments, town, bertta, veikko):
    transfers = together(comments, town, bertta)
    alone = passed(factories.comment(factories.guest(), comments[0].thread.section), town, bertta)
    assert len(back(transfers, bertta)) == 4
    assert back(transfers, bertta) == []
    assert counts(comments[0]) == (4, 4)
    assert Closure.objects.count() == 1
    assert set(Transfer.objects.exclude(pk=alone.pk).values_list("state", "return_reason")) == {("taken_back", MISTAKE)}
    assert Transfer.objects.get(pk=alone.pk).state == "waiting"
    lines = Entry.objects.filter(verb="transfers.taken_back")
    assert sorted(line.detail["comment"] for line in lines) == [1, 2, 3, 4]
    mine = [notice for notice in owed("transfers.back") if notice.person == comments[0].sender.person]
    assert len(mine) == 1
    (gone,) = owed("transfers.gone")
    assert gone.person == veikko
    for language, mail, desk in (
        ("fi", "Kommentit 1, 2 palasivat takaisin", "otti takaisin 4 kommenttia"),
        ("sv", "Kommentarerna 1, 2 kom tillbaka", "har tagit tillbaka 4 kommentarer"),
        ("en", "Comments 1, 2 came back", "took back 4 comments"),
    ):
        with override(language):
            assert mail in " ".join(words_of(mine[0]).paragraphs)
            told = " ".join(words_of(gone).paragraphs)
        assert desk in told
        assert MISTAKE in told


def test_not_once_one_has_been_answered_and_nothing_changes_then(comments, town, bertta, veikko):
    transfers = together(comments, town, bertta)
    replied(transfers[2], veikko)
    with pytest.raises(Refusal, match="some_answered"):
        back(transfers, bertta)
    assert Transfer.objects.filter(state="taken_back").count() == 0
    assert counts(comments[0]) == (0, 0)
    assert not owed("transfers.back")


def test_one_that_came_back_before_stays_as_it_is(comments, town, bertta):
    transfers = together(comments, town, bertta)
    take_back(actor=bertta, transfer=transfers[0], at=clock.now())
    assert [one.comment.number for one in back(transfers, bertta)] == [2, 3, 4]
    assert Transfer.objects.get(pk=transfers[0].pk).return_reason == ""


def test_a_reason_and_the_ability_of_passing_on_are_asked(comments, county, town, bertta):
    transfers = together(comments, town, bertta)
    with pytest.raises(Refusal, match="taking_back_reason_missing"):
        back(transfers, bertta, " ")
    with pytest.raises(Refusal, match="not_your_role"):
        back(transfers, factories.staff(county, "viewer", "katsoja@example.org"))
    with pytest.raises(Refusal, match="not_your_role"):
        back(transfers, factories.staff(town, "answerer", "kaupunki@example.org"))
    assert set(Transfer.objects.values_list("state", flat=True)) == {"waiting"}


def test_the_words_begun_there_stay_with_those_that_stay(comments, section, town, bertta, veikko):
    transfers = together(comments, town, bertta)
    stays = passed(factories.comment(factories.guest(), section), town, bertta)
    leader = answer_together(
        actor=veikko, receiver=town, transfers=[transfers[0].pk, transfers[1].pk, stays.pk], at=clock.now()
    )
    Transfer.objects.filter(pk=leader.pk).update(answer=dict(REPLY))
    back(transfers, bertta)
    stays.refresh_from_db()
    assert (stays.joined_to_id, stays.state, stays.answer) == (None, "waiting", REPLY)
    assert not Transfer.objects.filter(key=transfers[0].key, joined_to__isnull=False).exists()


def test_one_outside_the_service_is_told_by_staff(comments, bertta):
    transfers = together(comments, None, bertta, outside=("Valtion virasto", "kirjaamo@example.org"))
    assert len(back(transfers, bertta)) == 4
    assert not owed("transfers.gone")


def test_it_asks_the_database_the_same_for_few_and_for_many(section, town, bertta, veikko):
    def asked(count: int) -> int:
        some = [
            factories.comment(
                factories.guest(), section, f"Piha {count} {place}.", email=f"a{count}{place}@example.org"
            )
            for place in range(count)
        ]
        transfers = together(some, town, bertta)
        with CaptureQueriesContext(connection) as seen:
            assert len(back(transfers, bertta)) == count
        return len([one for one in seen if "SAVEPOINT" not in one["sql"]])

    few = asked(2)
    assert asked(12) == few
    assert few <= 30


def test_the_page_is_found_from_a_comment_and_tells_what_follows(comments, town, bertta, veikko, desk):
    transfers = together(comments, town, bertta)
    one = f"{ROUND.format('fi')}1/"
    assert path_of(transfers) in desk.get(one).content.decode()
    for language, words in (
        ("fi", ("Ota 4 kommenttia takaisin", "Pihat kuuluvat kaupungille.")),
        ("sv", ("Ta tillbaka 4 kommentarer", "Gårdarna hör till staden.")),
        ("en", ("Take 4 comments back", "Pihat kuuluvat kaupungille.")),
    ):
        page = desk.get(path_of(transfers, language)).content.decode()
        assert all(said in page for said in words), language
    empty = desk.post(path_of(transfers), {"why": " "})
    assert empty.status_code == 422
    assert 'href="#id_why"' in empty.content.decode()
    done = desk.post(path_of(transfers), {"why": MISTAKE}, follow=True).content.decode()
    assert "4 kommenttia otettiin takaisin" in done
    assert MISTAKE in desk.get(one).content.decode()
    assert desk.post(path_of(transfers), {"why": MISTAKE}).status_code == 302
    assert Comment.objects.filter(handling="open").count() == 4
    assert "Kaikki ovat palanneet jo" in desk.get(path_of(transfers)).content.decode()


def test_the_page_says_when_some_are_answered_and_the_link_is_gone(comments, town, bertta, veikko, desk):
    transfers = together(comments, town, bertta)
    replied(transfers[3], veikko)
    assert path_of(transfers) not in desk.get(f"{ROUND.format('fi')}1/").content.decode()
    assert "Osaan niistä on vastattu" in desk.get(path_of(transfers)).content.decode()
    refused = desk.post(path_of(transfers), {"why": MISTAKE})
    assert refused.status_code in {409, 422}
    assert Comment.objects.filter(handling="open").count() == 0


def test_nobody_else_gets_there(comments, town, bertta, their_desk):
    transfers = together(comments, town, bertta)
    alone = passed(factories.comment(factories.guest(), comments[0].thread.section), town, bertta)
    assert their_desk.get(path_of(transfers)).status_code in {403, 404}
    assert Client().get(path_of(transfers)).status_code in {302, 403, 404}
    assert path_of([alone]) not in factories.signed_in(bertta).get(f"{ROUND.format('fi')}5/").content.decode()
    unknown = f"{ROUND.format('fi')}together/{uuid4()}/take-back/"
    assert factories.signed_in(bertta).get(unknown).status_code == 404
