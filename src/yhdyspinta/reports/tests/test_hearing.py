"""The attachment for an agenda tells what was asked, who was heard and what was said, and names who gave a statement."""

from io import BytesIO

import docx
import pytest
from django.test import Client
from docx.document import Document as WordFile
from docx.oxml.ns import qn

from tests import factories
from yhdyspinta.answers.tests import scene as answering
from yhdyspinta.answers.tests.scene import fresh
from yhdyspinta.audit import clock
from yhdyspinta.comments.counters import change_state
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.documents.models import Document
from yhdyspinta.material.models import CommentTheme, Theme
from yhdyspinta.people.models import Organisation, Person, Representation
from yhdyspinta.reports import actions, word
from yhdyspinta.reports.figures import figures_of
from yhdyspinta.reports.tests import scene
from yhdyspinta.statements.models import Statement

pytestmark = pytest.mark.django_db


def of_organisation(document: Document, name: str, *, verified: bool = True, confirmed: bool = True) -> Comment:
    """A comment of somebody who speaks for an organisation."""
    who, at = factories.guest(), clock.now()
    made = factories.comment(who, document.versions.first().sections.first())
    organisation, _new = Organisation.objects.get_or_create(
        authority=document.activity.process.owner, name=name, skeleton=name,
        defaults={"created_at": at, "verified_at": at if verified else None},
    )  # fmt: skip
    Representation.objects.create(
        person=who, organisation=organisation, since=at, confirmed_at=at if confirmed else None
    )
    Sender.objects.filter(person=who).update(organisation=organisation, capacities=["organisation"])
    return made


def attachment(bertta: Person, document: Document, language: str = "fi") -> WordFile:
    made = actions.make_hearing_summary(actor=bertta, activity=document.activity, at=clock.now(), although_waiting=True)
    return docx.Document(BytesIO(word.hearing_file(made, language)))


def test_only_confirmed_organisations_with_something_to_read_are_named(document):
    of_organisation(document, "Vanhusneuvosto")
    of_organisation(document, "Asukasyhdistys")
    of_organisation(document, "Asukasyhdistys")
    of_organisation(document, "Tuntematon", verified=False)
    of_organisation(document, "Vahvistamaton", confirmed=False)
    change_state(of_organisation(document, "Piilotettu"), "hidden")
    assert figures_of(document.activity, at=clock.now())["organisations"] == ["Asukasyhdistys", "Vanhusneuvosto"]
    assert figures_of(document.activity, at=clock.now())["gave_statement"] == []


@pytest.mark.parametrize(
    ("language", "words", "headings", "caption"),
    [
        (
            "fi", {"Lausunnon antoi: Asukasyhdistys.", "Järjestön edustaja kommentoi: Vanhusneuvosto."},
            ["Mitä kysyttiin", "Kierroksen asiakirjat", "Ketkä olivat mukana", "Mitä sanottiin", "Miten kommentit käsiteltiin", "Vastaukset perusteluineen"],
            "Kommentit teemoittain",
        ),
        (
            "sv", {"Utlåtande gavs av: Asukasyhdistys.", "En företrädare för en organisation kommenterade: Vanhusneuvosto."},
            ["Vad som frågades", "Rundans dokument", "Vilka deltog", "Vad som sades", "Hur kommentarerna behandlades", "Svar med motivering"],
            "Kommentarer per tema",
        ),
    ],
)  # fmt: skip
def test_the_attachment_tells_all_that_was_heard(bertta, document, language, words, headings, caption):
    first = fresh(of_organisation(document, "Asukasyhdistys"))
    theme = Theme.objects.create(
        activity=document.activity, name={"fi": "Aukiolo", "sv": "Öppettider"}, made_at=clock.now()
    )
    CommentTheme.objects.create(theme=theme, comment=first)
    answering.publish(bertta, answering.write(bertta, answering.start(bertta, first)))
    of_organisation(document, "Vanhusneuvosto")
    Statement.objects.create(
        activity=document.activity, organisation=first.sender.organisation, language="fi", opened_at=clock.now(),
        receipt=first.receipt,
    )  # fmt: skip
    scene.save(bertta, document)
    file = attachment(bertta, document, language)
    texts = [one.text for one in file.paragraphs]
    assert [one.text for one in file.paragraphs if one.style.name.startswith("Heading")] == headings
    assert (words | {caption, scene.WORDS.asked[language]}) - set(texts) == {scene.WORDS.asked[language]}
    scene.publish(bertta, document)  # what it publishes stands in the next attachment
    assert scene.WORDS.asked[language] in [one.text for one in attachment(bertta, document, language).paragraphs]
    cells = [[cell.text for cell in row.cells] for table in file.tables for row in table.rows]
    assert [{"fi": "Aukiolo", "sv": "Öppettider"}[language], "1"] in cells
    page = Client().get(scene.path_of(document, language=language, version=1)).content.decode()
    assert all(line in page for line in words)


def test_words_in_one_language_only_are_marked_in_the_attachment_as_on_the_page(bertta, document):
    scene.answered(bertta, document, 1)
    scene.save(bertta, document)
    version = scene.publish(bertta, document)
    made = actions.make_hearing_summary(actor=bertta, activity=document.activity, at=clock.now(), although_waiting=True)
    made.figures["words"]["asked"] = {"fi": "Kysyimme **kaikilta**:\n\n- asukkailta"}
    made.figures["answers"][0] |= {"title": {"fi": "Aukiolo"}, "body": {"fi": "Luetaan **kaikki**.\n\n1. ensin"}}
    version.words["asked"], version.figures["answers"] = made.figures["words"]["asked"], made.figures["answers"]
    for content in (word.hearing_file(made, "sv"), word.report_file(version, "sv")):
        file = docx.Document(BytesIO(content))
        shaped = {one.text: one for one in file.paragraphs}
        assert {"suomi", "Kysyimme kaikilta:"} <= set(shaped)
        assert [run.text for run in shaped["Kysyimme kaikilta:"].runs if run.bold] == ["kaikilta"]
        assert shaped["asukkailta"].style.name == "List Bullet"
        title, _count, _handling, answer = file.tables[-1].rows[1].cells
        assert title.text == "Aukiolo (suomi)"
        assert answer.text.startswith("suomi\nLuetaan kaikki.\nensin")
        said = {run.text: run._r.rPr is not None and run._r.rPr.find(qn("w:lang")) for run in answer.paragraphs[1].runs}
        assert said["kaikki"].get(qn("w:val")) == "fi-FI"
        assert file.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "sv-FI"
