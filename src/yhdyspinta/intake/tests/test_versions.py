"""Comments on paper, at tables and in files stay with the version that their senders read."""

import io
import zipfile
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.actions import publish_version, start_version
from yhdyspinta.intake import actions
from yhdyspinta.intake.codes import place_named, places_of
from yhdyspinta.intake.models import TableNote, Upload
from yhdyspinta.intake.tests.test_files import HEADS, book, send, today
from yhdyspinta.intake.tests.test_paper_form import page_of as page_of_paper
from yhdyspinta.intake.tests.test_piles import ROUND, begun, sheet
from yhdyspinta.intake.tests.test_tables import note, page_of
from yhdyspinta.intake.tests.typing_in import enter
from yhdyspinta.ui.dates import in_helsinki

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(section):
    return section.version.document


@pytest.fixture
def activity(document):
    return document.activity


def second_draft(bertta, document, *, at=None):
    """A second version without the third section, published now."""
    at = at or clock.now()
    draft = start_version(actor=bertta, document=document, at=at)
    draft.sections.get(number="3").delete()
    return publish_version(actor=bertta, version=draft, at=at)


def section_of(document, version, number):
    return document.versions.get(number=version).sections.get(number=number)


def test_a_document_with_one_version_asks_and_tells_nothing(bertta, document):
    client = signed_in(bertta)
    assert "luonnos" not in client.get(ROUND + "piles/").content.decode()
    here = f"{ROUND}piles/{begun(client).pk}/"
    assert "luonnos" not in client.get(here).content.decode()
    assert {place.code for place in places_of(document.activity, "fi") if place.number} == {"A1", "A2", "A3"}


def test_a_pile_begun_before_the_second_draft_is_of_the_first(bertta, document):
    client = signed_in(bertta)
    batch = begun(client)
    here = f"{ROUND}piles/{batch.pk}/"
    second_draft(bertta, document)
    page = client.get(here).content.decode()
    assert "luonnos 1" in page
    assert "luonnos 2" in page
    assert client.post(here, sheet("Luonnoksesta 1.", "A2")).status_code == 302
    assert client.post(here, sheet("Poistetusta kohdasta.", "3")).status_code == 302
    assert client.post(here, sheet("Luonnoksesta 2.", "a2/2")).status_code == 302
    assert Comment.objects.get(text="Luonnoksesta 1.").thread_id == section_of(document, 1, "2").thread_id
    assert Comment.objects.get(text="Poistetusta kohdasta.").thread_id == section_of(document, 1, "3").thread_id
    assert Comment.objects.get(text="Luonnoksesta 2.").thread_id == section_of(document, 2, "2").thread_id


def test_a_pile_begun_later_is_asked_of_which_draft_it_is(bertta, document):
    second_draft(bertta, document)
    client = signed_in(bertta)
    form = client.get(ROUND + "piles/").context["form"]
    texts = [key for key, _words in form.fields["printed_of"].choices]
    assert form.initial["printed_of"] == texts[1]  # the newest, unless somebody says otherwise
    newer = f"{ROUND}piles/{begun(client, printed_of=texts[1]).pk}/"
    older = f"{ROUND}piles/{begun(client, printed_of=texts[0]).pk}/"
    gone = client.post(newer, sheet("Kohta, jota ei ole.", "A3"))
    assert gone.status_code == 422
    assert "A3/1" in gone.content.decode()
    client.post(newer, sheet("Uudesta.", "A2"))
    client.post(older, sheet("Vanhasta.", "A2"))
    assert Comment.objects.get(text="Uudesta.").thread_id == section_of(document, 2, "2").thread_id
    assert Comment.objects.get(text="Vanhasta.").thread_id == section_of(document, 1, "2").thread_id


def test_the_answer_can_be_changed_for_the_sheets_that_follow(bertta, document):
    client = signed_in(bertta)
    batch = begun(client)
    here = f"{ROUND}piles/{batch.pk}/"
    second_draft(bertta, document)
    newest = client.get(here).context["printed_form"].fields["printed_of"].choices[1][0]
    client.post(here, sheet("Ensimmäinen.", "A2"))
    assert client.post(here, {"step": "printed_of", "printed_of": newest}).status_code == 302
    client.post(here, sheet("Toinen.", "A2"))
    assert Comment.objects.get(text="Ensimmäinen.").thread_id == section_of(document, 1, "2").thread_id
    assert Comment.objects.get(text="Toinen.").thread_id == section_of(document, 2, "2").thread_id


