"""Files beside a document."""

import errno
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from tests import factories as make
from tests.questions import assert_asks
from yhdyspinta.documents import actions
from yhdyspinta.documents.importing.archives import MAIN_TYPES
from yhdyspinta.documents.models import Attachment
from yhdyspinta.documents.tests.pages.desk import desk
from yhdyspinta.documents.tests.word_files import operating_model
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize(
    ("language", "question", "button", "cancel"),
    [
        ("fi", "Poistetaanko tiedosto?", "Poista tiedosto", "Peruuta"),
        ("sv", "Ska filen tas bort?", "Ta bort filen", "Avbryt"),
        ("en", "Remove the file?", "Remove the file", "Cancel"),
    ],
)
def test_a_file_is_removed_only_after_asking(client, world, draft, language, question, button, cancel):
    name = Wording(fi="Kartta", sv="Kartta")
    kept = actions.add_attachment(
        actor=world.bertta, document=draft.document, content=picture(), file_name="kartta.jpg",
        declared_type="image/jpeg", name=name, language="", at=world.at,
    )  # fmt: skip
    page = desk(world, "osallisuus/attachments/", language)
    assert f'href="{page}{kept.pk}/remove/"' in client.get(page).content.decode()
    asked = client.get(f"{page}{kept.pk}/remove/").content.decode()
    assert_asks(asked, question=question, button=button, cancel=cancel, back=page)
    assert "Kartta" in asked
    assert Attachment.objects.get().removed_at is None
    client.post(f"{page}{kept.pk}/remove/")
    assert Attachment.objects.get().removed_at is not None


def test_e3_a_picture_is_made_anew_without_place_and_maker(client, world, draft):
    exif = Image.Exif()
    exif[0x013B] = "Salainen Kuvaaja"
    exif.get_ifd(0x8825).update({1: "N", 2: (62.0, 14.0, 30.0), 3: "E", 4: (25.0, 44.0, 50.0)})
    sent = picture(exif=exif)
    assert Image.open(BytesIO(sent)).getexif().get_ifd(0x8825)
    page = desk(world, "osallisuus/attachments/")
    file = SimpleUploadedFile("kuva.jpg", sent, "image/jpeg")
    assert client.post(page, {"file": file, "name-fi": "Kuva", "language": ""}).status_code == 302
    with Attachment.objects.get().file.open() as kept, Image.open(kept) as made:
        assert made.size == (20, 10)
        assert not made.getexif()
        assert not {"exif", "xmp", "comment", "iptc"} & set(made.info)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EDQUOT])
def test_f5_a_full_file_store_has_its_page_and_takes_the_file_afterwards(client, world, draft, monkeypatch, number):
    page = desk(world, "osallisuus/attachments/")

    def send():
        file = SimpleUploadedFile("kuva.jpg", picture(), "image/jpeg")
        return client.post(page, {"file": file, "name-fi": "Kuva", "language": ""})

    def full(*_arguments, **_options):
        raise OSError(number, "no room")

    client.raise_request_exception = False
    with monkeypatch.context() as disk:
        disk.setattr(FileSystemStorage, "_save", full)
        answer = send()
    assert answer.status_code == 503
    assert "Yritä hetken" in answer.content.decode()
    assert not Attachment.objects.exists()
    assert send().status_code == 302
    assert Attachment.objects.count() == 1


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
