"""An answer from outside that was written down of the wrong comment goes back: it waits there again."""

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
from yhdyspinta.transfers.actions.recording import record_from_outside, take_record_back
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
    missing = desk.post(f"{ROUND}take-answer-back/", {"why": ""})
    assert missing.status_code == 422
    for _twice in range(2):
        page = desk.post(f"{ROUND}take-answer-back/", {"why": "Vastaus oli kommenttiin 7."}, follow=True)
    words = page.content.decode()
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


def test_whoever_staff_told_of_it_is_owed_a_word(comment, recorded, bertta):
    entry = Typed.objects.create(
        receipt=comment.receipt, entered_by=bertta, entered_at=clock.now(), reply_by="letter", told_at=clock.now()
    )
    take_record_back(actor=bertta, transfer=recorded, why="Väärä kommentti.", at=clock.now())
    assert Unsaid.objects.get().entry == entry


def test_only_those_who_answer_and_only_a_recorded_answer(county, town, recorded, comment, bertta):
    viewer = factories.staff(county, "viewer", "katsoja@example.org")
    with pytest.raises(Refusal, match="not_your_role"):
        take_record_back(actor=viewer, transfer=recorded, why="S", at=clock.now())
    with pytest.raises(Refusal, match="taking_back_reason_missing"):
        take_record_back(actor=bertta, transfer=recorded, why=" ", at=clock.now())