@pytest.mark.parametrize("how", ["", "?how=compare"])
def test_a_second_typist_types_the_code_of_the_first_draft(bertta, county, document, how):
    client = signed_in(bertta)
    batch = begun(client)
    client.post(f"{ROUND}piles/{batch.pk}/", sheet("Sanat.", "A3"))
    second_draft(bertta, document)
    actions.finish_batch(actor=bertta, batch=batch, at=clock.now())
    actions.draw_sheets(actor=bertta, batch=batch, percent=100, at=clock.now())
    cecilia = signed_in(factories.staff(county, email="cecilia@example.org"))
    here = f"{ROUND}piles/{batch.pk}/check/1/{how}"
    form = cecilia.get(here).context["form"]
    number = Comment.objects.get().number
    code = form.initial.get(f"place_{number}", "A3")
    told = sheet(**{f"place_{number}": code, f"text_{number}": "Sanat."})
    assert cecilia.post(here, told).status_code == 302
    assert batch.sheets.get().differing == 0
    assert Comment.objects.get().thread_id == section_of(document, 1, "3").thread_id


def test_one_call_at_a_time_any_draft_of_the_round_can_be_chosen(bertta, document):
    second_draft(bertta, document)
    page = signed_in(bertta).get(ROUND)
    names = dict(page.context["form"].fields["place_1"].choices)
    assert "A3/1" in names[str(section_of(document, 1, "3").thread_id)]
    assert "luonnos 1" in names[str(section_of(document, 1, "3").thread_id)]
    assert "A1/2" in names[str(section_of(document, 2, "1").thread_id)]


def test_a_draft_that_nobody_could_comment_on_is_not_offered(bertta, activity, document):
    """One that came after the round had closed, and one that was replaced before it opened."""
    second_draft(bertta, document)
    assert place_named(places_of(activity, "fi"), "A1/1") is not None
    activity.stages.update(closes_at=document.versions.get(number=2).published_at)
    assert {place.version for place in places_of(activity, "fi") if place.letter} == {1}
    activity.stages.update(opens_at=clock.now(), closes_at=clock.now() + timedelta(days=1))
    assert {place.version for place in places_of(activity, "fi") if place.letter} == {2}


@pytest.fixture
def event(bertta, activity):
    now = clock.now()
    return actions.begin_batch(
        actor=bertta, activity=activity, key=uuid4(), kind="event", name="Osallisuusfoorumi", channel="event",
        arrived_on=in_helsinki(now).date(), language="fi", at=now,
    )  # fmt: skip


def test_a_table_page_opened_before_the_second_draft_saves_on_the_first(bertta, document, event):
    now = clock.now()
    link = actions.make_table_links(
        actor=bertta, batch=event, tables=1, expires_at=now + timedelta(hours=3), at=now
    )[0]  # fmt: skip
    visitor, here = Client(), page_of(link)
    before = visitor.get(here)
    assert "luonnos" not in before.content.decode()
    chosen = before.context["form"].fields["part"].choices[-1][0]
    second_draft(bertta, document)
    saved = visitor.post(here, note("Poistetusta kohdasta.", chosen))
    assert saved.status_code == 302
    assert TableNote.objects.get().thread_id == section_of(document, 1, "3").thread_id
    page = visitor.get(saved["Location"])
    assert '<option value="A3/1" selected' in page.content.decode()
    assert "luonnos 2" in page.content.decode()  # told that there is a newer one
    assert visitor.post(here, note("Uudesta.", "A1/2")).status_code == 302
    assert TableNote.objects.get(number=2).thread_id == section_of(document, 2, "1").thread_id
    sheets = signed_in(bertta).get(f"{ROUND}events/{event.pk}/tables/sheets/").content.decode()
    assert "luonnos 1" in sheets


def test_notes_of_staff_begun_before_the_second_draft_stay_on_the_first(bertta, document, event):
    client, here = signed_in(bertta), f"{ROUND}events/{event.pk}/"
    second_draft(bertta, document)
    told = {"key": str(uuid4()), "table": "1", "part": "A2", "text": "Sanottua."}
    assert client.post(here, told).status_code == 302
    assert Comment.objects.get().thread_id == section_of(document, 1, "2").thread_id
    assert "luonnos 2" in client.get(here).content.decode()


