"""Passed-on comments that say the same get one answer: beside each, told once to each sender."""

import pytest
from django.test import Client
from django.utils.translation import override

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.personal import page_of
from yhdyspinta.notices.outbox import kind_of
from yhdyspinta.transfers.actions.answering import save_reply
from yhdyspinta.transfers.actions.giving_back import give_back
from yhdyspinta.transfers.actions.passing import take_back
from yhdyspinta.transfers.actions.together import answer_together, take_out
from yhdyspinta.transfers.models import FormerReply, Transfer
from yhdyspinta.transfers.tests.scene import REPLY, owed, passed, published_on, replied
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
LIST = "/kuvitelma/fi/desk/passed-on/"


def _together(came, town, by):
    return answer_together(actor=by, receiver=town, transfers=[one.pk for one in came], at=clock.now())


def _states():
    return list(Transfer.objects.order_by("pk").values_list("state", flat=True))


def test_one_answer_stands_beside_each_and_each_sender_hears_once(came, town, veikko):
    leader = _together(came, town, veikko)
    replied(leader, veikko)
    assert _states() == ["answered"] * 3
    assert [one.answer for one in Transfer.objects.all()] == [REPLY] * 3
    (told,) = owed("transfers.answered")
    assert told.person.email == "aino@example.org"
    with override("fi"):
        text = " ".join(kind_of(told).words(told).paragraphs)
    assert "kommentteihin 1, 2" in text
    assert Entry.objects.filter(verb="transfers.answered").count() == 3
    for one in came:
        assert "Telineet tulevat keväällä." in Client().get(f"/pohjanmaa/fi/{page_of(one.comment)}").content.decode()


def test_a_correction_is_of_all_and_what_stood_is_kept(came, town, veikko):
    leader = replied(_together(came, town, veikko), veikko)
    replied(leader, veikko, Wording(fi="Telineet tulevat syksyllä."))
    assert {one.answer["fi"] for one in Transfer.objects.all()} == {"Telineet tulevat syksyllä."}
    assert all(one.corrected_at for one in Transfer.objects.all())
    assert FormerReply.objects.count() == 3
    assert len(owed("transfers.corrected")) == 1


def test_one_that_is_answered_with_another_has_no_words_of_its_own_until_it_is_taken_out(came, town, veikko):
    leader = _together(came, town, veikko)
    with pytest.raises(Refusal, match="answered_with_another"):
        save_reply(actor=veikko, transfer=came[1], answer=REPLY, revision=1, at=clock.now())
    member = Transfer.objects.select_related("receiver", "joined_to", "comment__activity__process").get(pk=came[1].pk)
    assert take_out(actor=veikko, transfer=member, at=clock.now())
    replied(Transfer.objects.select_related("receiver", "comment__activity__process__owner").get(pk=leader.pk), veikko)
    assert _states() == ["answered", "waiting", "answered"]


def test_the_words_that_were_begun_lead_and_two_that_were_are_refused(came, town, veikko):
    save_reply(actor=veikko, transfer=came[2], answer=REPLY, revision=1, at=clock.now())
    assert _together(came[1:], town, veikko).pk == came[2].pk
    save_reply(actor=veikko, transfer=came[0], answer=Wording(fi="Toinen."), revision=1, at=clock.now())
    with pytest.raises(Refusal, match="several_drafts"):
        _together([came[0], came[2]], town, veikko)
    with pytest.raises(Refusal, match="fewer_than_two"):
        _together([came[0]], town, veikko)


@pytest.mark.parametrize("who", ["receiver", "passer"])
def test_when_the_one_with_the_words_goes_the_next_has_them(came, town, bertta, veikko, who):
    leader = _together(came, town, veikko)
    save_reply(actor=veikko, transfer=leader, answer=REPLY, revision=leader.revision, at=clock.now())
    first = Transfer.objects.select_related("receiver", "comment__activity__process__owner").get(pk=leader.pk)
    if who == "receiver":
        give_back(actor=veikko, transfer=first, reason="Ei meille.", at=clock.now())
    else:
        take_back(actor=bertta, transfer=first, at=clock.now())
    second, third = Transfer.objects.exclude(pk=leader.pk).order_by("pk")
    assert second.answer == REPLY
    assert second.joined_to is None
    assert third.joined_to == second


def test_a_comment_that_was_hidden_meanwhile_waits_for_its_own_answer(came, town, veikko):
    leader = _together(came, town, veikko)
    Comment.objects.filter(pk=came[2].comment_id).update(state="hidden")
    replied(leader, veikko)
    assert _states() == ["answered", "answered", "waiting"]
    assert Transfer.objects.get(pk=came[2].pk).joined_to is None


