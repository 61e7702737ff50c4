"""Texts leave as one file and come back as one: nothing half taken, nothing overwritten unseen."""

from io import BytesIO
from uuid import uuid4

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils.translation import override
from docx.oxml.ns import qn

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers.models import Answer, Summary
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import DocumentVersion, Section, SectionText
from yhdyspinta.intake.importing.cells import rows_of
from yhdyspinta.material.actions.bulk import Change, change_comments
from yhdyspinta.material.models import Translation
from yhdyspinta.moderation.actions import mask
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Process
from yhdyspinta.translating import actions
from yhdyspinta.translating.files import RowBack, as_excel, as_word, code_of, rows_back
from yhdyspinta.translating.models import ReturnedFile
from yhdyspinta.translating.tests.taking import shown_on, take
from yhdyspinta.translating.texts import Text, texts_of
from yhdyspinta.wording.parts import TextPart
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    return factories.authority("pohjanmaa", code="15", bilingual=True)


@pytest.fixture
def process(county) -> Process:
    """A draft with texts of each kind, in Finnish."""
    made = factories.process(county, published=False)
    Process.objects.filter(pk=made.pk).update(title={"fi": "Asia", "sv": "Sak"}, summary={"fi": "Tiivistelmä."})
    activity = factories.activity(made)
    document = factories.document(activity, sections=1)
    draft = DocumentVersion.objects.create(
        document=document, number=2, name={"fi": "2", "sv": "2"}, created_at=factories.EPOCH
    )
    section = Section.objects.create(version=draft, position=1, number="1", anchor="yksi")
    SectionText.objects.create(section=section, language="fi", heading="Otsikko", body="Leipä.\n\nToinen.")
    now = clock.now()
    Answer.objects.create(
        activity=activity, number=1, title={"fi": "Määräaika"}, body={"fi": "Vastaus.", "sv": "Svar."}, created_at=now,
        saved_at=now,
    )  # fmt: skip
    Summary.objects.create(activity=activity, body={"fi": "Mitä sanottiin."}, saved_at=now)
    made.refresh_from_db()
    return made


@pytest.fixture
def bertta(county):
    return factories.staff(county)


def missing(process: Process) -> list[Text]:
    return [text for text in texts_of(process, "fi", "sv") if text.is_missing]


def keep(who, process, pairs, content=b"x"):
    return actions.keep_returned(
        actor=who, of=process, name="sv.xlsx", content=content, at=clock.now(),
        rows=[RowBack(number, *pair) for number, pair in enumerate(pairs, start=3)],
    )  # fmt: skip


def translated(texts) -> list[tuple[str, str]]:
    return [(code_of(text, "fi", "sv"), f"På svenska: {text.source}") for text in texts]


def test_what_is_missing_is_listed_and_what_stands_published_is_not(process):
    assert [text.key.split("/")[0] for text in missing(process)] == [
        "process", "section", "section", "summary", "answer",
    ]  # fmt: skip


def test_word_is_told_the_language_of_the_original_and_of_the_translation():
    texts = [Text("a", "Paikka", "Teksti", "Text", TextPart("Nimi", 100))]
    with override("fi"):
        file = docx.Document(BytesIO(as_word(texts, title="Asia", source="sv", target="en")))
    spoken = [[mark.get(qn("w:val")) for mark in cell._tc.iter(qn("w:lang"))] for cell in file.tables[0].rows[1].cells]
    assert spoken == [[], [], ["sv-FI"], ["en-GB"]]
    assert file.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "fi-FI"


@pytest.mark.parametrize("make", [as_excel, as_word])
def test_a_file_goes_out_and_comes_back_the_same(process, make):
    texts = texts_of(process, "fi", "sv")
    content = make(texts, title="Asia", source="fi", target="sv")
    name = "x.xlsx" if make is as_excel else "x.docx"
    assert [row[1:3] for row in rows_back(content, name)] == [
        (code_of(text, "fi", "sv"), text.target) for text in texts
    ]
    assert content == make(texts, title="Asia", source="fi", target="sv") or make is as_word


