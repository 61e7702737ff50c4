"""A translator's file of other texts is told in one sentence, and a returned file in its reader's language."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.text import slugify

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.processes.models import Process
from yhdyspinta.translating import actions
from yhdyspinta.translating.files import RowBack, as_excel, code_of
from yhdyspinta.translating.models import ReturnedFile
from yhdyspinta.translating.tests.taking import take
from yhdyspinta.translating.texts import Text, texts_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return factories.authority("pohjanmaa", code="15", bilingual=True)


def named(county, title: str) -> Process:
    made = factories.process(county, slug=slugify(title), published=False)
    Process.objects.filter(pk=made.pk).update(title={"fi": title, "sv": "Sak"}, summary={"fi": "Tiivistelmä."})
    factories.activity(made)
    return Process.objects.select_related("owner").get(pk=made.pk)


@pytest.fixture
def process(county) -> Process:
    return named(county, "Järjestöt")


def home_of(process) -> str:
    return f"/{process.owner.slug}/fi/desk/processes/{process.slug}/translations/"


def brought(who, process, texts: list[Text]):
    content = as_excel(texts, title="Asia", source="fi", target="sv")
    file = SimpleUploadedFile("sv.xlsx", content)
    return signed_in(who).post(f"{home_of(process)}bring-in/?from=fi&to=sv", {"file": file})


def filled(of) -> list[Text]:
    found = texts_of(of, "fi", "sv")
    assert found
    return found


def test_a_file_of_another_process_is_told_in_one_sentence_with_the_way_there(county, process):
    other = named(county, "Kotihoidon palvelulupaukset")
    answer = brought(factories.staff(county), process, filled(other))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "toisen asian tekstejä: ”Kotihoidon palvelulupaukset”" in page
    assert f'href="{home_of(other)}?from=fi&amp;to=sv"' in page
    assert "Tekstiä ei enää ole" not in page
    assert not ReturnedFile.objects.exists()


def test_without_its_own_rows_of_the_process_it_is_still_known(county, process):
    other = named(county, "Kotihoidon palvelulupaukset")
    activity = [text for text in filled(other) if text.key.startswith("activity/")]
    assert "Kotihoidon palvelulupaukset" in brought(factories.staff(county), process, activity).content.decode()


def test_what_the_reader_may_not_see_is_not_named(county, process):
    hidden = named(factories.authority("keski-suomi", code="13"), "Salainen luonnos")
    answer = brought(factories.staff(county), process, filled(hidden))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "toisen asian tekstejä, ei" in page
    assert "Salainen luonnos" not in page
    assert home_of(hidden) not in page


def test_what_is_public_is_named_but_its_page_is_for_its_own_staff(county, process):
    public = named(factories.authority("keski-suomi", code="13"), "Julkinen asia")
    Process.objects.filter(pk=public.pk).update(published_at=factories.EPOCH)
    page = brought(factories.staff(county), process, filled(public)).content.decode()
    assert "toisen asian tekstejä: ”Julkinen asia”" in page
    assert home_of(public) not in page


def test_the_authority_s_own_file_is_told_too(county, process):
    page = brought(factories.staff(county), process, filled(county)).content.decode()
    assert "viranomaisen omia tekstejä" in page
    assert f'href="/{county.slug}/fi/desk/translations/?from=fi&amp;to=sv"' in page


def kept_in_finnish(who, process, rows) -> ReturnedFile:
    return actions.keep_returned(actor=who, of=process, name="x", content=b"x", rows=rows, at=clock.now())


def shown(who, process, kept, language: str) -> str:
    path = f"{home_of(process)}returned/{kept.pk}/".replace("/fi/", f"/{language}/")
    return " ".join(signed_in(who).get(path).content.decode().split())


def test_places_are_told_in_the_reader_s_language_before_and_after_taking(county, process):
    who = factories.staff(county)
    text = next(text for text in filled(process) if text.key.endswith("/summary"))
    kept = kept_in_finnish(who, process, [RowBack(3, code_of(text, "fi", "sv"), "Sammandrag.")])
    ReturnedFile.objects.filter(pk=kept.pk).update(rows=[{**kept.rows[0], "where": "Tiivistelmä lyhyesti"}])
    kept.refresh_from_db()
    assert "Tiivistelmä lyhyesti" not in shown(who, process, kept, "sv")
    assert str(take(who, kept)) == "1"
    after = shown(who, process, kept, "sv")
    assert "Tiivistelmä lyhyesti" not in after
    assert "Sammandrag." in after


def test_a_mangled_code_is_told_in_words(county, process):
    who = factories.staff(county)
    good = code_of(filled(process)[0], "fi", "sv")
    kept = kept_in_finnish(who, process, [RowBack(3, good, "Ny"), RowBack(7, "phase/3l/place|fi>sv|abc", "Plats")])
    page = shown(who, process, kept, "sv")
    assert "phase/3l/place" not in page
    assert "Rad 7, kolumn A" in page
    assert "Koden saknas eller har ändrats" in page
