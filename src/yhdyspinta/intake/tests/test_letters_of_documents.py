"""A document's letter in the codes of paper is given once: sheets that bear it are out when a draft is added or moved."""

from importlib import import_module
from random import Random

import pytest
from django.db import connection

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.actions import move_document, publish_version, remove_document, start_version
from yhdyspinta.documents.models import Document
from yhdyspinta.intake.codes import letter_of, newest_places, places_of
from yhdyspinta.intake.paper import paper_documents
from yhdyspinta.intake.tests.test_piles import ROUND, begun, sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity(section):
    return section.version.document.activity


def letters(activity):
    """The letter of each document that has one, asked of the lists of codes; the paper form has the same."""
    found = {one.document: one.letter for one in places_of(activity, "fi") if one.letter}
    assert found == {one.document: one.letter for one in newest_places(activity, "fi") if one.letter}
    printed = {
        one.title.text("fi"): one.parts[0].code.rstrip("0123456789./") for one in paper_documents(activity, "fi")
    }
    assert printed == found
    return found


def added(activity, name, *, published=True):
    made = factories.document(activity, name, sections=1, published=published)
    Document.objects.filter(pk=made.pk).update(title={"fi": name})
    return made


def test_a_draft_put_before_another_gets_the_next_letter_and_old_sheets_mean_what_they_did(bertta, activity):
    first = activity.documents.get()
    later = added(activity, "Palveluverkko")
    move_document(actor=bertta, document=later, up=True, at=clock.now())
    assert [one.title.text("fi") for one in paper_documents(activity, "fi")] == [
        "Palveluverkko",
        first.title.text("fi"),
    ]
    assert letters(activity) == {"Palveluverkko": "B", first.title.text("fi"): "A"}
    batch = begun(signed_in(bertta))
    signed_in(bertta).post(f"{ROUND}piles/{batch.pk}/", sheet("Vanha paperi.", place="A2"))
    assert Comment.objects.get().thread.section.version.document == first


@pytest.mark.parametrize("seed", range(6))
def test_letters_never_change_while_documents_are_added_moved_and_removed(bertta, activity, seed):
    chance, given = Random(seed), letters(activity)
    for step in range(14):
        listed = list(activity.documents.all())
        match chance.choice(["add", "draft", "publish", "move", "move", "remove"]):
            case "add":
                added(activity, f"asiakirja-{step}")
            case "draft":
                added(activity, f"asiakirja-{step}", published=False)
            case "publish" if drafts := [one for one in listed if one.letter_number is None]:
                chance.choice(drafts).versions.update(published_at=clock.now())
            case "move":
                move_document(
                    actor=bertta, document=chance.choice(listed), up=chance.random() < 0.7, at=clock.now()
                )  # fmt: skip
            case "remove" if drafts := [one for one in listed if one.letter_number is None]:
                remove_document(actor=bertta, document=chance.choice(drafts), at=clock.now())
        now = letters(activity)
        assert {name: now[name] for name in given} == given
        assert len(set(now.values())) == len(now)
        assert set(now.values()) - set(given.values()) <= {letter_of(Document(letter_number=len(given) + 1))}
        given = now


def test_a_letter_comes_with_the_first_publication_and_later_versions_keep_it(bertta, activity):
    draft = added(activity, "Luonnos", published=False)
    assert "Luonnos" not in letters(activity)
    publish_version(actor=bertta, version=draft.versions.get(), at=clock.now())
    assert letters(activity)["Luonnos"] == "B"
    added(activity, "Kolmas")
    later = start_version(actor=bertta, document=draft, at=clock.now())
    publish_version(actor=bertta, version=later, at=clock.now())
    assert letters(activity) == {activity.documents.first().title.text("fi"): "A", "Luonnos": "B", "Kolmas": "C"}


def test_documents_from_before_keep_the_letters_that_they_had(bertta, activity):
    """The migration gives those of today, in the order of reading; drafts that nobody has read have none."""
    added(activity, "Toinen")
    added(activity, "Luonnos", published=False)
    moved = added(activity, "Kolmas")
    Document.objects.filter(activity=activity).update(letter_number=None)
    Document.objects.filter(pk=moved.pk).update(position=0)
    with connection.cursor() as cursor:
        cursor.execute(import_module("yhdyspinta.documents.migrations.0005_letters_are_kept").AS_NOW)
    by_letter = {letter: name for name, letter in letters(activity).items()}
    assert (by_letter["A"], by_letter["C"]) == ("Kolmas", "Toinen")
    assert Document.objects.get(slug="Luonnos").letter_number is None