def test_words_of_the_file_never_start_a_formula_e6():
    text = Text("process/1/title", "Otsikko", "=HYPERLINK(1)", "+1", TextPart("Otsikko", 200))
    rows = rows_of(as_excel([text], title="=1", source="fi", target="sv"), "x.xlsx")
    assert rows[2][2:4] == ["=HYPERLINK(1)", "+1"]  # read as text: a formula would come back as its value


def test_e4_a_cell_that_says_it_spans_a_million_columns_is_one_cell(process):

    file = docx.Document()
    table = file.add_table(rows=1, cols=4)
    for cell, words in zip(table.rows[0].cells, ("a|b|c", "Missä", "Alku", "Käännös"), strict=True):
        cell.text = words
    for cell in table.rows[0].cells:
        cell._tc.grid_span = 1_000_000
    kept = BytesIO()
    file.save(kept)
    assert rows_back(kept.getvalue(), "a.docx") == [RowBack(1, "a|b|c", "Käännös", "", "")]


def test_every_text_lands_in_its_place(process, bertta):
    kept = keep(bertta, process, translated(missing(process)))
    assert take(bertta, kept) == 5
    process.refresh_from_db()
    assert missing(process) == []
    assert process.summary == {"fi": "Tiivistelmä.", "sv": "På svenska: Tiivistelmä."}
    assert SectionText.objects.get(language="sv", section__anchor="yksi").body == "På svenska: Leipä.\n\nToinen."
    answer = Answer.objects.get()
    assert (answer.title["sv"], answer.body["sv"]) == ("På svenska: Määräaika", "Svar.")
    assert Summary.objects.get().body["sv"] == "På svenska: Mitä sanottiin."


def test_taking_twice_changes_nothing_more(process, bertta):
    kept = keep(bertta, process, translated(missing(process)))
    take(bertta, kept)
    lines = Entry.objects.count()
    assert take(bertta, kept) == 0
    assert Entry.objects.count() == lines


def test_the_same_file_is_kept_once(process, bertta):
    pairs = translated(missing(process))
    assert keep(bertta, process, pairs) == keep(bertta, process, pairs)


def test_f10_somebody_who_wrote_meanwhile_is_not_overwritten(process, bertta):
    kept = keep(bertta, process, translated(missing(process)))
    Process.objects.filter(pk=process.pk).update(summary={"fi": "Tiivistelmä.", "sv": "Egna ord."})
    with pytest.raises(Refusal, match="texts_changed_meanwhile"), transaction.atomic():
        take(bertta, kept)
    assert not SectionText.objects.filter(language="sv", section__anchor="yksi").exists()
    process.refresh_from_db()
    assert process.summary["sv"] == "Egna ord."


def test_a_changed_original_is_marked_and_wrong_rows_are_told(process, bertta):
    texts = missing(process)
    pairs = translated(texts)
    Process.objects.filter(pk=process.pk).update(summary={"fi": "Uusi tiivistelmä."})
    process.refresh_from_db()
    pairs += [("process/1/nothing|fi>sv|0000000000", "Ord"), ("answer/1/title|fi>en|0", "Words"), ("Otsikko", "Ord")]
    pairs += [(next(code for code, words in pairs if "Määräaika" in words), "x" * 200)]
    kept = keep(bertta, process, pairs)
    assert [row["note"] for row in kept.rows if row["key"].endswith("/summary")] == ["original_changed"]
    assert sorted(problem["problem"] for problem in kept.problems) == ["no_code", "too_long", "unknown", "unknown"]
    look = f"/{process.owner.slug}/fi/desk/processes/{process.slug}/translations/returned/{kept.pk}/"
    page = " ".join(signed_in(bertta).get(look).content.decode().split())
    last = 2 + len(pairs)
    assert f"Rivi {last}, sarake D" in page
    assert "Käännöksessä on 200 merkkiä, ja enintään 150 mahtuu." in page
    assert f"Rivi {last - 1}, sarake A" in page


