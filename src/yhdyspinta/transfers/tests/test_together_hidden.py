"""Of comments that have one answer some leave the page, or go to another authority: the others lose nothing."""

import pytest

from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment
from yhdyspinta.transfers.actions.answering import publish_reply, save_reply
from yhdyspinta.transfers.actions.giving_back import give_back
from yhdyspinta.transfers.actions.passing import take_back
from yhdyspinta.transfers.actions.together import answer_together, take_out
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.tests.scene import REPLY, owed, published_on, replied
from yhdyspinta.transfers.tests.test_together import LIST
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
MENDED = Wording(fi="Telineet tulevat syksyllä.")


@pytest.fixture
def leader(came, town, veikko):
    """The first of three has their words."""
    return answer_together(actor=veikko, receiver=town, transfers=[one.pk for one in came], at=clock.now())


def kept(transfer) -> Transfer:
    return Transfer.objects.select_related("receiver", "comment__activity__process__owner").get(pk=transfer.pk)


def hidden(transfer, state="hidden") -> None:
    Comment.objects.filter(pk=transfer.comment_id).update(state=state)


@pytest.mark.parametrize("state", ["hidden", "withdrawn"])
def test_an_answer_is_written_and_published_for_the_others_when_the_first_is_not_on_the_page(
    came,
    leader,
    their_desk,
    state,
):
    hidden(leader, state)
    form = {"answer-fi": "Telineet tulevat keväällä.", "revision": str(leader.revision), "do": "save"}
    their_desk.post(f"{LIST}{leader.pk}/", form)
    seen = their_desk.get(f"{LIST}{leader.pk}/").content.decode()
    assert "Telineet tulevat keväällä." in seen
    assert "Koulun pihassa ei ole pyörätelineitä." not in seen
    form |= {"revision": str(kept(leader).revision)}
    after = published_on(their_desk, f"{LIST}{leader.pk}/", form)
    assert f"{LIST}{came[1].pk}/" in after
    assert "2 kommenttiin" in after
    assert [kept(one).state for one in came] == ["waiting", "answered", "answered"]
    assert (dict(kept(leader).answer), kept(came[2]).joined_to_id) == ({}, came[1].pk)
    assert {line.target for line in Entry.objects.filter(verb="transfers.answered")} == {
        f"transfer:{one.pk}" for one in came[1:]
    }
    assert f"transfer:{leader.pk}" in {line.target for line in Entry.objects.filter(verb="transfers.taken_out")}
    hidden(leader, "visible")
    replied(kept(leader), kept(came[1]).answered_by, MENDED)
    assert [dict(kept(one).answer) for one in came] == [dict(MENDED), dict(REPLY), dict(REPLY)]


def test_a_published_answer_is_corrected_of_those_too_that_are_hidden_and_only_the_others_hear(came, leader, veikko):
    replied(leader, veikko)
    for one in came[:2]:
        hidden(one)
    replied(kept(leader), veikko, MENDED)
    assert [dict(kept(one).answer) for one in came] == [dict(MENDED)] * 3
    assert owed("transfers.corrected") == []  # the first two are Aino's, the third a guest's without an address
    hidden(came[2])
    with pytest.raises(Refusal, match="transferred_comment_gone"):
        save_reply(actor=veikko, transfer=kept(leader), answer=REPLY, revision=kept(leader).revision, at=clock.now())


@pytest.mark.parametrize("who", ["receiver", "passer"])
def test_when_the_first_goes_one_on_the_page_has_the_words_and_the_trail_tells_it(came, leader, bertta, veikko, who):
    save_reply(actor=veikko, transfer=leader, answer=REPLY, revision=leader.revision, at=clock.now())
    hidden(came[1])
    joined = Entry.objects.filter(verb="transfers.joined").count()
    if who == "receiver":
        give_back(actor=veikko, transfer=kept(leader), reason="Ei meille.", at=clock.now())
    else:
        take_back(actor=bertta, transfer=kept(leader), at=clock.now())
    assert (kept(came[2]).answer, kept(came[2]).joined_to_id, kept(came[1]).joined_to_id) == (REPLY, None, came[2].pk)
    assert Entry.objects.filter(verb="transfers.joined").count() == joined + 2
    publish_reply(actor=veikko, transfer=kept(came[2]), revision=kept(came[2]).revision, at=clock.now())
    assert [kept(one).state for one in came[1:]] == ["waiting", "answered"]
    taken = Entry.objects.filter(verb="transfers.taken_out", target=f"transfer:{came[1].pk}")
    assert taken.count() == 1


def test_whoever_takes_one_out_of_an_old_page_changes_the_group_where_the_words_are_now(came, leader, veikko):
    old = Transfer.objects.select_related("receiver", "joined_to", "comment__activity__process__owner").get(
        pk=came[2].pk
    )
    give_back(actor=veikko, transfer=kept(leader), reason="Ei meille.", at=clock.now())
    before = kept(leader).revision, kept(came[1]).revision
    assert take_out(actor=veikko, transfer=old, at=clock.now())
    assert (kept(leader).revision, kept(came[1]).revision) == (before[0], before[1] + 1)
    assert kept(came[2]).joined_to_id is None
