"""The receiver's draft: kept half done, approved by another where the receiver wants it, and never seen outside."""

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.notices.outbox import kind_of
from yhdyspinta.transfers.actions.answering import (
    ask_approval,
    drop_correction,
    publish_reply,
    return_reply,
    save_reply,
)
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.rows import state_words
from yhdyspinta.transfers.shown import shown
from yhdyspinta.transfers.tests.scene import REPLY, owed, passed, replied
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
_MENDED = Wording(fi="Soittakaa vaihteeseen.")


@pytest.fixture
def transfer(comment, town, bertta) -> Transfer:
    return passed(comment, town, bertta)


@pytest.fixture
def colleague(town):
    return factories.staff(town, "answerer", "toinen@example.org")


@pytest.fixture
def two_needed(town):
    town.answers_need_approval = True
    town.save()


def now() -> Transfer:
    return Transfer.objects.select_related("receiver", "comment__activity__process__owner").get()


def saved(by, words=REPLY, revision: int | None = None) -> Transfer:
    held = now()
    seen = held.revision if revision is None else revision
    return save_reply(actor=by, transfer=held, answer=words, revision=seen, at=clock.now()).transfer


def asked(by) -> Transfer:
    return ask_approval(actor=by, transfer=now(), revision=now().revision, at=clock.now())


def published(by, revision: int | None = None) -> Transfer:
    seen = now().revision if revision is None else revision
    return publish_reply(actor=by, transfer=now(), revision=seen, at=clock.now())


def test_a_draft_may_lack_a_language_and_nobody_hears_of_it(transfer, town, veikko):
    town.languages, town.duty_languages = ["fi", "sv"], ["fi", "sv"]
    town.save()
    for _again in range(2):
        saved(veikko)
    assert (now().state, now().answer, now().revision) == ("waiting", REPLY, 2)
    assert not shown(now()).answer
    assert not owed("transfers.answered")
    with pytest.raises(Refusal, match="language_missing") as refused:
        published(veikko)
    assert refused.value.field == "answer:sv"
    assert now().answer == REPLY
    saved(veikko, Wording(fi=REPLY["fi"], sv="Ställen kommer i vår."))
    assert published(veikko).state == "answered"


def test_f10_two_drafts_at_once_the_other_sees_both(transfer, veikko, colleague):
    saved(veikko, revision=1)
    with pytest.raises(Refusal, match="changed_meanwhile") as refused:
        saved(colleague, _MENDED, revision=1)
    assert (refused.value.values["saved"], refused.value.values["typed"]) == (REPLY, _MENDED)
    with pytest.raises(Refusal, match="changed_meanwhile"):
        published(colleague, revision=1)


@pytest.mark.usefixtures("two_needed")
def test_where_the_receiver_wants_approval_a_colleague_publishes(transfer, veikko, colleague):
    saved(veikko)
    for who in (veikko, colleague):
        with pytest.raises(Refusal, match="approval_missing"):
            published(who)
    for _again in range(2):
        asked(veikko)
    with pytest.raises(Refusal, match="approval_by_another"):
        published(veikko)
    for _again in range(2):
        done = published(colleague)
    assert (done.state, done.saved_by, done.answered_by) == ("answered", veikko, colleague)
    assert len(owed("transfers.answered")) == 1


@pytest.mark.usefixtures("two_needed")
def test_changing_words_that_wait_takes_them_back_from_approval(transfer, veikko, colleague):
    saved(veikko)
    asked(veikko)
    saved(colleague, _MENDED)
    assert now().ready_at is None
    with pytest.raises(Refusal, match="approval_missing"):
        published(veikko)
    asked(colleague)
    assert published(veikko).answer == _MENDED


@pytest.mark.usefixtures("two_needed")
def test_given_back_with_what_to_mend_the_writer_is_told(transfer, veikko, colleague):
    saved(veikko)
    with pytest.raises(Refusal, match="not_ready"):
        return_reply(actor=colleague, transfer=now(), words="Lisää aikataulu.", at=clock.now())
    asked(veikko)
    with pytest.raises(Refusal, match="what_to_mend_missing"):
        return_reply(actor=colleague, transfer=now(), words=" ", at=clock.now())
    return_reply(actor=colleague, transfer=now(), words="Lisää aikataulu.", at=clock.now())
    assert (now().ready_at, now().returned_note) == (None, "Lisää aikataulu.")
    (told,) = owed("transfers.to_mend")
    assert told.person == veikko
    assert "aikataulu" not in str(told.values)
    message = kind_of(told).words(told)
    assert message.path == f"/kuvitelma/fi/desk/passed-on/{transfer.pk}/"


@pytest.mark.usefixtures("two_needed")
def test_p4_a_published_answer_is_corrected_with_approval_and_stands_meanwhile(
    comment, town, veikko, colleague, bertta
):
    town.answers_need_approval = False
    town.save()
    first = Wording(fi="Soittakaa 040 123 4567.")
    replied(passed(comment, town, bertta), veikko, first)
    town.answers_need_approval = True
    town.save()
    with pytest.raises(Refusal, match="no_correction"):
        asked(veikko)
    saved(veikko, _MENDED)
    assert state_words(now()) == "Vastattu; korjausta kirjoitetaan"
    asked(veikko)
    assert (now().answer, now().draft, now().corrected_at, shown(now()).answer) == (first, _MENDED, None, first)
    with pytest.raises(Refusal, match="approval_by_another"):
        published(veikko)
    for _again in range(2):
        published(colleague)
    done = now()
    assert (done.answer, done.correction, done.ready_at, done.former.get().answer) == (_MENDED, {}, None, first)
    assert len(owed("transfers.corrected")) == 1


def test_a_correction_is_thrown_away_or_written_back_to_what_stands(transfer, veikko):
    replied(transfer, veikko)
    saved(veikko, _MENDED)
    for done in (True, False):
        assert drop_correction(actor=veikko, transfer=now(), at=clock.now()) is done
    saved(veikko, _MENDED)
    saved(veikko, REPLY)
    assert (now().answer, now().correction, now().former.count()) == (REPLY, {}, 0)


def test_p4_only_those_who_answer_for_the_receiver_write_its_drafts(transfer, town, bertta):
    viewer = factories.staff(town, "viewer", "katsoja@example.org")
    deeds = (saved, asked, published, lambda by: drop_correction(actor=by, transfer=now(), at=clock.now()))
    for who in (bertta, viewer):
        for deed in deeds:
            with pytest.raises(Refusal, match="not_your_role"):
                deed(who)
