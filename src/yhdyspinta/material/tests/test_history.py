"""The history of a comment says who did what, also what staff did in the sender's stead."""

from uuid import uuid4

import pytest
from django.db import transaction

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.trail import record
from yhdyspinta.comments.actions import SenderFacts, edit_comment, withdraw_comment
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.whole import whole_thread_id
from yhdyspinta.documents.models import Document
from yhdyspinta.intake import actions as intake
from yhdyspinta.intake.actions import Words
from yhdyspinta.intake.checking import Typed
from yhdyspinta.material.tests.scene import path_of
from yhdyspinta.methods.comment_rounds.actions.preparing import start_round
from yhdyspinta.moderation.actions import decide_hide, decide_show, mask, undo
from yhdyspinta.ui.dates import in_helsinki

pytestmark = pytest.mark.django_db


@pytest.fixture
def cai(county):
    return factories.staff(county, email="kaija@example.org")


def test_what_staff_did_for_a_sender_is_theirs_in_the_history(desk, bertta, cai, county, activity, sections):
    place = Words(sections[0].thread_id, "Ovet auki iltaisim.")
    batch = intake.begin_batch(
        actor=bertta, activity=activity, key=uuid4(), kind="pile", name="Pino", channel="paper",
        arrived_on=in_helsinki(clock.now()).date(), language="fi", at=clock.now(),
    )  # fmt: skip
    intake.type_sheet(
        actor=bertta, batch=batch, key=uuid4(), arrived_on=batch.arrived_on, words=[place],
        facts=SenderFacts(language="fi"), organisation="", background=intake.Background(), reply=intake.Reply(),
        at=clock.now(),
    )  # fmt: skip
    intake.finish_batch(actor=bertta, batch=batch, at=clock.now())
    intake.draw_sheets(actor=bertta, batch=batch, percent=100, at=clock.now())
    one = Comment.objects.get()
    stands = Typed(sections[1].thread_id, "Ovet auki iltaisin.")
    intake.type_again(
        actor=cai, sheet=batch.sheets.get(), typed={one.number: stands}, how="compared", at=clock.now()
    )  # fmt: skip
    one.refresh_from_db()
    intake.edit_for_sender(actor=bertta, comment=one, text="Ovet auki.", revision=one.revision, at=clock.now())
    moderator = factories.staff(county, "moderator", email="mikko@example.org")
    assert former(desk, one) == []  # what its sender wants changed is checked first
    decide_show(actor=moderator, comment=one, at=clock.now())
    page = desk.get(path_of(activity, "comment", number=one.number))
    assert [event.former for event in page.context["events"]][2:] == ["Ovet auki iltaisim.", "Ovet auki iltaisin.", ""]
    for language, words in (("fi", "Aiempi sanamuoto:"), ("sv", "Tidigare lydelse:"), ("en", "What it said before:")):
        shown = desk.get(path_of(activity, "comment", number=one.number).replace("/fi/", f"/{language}/"))
        assert shown.content.decode().count(words) == 2
    intake.withdraw_for_sender(actor=bertta, comment=one, at=clock.now())
    page = desk.get(path_of(activity, "comment", number=one.number))
    told = [(event.what, event.who, event.more) for event in page.context["events"]][2:]
    assert told == [
        ("Kirjausvirhe korjattiin", str(cai), "siirretty kohdasta 1 kohtaan 2"),
        ("Muutettu lähettäjän pyynnöstä", str(bertta), ""),
        ("Näytettiin kaikille", str(moderator), ""),
        ("Peruttu lähettäjän pyynnöstä", str(bertta), ""),
    ]


def test_d3_former_words_of_a_comment_that_was_masked_are_left_to_moderators(desk, bertta, county, activity, sections):
    one = factories.comment(factories.person(), sections[0], text="Soita 040 123 4567.")
    moderator = factories.staff(county, "moderator", email="mikko@example.org")
    mask(actor=moderator, comment=one, spans=((6, 18),), reason="personal_data", revision=one.revision, at=clock.now())
    one.refresh_from_db()
    edit_comment(
        actor=one.sender.person, comment=one, text="Soitan itse.", revision=one.revision, waits=False, warnings=(),
        check=clock.now,
    )  # fmt: skip
    page = desk.get(path_of(activity, "comment", number=one.number))
    assert "Lähettäjä muokkasi" in page.content.decode()
    assert "040 123" not in page.content.decode()


def edited(one, text, *, waits=False):
    one.refresh_from_db()
    edit_comment(
        actor=one.sender.person, comment=one, text=text, revision=one.revision, waits=waits, warnings=(),
        check=clock.now,
    )  # fmt: skip
    one.refresh_from_db()


def former(desk, one):
    """The former words that the page of a comment tells, in their order."""
    page = desk.get(path_of(one.activity, "comment", number=one.number))
    return [event.former for event in page.context["events"] if event.former]


def test_p3_former_words_of_a_withdrawn_comment_are_gone_with_it(desk, activity, sections):
    one = factories.comment(factories.person(), sections[0], text="Äitini on sairaalassa.")
    edited(one, "Ovet auki.")
    assert former(desk, one) == ["Äitini on sairaalassa."]
    withdraw_comment(actor=one.sender.person, comment=one, at=clock.now())
    assert former(desk, one) == []


def test_d6_former_words_that_waited_to_be_checked_are_left_to_moderators(desk, county, activity, sections):
    moderator = factories.staff(county, "moderator", email="mikko@example.org")
    one = factories.comment(factories.person(), sections[0], text="Äitini on sairaalassa.", waits=True)
    edited(one, "Isäni on sairaalassa.")
    assert former(desk, one) == []
    edited(one, "Ovet auki.")
    decide_show(actor=moderator, comment=one, at=clock.now())
    assert former(desk, one) == []
    edited(one, "Ovet auki iltaisin.")
    edited(one, "Ovet auki aamuisin.")
    assert former(desk, one) == ["Ovet auki.", "Ovet auki iltaisin."]
    edited(one, "Veljeni on sairaalassa.", waits=True)
    assert former(desk, one) == []


def test_p3_former_words_of_a_comment_that_was_hidden_are_left_to_moderators(desk, county, activity, sections):
    moderator = factories.staff(county, "moderator", email="mikko@example.org")
    one = factories.comment(factories.person(), sections[0], text="Naapurini varasti.")
    edited(one, "Naapurini varasti sen.")
    hidden = decide_hide(actor=moderator, comment=one, reason="personal_data", at=clock.now())
    assert former(desk, one) == []
    undo(actor=moderator, decisions=[hidden], at=clock.now())
    assert former(desk, one) == []


def test_a_move_names_the_matter_and_of_two_documents_each(desk, bertta, activity, document, sections):
    start_round(activity, at=clock.now())
    matter, whole = whole_thread_id(activity), document.versions.get().thread_id
    second = factories.document(activity, "toinen")
    Document.objects.filter(pk=second.pk).update(title={"fi": "Liite"})
    other = second.versions.get().sections.all()[0]
    one = factories.comment(factories.guest(), sections[0])
    moves = [((whole, matter), "siirretty kohdasta koko asiakirja kohtaan koko asia")]
    moves += [
        ((sections[0].thread_id, other.thread_id), "siirretty kohdasta Osallisuuden toimintamalli: 1 kohtaan Liite: 1")
    ]
    for (was, now), words in moves:
        with transaction.atomic():
            record(
                "intake.corrected", actor=bertta, target=one, at=clock.now(), process=activity.process, was=was, now=now
            )
        page = desk.get(path_of(activity, "comment", number=one.number))
        assert [event.more for event in page.context["events"]][-1] == words
