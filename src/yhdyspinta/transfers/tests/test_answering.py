"""The receiver's answer: once, in its languages, beside the comment; or the comment goes back."""

import pytest
from django.utils.translation import override

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.actions import decide_hide
from yhdyspinta.notices.outbox import kind_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.actions.giving_back import give_back
from yhdyspinta.transfers.actions.passing import take_back
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.tests.scene import REPLY, owed, passed, replied
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_the_answer_is_told_once_and_leaves_the_first_authoritys_counters(comment, town, bertta, veikko):
    transfer = passed(comment, town, bertta)
    done = replied(transfer, veikko)
    assert (done.state, done.answered_by) == ("answered", veikko)
    assert replied(transfer, veikko).revision == done.revision
    (notice,) = owed("transfers.answered")
    for language in ("fi", "sv", "en"):
        with override(language):
            assert kind_of(notice).words(notice).paragraphs[1]
    activity = Activity.objects.get(pk=comment.activity_id)
    assert (activity.due_count, activity.answered_count) == (0, 0)


def test_f10_two_who_answer_at_once_the_other_sees_both(comment, town, bertta, veikko):
    transfer = passed(comment, town, bertta)
    replied(transfer, veikko)
    with pytest.raises(Refusal, match="changed_meanwhile") as refused:
        replied(transfer, veikko, Wording(fi="Toinen vastaus."), revision=1)
    assert refused.value.values["saved"] == REPLY
    assert Transfer.objects.get().answer == REPLY


def test_a_published_answer_is_corrected_with_its_former_words_kept(comment, town, bertta, veikko):
    done = replied(passed(comment, town, bertta), veikko)
    corrected = replied(done, veikko, Wording(fi="Telineet tulevat kesällä."))
    assert corrected.corrected_at is not None
    assert corrected.former.get().answer == REPLY
    assert len(owed("transfers.corrected")) == 1


def test_the_receiver_owes_its_own_languages(comment, town, bertta, veikko):
    transfer = passed(comment, town, bertta)
    with pytest.raises(Refusal, match="language_missing"):
        replied(transfer, veikko, Wording(sv="Bara på svenska."))


def test_p4_only_those_who_answer_for_the_receiver(comment, town, bertta):
    transfer = passed(comment, town, bertta)
    viewer = factories.staff(town, "viewer", "katsoja@example.org")
    for who in (bertta, viewer):
        with pytest.raises(Refusal, match="not_your_role"):
            replied(transfer, who)
        with pytest.raises(Refusal, match="not_your_role"):
            give_back(actor=who, transfer=transfer, reason="Ei meille.", at=clock.now())


def test_given_back_it_waits_at_the_first_again_with_the_reason(comment, town, bertta, veikko):
    transfer = passed(comment, town, bertta)
    with pytest.raises(Refusal, match="return_reason_missing"):
        give_back(actor=veikko, transfer=transfer, reason=" ", at=clock.now())
    for _again in range(2):
        give_back(actor=veikko, transfer=transfer, reason="Piha on maakunnan.", at=clock.now())
    assert Activity.objects.get(pk=comment.activity_id).due_count == 1
    assert Comment.objects.get().handling == "open"
    (told,) = owed("transfers.returned")
    assert told.person == bertta
    assert len(owed("transfers.back")) == 1
    assert "maakunnan" not in str(owed("transfers.back")[0].values)
    with pytest.raises(Refusal, match="transfer_not_here"):
        replied(transfer, veikko)


def test_what_was_taken_back_or_answered_is_not_answered_or_given_back(comment, town, bertta, veikko):
    transfer = passed(comment, town, bertta)
    take_back(actor=bertta, transfer=transfer, at=clock.now())
    with pytest.raises(Refusal, match="transfer_not_here"):
        replied(transfer, veikko)
    again = passed(comment, town, bertta)
    replied(again, veikko)
    with pytest.raises(Refusal, match="transfer_not_here"):
        give_back(actor=veikko, transfer=again, reason="Ei meille.", at=clock.now())
    with pytest.raises(Refusal, match="transfer_not_with_them"):
        take_back(actor=bertta, transfer=again, at=clock.now())


def test_a_hidden_comment_is_not_answered(comment, town, bertta, veikko):
    transfer = passed(comment, town, bertta)
    decide_hide(actor=bertta, comment=comment, reason="insult", at=clock.now())
    with pytest.raises(Refusal, match="transferred_comment_gone"):
        replied(transfer, veikko)
