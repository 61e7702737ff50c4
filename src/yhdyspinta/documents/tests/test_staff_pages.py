from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from tests import factories as make
from yhdyspinta.audit import clock
from yhdyspinta.documents import actions
from yhdyspinta.documents.importing.archives import MAIN_TYPES
from yhdyspinta.documents.models import Attachment, Document, DocumentDraftImport, Section
from yhdyspinta.documents.queries import reading
from yhdyspinta.documents.tests.word_files import operating_model
from yhdyspinta.processes.models import Process
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}{% debug %}",
    "'; DROP TABLE x; --",
    "مرحبا 👨‍👩‍👧",
    "%(x)s %s {0}",
    "../../etc/passwd",
    "javascript:alert(1)",
]


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def world():
    class World:
        authority = make.authority(bilingual=True)
        process = make.process(authority)
        activity = make.activity(process)
        bertta = make.staff(authority)
        at = clock.now()

    return World


def signed_in(person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session["second_factor"] = True
    session.save()
    return client


@pytest.fixture
def client(world):
    return signed_in(world.bertta)


def desk(world, rest="", language="fi"):
    return f"/keski-suomi/{language}/desk/processes/toimintamallit/activities/kommentointi/documents/{rest}"


@pytest.fixture
def draft(world):
    """A published version and a draft of three sections."""
    document = make.document(world.activity)
    return actions.start_version(actor=world.bertta, document=document, at=world.at)


def every_page(draft):
    pk = draft.sections.first().pk
    return [
        "",
        "new-document/",
        "osallisuus/",
        "osallisuus/details/",
        "osallisuus/publish/",
        "osallisuus/versions/",
        "osallisuus/compare/?older=1&newer=2",
        "osallisuus/compare/?older=1&newer=2&view=side&in=sv",
        "osallisuus/print/",
        "osallisuus/attachments/",
        "osallisuus/import/",
        "osallisuus/sections/new/",
        f"osallisuus/sections/{pk}/",
        f"osallisuus/sections/{pk}/join/",
        f"osallisuus/sections/{pk}/split/",
        f"osallisuus/sections/{pk}/remove/",
    ]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_opens_in_each_language(client, world, draft, language):
    for page in every_page(draft):
        response = client.get(desk(world, page, language))
        assert response.status_code == 200, page
        assert f'lang="{language}"' in response.content.decode()


def test_p2_pages_do_not_exist_for_others(world, draft):
    other = make.authority("varha", code="2")
    for who in (make.staff(other, email="dora@example.org"), make.person()):
        client = signed_in(who)
        for page in every_page(draft):
            assert client.get(desk(world, page)).status_code == 404, page
    for page in every_page(draft):
        assert Client().get(desk(world, page)).status_code == 404


def test_a_viewer_reads_and_changes_nothing(world, draft):
    client = signed_in(make.staff(world.authority, "viewer", "veera@example.org"))
    assert client.get(desk(world, "osallisuus/")).status_code == 200
    assert client.get(desk(world, f"osallisuus/sections/{draft.sections.first().pk}/")).status_code == 403
    assert client.post(desk(world, "osallisuus/remove/")).status_code == 403


@pytest.mark.parametrize("count", [3, 300])
def test_pages_take_few_queries_whatever_the_length(client, world, count):
    document = make.document(world.activity, sections=count)
    version = actions.start_version(actor=world.bertta, document=document, at=world.at)
    for page in (
        "osallisuus/",
        "osallisuus/publish/",
        "osallisuus/compare/?older=1&newer=2",
        "osallisuus/print/",
        f"osallisuus/sections/{version.sections.first().pk}/",
    ):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(desk(world, page)).status_code == 200
        assert len(queries) <= 15, (page, len(queries), "\n".join(q["sql"][:90] for q in queries))


def section_data(section, **changes):
    data = {"revision": section.revision, "questions-fi": "", "questions-sv": "", "questions-en": ""}
    for text in section.texts.all():
        data |= {
            f"heading_{text.language}": text.heading,
            f"body_{text.language}": text.body,
            f"revision_{text.language}": text.revision,
        }
    return {**data, **changes}


def test_f10_the_second_editor_sees_both_texts_and_may_keep_their_own(client, world, draft):
    section = draft.sections.first()
    page = desk(world, f"osallisuus/sections/{section.pk}/")
    first, second = section_data(section, body_fi="Ensimmäisen teksti"), section_data(section, body_fi="Toisen teksti")
    assert client.post(page, first).status_code == 302
    response = client.post(page, second)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Ensimmäisen teksti" in html
    assert "Toisen teksti" in html
    text = section.texts.get(language="fi")
    assert text.body == "Ensimmäisen teksti"
    assert f'name="revision_fi" value="{text.revision}"' in html
    assert client.post(page, {**second, "revision_fi": text.revision}).status_code == 302
    text.refresh_from_db()
    assert text.body == "Toisen teksti"


def test_text_for_a_section_that_is_gone_is_shown_and_not_lost(client, world, draft):
    section = draft.sections.first()
    data = section_data(section, body_fi="Kallisarvoinen teksti")
    actions.remove_section(actor=world.bertta, section=section, at=world.at)
    response = client.post(desk(world, f"osallisuus/sections/{section.pk}/"), data)
    assert response.status_code == 409
    assert "Kallisarvoinen teksti" in response.content.decode()


def test_a_draft_saves_as_it_is_typed(client, world, draft):
    section = draft.sections.first()
    page = desk(world, f"osallisuus/sections/{section.pk}/save/")
    data = section_data(section, body_fi="Kesken")
    response = client.post(page, data, headers={"HX-Request": "true"})
    text = section.texts.get(language="fi")
    assert (response.status_code, text.body) == (200, "Kesken")
    assert f'name="revision_fi" id="id_revision_fi" value="{text.revision}"' in response.content.decode()
    clash = client.post(page, {**data, "body_fi": "Vanhasta alkaen"}, headers={"HX-Request": "true"})
    assert clash.status_code == 422
    text.refresh_from_db()
    assert text.body == "Kesken"


@pytest.mark.parametrize("evil", HOSTILE)
def test_i1_hostile_words_are_shown_as_words(client, world, evil):
    document = actions.create_document(
        actor=world.bertta, activity=world.activity, title=Wording(fi=evil, sv=evil), at=world.at
    )
    version = document.versions.get()
    section = actions.add_section(actor=world.bertta, version=version, headings=Wording(fi=evil, sv=evil), at=world.at)
    client.post(
        desk(world, f"{document.slug}/sections/{section.pk}/"),
        section_data(section, body_fi=evil, body_sv=evil, **{"questions-fi": evil, "questions-sv": evil}),
    )
    assert section.texts.get(language="fi").body == evil
    actions.publish_version(actor=world.bertta, version=version, at=clock.now())
    actions.start_version(actor=world.bertta, document=document, at=world.at)
    for page in ("", f"{document.slug}/", f"{document.slug}/print/", f"{document.slug}/compare/?older=1&newer=2"):
        html = client.get(desk(world, page)).content.decode()
        for bad in ("<script>alert", "<img src=x", 'href="javascript:'):
            assert bad not in html, page
        assert "49" not in html or "{{ 7*7 }}" not in evil or "{{ 7*7 }}" in html


@pytest.mark.parametrize("bad", ["a\x00b", "\ud800", "a\u202eb", "\u200b\u200b"])
def test_i3_broken_text_is_refused_without_a_fault(client, world, draft, bad):
    section = draft.sections.first()
    data = section_data(section, heading_fi=bad.encode("utf-8", "surrogatepass"))
    response = client.post(desk(world, f"osallisuus/sections/{section.pk}/"), data)
    assert response.status_code in {422, 302}
    assert section.texts.get(language="fi").heading.isprintable()


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


def test_what_publishing_needs_is_not_called_optional(client, world, draft):
    section = draft.sections.first()
    html = client.get(desk(world, f"osallisuus/sections/{section.pk}/", "en")).content.decode()
    assert html.count("Heading (needed before publishing)") == 2  # Finnish and Swedish are owed, English is not
    assert "Heading (optional)" in html
    assert "Guiding questions (optional)" in html
    details = client.get(desk(world, "osallisuus/details/", "sv")).content.decode()
    assert "Behövs före publicering" in details


def test_split_join_move_and_remove_by_buttons(client, world, draft):
    one, two, three = draft.sections.all()

    def at(section, what):
        return desk(world, f"osallisuus/sections/{section.pk}/{what}/")

    assert (
        client.post(
            at(one, "split"), {"passage_fi": "2", "passage_sv": "2", "heading_fi": "B", "heading_sv": "Bé"}
        ).status_code
        == 302
    )
    assert [s.number for s in draft.sections.all()] == ["1", "2", "3", "4"]
    assert client.post(at(one, "split"), {"passage_fi": "9"}).status_code == 422
    assert client.post(at(one, "join")).status_code == 302
    for direction in ("up", "down", "deeper", "shallower", "sideways", ""):
        assert client.post(at(two, "move"), {"direction": direction}).status_code == 302
    assert client.post(at(three, "remove")).status_code == 302
    assert draft.sections.count() == 2
    assert client.post(at(three, "remove")).status_code == 404


def test_publishing_page_lists_what_is_missing_and_publishes(client, world, draft):
    section = draft.sections.first()
    text = section.texts.get(language="sv")
    actions.save_section_text(
        actor=world.bertta,
        section=section,
        language="sv",
        heading="",
        body=text.body,
        revision=text.revision,
        at=world.at,
    )
    page = desk(world, "osallisuus/publish/")
    html = client.get(page).content.decode()
    assert f"sections/{section.pk}/#id_heading_sv" in html
    data = {"name-fi": "luonnos 2", "name-sv": "utkast 2", "publish": "yes"}
    assert client.post(page, data).status_code == 422
    text.refresh_from_db()
    actions.save_section_text(
        actor=world.bertta,
        section=section,
        language="sv",
        heading="Nu",
        body=text.body,
        revision=text.revision,
        at=world.at,
    )
    assert client.post(page, data).status_code == 302
    assert reading(draft.document, "fi").version.number == 2
    assert client.get(page).status_code == 404
    assert client.post(desk(world, "osallisuus/new-version/")).status_code == 302
    assert client.post(desk(world, "osallisuus/new-version/")).status_code == 409


def test_comparison_says_added_and_removed_in_words(client, world, draft):
    section = draft.sections.first()
    text = section.texts.get(language="fi")
    actions.save_section_text(
        actor=world.bertta,
        section=section,
        language="fi",
        heading=text.heading,
        body=text.body.replace("Toinen", "Kolmas"),
        revision=text.revision,
        at=world.at,
    )
    for view in ("inline", "side"):
        html = client.get(desk(world, f"osallisuus/compare/?older=1&newer=2&view={view}")).content.decode()
        assert '<ins><span class="govuk-visually-hidden">' in html
        assert '<del><span class="govuk-visually-hidden">' in html
    assert client.get(desk(world, "osallisuus/compare/?older=1&newer=x")).status_code == 302


def test_public_print_page(world, draft):
    page = "/keski-suomi/en/processes/toimintamallit/documents/kommentointi/osallisuus/print/"
    html = Client().get(page).content.decode()
    assert "1 Kohta 1 (fi)" in html
    assert Client().get(f"{page}?version=2").status_code == 404  # the draft is not public
    assert Client().get(f"{page}?version=٣").status_code == 404
    Process.objects.update(published_at=None)
    assert Client().get(page).status_code == 404


def picture(kind="JPEG", **options):
    out = BytesIO()
    Image.new("RGB", (20, 10), "green").save(out, kind, **options)
    return out.getvalue()


def test_e5_attachments_are_saved_never_opened(client, world, draft):
    exif = Image.Exif()
    exif[0x8298] = "Salainen Kuvaaja"
    file = SimpleUploadedFile("../../kuva\n.jpg", picture(exif=exif), "image/jpeg")
    page = desk(world, "osallisuus/attachments/")
    assert client.post(page, {"file": file, "name-fi": "Kuva", "language": ""}).status_code == 302
    kept = Attachment.objects.get()
    assert kept.file.name.startswith("attachments/")
    assert "kuva" not in kept.file.name
    assert "\n" not in kept.original_name
    response = Client().get(f"/keski-suomi/fi/processes/toimintamallit/files/{kept.pk}/")
    assert response.status_code == 200
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert b"Salainen" not in b"".join(response.streaming_content)
    assert client.get(page).status_code == 200
    assert client.post(f"{page}{kept.pk}/remove/").status_code == 302
    assert Client().get(f"/keski-suomi/fi/processes/toimintamallit/files/{kept.pk}/").status_code == 404


def test_p3_a5_an_attachment_of_a_draft_is_for_staff_only(client, world):
    document = actions.create_document(
        actor=world.bertta, activity=world.activity, title=Wording(fi="Malli"), at=world.at
    )
    kept = add(world, document, b"a;b\n1;2\n", "taulu.csv", "text/csv")
    page = f"/keski-suomi/fi/processes/toimintamallit/files/{kept.pk}/"
    assert Client().get(page).status_code == 404
    assert make.signed_in(world.bertta, second_factor=False).get(page).status_code == 404
    response = client.get(page)
    assert response.status_code == 200
    response.close()


def add(world, document, content, name, declared=""):
    return actions.add_attachment(
        actor=world.bertta, document=document, content=content, file_name=name, declared_type=declared, at=world.at
    )


@pytest.mark.parametrize(
    ("content", "name", "declared"),
    [
        (b"", "a.pdf", ""),
        (b"%PDF-" + b"0" * (5 * 1024 * 1024), "a.pdf", ""),
        (b"<svg xmlns='x' onload='alert(1)'/>", "a.png", "image/png"),
        (b"<svg/>", "a.txt", "text/plain"),
        (b"<!doctype html><script>", "a.txt", "text/plain"),
        (b"%PDF-1.7", "a.txt", "text/plain"),
        (b"%PDF-1.7", "a.pdf", "text/html"),
        (b"%PDF-1.7 /JavaScript", "a.pdf", ""),
        (b"%PDF-1.7 /Encrypt", "a.pdf", ""),
        (picture(), "a.png", "image/png"),
        (picture()[:60], "a.jpg", "image/jpeg"),
        (b"MZ\x90\x00", "a.exe", ""),
        (b"hello", "a.html", "text/html"),
        (b"\x89PNG\r\n\x1a\n", "a.png", ""),
        (b"hello", "noending", ""),
    ],
)
def test_e1_e2_files_that_are_not_what_they_say_are_refused(world, draft, content, name, declared):
    with pytest.raises(Refusal) as refusal:
        add(world, draft.document, content, name, declared)
    assert refusal.value.status in {413, 415, 422}
    assert refusal.value.words
    assert Attachment.objects.count() == 0


def package(*parts: tuple[str, bytes]) -> bytes:
    """A spreadsheet with more in it than there should be."""
    types = b'<Types><Override ContentType="' + MAIN_TYPES["xlsx"] + b'"/></Types>'
    out = BytesIO()
    with ZipFile(out, "w") as made:
        for name, content in (("[Content_Types].xml", types), ("xl/workbook.xml", b"<workbook/>"), *parts):
            made.writestr(name, content)
    return out.getvalue()


def relationship(kind: str) -> tuple[str, bytes]:
    return "xl/_rels/workbook.xml.rels", f'<R><r Type="x/{kind}" Target="//x" TargetMode="External"/></R>'.encode()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (package(("xl/a.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')), "a.xlsx"),
        (package(relationship("externalLinkPath")), "a.xlsx"),
        (package(("xl/macrosheets/sheet1.xml", b"<a/>")), "a.xlsx"),
        (package(("xl/embeddings/oleObject1.bin", b"x")), "a.xlsx"),
        (b"%PDF-1.7 /J#61vaScript", "a.pdf"),
    ],
)
def test_e4_entities_outside_links_and_active_parts_are_refused(world, draft, content, name):
    with pytest.raises(Refusal) as refusal:
        add(world, draft.document, content, name)
    assert refusal.value.words
    assert Attachment.objects.count() == 0


def test_a_spreadsheet_with_a_link_to_follow_is_taken(world, draft):
    add(world, draft.document, package(relationship("hyperlink")), "a.xlsx")
    assert Attachment.objects.count() == 1


def test_e3_a_giant_picture_is_refused_before_decoding(world, draft):
    giant = bytearray(picture("PNG"))
    giant[16:24] = (50_000).to_bytes(4, "big") * 2
    import zlib

    giant[29:33] = zlib.crc32(bytes(giant[12:29])).to_bytes(4, "big")
    with pytest.raises(Refusal):
        add(world, draft.document, bytes(giant), "a.png", "image/png")


def test_e2_long_names_are_shortened(world, draft):
    kept = add(world, draft.document, operating_model(), "x" * 300 + ".docx")
    assert len(kept.original_name) <= 125


def test_a_draft_is_thrown_away_and_the_published_version_stays(client, world, draft):
    page = desk(world, "osallisuus/remove-draft/")
    assert draft.document.versions.count() == 2
    assert "Heitä luonnos pois" in client.get(page).content.decode()
    assert draft.document.versions.count() == 2
    assert client.post(page).status_code == 302
    assert draft.document.versions.get().published_at is not None
    assert Section.objects.filter(version__document=draft.document).exists()
    assert client.post(page).status_code == 404


def test_the_only_draft_of_a_document_is_not_thrown_away_alone(client, world):
    client.post(desk(world, "new-document/"), {"title-fi": "Malli", "title-sv": "Modell"})
    page = desk(world, "malli/remove-draft/")
    assert 'method="post"' not in client.get(page).content.decode().split("<main")[1]
    assert client.post(page).status_code == 409
    assert Document.objects.get(slug="malli").versions.count() == 1