def test_a_note_can_be_mended_onto_a_part_that_is_gone(bertta, document, event):
    link = actions.make_table_links(
        actor=bertta, batch=event, tables=1, expires_at=clock.now() + timedelta(hours=3), at=clock.now()
    )[0]  # fmt: skip
    Client().post(page_of(link), note("Väärässä kohdassa.", "A1"))
    second_draft(bertta, document)
    gone = section_of(document, 1, "3")
    waiting = TableNote.objects.get()
    path = signed_in(bertta).get(f"{ROUND}events/{event.pk}/waiting/").context["rows"][0]["mend_path"]
    told = {"part": gone.thread_id, "text": "Väärässä kohdassa.", "revision": waiting.revision}
    assert signed_in(bertta).post(path, told).status_code == 302
    waiting.refresh_from_db()
    assert waiting.thread_id == gone.thread_id


def test_the_paper_form_of_a_later_draft_says_so_and_its_codes_do_as_they_are_typed(bertta, document):
    assert "luonnos" not in page_of_paper()
    assert "Kommentti: A2 " in page_of_paper()
    client = signed_in(bertta)
    here = f"{ROUND}piles/{begun(client).pk}/"
    second_draft(bertta, document)
    paper = page_of_paper()
    assert "luonnos 2" in paper
    assert "Kommentti: A2/2 " in paper
    assert client.post(here, sheet("Uudelta lomakkeelta.", "A2/2")).status_code == 302
    assert Comment.objects.get().thread_id == section_of(document, 2, "2").thread_id


def test_where_only_a_later_draft_could_be_commented_on_both_ways_of_writing_its_code_name_it(
    bertta, activity, document
):
    second_draft(bertta, document)
    activity.stages.update(opens_at=clock.now(), closes_at=clock.now() + timedelta(days=1))
    places, part = places_of(activity, "fi"), section_of(document, 2, "2").thread_id
    assert [place_named(places, said).thread_id for said in ("A2", "a2/2", "2")] == [part] * 3
    assert "A2/2" in page_of_paper()


def file_of(*codes):
    return book(HEADS[:4], *([str(row), code, f"Kohdasta {code}.", today()] for row, code in enumerate(codes)))


def thread_of(words):
    return Comment.objects.get(text=words).thread_id


def test_a_file_with_codes_of_the_first_draft_is_asked_which_they_mean(bertta, document):
    second_draft(bertta, document)
    client, content = signed_in(bertta), file_of("A2", "A3", "A2/2")
    asked = send(client, content)
    assert asked.status_code == 422
    assert not Upload.objects.exists()
    assert "(vapaaehtoinen)" not in asked.content.decode()
    older, newer = [key for key, _words in asked.context["form"].fields["printed_of"].choices]
    gone = client.get(send(client, content, printed_of=newer).url).content.decode()
    assert "A3/1" in gone  # the second draft has no such part: nobody guesses
    assert "luonnos 2" in gone
    path = send(client, content, printed_of=older).url  # the same file with another answer
    assert "luonnos 1" in client.get(path).content.decode()
    assert client.post(path + "import/").status_code == 302
    assert thread_of("Kohdasta A2.") == section_of(document, 1, "2").thread_id
    assert thread_of("Kohdasta A3.") == section_of(document, 1, "3").thread_id
    assert thread_of("Kohdasta A2/2.") == section_of(document, 2, "2").thread_id


def test_a_file_sent_before_the_second_draft_and_brought_in_after_is_of_the_first(bertta, document):
    client = signed_in(bertta)
    path = send(client, file_of("A2", "A3")).url
    assert "luonnos" not in client.get(path).content.decode()
    second_draft(bertta, document)
    page = client.get(path).content.decode()
    assert "luonnos 1" in page
    assert "luonnos 2" in page  # told that there is a newer one
    assert client.post(path + "import/").status_code == 302
    assert thread_of("Kohdasta A3.") == section_of(document, 1, "3").thread_id


def test_the_template_tells_the_version_of_each_part(bertta, document):
    client = signed_in(bertta)
    second_draft(bertta, document)
    out = client.get(ROUND + "files/template.xlsx").content
    words = zipfile.ZipFile(io.BytesIO(out)).read("xl/sharedStrings.xml").decode()
    for told in ("A3/1", "A2/2", "luonnos 1", "luonnos 2"):
        assert told in words
    assert "A3/2" not in words


def test_a_slip_is_mended_onto_a_part_that_is_gone(bertta, document, section):
    receipt = enter(bertta, section)
    second_draft(bertta, document)
    client, gone = signed_in(bertta), section_of(document, 1, "3")
    path = client.get(f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{receipt.pk}/").context["mend_path"]
    number = receipt.comments.get().number
    choices = dict(client.get(path).context["form"].fields[f"place_{number}"].choices)
    assert "luonnos 1" in choices[str(gone.thread_id)]
