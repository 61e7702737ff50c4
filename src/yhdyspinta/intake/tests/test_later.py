"""What the sender adds afterwards, and how they hear of answers."""

import pytest
from django.utils import translation

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers.rounds import close_without_answer
from yhdyspinta.answers.values import CLOSURE_REASONS, HANDLINGS, REASONS
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.codes import shown_code
from yhdyspinta.comments.models import Receipt
from yhdyspinta.intake import actions
from yhdyspinta.intake.actions import Words
from yhdyspinta.intake.owing import letters_due
from yhdyspinta.intake.tests.typing_in import answer, enter, more_of
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


def test_a_second_call_joins_the_same_sender_and_code(bertta, section):
    receipt, client = enter(bertta, section), signed_in(bertta)
    own = f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{receipt.pk}/"
    found = client.post("/keski-suomi/fi/desk/intake/find/", {"code": shown_code(receipt)})
    assert f'href="{own}add/"' in client.get(found["Location"]).content.decode()
    assert client.get(f"{own}add/").status_code == 200
    data = more_of(section, text_1="Vielä yksi asia.")
    read = client.post(f"{own}add/", data)
    assert "Vielä yksi asia." in read.content.decode()
    assert receipt.comments.count() == 1
    assert client.post(f"{own}add/", {**data, "step": "send"}).status_code == 422
    sent = {**data, "step": "send", "read_back": "on"}
    for _once_and_again in range(2):
        assert client.post(f"{own}add/", sent)["Location"] == own
    assert [one.text for one in receipt.comments.order_by("number")] == ["Puhelimessa sanottua.", "Vielä yksi asia."]
    assert (Receipt.objects.count(), Person.objects.filter(is_guest=True).count()) == (1, 1)
    receipt.activity.refresh_from_db()
    assert receipt.activity.comment_count == 2
    assert Line.objects.filter(verb="intake.added").count() == 1
    other = client.post(f"{own}add/", {**sent, "text_1": "Toisen virkailijan lisäys."})
    assert other.status_code == 422
    assert "Toisen virkailijan lisäys." in other.content.decode()


def test_adding_follows_the_same_rules(county, bertta, section):
    receipt, now = enter(bertta, section), clock.now()
    closes_at = section.version.document.activity.stages.get().closes_at
    given = {
        "receipt": receipt, "after": 1, "channel": "phone", "arrived_at": now, "read_back": True, "at": now,
        "words": [Words(section.thread_id, "Lisää.")], "language": "fi",
    }  # fmt: skip
    for more, why in (
        ({"read_back": False}, "not_read_back"),
        ({"words": []}, "comments_missing"),
        ({"arrived_at": closes_at, "at": closes_at}, "arrived_too_late"),
        ({"actor": factories.staff(county, "viewer", "v@example.org")}, "not_your_role"),
    ):
        with pytest.raises(Refusal, match=why):
            actions.add_to_receipt(**{"actor": bertta, **given, **more})
    assert receipt.comments.count() == 1


def test_an_answer_to_what_was_added_later_is_told_too(county, bertta, section):
    receipt = enter(bertta, section)
    answer(receipt.comments.get())
    actions.mark_told(actor=bertta, entry=receipt.entry, at=clock.now())
    assert not letters_due(county)
    now = clock.now()
    actions.add_to_receipt(
        actor=bertta, receipt=receipt, after=1, channel="paper", arrived_at=now, language="fi", read_back=False, at=now,
        words=[Words(section.thread_id, "Lisää.")],
    )  # fmt: skip
    assert not letters_due(county)
    close_without_answer(
        actor=bertta, activity=receipt.activity, comments=[receipt.comments.latest("number").pk], reason="thanks",
        at=clock.now(),
    )  # fmt: skip
    assert list(letters_due(county)) == [receipt.entry]
    actions.mark_told(actor=bertta, entry=receipt.entry, at=clock.now())
    assert not letters_due(county)


def test_a_published_answer_waits_to_be_told(county, bertta, section):
    receipt = enter(bertta, section)
    with pytest.raises(Refusal, match="nothing_to_tell"):
        actions.mark_told(actor=bertta, entry=receipt.entry, at=clock.now())
    answer(receipt.comments.get())
    assert list(letters_due(county)) == [receipt.entry]
    client = signed_in(bertta)
    assert "Aino Esimerkki" in client.get("/keski-suomi/fi/desk/intake/letters/").content.decode()
    letter = client.get(f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{receipt.pk}/letter/").content.decode()
    assert "En tidsfrist läggs till." in letter
    assert "Esimerkkitie 1" in letter
    with translation.override("sv"):  # the letter's own language
        assert str(HANDLINGS["partly_accepted"]) in letter
        assert str(REASONS["cost"]) in letter
    assert "Takaisin kuittiin" in letter
    told = f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{receipt.pk}/told/"
    assert client.post(told).status_code == 302
    assert client.post(told).status_code == 302
    assert not letters_due(county)


def test_a_caller_whose_comment_gets_no_answer_is_told_why(county, bertta, section):
    comment = enter(bertta, section).comments.get()
    close_without_answer(
        actor=bertta, activity=comment.activity, comments=[comment.pk], reason="thanks", at=clock.now()
    )
    assert list(letters_due(county)) == [comment.receipt.entry]
    path = f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{comment.receipt_id}/letter/"
    with translation.override(comment.receipt.language):
        assert str(CLOSURE_REASONS["thanks"]) in signed_in(bertta).get(path).content.decode()
    actions.mark_told(actor=bertta, entry=comment.receipt.entry, at=clock.now())
    assert not letters_due(county)