def test_a_moved_column_is_told_by_its_own_name_and_a_word_file_by_its_row(process, bertta):
    pairs = translated(missing(process))
    kept = keep(bertta, process, [*pairs, ("Otsikko", "Ord", "F", "B"), ("Otsikko", "Ord", "", "")])
    look = f"/{process.owner.slug}/fi/desk/processes/{process.slug}/translations/returned/{kept.pk}/"
    page = " ".join(signed_in(bertta).get(look).content.decode().split())
    assert f"Rivi {3 + len(pairs)}, sarake F:" in page
    assert f"Taulukon rivi {4 + len(pairs)}:" in page


@pytest.mark.parametrize("pairs", [[], [("process/title|fi>fi|0", "Ord")], [("process/title|xx>sv|0", "Ord")]])
def test_a_file_of_something_else_is_refused(process, bertta, pairs):
    with pytest.raises(Refusal):
        keep(bertta, process, pairs)
    assert not ReturnedFile.objects.exists()


def test_the_whole_way_on_the_pages(process, bertta, county):
    desk = signed_in(bertta)
    home = f"/{county.slug}/fi/desk/processes/{process.slug}/translations/"
    page = desk.get(home).content.decode()
    assert "5 tekstiltä puuttuu käännös" in page
    assert home in desk.get(f"/{county.slug}/fi/desk/processes/{process.slug}/").content.decode()
    word = desk.get(f"{home}file/?from=fi&to=sv&kind=docx").content
    made = docx.Document(BytesIO(word))
    for row in made.tables[0].rows[1:]:
        row.cells[3].text = "Översatt: " + row.cells[2].text
    kept = BytesIO()
    made.save(kept)
    response = desk.post(f"{home}bring-in/", {"file": SimpleUploadedFile("tillbaka.docx", kept.getvalue())})
    look = desk.get(response.url).content.decode()
    assert "Översatt: Tiivistelmä." in look
    assert look.count('name="left"') == 5
    done = desk.post(response.url, {"seen": shown_on(look)}, follow=True).content.decode()
    assert "5 tekstiä muuttui" in done
    assert "Tällä kielellä ei puutu mitään" in done


@pytest.mark.parametrize(("name", "content"), [("x.xlsx", b"nonsense"), ("x.docx", b""), ("x.csv", b"a;b;c;d")])
def test_a_file_that_cannot_be_read_is_told_at_its_field(process, bertta, county, name, content):
    desk = signed_in(bertta)
    home = f"/{county.slug}/fi/desk/processes/{process.slug}/translations/bring-in/"
    page = desk.post(home, {"file": SimpleUploadedFile(name, content)})
    assert page.status_code == 422
    assert 'href="#id_file"' in page.content.decode()


def test_few_queries_for_many_texts(process, bertta, county, django_assert_max_num_queries):
    draft = DocumentVersion.objects.get(number=2)
    for place in range(2, 40):
        section = Section.objects.create(version=draft, position=place, number=str(place), anchor=f"kohta-{place}")
        SectionText.objects.create(section=section, language="fi", heading="Otsikko", body="Leipä.")
    desk = signed_in(bertta)
    with django_assert_max_num_queries(15):
        desk.get(f"/{county.slug}/sv/desk/processes/{process.slug}/translations/")


@pytest.fixture
def chosen(process, bertta) -> list[Comment]:
    """Two comments, of which one was chosen to be translated."""
    Process.objects.filter(pk=process.pk).update(published_at=factories.EPOCH)
    section = Section.objects.get(version__number=1, version__document__activity__process=process)
    made = [factories.comment(factories.guest(), section, f"Määräaika, Matti {place}.") for place in range(2)]
    change_comments(
        actor=bertta, activity=made[0].activity, key=uuid4(), change=Change("to_translate", language="sv"),
        comments=[made[0].pk], at=clock.now(),
    )  # fmt: skip
    return made


