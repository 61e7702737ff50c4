from uuid import uuid4

import pytest
from django.db import transaction

from tests import factories
from yhdyspinta.audit import clock, trail
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.actions import Arrival, NewComment, SenderFacts, edit_comment, send_comments, withdraw_comment
from yhdyspinta.comments.codes import code_from, link_token, receipt_by_code, receipt_by_token
from yhdyspinta.comments.endorsements import endorse, take_back
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.documents.models import Section
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def section() -> Section:
    county = factories.authority()
    activity = factories.activity(factories.process(county))
    return factories.document(activity).versions.get().sections.first()


def test_a_sending_is_counted_once_per_sender(section):
    aino = factories.guest()
    first = factories.comment(aino, section)
    factories.comment(aino, section, "Toinen kommentti.")
    activity = first.activity
    activity.refresh_from_db()
    assert (activity.comment_count, activity.sender_count, activity.due_count) == (2, 1, 2)
    section.thread.refresh_from_db()
    assert section.thread.visible_count == 2


@pytest.mark.parametrize("count", [1, 2, 5, 6, 20])
def test_a_sender_of_many_comments_at_once_is_counted_once_and_no_more_when_all_are_withdrawn(section, count):
    """More than a dozen writes are no single statement any more: the activity still asks before the sender is changed."""
    aino, activity = factories.guest(), section.version.document.activity
    threads = list(activity.threads.values_list("pk", flat=True))

    def send():
        return send_comments(
            actor=aino, activity=activity, key=uuid4(), check=clock.now, facts=SenderFacts(language="fi"),
            comments=[NewComment(threads[place % len(threads)], f"Kohta {place}.", "fi") for place in range(count)],
        )  # fmt: skip

    for turn in (1, 2):
        receipt = send()
        activity.refresh_from_db()
        assert (activity.comment_count, activity.sender_count, activity.due_count) == (turn * count, 1, turn * count)
        assert receipt.comments.count() == count
        shown = Comment.objects.filter(activity=activity)
        for thread in activity.threads.all():
            assert thread.visible_count == thread.unanswered_count == shown.filter(thread=thread).count()
    for comment in shown:
        withdraw_comment(actor=aino, comment=comment, at=clock.now())
    activity.refresh_from_db()
    assert (activity.comment_count, activity.sender_count, activity.due_count) == (0, 0, 0)


def test_v3_the_same_key_gives_its_sender_and_nobody_else_the_first_receipt(section):
    aino, key = factories.guest(), uuid4()
    activity = section.version.document.activity

    def send(actor):
        return send_comments(
            actor=actor,
            activity=activity,
            key=key,
            check=clock.now,
            facts=SenderFacts(language="fi"),
            comments=[NewComment(thread_id=section.thread_id, text="Kerran.", language="fi")],
        )

    first = send(aino)
    assert send(aino) == first
    with pytest.raises(Refusal, match="key_of_another"), transaction.atomic():
        send(factories.guest())
    assert Comment.objects.count() == 1


def test_v3_staff_who_type_again_with_the_same_key_get_the_first_receipt(section):
    bertta, key = factories.staff(section.version.document.activity.process.owner), uuid4()
    typed = Arrival(channel="phone", entered_by=bertta, entered_at=clock.now())

    def send():
        return send_comments(
            actor=factories.guest(),
            activity=section.version.document.activity,
            key=key,
            check=clock.now,
            facts=SenderFacts(language="fi"),
            comments=[NewComment(thread_id=section.thread_id, text="Kerran.", language="fi")],
            arrival=typed,
        )

    assert send() == send()
    assert Comment.objects.count() == 1


def test_a_refused_sending_stores_nothing(section):
    def too_late():
        raise Refusal("commenting_has_ended")

    with pytest.raises(Refusal), transaction.atomic():
        send_comments(
            actor=factories.guest(),
            activity=section.version.document.activity,
            key=uuid4(),
            check=too_late,
            facts=SenderFacts(language="fi"),
            comments=[NewComment(thread_id=section.thread_id, text="Myöhässä.", language="fi")],
        )
    assert not Receipt.objects.exists()
    assert not Entry.objects.exists()


def test_a_code_opens_its_receipt_only_in_its_authority(section):
    receipt = factories.comment(factories.guest(), section).receipt
    county = receipt.activity.process.owner
    other = factories.authority("uusimaa", code="02")
    assert receipt_by_code(county, code_from(receipt.nonce).lower().replace("-", " ")) == receipt
    assert receipt_by_code(other, code_from(receipt.nonce)) is None
    assert receipt_by_token(county, link_token(receipt)) == receipt
    assert receipt_by_token(other, link_token(receipt)) is None
    assert receipt_by_token(county, receipt.nonce) is None


def test_editing_keeps_history_and_waits_for_a_check(section):
    aino = factories.guest()
    comment = factories.comment(aino, section, "Vanha teksti.")
    edit_comment(actor=aino, comment=comment, text="Uusi teksti.", revision=1, waits=True, warnings=(), check=clock.now)
    comment.refresh_from_db()
    assert (comment.text, comment.state, comment.revision) == ("Uusi teksti.", "waiting", 2)
    assert comment.revisions.get().text == "Vanha teksti."
    with pytest.raises(Refusal, match="changed_meanwhile"):
        edit_comment(actor=aino, comment=comment, text="Kolmas.", revision=1, waits=False, warnings=(), check=clock.now)
    with pytest.raises(Refusal, match="not_yours"):
        edit_comment(
            actor=factories.guest(),
            comment=comment,
            text="Vieras.",
            revision=2,
            waits=False,
            warnings=(),
            check=clock.now,
        )


def test_withdrawing_twice_changes_nothing(section):
    aino = factories.guest()
    comment = factories.comment(aino, section)
    for _ in range(2):
        withdraw_comment(actor=aino, comment=comment, at=clock.now())
    comment.activity.refresh_from_db()
    assert (comment.activity.comment_count, comment.activity.sender_count, comment.activity.due_count) == (0, 0, 0)


def test_agreeing_once_each_and_undo(section):
    comment, cai = factories.comment(factories.guest(), section), factories.guest()
    assert endorse(actor=cai, comment=comment, kind="agree", at=clock.now())
    assert not endorse(actor=cai, comment=comment, kind="agree", at=clock.now())
    comment.refresh_from_db()
    assert comment.agree_count == 1
    assert take_back(actor=cai, comment=comment, kind="agree")
    assert not take_back(actor=cai, comment=comment, kind="agree")
    comment.refresh_from_db()
    assert comment.agree_count == 0
    with pytest.raises(Refusal, match="own_comment"):
        endorse(actor=comment.sender.person, comment=comment, kind="agree", at=clock.now())


def test_what_was_done_is_sealed_in_the_trail(section):
    factories.comment(factories.guest(), section)
    assert trail.seal() is not None
    assert trail.seal() is None
    assert trail.problems() == []
