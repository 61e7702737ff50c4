"""Bringing a draft in at the desk."""

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from yhdyspinta.documents.actions.sections import LONGEST_BODY
from yhdyspinta.documents.models import Document, DocumentDraftImport, Section
from yhdyspinta.documents.tests.pages.desk import desk
from yhdyspinta.documents.tests.word_files import operating_model, saved

pytestmark = pytest.mark.django_db


def test_word_file_from_upload_to_sections(client, world):
    client.post(desk(world, "new-document/"), {"title-fi": "Malli", "title-sv": "Modell"})
    document = Document.objects.get()
    upload = SimpleUploadedFile("malli.docx", operating_model(), "application/octet-stream")
    response = client.post(
        desk(world, "malli/import/"), {"language": "fi", "source": "docx", "text": "", "file": upload}
    )
    assert response.status_code == 302
    made = DocumentDraftImport.objects.get()
    page = response.headers["Location"]
    html = client.get(page).content.decode()
    assert "terveys-palveluiden → terveyspalveluiden" in html
    data = {"mends_0": ["0"]}
    for index, part in enumerate(made.sections):
        data |= {f"heading_{index}": part["heading"], f"target_{index}": "new"}
    assert client.post(page, data).status_code == 302
    assert list(Section.objects.values_list("number", flat=True)) == ["1", "2", "2.1", "2.2"]
    first = Section.objects.first().texts.get()
    assert "terveyspalveluiden" in first.body
    assert client.post(page, data).status_code == 302
    assert Section.objects.count() == 4
    assert document.versions.get().sections.count() == 4


def test_a_wrong_import_is_told_at_its_field_and_the_text_stays(client, world, draft):
    page = desk(world, "osallisuus/import/")
    evil = SimpleUploadedFile("malli.docx", b"<svg onload=alert(1)>", "image/svg+xml")
    response = client.post(page, {"language": "fi", "source": "docx", "text": "Säilyy", "file": evil})
    assert response.status_code == 422
    assert "Säilyy" in response.content.decode()
    assert "#id_file" in response.content.decode()
    assert client.post(page, {"language": "xx", "source": "zip", "text": ""}).status_code == 422


def test_each_way_of_bringing_in_has_its_field_and_none_is_chosen_beforehand(client, world, draft):
    page = desk(world, "osallisuus/import/", "en")
    html = client.get(page).content.decode()
    assert 'name="source" type="radio" value="paste" data-aria-controls' in html
    assert 'value="docx" checked' not in html
    assert html.index('value="paste"') < html.index('name="text"') < html.index('value="markdown"')
    assert html.index('value="markdown"') < html.index('name="markdown"') < html.index('value="docx"')
    assert html.index('value="docx"') < html.index('name="file"')
    assert "(optional)" not in html
    assert "#id_source" in client.post(page, {"language": "fi", "text": "Säilyy"}).content.decode()
    wrong = client.post(page, {"language": "fi", "source": "markdown", "text": "Säilyy", "markdown": ""})
    assert wrong.status_code == 422
    assert 'href="#id_markdown"' in wrong.content.decode()
    assert "Säilyy" in wrong.content.decode()
    assert (
        client.post(page, {"language": "fi", "source": "markdown", "markdown": "# Otsikko\n\nTeksti"}).status_code
        == 302
    )
    assert DocumentDraftImport.objects.get().sections[0]["heading"] == "Otsikko"


def test_a_word_file_with_too_long_a_section_is_told_by_the_sections_name(client, world, draft):
    long = docx.Document()
    long.add_heading("Palvelut", level=1)
    long.add_paragraph(" ".join(str(number) for number in range(LONGEST_BODY // 5)))
    upload = SimpleUploadedFile("malli.docx", saved(long), "application/octet-stream")
    sent = {"language": "fi", "source": "docx", "text": "", "file": upload}
    response = client.post(desk(world, "osallisuus/import/"), sent)
    assert response.status_code == 422
    assert "Kohdan ”Palvelut” tekstissä on" in response.content.decode()
    assert not DocumentDraftImport.objects.exists()
