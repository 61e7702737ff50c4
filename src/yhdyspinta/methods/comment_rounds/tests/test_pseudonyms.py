"""I6: two pseudonyms of one round cannot look the same, whoever comes first and also when both come at once."""

from threading import Barrier
from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from tests.together import work_together, wrong_counts
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import NewComment, SenderFacts, save_sender, send_comments, senders
from yhdyspinta.comments.models import Comment, CommentDraft, Receipt, Sender
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.methods.comment_rounds.tests.conftest import make_world
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal

ABOUT, SEND = "write/about-you/", "write/send/"
TAKEN = {
    "fi": "Toinen lähettäjä käyttää jo samannäköistä nimimerkkiä.",
    "sv": "En annan avsändare använder redan en liknande pseudonym.",
    "en": "Another sender already uses a pseudonym that looks like this.",
}
#: A name, and others that the eye takes for it.
NAME, ALIKE = "Mopo Mato", ("Моро Мато", "MOPO MATO", "Mópo-Mato", "Mop0 Mat0")  # the first is in Cyrillic letters


@pytest.fixture
def masked(db):
    """A round that shows pseudonyms."""
    return make_world(settings=RoundSettings(naming="pseudonym"))


def sends_as(world, client: Client, name: str, language: str, **about: str):
    """All the pages up to the last button."""
    assert client.post(world.write_path(language=language), {"text": "Kirjatkaa määräaika."}).status_code == 303
    told = {"capacities": ["resident"], "display_name": name, **about}
    assert client.post(world.path(ABOUT, language), told).status_code == 303
    world.age_drafts()
    return client.post(world.path(SEND, language), {"key": str(CommentDraft.objects.get().key)})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "alike"), [("fi", ALIKE[0]), ("sv", ALIKE[1]), ("en", ALIKE[2]), ("fi", ALIKE[3])]
)
def test_i6_a_pseudonym_that_looks_as_anothers_is_refused_where_it_is_asked(masked, aino, cai, language, alike):
    masked.send(aino, display_name=NAME)
    answer = sends_as(masked, cai, alike, language, email="cai@example.org")
    assert_asked_again(masked, cai, answer, alike, language)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_i6_the_same_where_nobody_had_it_when_it_was_looked_up(masked, aino, cai, language, monkeypatch):
    masked.send(aino, display_name=NAME)
    monkeypatch.setattr(senders, "_is_taken", lambda *_asked: False)
    answer = sends_as(masked, cai, ALIKE[0], language, email="cai@example.org")
    assert_asked_again(masked, cai, answer, ALIKE[0], language)


def assert_asked_again(world, client: Client, answer, name: str, language: str) -> None:
    """The page about the sender says so at the field; all that was told stands, and another name sends the comment."""
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count(TAKEN[language]) == 2  # above the form and at the field
    assert 'href="#id_display_name"' in page
    assert f'value="{name}"' in page
    assert 'value="cai@example.org"' in page
    assert f'action="{world.path(ABOUT, language)}"' in page
    assert (Sender.objects.count(), Receipt.objects.count()) == (1, 1)
    told = {"capacities": ["resident"], "display_name": "Toinen Nimi", "email": "cai@example.org"}
    checked = client.post(world.path(ABOUT, language), told, follow=True)
    assert "Kirjatkaa määräaika." in checked.content.decode()
    sent = client.post(world.path(SEND, language), {"key": str(CommentDraft.objects.get().key)})
    assert sent.status_code == 303
    assert Comment.objects.latest("pk").sender.display_name == "Toinen Nimi"


@pytest.mark.django_db
def test_i6_who_changes_a_pseudonym_to_one_that_looks_as_anothers_keeps_the_old_one(masked, monkeypatch):
    monkeypatch.setattr(senders, "_is_taken", lambda *_asked: False)
    sends(masked, factories.guest(), NAME)
    cai = factories.guest()
    sends(masked, cai, "Aidan Takaa")
    with pytest.raises(Refusal, match="pseudonym_taken"):
        sends(masked, cai, ALIKE[0])
    assert Sender.objects.get(person=cai).display_name == "Aidan Takaa"
    assert Comment.objects.count() == 2
    with pytest.raises(Refusal, match="pseudonym_taken"):
        save_sender(actor=factories.guest(), activity=masked.activity, known=None, facts=facts(ALIKE[1]))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("known", [False, True], ids=["new", "one sent before"])
def test_i6_of_two_who_take_names_that_look_the_same_at_once_one_is_refused(masked, known, monkeypatch):
    """Both look up the name before either has stored it."""
    people = [factories.guest(), factories.guest()]
    if known:
        sends(masked, people[0], "Aidan Takaa")
    looked_up, asked = Barrier(2), senders._is_taken

    def asked_by_both(*wanted) -> bool:
        told = asked(*wanted)
        looked_up.wait(10)
        return told

    monkeypatch.setattr(senders, "_is_taken", asked_by_both)
    first, second = work_together(
        lambda _turn: sends(masked, people[0], NAME), lambda _turn: sends(masked, people[1], ALIKE[0]), turns=1
    )
    refused = [one for one in (*first, *second) if isinstance(one, Refusal)]
    assert [(one.code, one.status, one.field) for one in refused] == [("pseudonym_taken", 422, "display_name")]
    assert Sender.objects.filter(display_name__in=[NAME, ALIKE[0]]).count() == 1
    assert wrong_counts(masked.activity) == []


def facts(name: str) -> SenderFacts:
    return SenderFacts(language="fi", capacities=("resident",), naming="pseudonym", display_name=name)


def sends(world, person: Person, name: str) -> Receipt:
    words = NewComment(thread_id=world.section.thread_id, text="Kirjatkaa määräaika.", language="fi")
    return send_comments(
        actor=person, activity=world.activity, key=uuid4(), comments=[words], facts=facts(name), check=clock.now
    )
