"""The outbox: owed with the change, delivered after it, tried again, parked, summed up; D4."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.notices import delivery, outbox, tasks
from yhdyspinta.notices.actions import read_messages, send_again
from yhdyspinta.notices.digests import owe_digests
from yhdyspinta.notices.models import Letter, Notice
from yhdyspinta.notices.outbox import Message, NoticeKind, Receiver, owe
from yhdyspinta.notices.queries import messages_of, new_messages
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db

STATE = Notice.State


@pytest.fixture(autouse=True)
def kind(settings, monkeypatch):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    monkeypatch.setattr(outbox, "_KINDS", dict(outbox._KINDS))
    outbox.register_kinds(
        NoticeKind("tests.news", "News", lambda notice: Message(
            subject=notice.values.get("subject", "Uutinen"), paragraphs=("<b>Hei</b>",), button_text="Avaa", path="/x/",
            unsubscribe_path=f"/stop/{notice.values['unsubscribe']}/" if "unsubscribe" in notice.values else "",
        ), can_wait_for_digest=True),
        NoticeKind("tests.now", "Now", lambda _: Message(subject="Heti", paragraphs=("Heti.",))),
    )  # fmt: skip


@pytest.fixture
def county():
    return factories.authority()


def news(county, address="seuraaja@example.org", kind="tests.news", person=None, **more):
    values = {key: more.pop(key) for key in ("subject", "once_key") if key in more}
    to = Receiver(language=more.pop("language", "fi"), address=address, person=person, **more)
    return owe(kind, to=to, authority=county, at=clock.now(), **values)


def test_nothing_is_owed_when_the_change_is_taken_back(county):
    def change():
        with transaction.atomic():
            news(county)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change()
    assert not Notice.objects.exists()


def test_the_same_key_owes_once(county):
    assert news(county, once_key="one") is not None
    assert news(county, once_key="one") is None
    assert Notice.objects.count() == 1


def test_many_messages_wake_the_worker_once(county, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        for number in range(5):
            news(county, f"seuraaja{number}@example.org")
    assert len(callbacks) == 1
    job = ProcrastinateJob.objects.get()
    assert (job.task_name, job.queue_name) == (tasks.deliver_owed.name, tasks.deliver_owed.queue)


def test_delivery_sends_text_and_html_with_our_own_links(county, settings):
    news(county, extra={"unsubscribe": "abc"})
    assert delivery.deliver_some(at=clock.now()) == 1
    assert delivery.deliver_some(at=clock.now()) == 0
    (letter,) = mail.outbox
    html = letter.alternatives[0][0]
    assert "&lt;b&gt;Hei&lt;/b&gt;" in html
    assert f"{settings.BASE_ADDRESS}/x/" in letter.body
    assert letter.extra_headers["List-Unsubscribe"] == f"<{settings.BASE_ADDRESS}/stop/abc/>"
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_f4_a_failing_message_is_tried_with_growing_pauses_parked_and_sent_again(county, monkeypatch):
    notice = news(county)
    bertta = factories.staff(county, "county_admin")
    real = EmailBackend.send_messages

    def away(self, messages):
        raise ConnectionRefusedError("server said: seuraaja@example.org")

    monkeypatch.setattr(EmailBackend, "send_messages", away)
    at = clock.now()
    pauses = []
    for _ in range(5):
        assert delivery.deliver_some(at=at) == 0
        notice.refresh_from_db()
        pauses.append(notice.next_try_at - at)
        assert delivery.deliver_some(at=at) == 0
        at = notice.next_try_at
    assert notice.state == STATE.PARKED
    assert notice.tries == 5
    assert notice.problem == "ConnectionRefusedError"
    assert pauses == sorted(pauses)
    assert len(set(pauses)) == 5
    with pytest.raises(Refusal, match="not_your_role"):
        send_again(actor=factories.person(), notice=notice, at=at)
    send_again(actor=bertta, notice=notice, at=at)
    monkeypatch.setattr(EmailBackend, "send_messages", real)
    assert delivery.deliver_some(at=at) == 1
    with pytest.raises(Refusal, match="message_is_not_parked"):
        send_again(actor=bertta, notice=notice, at=at)


def test_one_broken_message_does_not_stop_the_others(county):
    owe(
        "people.blocked", to=Receiver(language="fi", address="a@example.org"), authority=county, at=clock.now(), block=0
    )
    news(county)
    assert delivery.deliver_some(at=clock.now()) == 1


@pytest.mark.parametrize("subject", ["Uutinen\nBcc: kaikki@example.org", "Uutinen\r\nX: y", "Uutinen\r"])
def test_no_header_comes_in_through_a_subject(county, subject):
    news(county, subject=subject)
    delivery.deliver_some(at=clock.now())
    (letter,) = mail.outbox
    assert letter.message()["Bcc"] is None
    assert "\n" not in letter.subject
    assert letter.recipients() == ["seuraaja@example.org"]


def test_the_daily_summary_sums_up_each_receiver_once(county):
    for number in range(3):
        news(county, subject=f"Uutinen {number}", digest="daily", extra={"unsubscribe": "abc"})
    news(county, "toinen@example.org", digest="daily", language="sv")
    news(county, "toinen@example.org", kind="tests.now", digest="daily")
    assert Notice.objects.filter(state=STATE.DIGEST).count() == 4
    assert owe_digests(at=clock.now()) == 2
    assert owe_digests(at=clock.now()) == 0
    delivery.deliver_some(at=clock.now())
    summaries = {letter.to[0]: letter for letter in mail.outbox if letter.subject != "Heti"}
    assert len(mail.outbox) == 3
    body = summaries["seuraaja@example.org"].body
    assert all(f"Uutinen {number}" in body for number in range(3))
    assert "3 uutta viestiä" in body
    assert "1 nytt meddelande" in summaries["toinen@example.org"].body
    assert summaries["seuraaja@example.org"].extra_headers["List-Unsubscribe"].endswith("/stop/abc/>")


@pytest.mark.parametrize(("utc_hour", "month", "runs"), [(5, 1, True), (4, 1, False), (4, 7, True), (5, 7, False)])
def test_the_summary_comes_at_seven_in_helsinki_summer_and_winter(county, monkeypatch, utc_hour, month, runs):
    news(county, digest="daily")
    Notice.objects.update(owed_at=datetime(2026, 1, 1, tzinfo=UTC))
    monkeypatch.setattr(tasks.clock, "now", lambda: datetime(2027, month, 15, utc_hour, tzinfo=UTC))
    tasks.daily_summary(timestamp=0)
    assert Notice.objects.filter(kind="notices.digest").exists() is runs


def test_the_list_here_shows_what_is_new(county):
    aino = factories.person()
    for _ in range(3):
        news(county, "", person=aino, kind="tests.now")
    lines = messages_of(aino, at=clock.now())
    assert [line.is_new for line in lines] == [True, True, True]
    read_messages(actor=aino, up_to=lines[1].pk, at=clock.now())
    assert new_messages(aino, at=clock.now()) == 1
    assert messages_of(factories.person("cai@example.org"), at=clock.now()) == []
    assert len(messages_of(aino, at=clock.now(), before=lines[1].pk)) == 1


def test_never_by_mail_is_only_shown(county):
    aino = factories.person()
    assert news(county, aino.email, person=aino, digest="never").state == STATE.SHOWN


def test_the_demo_keeps_letters_and_shows_them_only_there(client, county, settings):
    settings.EMAIL_BACKEND = "yhdyspinta.notices.delivery.NowhereBackend"
    news(county, subject="<script>alert(1)</script>")
    delivery.deliver_some(at=clock.now())
    letter = Letter.objects.get()
    assert "<script>alert" not in client.get("/mailbox/").content.decode()
    assert client.get(f"/mailbox/{letter.pk}/").status_code == 200
    html = client.get(f"/mailbox/{letter.pk}/html/")
    assert "sandbox" in html["Content-Security-Policy"]
    assert "script-src" not in html["Content-Security-Policy"]
    settings.DEMO = False
    for path in ("/mailbox/", f"/mailbox/{letter.pk}/", f"/mailbox/{letter.pk}/html/"):
        assert client.get(path).status_code == 404


def test_d4_subjects_of_every_kind_are_worded_without_values():
    """A subject is a plain sentence: the functions that word messages put no value into it."""
    import ast
    import inspect

    for kind in outbox.kinds().values():
        if kind.key.startswith("tests."):
            continue
        source = inspect.getsource(inspect.getmodule(kind.words))
        for call in ast.walk(ast.parse(source)):
            if isinstance(call, ast.keyword) and call.arg == "subject":
                assert not isinstance(call.value, ast.JoinedStr | ast.BinOp), kind.key


def test_old_messages_wait_for_their_time(county):
    notice = news(county)
    at = clock.now()
    Notice.objects.filter(pk=notice.pk).update(next_try_at=at + timedelta(minutes=1))
    assert delivery.deliver_some(at=at) == 0
    assert delivery.deliver_some(at=at + timedelta(minutes=1)) == 1
