"""A comment passed on to an authority outside the service: its deadline, and its answer when it arrives."""

from datetime import date, timedelta

import pytest
from django.test import Client

from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.transfers.actions.recording import record_from_outside
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.rows import passed_on, row_of
from yhdyspinta.transfers.shown import shown
from yhdyspinta.transfers.tests.scene import owed, passed
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