def of_comments(process) -> list[Text]:
    return [text for text in missing(process) if text.is_of_sender]


def test_chosen_comments_go_out_and_come_back(process, bertta, chosen):
    (text,) = of_comments(process)
    assert text.source == "Määräaika, Matti 0."
    kept = keep(bertta, process, translated([text]))
    assert [row["source"] for row in kept.rows] == [""]  # a sender's words stand in one place
    assert take(bertta, kept) == 1
    assert Translation.objects.get().text == "På svenska: Määräaika, Matti 0."
    assert of_comments(process) == []


def test_a_comment_without_its_translation_is_one_click_away(process, bertta, chosen):
    desk, number = signed_in(bertta), chosen[0].number
    page = desk.get(f"/{process.owner.slug}/fi/desk/processes/{process.slug}/translations/").content.decode()
    path = activity_address(chosen[0].activity, "material:comment", language="fi", number=number)
    assert f'href="{path}">Kommentti {number}</a>' in page
    assert desk.get(path).status_code == 200


def test_a_comment_masked_meanwhile_is_not_taken(process, bertta, chosen):
    pairs = translated(of_comments(process))
    kept = keep(bertta, process, pairs)
    look = f"/{process.owner.slug}/fi/desk/processes/{process.slug}/translations/returned/{kept.pk}/"
    desk = signed_in(bertta)
    assert "På svenska: Määräaika, Matti 0." in desk.get(look).content.decode()
    mask(actor=bertta, comment=chosen[0], spans=[(11, 16)], reason="personal_data", revision=1, at=clock.now())
    assert "Matti" not in desk.get(look).content.decode()
    with pytest.raises(Refusal, match="texts_changed_meanwhile"), transaction.atomic():
        take(bertta, kept)
    again = keep(bertta, process, pairs)
    assert [problem["problem"] for problem in again.problems] == ["sender_changed"]
    assert of_comments(process)[0].source == "Määräaika, [▒▒▒] 0."


def test_a_language_into_itself_gets_a_clear_answer(process, bertta, county):
    home = f"/{county.slug}/sv/desk/processes/{process.slug}/translations/"
    answer = signed_in(bertta).get(f"{home}?from=fi&to=fi")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Välj två olika språk" in page
    assert page.count('<option value="fi" selected>') == 2  # the choice stays
    assert "utan översättning" not in page  # and no other pair's list
    assert signed_in(bertta).get(f"{home}file/?from=fi&to=fi").status_code == 422


def test_long_lists_go_on_page_by_page(process, bertta, county):
    now = clock.now()
    ReturnedFile.objects.bulk_create(
        ReturnedFile(
            process=process, digest=f"{n}", name=f"tiedosto-{n:02}.xlsx", source="fi", target="sv", read_at=now
        )
        for n in range(12)
    )
    draft = DocumentVersion.objects.get(number=2)
    for place in range(2, 60):
        section = Section.objects.create(version=draft, position=place, number=str(place), anchor=f"kohta-{place}")
        SectionText.objects.create(section=section, language="fi", heading=f"Otsikko-{place}.", body="Leipä.")
    desk = signed_in(bertta)
    home = f"/{county.slug}/fi/desk/processes/{process.slug}/translations/"
    first = desk.get(home)
    assert "tiedosto-11.xlsx" in first.content.decode()
    assert "tiedosto-01.xlsx" not in first.content.decode()
    assert "tiedosto-01.xlsx" in desk.get(home + first.context["file_ways"]["next_url"]).content.decode()
    assert "Otsikko-58." not in first.content.decode()
    second = desk.get(home + first.context["missing_ways"]["next_url"])
    assert "Otsikko-58." in second.content.decode()
    assert second.context["missing_ways"]["next_url"] == ""
    assert desk.get(home + second.context["missing_ways"]["previous_url"]).status_code == 200
    assert desk.get(f"{home}?start=999999").status_code == 200
