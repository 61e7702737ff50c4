"""What is undone soon is told to nobody; what has been told already is corrected."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils.translation import override

from tests import factories
from yhdyspinta.answers import rounds
from yhdyspinta.answers.tests.scene import start
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions import undoing
from yhdyspinta.material.models import BulkAction
from yhdyspinta.material.tests.scene import comments_on, do, path_of, posted
from yhdyspinta.notices.delivery import deliver_some
from yhdyspinta.notices.digests import owe_digests
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import UNDO_TIME, kind_of
from yhdyspinta.notices.queries import messages_of, new_messages
from yhdyspinta.people.claiming import claim_guest
from yhdyspinta.people.models import Person
from yhdyspinta.transfers.tests.scene import passed

pytestmark = pytest.mark.django_db

LATER = UNDO_TIME + timedelta(seconds=1)


@pytest.fixture(autouse=True)
def letters(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def cai(county):
    return factories.staff(county, "answerer", "kaija@example.org")


def sent_by(section, address: str, count: int = 1) -> list[Comment]:
    aino = factories.guest()
    return [factories.comment(aino, section, email=address) for _ in range(count)]


def words_of(notice: Notice, language: str) -> str:
    with override(language):
        return " ".join(kind_of(notice).words(notice).paragraphs)


def test_an_undo_in_time_tells_nobody(desk, bertta, activity, sections):
    comments = sent_by(sections[0], "aino@example.org", 2)
    assert desk.post(path_of(activity, "change"), posted(comments, kind="closed", reason="thanks")).status_code == 302
    assert deliver_some(at=clock.now()) == 0
    page = desk.get(path_of(activity, "table")).content.decode()
    assert "1 lähettäjälle kerrotaan asiasta 10 minuutin kuluttua" in page
    assert "Jos kumoat muutoksen ennen sitä" in page
    assert desk.post(path_of(activity, "undo"), {"deed": BulkAction.objects.get().pk}).status_code == 302
    assert not Notice.objects.exists()
    assert deliver_some(at=clock.now() + LATER) == 0
    assert mail.outbox == []


def test_what_stands_is_told_once_the_time_is_over(bertta, activity, sections):
    do(bertta, sent_by(sections[0], "aino@example.org"), kind="closed", reason="thanks")
    assert deliver_some(at=clock.now() + LATER) == 1
    assert mail.outbox[0].to == ["aino@example.org"]


def test_an_undo_after_the_letters_is_told_too(desk, bertta, activity, sections):
    comments = sent_by(sections[0], "aino@example.org", 2)
    deed = do(bertta, comments, kind="closed", reason="thanks")
    BulkAction.objects.update(at=clock.now() - LATER)
    deliver_some(at=clock.now() + LATER)
    assert "Asianosaisille on jo kerrottu" in desk.get(path_of(activity, "table")).content.decode()
    deed.save(update_fields=["at"])
    undoing.undo(actor=bertta, deed=deed, at=clock.now() + LATER)
    notice = Notice.objects.get(kind="answers.reopened")
    assert (notice.address, notice.values["numbers"]) == ("aino@example.org", [one.number for one in comments])
    assert "ne odottavat taas vastausta" in words_of(notice, "fi")
    assert "väntar på svar igen" in words_of(notice, "sv")
    assert "wait for an answer again" in words_of(notice, "en")
    assert deliver_some(at=clock.now() + LATER) == 1


def test_one_of_two_that_is_opened_again_leaves_the_other_to_be_told(bertta, activity, sections):
    first, second = sent_by(sections[0], "aino@example.org", 2)
    do(bertta, [first, second], kind="closed", reason="thanks")
    held = Notice.objects.get().held_until
    rounds.reopen(actor=bertta, activity=activity, comments=[first.pk], at=clock.now())
    notice = Notice.objects.get()
    assert (notice.values["numbers"], notice.held_until) == ([second.number], held)
    rounds.reopen(actor=bertta, activity=activity, comments=[second.pk], at=clock.now())
    assert not Notice.objects.exists()


def test_an_undo_that_fails_takes_nothing_back(bertta, activity, sections, monkeypatch):
    deed = do(bertta, sent_by(sections[0], "aino@example.org"), kind="closed", reason="thanks")
    monkeypatch.setattr(undoing, "record", lambda *_args, **_more: 1 / 0)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        undoing.undo(actor=bertta, deed=deed, at=clock.now())
    assert Notice.objects.get().kind == "answers.closed"


def test_a_colleague_neither_sees_nor_gets_what_is_undone_in_time(bertta, cai, activity, sections):
    deed = do(bertta, comments_on(sections[0], 2), kind="assigned", assignee=cai.pk)
    now = clock.now()
    assert (new_messages(cai, at=now), messages_of(cai, at=now)) == (0, [])
    assert new_messages(cai, at=now + LATER) == 1
    undoing.undo(actor=bertta, deed=deed, at=now)
    assert not Notice.objects.exists()


@pytest.mark.parametrize("digest", [Person.Digest.DAILY, Person.Digest.NEVER])
def test_a_colleague_who_has_seen_it_is_told_that_it_was_undone(bertta, cai, activity, sections, digest):
    Person.objects.filter(pk=cai.pk).update(digest=digest)
    deed = do(bertta, comments_on(sections[0], 2), kind="assigned", assignee=cai.pk)
    assert owe_digests(at=clock.now()) == 0
    later = clock.now() + LATER
    assert owe_digests(at=later) == (digest == Person.Digest.DAILY)
    undoing.undo(actor=bertta, deed=deed, at=later)
    notice = Notice.objects.get(kind="material.unassigned")
    assert notice.person == cai
    assert "2 kommenttia on annettu" in words_of(notice, "fi")
    assert "2 kommentarer" in words_of(notice, "sv")
    assert "2 comments were assigned" in words_of(notice, "en")


def test_the_confirmation_tells_how_many_hear_and_what_is_left_out(desk, bertta, activity, sections):
    comments = sent_by(sections[0], "aino@example.org", 2) + comments_on(sections[0], 3)
    start(bertta, comments[4])
    Comment.objects.filter(pk=comments[3].pk).update(state="waiting")
    form = {**posted([], kind="closed", reason="thanks"), "do": "all"}
    page = desk.post(path_of(activity, "change"), form).content.decode()
    assert "Muutetaanko 3 kommenttia?" in page
    assert "1 odottaa tarkistusta, 1 on vastauksessa, jota kirjoitetaan" in page
    assert "1 lähettäjälle kerrotaan" in page
    assert "1 lähettäjä ei antanut yhteystietoja" in page


def test_nobody_to_tell_is_said(desk, bertta, activity, sections):
    comments = comments_on(sections[0], 1)
    path = f"{path_of(activity, 'table')}?words="
    desk.post(path_of(activity, "change"), posted(comments, kind="closed", reason="thanks"))
    assert (
        "Asiasta ei kerrota kenellekään: kukaan lähettäjistä ei antanut yhteystietoja."
        in desk.get(path).content.decode()
    )


def test_an_undo_in_time_tells_nobody_though_the_guest_has_signed_in_since(bertta, activity, sections):
    guest, aino = factories.guest(), factories.person()
    factories.comment(aino, sections[0], "Oma.", email="aino@example.org")
    one = factories.comment(guest, sections[0], "Vieraana.", email="aino@example.org")
    deed = do(bertta, [one], kind="closed", reason="thanks")
    claim_guest(actor=aino, guest=guest, at=clock.now())
    undoing.undo(actor=bertta, deed=deed, at=clock.now())
    assert Comment.objects.get(pk=one.pk).handling == "open"
    assert not Notice.objects.filter(kind="answers.closed").exists()


def test_what_a_colleague_could_see_before_the_daily_summary_is_told_to_be_undone(bertta, cai, activity, sections):
    Person.objects.filter(pk=cai.pk).update(digest="daily")
    deed = do(bertta, [factories.comment(factories.guest(), sections[0])], kind="assigned", assignee=cai.pk)
    at = clock.now() + UNDO_TIME + timedelta(minutes=5)
    assert len(messages_of(cai, at=at)) == 1
    undoing.undo(actor=bertta, deed=deed, at=at)
    assert len(messages_of(cai, at=at)) == 2


def test_an_undo_leaves_what_others_have_closed_or_passed_on_since(bertta, activity, sections):
    one, two, three = (factories.comment(factories.guest(), sections[0], f"Kommentti {n}.") for n in range(3))
    deed = do(bertta, [one, two, three], kind="closed", reason="thanks")
    rounds.reopen(actor=bertta, activity=activity, comments=[one.pk, two.pk], at=clock.now())
    passed(
        Comment.objects.select_related("activity__process__owner").get(pk=one.pk), factories.authority("toinen"), bertta
    )
    rounds.close_without_answer(actor=bertta, activity=activity, comments=[two.pk], reason="unclear", at=clock.now())
    undoing.undo(actor=bertta, deed=deed, at=clock.now())
    assert [Comment.objects.get(pk=row.pk).handling for row in (one, two, three)] == ["closed", "closed", "open"]
