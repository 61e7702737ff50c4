"""Search tells what is public now: whatever changes it changes what is found, in the same transaction."""

from datetime import date

import pytest

from tests import factories
from yhdyspinta.answers.models import Answer
from yhdyspinta.audit import clock
from yhdyspinta.cli.search import reindex
from yhdyspinta.comments.search_entries import follow_state
from yhdyspinta.documents import actions as document_actions
from yhdyspinta.documents.models import SectionText
from yhdyspinta.moderation.actions import decide_hide
from yhdyspinta.processes import actions
from yhdyspinta.processes.actions import ProcessFacts
from yhdyspinta.processes.models import SearchEntry
from yhdyspinta.processes.rebuilding_search import rebuild_search
from yhdyspinta.processes.searching import found
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


class World:
    def __init__(self):
        self.county = factories.authority(
            phone="000", postal_address={"fi": "Esimerkkikatu 1, 00000 Esimerkkilä", "sv": "Exempelgatan 1"}
        )
        self.bertta = factories.staff(self.county)
        self.process = factories.process(self.county, **vars(whole()), published=False)
        self.activity = factories.activity(self.process)
        self.document = factories.document(self.activity)
        self.section = self.document.versions.get().sections.first()
        self.publish()
        self.comment = factories.comment(factories.guest(), self.section, "Terveyskeskuksen ovi on raskas.")
        follow_state(self.comment, at=clock.now())
        self.answer = Answer.objects.create(
            activity=self.activity, number=1, title=Wording(fi="Ovet"), body=Wording(fi="Vaihdamme saranat."),
            handling="noted", published_at=clock.now(), created_at=clock.now(), saved_at=clock.now(),
        )  # fmt: skip

    def publish(self):
        actions.publish_process(actor=self.bertta, process=self.process, at=clock.now())
        self.process.refresh_from_db()

    def unpublish(self):
        actions.unpublish_process(actor=self.bertta, process=self.process, at=clock.now())
        self.process.refresh_from_db()


def whole(**changed):
    both = Wording(fi="Tekstiä.", sv="Text.")
    facts = {
        "title": Wording(fi="Osallisuuden malli", sv="Modell"), "summary": both, "use_of_results": both,
        "decided_by": both, "results_receiver": both, "privacy_purposes": both, "takes_minutes": 10,
        "answers_promised_on": date(2027, 1, 29), "six_ways": ["opinions"], "influence": "consult",
        "case_number": "ESIM-2026-1", "contact_name": "Esimerkki Esimerkkilä", "contact_phone": "000",
        "contact_email": "a@example.org",
    }  # fmt: skip
    return ProcessFacts(**{**facts, **changed})


@pytest.fixture
def world():
    return World()


def hits(words):
    return {entry.target for entry in found(SearchEntry.objects.all(), words, "fi")}


def test_a_new_version_is_found_and_words_it_dropped_are_not(world):
    target = f"document:{world.document.pk}"
    assert hits("ensimmäinen katkelma") == {target}
    draft = document_actions.start_version(actor=world.bertta, document=world.document, at=clock.now())
    SectionText.objects.filter(section__version=draft).update(body="Hissi korjataan keväällä.")
    document_actions.edit_version(
        actor=world.bertta,
        version=draft,
        name=Wording(fi="luonnos 2"),
        what_changed=Wording(fi="Hissi."),
        at=clock.now(),
    )
    assert hits("hissi") == set()
    document_actions.publish_version(actor=world.bertta, version=draft, at=clock.now())
    assert hits("hissi") == {target}
    assert hits("ensimmäinen katkelma") == set()


def test_a_version_of_a_process_that_is_not_public_is_not_found(world):
    world.unpublish()
    draft = document_actions.start_version(actor=world.bertta, document=world.document, at=clock.now())
    document_actions.publish_version(actor=world.bertta, version=draft, at=clock.now())
    assert not SearchEntry.objects.exists()