def test_only_those_who_answer_there_and_only_what_came_there(came, town, bertta, veikko):
    with pytest.raises(Refusal, match="not_your_role"):
        _together(came, town, bertta)
    other = factories.authority("muu", code="", kind="municipality")
    with pytest.raises(Refusal, match="transfer_not_here"):
        _together(came, other, factories.staff(other, "answerer", "muu@example.org"))


def test_from_the_list_to_one_page_of_all(came, desk, their_desk):
    assert 'name="transfers"' in their_desk.get(LIST).content.decode()
    alone = their_desk.post(f"{LIST}together/", {"transfers": [came[0].pk]}, follow=True).content.decode()
    assert "vähintään kaksi" in alone
    page = their_desk.post(f"{LIST}together/", {"transfers": [one.pk for one in came]}, follow=True).content.decode()
    assert "Telineet puuttuvat." in page
    joined = their_desk.get(f"{LIST}{came[1].pk}/").content.decode()
    assert "kommentin 1 kanssa" in joined
    assert 'name="answer-fi"' not in joined
    form = {
        "answer-fi": "Telineet tulevat.",
        "revision": str(Transfer.objects.get(pk=came[0].pk).revision),
    }
    assert "3 kommenttiin" in published_on(their_desk, f"{LIST}{came[0].pk}/", form)
    own = "/pohjanmaa/fi/desk/processes/toimintamallit/activities/kommentointi/transfers/3/"
    seen = desk.get(own).content.decode()
    assert "Telineet tulevat." in seen
    assert "yhdessä muiden kanssa" in seen


@pytest.mark.parametrize("needs_approval", [False, True])
def test_the_same_words_are_not_published_for_a_comment_that_came_to_them_unseen(
    came, town, veikko, their_desk, needs_approval
):
    town.answers_need_approval = needs_approval
    town.save()
    leader = _together(came[:2], town, veikko)
    path, form = f"{LIST}{leader.pk}/", {"answer-fi": "Telineet tulevat.", "revision": str(leader.revision)}
    their_desk.post(path, form | {"do": "save"})
    form["revision"] = str(Transfer.objects.get(pk=leader.pk).revision)
    _together([leader, came[2]], town, factories.staff(town, "answerer", "toinen@example.org"))
    refused = their_desk.post(path, form | {"do": "publish"})
    words = refused.content.decode()
    assert refused.status_code == 422
    assert "Katso sivu vielä kerran" in words
    assert "Telineet puuttuvat." in words
    assert _states() == ["waiting"] * 3
    assert Transfer.objects.get(pk=leader.pk).ready_at is None
    form["revision"] = str(Transfer.objects.get(pk=leader.pk).revision)
    if needs_approval:
        assert their_desk.post(path, form | {"do": "publish"}).status_code == 302
    else:
        published_on(their_desk, path, form)
    assert _states() == (["waiting"] if needs_approval else ["answered"]) * 3


def test_choosing_the_same_twice_leads_to_their_answer_and_changes_nothing(came, town, veikko, their_desk):
    assert 'data-prevent-double-click="true">Vastaa valittuihin' in their_desk.get(LIST).content.decode()
    ticked = {"transfers": [one.pk for one in came]}
    paths = {their_desk.post(f"{LIST}together/", ticked).url for _twice in range(2)}
    assert paths == {f"{LIST}{came[0].pk}/"}
    assert Transfer.objects.get(pk=came[0].pk).revision == 2
    assert Entry.objects.filter(verb="transfers.joined").count() == 2


def test_those_that_are_under_the_answer_already_are_counted_too(came, town, veikko, monkeypatch):
    monkeypatch.setattr("yhdyspinta.transfers.actions.together.MOST", 2)
    leader = _together(came[:2], town, veikko)
    with pytest.raises(Refusal, match="too_many_together"):
        _together([leader, came[2]], town, veikko)
    assert Transfer.objects.filter(joined_to=leader).count() == 1


def test_who_passed_it_on_reads_no_number_of_somebody_elses_round(
    section, came, county, town, veikko, desk, their_desk
):
    other = factories.authority("muu", code="", kind="municipality")
    theirs = factories.document(factories.activity(factories.process(other, slug="muualla")))
    place = theirs.versions.get().sections.order_by("position")[0]
    foreign = passed(
        factories.comment(factories.guest(), place, "Muualta."), town, factories.staff(other, email="m@example.org")
    )
    save_reply(actor=veikko, transfer=foreign, answer=REPLY, revision=1, at=clock.now())
    _together([*came[1:], foreign], town, veikko)
    work = "/pohjanmaa/fi/desk/processes/toimintamallit/activities/kommentointi/answers/?show=passed"
    words = desk.get(work).content.decode()
    assert "Vastataan yhdessä muiden kanssa" in words
    assert "kommentin 1 kanssa" not in words
    assert "kommentin 1 kanssa" in their_desk.get(LIST).content.decode()
