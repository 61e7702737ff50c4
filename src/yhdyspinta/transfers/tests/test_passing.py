"""Passing on and taking back: once, with true counters, and with the sender told at once."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.utils.translation import override

from tests import factories
from yhdyspinta.answers.actions import start_answer
from yhdyspinta.answers.models import Closure
from yhdyspinta.answers.rounds import close_without_answer, mark_round_answered, reopen
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.notices.outbox import kind_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.actions.passing import take_back
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.tests.scene import WHY, owed, passed
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def _counts(comment):
    activity = Activity.objects.get(pk=comment.activity_id)
    return activity.due_count, activity.answered_count, activity.comment_count


def test_a_passed_on_comment_waits_no_more_here_and_its_receiver_has_a_deadline_of_its_own(comment, town, bertta):
    assert _counts(comment) == (1, 0, 1)
    transfer = passed(comment, town, bertta)
    assert _counts(comment) == (0, 0, 1)
    assert transfer.due_on == in_helsinki(transfer.passed_at).date() + timedelta(days=30)
    comment.refresh_from_db()
    assert comment.handling == "closed"
    assert comment.closure.reason == "passed_on"


def test_the_sender_and_those_who_answer_there_are_told_in_three_languages(comment, town, bertta, veikko):
    passed(comment, town, bertta)
    (notice,) = owed("transfers.passed_on")
    assert notice.person.email == "aino@example.org"
    for language, words in (("fi", "Pihat kuuluvat kaupungille."), ("sv", "Gårdarna hör till staden."), ("en", "")):
        with override(language):
            message = kind_of(notice).words(notice)
            text = " ".join(message.paragraphs)
            assert words in text
            assert {"fi": "Kuvitelman kaupunki", "sv": "Fantasi stad", "en": "Town of Fantasy"}[language] in text
            assert message.path.startswith(f"/pohjanmaa/{language}/processes/toimintamallit/")
    (came,) = owed("transfers.came")
    assert came.person == veikko
    assert "Aino" not in str(came.values)


def test_the_same_form_again_gives_the_first_transfer(comment, town, bertta):
    key = uuid4()
    first = passed(comment, town, bertta, key=key)
    assert passed(comment, town, bertta, key=key).pk == first.pk
    assert len(owed("transfers.passed_on")) == 1
    assert Entry.objects.filter(verb="transfers.passed_on").count() == 1


def test_f10_two_who_pass_on_at_once_make_one_transfer(comment, town, bertta):
    first = passed(comment, town, bertta)
    with pytest.raises(Refusal, match="already_passed_on"):
        passed(comment, town, bertta)
    with pytest.raises(IntegrityError):
        Transfer.objects.create(comment=comment, key=uuid4(), receiver=town, passed_at=first.passed_at)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"to": None}, "outside_name_missing"),
        ({"to": None, "name": "Valtion virasto"}, "outside_address_missing"),
        ({"reason": Wording(fi="Vain suomeksi.")}, "language_missing"),
    ],
)
def test_what_is_not_whole_is_refused_and_nothing_changes(comment, town, bertta, changes, code):
    given = {"to": town, **changes}
    with pytest.raises(Refusal, match=code):
        passed(comment, given.pop("to"), bertta, **given)
    assert _counts(comment) == (1, 0, 1)
    assert not Transfer.objects.exists()


def test_not_to_itself_nor_to_one_that_is_off(comment, county, town, bertta):
    with pytest.raises(Refusal, match="receiver_is_own"):
        passed(comment, county, bertta)
    town.is_on = False
    with pytest.raises(Refusal, match="receiver_missing"):
        passed(comment, town, bertta)


def test_only_those_who_answer_pass_on(comment, county, town):
    viewer = factories.staff(county, "viewer", "katsoja@example.org")
    with pytest.raises(Refusal, match="not_your_role"):
        passed(comment, town, viewer)


def test_a_comment_in_an_answer_or_closed_is_not_passed_on(comment, town, bertta):
    at = clock.now()
    start_answer(actor=bertta, activity=comment.activity, comments=[comment.pk], title=Wording(fi="T"), at=at)
    with pytest.raises(Refusal, match="comment_in_another_answer"):
        passed(comment, town, bertta)


def test_one_outside_the_service_is_recorded_and_told(comment, bertta):
    transfer = passed(comment, None, bertta, name="Valtion virasto", where="kirjaamo@example.org")
    assert transfer.state == "outside"
    assert transfer.due_on is None
    assert _counts(comment) == (0, 0, 1)
    with override("fi"):
        (notice,) = owed("transfers.passed_on")
        text = " ".join(kind_of(notice).words(notice).paragraphs)
    assert "Valtion virasto" in text
    assert "kirjaamo@example.org" not in text + str(notice.values)


def test_taken_back_it_waits_here_again_and_can_be_passed_on_anew(comment, town, bertta):
    transfer = passed(comment, town, bertta)
    take_back(actor=bertta, transfer=transfer, at=clock.now())
    take_back(actor=bertta, transfer=transfer, at=clock.now())
    assert _counts(comment) == (1, 0, 1)
    assert len(owed("transfers.back")) == 1
    assert not Closure.objects.exists()
    passed(comment, town, bertta)
    assert _counts(comment) == (0, 0, 1)


def test_a_round_with_nothing_but_passed_on_comments_can_be_marked_answered_and_opens_again(comment, town, bertta):
    transfer = passed(comment, town, bertta)
    comment.activity.stages.update(closes_at=clock.now() - timedelta(days=1))
    mark_round_answered(actor=bertta, activity=comment.activity, at=clock.now())
    take_back(actor=bertta, transfer=transfer, at=clock.now())
    assert Activity.objects.get(pk=comment.activity_id).answered_at is None


def test_it_is_not_opened_or_closed_past_the_transfer(comment, town, bertta):
    at = clock.now()
    with pytest.raises(Refusal, match="closure_reason_missing"):
        close_without_answer(actor=bertta, activity=comment.activity, comments=[comment.pk], reason="passed_on", at=at)
    passed(comment, town, bertta)
    with pytest.raises(Refusal, match="passed_on_is_taken_back"):
        reopen(actor=bertta, activity=comment.activity, comments=[comment.pk], at=at)
    assert _counts(comment) == (0, 0, 1)


def test_the_reason_is_kept_as_written(comment, town, bertta):
    assert passed(comment, town, bertta).reason == WHY
