"""A solution or material may have a file in each language: a reader gets the one of the page, or another that is marked."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from yhdyspinta.audit import clock
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.reports import practices
from yhdyspinta.reports.models import Practice, PracticeFile
from yhdyspinta.reports.tests import scene
from yhdyspinta.reports.tests.test_practices import section_of, sent

pytestmark = pytest.mark.django_db
IN_FINNISH, IN_SWEDISH = ('<span lang="fi">suomi</span>', '<span lang="sv">svenska</span>')


def file_of(words: str, name: str = "lomake.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, words.encode(), "text/plain")


def read(document, language: str) -> str:
    """What a reader of the page in this language is given."""
    path = process_address(
        document.activity.process, "reports:practice_file", language=language, practice=Practice.objects.get().pk
    )
    return b"".join(Client().get(path).streaming_content).decode()


def shown(document, language: str) -> str:
    page = Client().get(scene.path_of(document, "practices", language=language))
    assert page.status_code == 200
    return page.content.decode()


def add(desk, document, **files: SimpleUploadedFile):
    answer = desk.post(scene.path_of(document, "manage_practices"), sent(section_of(document), **files))
    assert answer.status_code == 302


def change(desk, document, **changes: object):
    row = Practice.objects.get()
    mended = sent(section_of(document), revision=row.revision, **changes)
    return desk.post(scene.path_of(document, "edit_practice", practice=row.pk), mended)


def test_each_reader_gets_the_file_of_the_page(desk, document):
    add(desk, document, file_fi=file_of("Lomake."), file_sv=file_of("Blankett.", "blankett.txt"))
    assert [read(document, language) for language in ("fi", "sv", "en")] == ["Lomake.", "Blankett.", "Lomake."]
    assert IN_FINNISH not in shown(document, "fi")
    assert IN_SWEDISH not in shown(document, "sv")
    assert IN_FINNISH in shown(document, "en")
    assert 'hreflang="fi"' in shown(document, "en")


def test_one_that_is_in_another_language_only_is_marked_with_it(desk, document):
    add(desk, document, file_sv=file_of("Blankett."))
    assert {read(document, language) for language in ("fi", "sv", "en")} == {"Blankett."}
    assert IN_SWEDISH in shown(document, "fi")
    assert IN_SWEDISH not in shown(document, "sv")


def test_one_that_is_the_same_in_every_language_is_marked_with_none(desk, document):
    add(desk, document, file=file_of("Taulukko."), file_sv=file_of("Tabell."))
    assert [read(document, language) for language in ("fi", "sv", "en")] == ["Taulukko.", "Tabell.", "Taulukko."]
    assert IN_SWEDISH not in shown(document, "fi")
    assert IN_SWEDISH not in shown(document, "sv")


@pytest.mark.django_db(transaction=True)
def test_each_is_replaced_and_taken_away_by_itself(desk, document):
    add(desk, document, file_fi=file_of("Lomake."), file_sv=file_of("Blankett."))
    names = dict(PracticeFile.objects.values_list("language", "file"))
    page = desk.get(scene.path_of(document, "edit_practice", practice=Practice.objects.get().pk)).content.decode()
    assert "Korvaa tiedosto lomake.txt, suomi" in page
    assert change(desk, document, file_sv=file_of("Ny blankett.")).status_code == 302
    assert [read(document, language) for language in ("fi", "sv")] == ["Lomake.", "Ny blankett."]
    assert [default_storage.exists(names[language]) for language in ("fi", "sv")] == [True, False]
    assert change(desk, document, drops_file_fi="on").status_code == 302
    assert [read(document, language) for language in ("fi", "sv")] == ["Ny blankett.", "Ny blankett."]
    assert not default_storage.exists(names["fi"])


def test_a_file_is_refused_at_its_own_field_and_the_others_are_not_stored(desk, document):
    wrong = SimpleUploadedFile("kuva.pdf", b"Ei kuva.", "application/pdf")
    answer = desk.post(
        scene.path_of(document, "manage_practices"), sent(section_of(document), file_fi=file_of("A."), file_sv=wrong)
    )
    assert answer.status_code in {415, 422}
    assert "#id_file_sv" in answer.content.decode()
    assert not Practice.objects.exists()
    assert not PracticeFile.objects.exists()


def test_staff_see_which_languages_have_a_file_and_a_removed_one_has_none(desk, document):
    add(desk, document, file_fi=file_of("Lomake."), file_sv=file_of("Blankett."))
    assert "Myös kielillä: svenska" in desk.get(scene.path_of(document, "manage_practices")).content.decode()
    assert "Myös kielillä" not in shown(document, "fi")
    asked = scene.path_of(document, "remove_practice", practice=Practice.objects.get().pk)
    assert "Sen tiedostot poistetaan pysyvästi." in desk.get(asked).content.decode()
    desk.post(asked)
    assert not PracticeFile.objects.exists()


@pytest.mark.parametrize(
    ("there", "reader", "given"),
    [(["sv"], "fi", "sv"), (["", "sv"], "fi", ""), (["en", "sv"], "fi", "sv"), (["se"], "fi", "se"), (["fi", ""], "fi", "fi")],
)  # fmt: skip
def test_the_next_best_language(there, reader, given):
    assert practices.language_for(there, reader) == given


def test_a_file_from_before_stays_for_every_reader(document):
    row = Practice.objects.create(
        section=section_of(document), kind="support", title={"fi": "Lomake"}, added_at=clock.now()
    )
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    executor = MigrationExecutor(connection)
    executor.migrate([("reports", "0008_practices_within_a_section")])
    before = executor.loader.project_state([("reports", "0008_practices_within_a_section")]).apps
    before.get_model("reports", "Practice").objects.filter(pk=row.pk).update(
        file=default_storage.save("attachments/vanha.txt", ContentFile(b"Vanha.")), original_name="lomake.txt",
        content_type="text/plain", size=6,
    )  # fmt: skip
    MigrationExecutor(connection).migrate([("reports", "0010_practices_without_file")])
    assert [read(document, language) for language in ("fi", "sv")] == ["Vanha.", "Vanha."]
    assert PracticeFile.objects.get().original_name == "lomake.txt"
