"""D7: where names are shown, a minor's name is not asked, kept or shown, however it is learnt that they are one."""

from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import SenderFacts, save_sender
from yhdyspinta.comments.models import Comment, CommentDraft, Sender
from yhdyspinta.methods.comment_rounds.actions.sending import facts_known
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.methods.comment_rounds.tests.conftest import make_world
from yhdyspinta.people.claiming import claim_guest
from yhdyspinta.people.models import Person

pytestmark = pytest.mark.django_db
NAME = "Aino Alaikäinen"
ABOUT = "write/about-you/"


@pytest.fixture
def named():
    """A round that shows names."""
    return make_world(settings=RoundSettings(naming="named"))


def page_of(world):
    return Client().get(world.section_path()).content.decode()


def test_d7_who_says_that_they_are_under_18_is_asked_and_shown_no_name(named, aino):
    comment = named.send(aino, of_age="minor", display_name=NAME)
    sender = comment.sender
    assert (sender.naming, sender.display_name, sender.age_group) == ("not_shown", "", "")  # nor is the age kept
    assert comment.state == "visible"
    assert NAME not in page_of(named)
    assert not CommentDraft.objects.exists()
    assert named.send(aino, text="Toinen.", of_age="minor").sender == sender


def test_d7_no_name_is_shown_before_age_has_been_told(named, aino):
    aino.post(named.write_path(), {"text": "Kirjatkaa määräaika."})
    answer = aino.post(named.path(ABOUT), {"capacities": ["resident"], "display_name": NAME})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert NAME in page  # nothing typed is lost
    assert 'href="#id_of_age"' in page
    CommentDraft.objects.update(content={**CommentDraft.objects.get().content, "sender": {"capacities": ["resident"]}})
    assert aino.get(named.path("write/check/")).url == named.path(ABOUT)  # one from before it was asked


def test_d7_an_adults_name_is_shown_and_goes_when_a_minors_age_is_told_afterwards(named, aino):
    comment = named.send(aino, of_age="adult", display_name=NAME)
    assert NAME in page_of(named)
    path = named.path(f"receipt/{comment.receipt_id}/background/")
    assert aino.post(path, {"age_group": "30_44"}).status_code == 303
    assert NAME in page_of(named)
    assert aino.post(path, {"age_group": "15_17"}).status_code == 303
    assert NAME not in page_of(named)
    assert Sender.objects.get().display_name == ""
    named.send(aino, text="Toinen.", of_age="adult", display_name=NAME)  # what was told stays told
    assert NAME not in page_of(named)


def test_d7_an_adult_may_leave_the_name_out_so_that_no_name_does_not_tell_a_minor(named, aino):
    minor = named.send(Client(), of_age="minor").sender
    adult = named.send(aino, of_age="adult").sender
    told = ("naming", "display_name", "age_group")
    assert [getattr(adult, name) for name in told] == [getattr(minor, name) for name in told]
    assert facts_known(None, adult, "named")["of_age"] == ""  # nor does their own form guess it later
    assert named.send(aino, text="Toinen.", of_age="adult", display_name=NAME).sender.display_name == NAME


def test_d7_a_name_that_was_stored_of_a_minor_before_it_was_hidden_goes(named, aino):
    sender = named.send(aino, of_age="adult", display_name=NAME).sender
    other = named.send(Client(), of_age="adult", display_name="Bertta Aikuinen").sender
    Sender.objects.filter(pk=sender.pk).update(age_group="15_17")
    sender.refresh_from_db()
    assert facts_known(None, sender, "named")["of_age"] == ""
    import_module("yhdyspinta.comments.migrations.0010_no_names_of_minors").hide_names(apps, None)
    assert NAME not in page_of(named)
    sender.refresh_from_db()
    assert (sender.naming, sender.display_name) == ("not_shown", "")
    assert Sender.objects.get(pk=other.pk).display_name == "Bertta Aikuinen"


def test_d7_no_other_way_in_shows_a_name_of_unknown_age(named):
    facts = {"language": "fi", "naming": "named", "display_name": NAME}
    kept = save_sender(actor=factories.guest(), activity=named.activity, known=None, facts=SenderFacts(**facts))
    assert (kept.naming, kept.display_name) == ("not_shown", "")
    told = SenderFacts(**facts, is_of_age=True)
    assert save_sender(actor=factories.guest(), activity=named.activity, known=None, facts=told).display_name == NAME


def test_d7_joining_a_guest_and_an_account_shows_no_minors_name(named, aino):
    comment = named.send(aino, of_age="adult", display_name=NAME)
    guest, account = comment.sender.person, factories.person()
    Sender.objects.create(
        activity=named.activity, person=account, age_group="under_15", language="fi", first_at=clock.now()
    )
    claim_guest(actor=account, guest=Person.objects.get(pk=guest.pk), at=clock.now())
    assert Comment.objects.get().sender.person == account
    assert NAME not in page_of(named)


@pytest.mark.parametrize("naming", ["not_shown", "pseudonym"])
def test_d7_age_is_asked_only_where_names_are_shown(aino, naming):
    world = make_world(settings=RoundSettings(naming=naming))
    aino.post(world.write_path(), {"text": "Kirjatkaa määräaika."})
    page = aino.get(world.path(ABOUT)).content.decode()
    assert "of_age" not in page
    assert ("Jos olet alle 18-vuotias, valitse nimimerkki, josta nimesi ei selviä." in page) == (naming == "pseudonym")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Alle 18-vuotiaan nimeä ei näytetä."),
        ("sv", "Namnet på den som är under 18 visas inte."),
        ("en", "The name of nobody under 18 is shown."),
    ],
)
def test_the_round_tells_whose_name_is_shown(named, aino, language, words):
    assert words in Client().get(named.path("", language)).content.decode()
    aino.post(named.write_path(), {"text": "Kirjatkaa määräaika."})
    assert words in aino.get(named.path(ABOUT, language)).content.decode()
