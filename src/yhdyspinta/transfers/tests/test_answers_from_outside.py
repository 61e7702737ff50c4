"""A comment passed on to an authority outside the service: its deadline, and its answer when it arrives."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils.translation import override

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.intake.actions import mark_told
from yhdyspinta.intake.owing import letters_due
from yhdyspinta.intake.tests.typing_in import enter
from yhdyspinta.notices.outbox import kind_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.transfers.actions.recording import correct_recorded, record_from_outside
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.rows import passed_on, row_of
from yhdyspinta.transfers.shown import shown
from yhdyspinta.transfers.tests.scene import owed, passed, replied
from yhdyspinta.transfers.tests.test_pages import ROUND, _page
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def away(comment, bertta):
    return passed(comment, None, bertta, name="Valtion virasto", where="kirjaamo@example.org")


def day(field, on):
    return {f"{field}-day": on.day, f"{field}-month": on.month, f"{field}-year": on.year}


def test_the_answer_is_written_down_shown_and_told(comment, away, desk):
    today = in_helsinki(clock.now()).date()
    form = {"answer-fi": "Tuki jatkuu ensi vuonna.", **day("answered_on", today)}
    for _twice in range(2):
        page = desk.post(ROUND, form, follow=True)
        assert page.status_code == 200
    assert "Tuki jatkuu ensi vuonna." in page.content.decode()
    public = Client().get(_page(comment)).content.decode()
    assert "Tuki jatkuu ensi vuonna." in public
    assert "Valtion virasto vastasi" in public
    assert len(owed("transfers.answered")) == 1
    kept = Transfer.objects.get()
    assert (kept.state, kept.answered_on) == ("answered", today)
    assert Entry.objects.filter(verb="transfers.answer_recorded").count() == 1
    history = desk.get(activity_address(comment.activity, "material:comment", number=comment.number))
    assert "Palvelun ulkopuolisen viranomaisen vastaus kirjattiin" in history.content.decode()


def test_the_day_of_its_answer_is_asked_when_the_comment_is_passed_on(comment, desk):
    today = in_helsinki(clock.now()).date()
    form = {
        "receiver": "outside",
        "outside_name": "Virasto",
        "outside_address": "PL 1",
        "reason-fi": "S",
        "reason-sv": "S",
    }
    assert desk.post(ROUND, form | day("due_on", today - timedelta(days=1))).status_code == 422
    assert desk.post(ROUND, form | day("due_on", today)).status_code == 302
    assert Transfer.objects.get().due_on == today


def test_a_deadline_is_kept_for_staff_and_what_is_late_is_marked(comment, away, desk, bertta):
    late = in_helsinki(clock.now()).date() - timedelta(days=1)
    assert "Määräaika tallennettiin." in desk.post(ROUND, day("due_on", late), follow=True).content.decode()
    assert Transfer.objects.get().due_on == late
    assert shown(Transfer.objects.get()).due_on is None
    assert row_of(comment.activity.process.owner, passed_on(comment.activity).get(), at=clock.now())["is_late"]
    again = {"actor": bertta, "transfer": away, "answer": Wording(), "answered_on": None, "due_on": late}
    record_from_outside(**again, at=clock.now())
    assert Entry.objects.filter(verb="transfers.due_kept").count() == 1


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"answer-fi": "Tuki jatkuu."}, "Kirjoita päivä, jona vastaus saapui."),
        ({"answer-fi": "Tuki jatkuu.", **day("answered_on", date(2020, 1, 2))}, "välillä"),
        (day("answered_on", date(2020, 1, 2)), "Kirjoita, mitä viranomainen vastasi."),
    ],
)  # fmt: skip
def test_h2_what_is_missing_is_told_at_its_field(away, desk, form, words):
    page = desk.post(ROUND, form)
    assert page.status_code == 422
    assert words in page.content.decode()
    assert form.get("answer-fi", "") in page.content.decode()
    assert Transfer.objects.get().state == "outside"


def test_passing_on_again_with_the_same_form_is_no_answer_and_a_gone_comment_gets_none(comment, away, desk, bertta):
    form = {"receiver": "outside", "outside_name": "Valtion virasto", "outside_address": "x", "key": str(away.key)}
    desk.post(ROUND, {**form, "reason-fi": "S", "reason-sv": "S"})
    assert Transfer.objects.get().state == "outside"
    comment.state = "hidden"
    comment.save()
    now = clock.now()
    with pytest.raises(Refusal, match="transferred_comment_gone"):
        record_from_outside(
            actor=bertta, transfer=away, answer=Wording(fi="A"), answered_on=now.date(), due_on=None, at=now
        )


@pytest.fixture
def recorded(away, bertta):
    now = clock.now()
    words, today = Wording(fi="Tuki jatkuu.", sv="Stödet fortsätter."), in_helsinki(now).date()
    return record_from_outside(actor=bertta, transfer=away, answer=words, answered_on=today, due_on=None, at=now)


def mended(desk, recorded, words="Tuki päättyy.", on=None, revision=None, path=ROUND):
    form = {"answer-fi": words, "answer-sv": "Stödet fortsätter.", "revision": revision or recorded.revision}
    return desk.post(path, {**form, **day("answered_on", on or recorded.answered_on)}, follow=True)


def test_what_was_typed_wrong_is_mended_kept_shown_and_told_once(comment, recorded, desk, town):
    first = desk.get(ROUND).content.decode()
    assert "Korjaa kirjattua vastausta" in first
    assert "Siirretty kommentti 1" in first
    assert "vapaaehtoinen" not in first
    assert "kirjaamo@example.org" not in first  # there is nothing to send any more
    for _twice in range(2):
        page = mended(desk, recorded)
        assert page.status_code == 200
    words = unescape(page.content.decode())
    assert "Tuki päättyy." in words
    assert "Mitä vastauksessa sanottiin aiemmin" in words
    assert "Palvelun ulkopuolisen viranomaisen kirjattua vastausta korjattiin" in words
    kept = Transfer.objects.get()
    assert kept.former.get().answer == recorded.answer
    assert (kept.saved_by.email, kept.answered_by.email) == ("bertta@example.org", "bertta@example.org")
    public = Client().get(_page(comment)).content.decode()
    assert "Tuki päättyy." in public
    assert "Tuki jatkuu." not in public
    assert "Korjattu" in public
    (told,) = owed("transfers.corrected")
    assert told.address == "aino@example.org"
    for language, line in (("fi", "Korjasimme kirjaustamme"), ("sv", "Vi har rättat"), ("en", "What we wrote down")):
        with override(language):
            assert any(line in each for each in kind_of(told).words(told).paragraphs)
    assert Entry.objects.get(verb="transfers.record_corrected").detail["words"] is True


def test_a_wrong_day_is_mended_without_telling_anybody(comment, away, bertta, desk):
    Transfer.objects.update(passed_at=clock.now() - timedelta(days=9))
    now = clock.now()
    today = in_helsinki(now).date()
    given = {"answer": Wording(fi="Tuki jatkuu.", sv="Stödet fortsätter."), "due_on": None}
    recorded = record_from_outside(actor=bertta, transfer=away, answered_on=today, at=now, **given)
    assert mended(desk, recorded, "Tuki jatkuu.", today - timedelta(days=2)).status_code == 200
    kept = Transfer.objects.get()
    assert (kept.answered_on, kept.corrected_at) == (today - timedelta(days=2), None)
    assert kept.former.get().answered_on == today
    assert not owed("transfers.corrected")


@pytest.mark.parametrize(
    ("words", "on", "told"),
    [("", None, "Kirjoita, mitä viranomainen vastasi."), ("Uusi.", date(2020, 1, 2), "välillä")],
)
def test_h2_a_mistake_of_mending_is_told_at_its_field_and_nothing_is_lost(recorded, desk, words, on, told):
    form = {"answer-fi": words, "revision": recorded.revision, **day("answered_on", on or recorded.answered_on)}
    page = desk.post(ROUND, form)
    assert page.status_code == 422
    assert told in page.content.decode()
    assert words in page.content.decode()
    assert (Transfer.objects.get().answer, owed("transfers.corrected")) == (recorded.answer, [])


def test_f10_two_who_mend_at_once_see_both_texts(recorded, desk):
    mended(desk, recorded, "Ensimmäisen sanat.")
    page = mended(desk, recorded, "Toisen sanat.")
    assert page.status_code == 409
    words = page.content.decode()
    assert "Ensimmäisen sanat." in words
    assert "Toisen sanat." in words
    assert Transfer.objects.get().answer["fi"] == "Ensimmäisen sanat."
    assert mended(desk, recorded, "Toisen sanat.", revision=recorded.revision + 1).status_code == 200
    assert Transfer.objects.get().former.count() == 2


def test_what_another_authority_of_the_service_answered_is_mended_by_itself_only(comment, town, bertta, veikko, county):
    given = {
        "answer": Wording(fi="Ei."),
        "answered_on": in_helsinki(clock.now()).date(),
        "revision": 9,
        "at": clock.now(),
    }
    transfer = replied(passed(comment, town, bertta), veikko)
    transfer.comment = comment
    with pytest.raises(Refusal, match="outside_answer_not_kept"):
        correct_recorded(actor=bertta, transfer=transfer, **given)
    with pytest.raises(Refusal, match="not_your_role"):
        correct_recorded(actor=factories.staff(county, "viewer", "v@example.org"), transfer=transfer, **given)


def test_whoever_got_a_letter_of_it_is_owed_another(county, section, bertta, desk):
    caller = enter(bertta, section).comments.get()
    away = passed(caller, None, bertta, name="Valtion virasto", where="kirjaamo@example.org")
    now = clock.now()
    given = {"answer": Wording(fi="Tuki jatkuu."), "answered_on": in_helsinki(now).date()}
    recorded = record_from_outside(actor=bertta, transfer=away, due_on=None, at=now, **given)
    mark_told(actor=bertta, entry=caller.receipt.entry, at=clock.now())
    assert not letters_due(county)
    recorded.comment = caller
    given["answer"] = Wording(fi="Tuki päättyy.")
    correct_recorded(actor=bertta, transfer=recorded, revision=recorded.revision, at=clock.now(), **given)
    assert list(letters_due(county)) == [caller.receipt.entry]


@pytest.mark.parametrize(
    ("language", "task", "why"),
    [
        ("fi", "Kysy toisen viranomaisen vastausta", "1 kommenttiin piti saada vastaus"),
        ("sv", "Fråga efter en annan myndighets svar", "skulle ha svarat på 1 kommentar"),
        ("en", "Ask for the answer of another authority", "1 comment was to be answered"),
    ],
)
def test_the_desk_tells_of_a_late_answer_until_it_is_written_down(comment, away, bertta, desk, language, task, why):
    path = f"/pohjanmaa/{language}/desk/"
    today = in_helsinki(clock.now()).date()
    Transfer.objects.update(due_on=today)
    assert task not in desk.get(path).content.decode()
    Transfer.objects.update(due_on=today - timedelta(days=3))
    page = unescape(desk.get(path).content.decode())
    assert task in page
    assert why in page
    item = next(one for one in desk.get(path).context["tasks"] if one["task"] == task)
    assert "3" in item["due"]
    assert "transfers/1/" in desk.get(item["href"]).content.decode()
    given = {"answer": Wording(fi="Tuki jatkuu."), "answered_on": today, "due_on": today - timedelta(days=3)}
    record_from_outside(actor=bertta, transfer=away, at=clock.now(), **given)
    assert task not in desk.get(path).content.decode()


def test_of_a_late_answer_only_those_who_answer_are_told_and_not_of_a_hidden_comment(comment, away, county, desk):
    Transfer.objects.update(due_on=in_helsinki(clock.now()).date() - timedelta(days=3))
    task = "Kysy toisen viranomaisen vastausta"
    moderator = signed_in(factories.staff(county, "moderator", "mette@example.org"))
    assert task not in moderator.get("/pohjanmaa/fi/desk/").content.decode()
    assert task in desk.get("/pohjanmaa/fi/desk/").content.decode()
    comment.state = "hidden"
    comment.save()
    assert task not in desk.get("/pohjanmaa/fi/desk/").content.decode()


def test_the_desk_tells_too_of_an_authority_of_the_service_that_is_late(comment, town, bertta, veikko, desk):
    transfer = passed(comment, town, bertta)
    task = "Kysy toisen viranomaisen vastausta"
    assert task not in desk.get("/pohjanmaa/fi/desk/").content.decode()
    Transfer.objects.update(due_on=in_helsinki(clock.now()).date() - timedelta(days=1))
    assert task in desk.get("/pohjanmaa/fi/desk/").content.decode()
    replied(transfer, veikko)
    assert task not in desk.get("/pohjanmaa/fi/desk/").content.decode()