def test_a_documents_new_title_is_found(world):
    document_actions.edit_document(
        actor=world.bertta, document=world.document, title=Wording(fi="Esteettömyys"), summary=Wording(),
        revision=world.document.revision, at=clock.now(),
    )  # fmt: skip
    assert hits("esteettömyys") == {f"document:{world.document.pk}"}


def test_what_staff_change_of_a_public_process_is_found(world):
    facts = whole(title=Wording(fi="Pyöräilyn ohjelma", sv="Cykling"), summary=Wording(fi="Talvihoito.", sv="Vinter."))
    actions.edit_process(
        actor=world.bertta, process=world.process, facts=facts, revision=world.process.revision, at=clock.now()
    )
    assert hits("pyöräily") == hits("talvihoito") == {f"process:{world.process.pk}"}
    assert hits("osallisuuden malli") == set()


def test_publishing_again_brings_back_comments_and_answers(world):
    wished = {f"comment:{world.comment.pk}"}
    assert hits("terveyskeskus") == wished
    hidden = factories.comment(factories.guest(), world.section, "Terveyskeskus suljettakoon.")
    decide_hide(actor=world.bertta, comment=hidden, reason="off_topic", at=clock.now())
    world.unpublish()
    assert not SearchEntry.objects.exists()
    world.publish()
    assert hits("terveyskeskus") == wished
    assert hits("saranat") == {f"answer:{world.answer.pk}"}
    entry = SearchEntry.objects.get(target=f"comment:{world.comment.pk}")
    assert (entry.at, entry.title) == (world.comment.arrived_at, f"Kommentti {world.comment.number}")


def test_many_comments_cost_no_more_statements_than_few(world):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def again():
        world.unpublish()
        with CaptureQueriesContext(connection) as caught:
            world.publish()
        return len(caught)

    few = again()
    for count in range(30):
        factories.comment(factories.guest(), world.section, f"Toive {count}.")
    assert again() == few
    assert len(hits("toive")) == 30


def test_passing_on_moves_every_entry_to_the_new_address(world):
    successor = factories.authority("uusi-alue", code="02")
    factories.process(successor, world.process.slug)
    actions.hand_over(actor=world.bertta, process=world.process, successor=successor, at=clock.now())
    world.process.refresh_from_db()
    entries = SearchEntry.objects.filter(process=world.process)
    assert {entry.kind for entry in entries} == {"process", "document", "comment", "answer"}
    assert all(entry.path.startswith(f"processes/{world.process.slug}/") for entry in entries)
    assert set(entries.values_list("authority", flat=True)) == {successor.pk}


def test_an_answer_taken_back_is_not_found_after_publishing_again(world):
    Answer.objects.update(published_at=None)
    world.unpublish()
    world.publish()
    assert hits("saranat") == set()


def test_the_operators_command_restores_what_search_has_lost(capsys):
    world = World()
    reindex()  # the answer of this world was never put into search
    entries = SearchEntry.objects.order_by("target", "language")
    before = list(entries.values_list("target", "language", "title", "text", "path"))
    kept = dict(entries.filter(target__startswith="process:").values_list("language", "at"))
    entries.filter(target__startswith="comment:").delete()
    entries.filter(target__startswith="document:").delete()
    SearchEntry.objects.filter(target__startswith="process:").update(title="vanhentunut")
    assert reindex() == 0
    assert list(entries.values_list("target", "language", "title", "text", "path")) == before
    assert dict(entries.filter(target__startswith="process:").values_list("language", "at")) == kept
    assert any(target.startswith("answer:") for target, *_ in before)
    assert "1 of 1 processes" in capsys.readouterr().out
    world.unpublish()
    reindex()
    assert not entries.exists()


def test_rebuilding_tells_how_far_it_is_after_each_batch():
    county = factories.authority()
    for number in range(5):
        factories.process(county, f"malli-{number}")
    assert list(rebuild_search(at=clock.now(), batch=2)) == [(2, 5), (4, 5), (5, 5)]
