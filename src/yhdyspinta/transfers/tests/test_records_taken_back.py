"""An answer from outside that was written down of the wrong comment goes back: it waits there again."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.translation import override

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.personal import page_of
from yhdyspinta.intake.models import Entry as Typed
from yhdyspinta.intake.models import Unsaid
from yhdyspinta.notices.outbox import kind_of
from yhdyspinta.transfers.actions.recording import correct_recorded, record_from_outside, take_record_back
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.tests.scene import owed, passed
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
ROUND = "/pohjanmaa/fi/desk/processes/toimintamallit/activities/kommentointi/transfers/1/"


@pytest.fixture
def recorded(comment, bertta):
    away = passed(comment, None, bertta, name="Valtion virasto", where="kirjaamo@example.org")
    now = clock.now()
    words = Wording(fi="Tuki jatkuu.", sv="Stödet fortsätter.")
    return record_from_outside(
        actor=bertta, transfer=away, answer=words, answered_on=in_helsinki(now).date(), due_on=None, at=now
    )


def test_it_waits_outside_again_and_what_stood_is_kept_with_the_reason(comment, recorded, desk):
    assert "Peru vastaus, joka koskee toista kommenttia" in desk.get(ROUND).content.decode()
    form = {"revision": str(recorded.revision)}
    missing = desk.post(f"{ROUND}take-answer-back/", form | {"why": ""})
    assert missing.status_code == 422
    for _twice in range(2):
        page = desk.post(f"{ROUND}take-answer-back/", form | {"why": "Vastaus oli kommenttiin 7."}, follow=True)
    words = page.content.decode()
    assert "Lähettäjälle kerrottiin." in words
    assert "Kommentti odottaa taas toisen viranomaisen vastausta." in words
    assert "Vastaus oli kommenttiin 7." in words
    kept = Transfer.objects.get()
    assert (kept.state, dict(kept.answer), kept.answered_at, kept.answered_on) == ("outside", {}, None, None)
    assert kept.former.get().answer == recorded.answer
    assert Entry.objects.filter(verb="transfers.record_taken_back").count() == 1
    public = Client().get(f"/pohjanmaa/fi/{page_of(comment)}").content.decode()
    assert "Tuki jatkuu." not in public
    assert "Vastaus oli kommenttiin 7." not in public
    (told,) = owed("transfers.record_taken_back")
    for language, line in (("fi", "Kirjasimme erehdyksessä"), ("sv", "var ett misstag"), ("en", "was a mistake")):
        with override(language):
            assert any(line in each for each in kind_of(told).words(told).paragraphs)


@pytest.mark.parametrize("is_told", [True, False])
def test_whoever_staff_told_of_it_is_owed_a_word_and_only_then_is_that_promised(
    comment, recorded, bertta, desk, is_told
):
    type(comment.sender).objects.filter(pk=comment.sender_id).update(person=None, email="", email_confirmed_at=None)
    entry = Typed.objects.create(
        receipt=comment.receipt, entered_by=bertta, entered_at=clock.now(), reply_by="letter",
        told_at=clock.now() if is_told else None,
    )  # fmt: skip
    if not is_told:  # nor of the passing on: nothing is left to tell
        Typed.objects.filter(pk=entry.pk).update(told_at=recorded.passed_at - timedelta(days=1))
        comment.closure.__class__.objects.filter(comment=comment).update(at=recorded.passed_at - timedelta(days=2))
    assert "Jos henkilöstö on kertonut" in desk.get(ROUND).content.decode()
    form = {"why": "Väärä kommentti.", "revision": str(recorded.revision)}
    words = desk.post(f"{ROUND}take-answer-back/", form, follow=True).content.decode()
    assert Unsaid.objects.filter(entry=entry).exists() is is_told
    assert ("Työpöytä luettelee hänet." in words) is is_told
    assert ("ei ole kerrottu vastausta" in words) is not is_told
    assert "Lähettäjälle kerrottiin." not in words


def test_of_a_comment_that_is_not_on_the_page_nobody_is_said_to_be_told(comment, recorded, desk):
    type(comment).objects.filter(pk=comment.pk).update(state="hidden")
    assert "Lähettäjälle kerrotaan heti." not in desk.get(ROUND).content.decode()
    form = {"why": "Väärä kommentti.", "revision": str(recorded.revision)}
    words = desk.post(f"{ROUND}take-answer-back/", form, follow=True).content.decode()
    assert "joten sen lähettäjä ei saanut tästä viestiä" in words
    assert "Lähettäjälle kerrottiin." not in words
    assert owed("transfers.record_taken_back") == []


def test_what_a_colleague_corrected_meanwhile_is_looked_at_before_it_is_taken_back(comment, recorded, bertta, desk):
    correct_recorded(
        actor=bertta, transfer=recorded, answer=Wording(fi="Tuki loppuu.", sv="Stödet upphör."),
        answered_on=recorded.answered_on, revision=recorded.revision, at=clock.now(),
    )  # fmt: skip
    form = {"why": "Väärä kommentti.", "revision": str(recorded.revision)}
    page = desk.post(f"{ROUND}take-answer-back/", form)
    words = page.content.decode()
    assert page.status_code == 422
    assert "muutettiin sillä välin" in words
    assert "Tuki loppuu." in words
    assert "Väärä kommentti." in words
    assert Transfer.objects.get().state == "answered"
    form["revision"] = str(Transfer.objects.get().revision)
    assert f'name="revision" value="{form["revision"]}"' in words
    assert desk.post(f"{ROUND}take-answer-back/", form).status_code == 302
    assert Transfer.objects.get().state == "outside"


def test_only_those_who_answer_and_only_a_recorded_answer(county, town, recorded, comment, bertta):
    viewer = factories.staff(county, "viewer", "katsoja@example.org")
    with pytest.raises(Refusal, match="not_your_role"):
        take_record_back(actor=viewer, transfer=recorded, why="S", revision=recorded.revision, at=clock.now())
    with pytest.raises(Refusal, match="taking_back_reason_missing"):
        take_record_back(actor=bertta, transfer=recorded, why=" ", revision=recorded.revision, at=clock.now())
