"""What published answers lack in a language leaves in the translator's file and comes back as a further language, no correction."""

import re
from html import unescape
from io import BytesIO

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers.models import Answer, Correction, FormerAnswer
from yhdyspinta.answers.tests.scene import form_of, path_of, publish, start, write
from yhdyspinta.audit.models import Entry
from yhdyspinta.authorities.models import Authority
from yhdyspinta.documents.models import Document
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.reports.tests import scene as reporting
from yhdyspinta.translating.tests.taking import shown_on
from yhdyspinta.translating.texts import texts_of
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db
FINNISH = {"title": Wording(fi="Määräaika"), "body": Wording(fi="Vastaus 30 päivässä.")}


@pytest.fixture
def document() -> Document:
    """A round that has closed in a county that writes only in Finnish."""
    made = reporting.closed_round(bilingual=False)
    owner = made.activity.process.owner
    owner.languages = ["fi"]
    owner.save()
    return made


@pytest.fixture
def bertta(document):
    return factories.staff(document.activity.process.owner)


@pytest.fixture
def answer(bertta, document) -> Answer:
    section = document.versions.first().sections.first()
    comment = factories.comment(factories.guest(), section, email="aino@example.org")
    made = publish(bertta, write(bertta, start(bertta, comment, title=FINNISH["title"]), **FINNISH))
    Notice.objects.all().delete()
    return made


def link_of(client, document) -> str:
    page = client.get(reporting.path_of(document, "hearing")).content.decode()
    return unescape(re.findall(r'href="([^"]+)">Käännätä tekstit', page)[0])


def bring_back(client, page: str) -> int:
    """Take the Word file of the page, translate all of it, bring it back, look at what changes and take it; the status."""
    shown = client.get(page).content.decode()
    give = unescape(re.findall(r'href="([^"]+kind=docx)"', shown)[0])
    file = docx.Document(BytesIO(client.get(give).content))
    for row in file.tables[0].rows[1:]:
        row.cells[3].text = "På svenska: " + row.cells[2].text
    kept = BytesIO()
    file.save(kept)
    home, _mark, query = page.partition("?")
    sent = SimpleUploadedFile("tillbaka.docx", kept.getvalue())
    returned = client.post(f"{home}bring-in/?{query}", {"file": sent}).url
    return client.post(returned, {"seen": shown_on(client.get(returned).content.decode())}).status_code


def test_from_the_attachment_to_a_whole_attachment_in_swedish(bertta, document, answer):
    desk = signed_in(bertta)
    hearing = reporting.path_of(document, "hearing")
    page = link_of(desk, document)
    assert "Julkaistu vastaus 1" in desk.get(page).content.decode()
    assert bring_back(desk, page) == 302
    assert "puuttuu teksti tällä kielellä" not in desk.get(hearing).content.decode()
    desk.post(hearing)
    content = desk.get(reporting.path_of(document, "hearing_file", made=1, file_language="sv")).content
    file = docx.Document(BytesIO(content))
    words = [line.text for line in file.paragraphs] + [cell.text for table in file.tables for cell in table._cells]
    assert any("På svenska: Vastaus 30 päivässä." in line for line in words)
    assert not [line for line in words if "har inte översatts" in line]


def test_a_further_language_is_no_correction_and_nobody_is_told_but_the_trail_is(bertta, document, answer):
    desk = signed_in(bertta)
    assert bring_back(desk, link_of(desk, document)) == 302
    now = Answer.objects.get()
    assert (now.body["fi"], now.body["sv"]) == ("Vastaus 30 päivässä.", "På svenska: Vastaus 30 päivässä.")
    assert (now.corrected_at, FormerAnswer.objects.count(), Notice.objects.count()) == (None, 0, 0)
    assert Entry.objects.get(verb="answers.language_added").detail["languages"] == ["sv"]
    public = path_of(answer.activity, "answer", "sv", number=1)
    assert "På svenska: Vastaus 30 päivässä." in Client().get(public).content.decode()
    assert not [text for text in texts_of(document.activity.process, "fi", "sv") if "publishedanswer" in text.key]


def test_the_form_keeps_the_further_language_when_the_answer_is_corrected(bertta, document, answer):
    desk = signed_in(bertta)
    assert bring_back(desk, link_of(desk, document)) == 302
    edit = path_of(answer.activity, "edit", number=1)
    swedish = {"title-sv": "På svenska: Määräaika", "body-sv": "På svenska: Vastaus 30 päivässä."}
    page = desk.get(edit).content.decode()
    assert all(f'name="{name}"' in page and words in page for name, words in swedish.items())
    desk.post(edit, form_of(Answer.objects.get(), **{"body-fi": "Vastaus 14 päivässä."}, **swedish))
    assert Answer.objects.get().body == {"fi": "Vastaus 14 päivässä.", "sv": swedish["body-sv"]}
    assert Answer.objects.get().corrected_at is not None


def test_where_another_approves_the_further_language_waits_for_that(bertta, document, answer):
    Authority.objects.update(answers_need_approval=True)
    desk = signed_in(bertta)
    assert bring_back(desk, link_of(desk, document)) == 302
    assert "sv" not in Answer.objects.get().body
    kept = Correction.objects.get()
    other = signed_in(factories.staff(document.activity.process.owner, "answerer", "cai@example.org"))
    page = path_of(answer.activity, "correction", number=1)
    assert "Hyväksy, julkaise ja ilmoita" not in other.get(page).content.decode()
    done = other.post(page, {"do": "approve", "revision": kept.revision}, follow=True).content.decode()
    assert "Vastauksella on nyt uusi kieliversio" in done
    now = Answer.objects.get()
    assert (now.body["sv"], now.corrected_at) == ("På svenska: Vastaus 30 päivässä.", None)
    assert not Notice.objects.filter(kind="answers.corrected").exists()


def test_words_that_stand_published_do_not_leave_and_another_language_is_not_changed(bertta, document, answer):
    both = Wording(fi="Vastaus 30 päivässä.", sv="Svar inom 30 dagar.")
    Answer.objects.update(body=both)
    found = [text for text in texts_of(document.activity.process, "fi", "sv") if "publishedanswer" in text.key]
    assert [text.key.split("/")[2] for text in found] == ["title"]


def test_a_county_of_one_language_is_led_to_the_language_of_the_attachment(bertta, document, answer):
    desk = signed_in(bertta)
    page = link_of(desk, document).partition("?")[0]
    shown = unescape(desk.get(page).content.decode())
    assert "Kieliä on vain yksi" in shown
    assert "from=fi&to=sv" in shown
    assert "Esityslistan liite tehdään myös tällä kielellä: svenska." in shown


@pytest.mark.parametrize(("name", "field"), [("reports:edit", "asked-sv"), ("material:themes", "name-sv")])
def test_what_the_attachment_holds_can_be_written_in_both_languages(bertta, document, name, field):
    page = signed_in(bertta).get(activity_address(document.activity, name, language="fi")).content.decode()
    assert f'name="{field}"' in page
    assert f'name="{field.replace("-sv", "-en")}"' not in page
