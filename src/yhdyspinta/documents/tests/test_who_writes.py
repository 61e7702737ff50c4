"""Who may write documents, and two who write at once."""

from datetime import timedelta

import pytest

from tests import factories as make
from yhdyspinta.audit.models import Entry
from yhdyspinta.documents import actions
from yhdyspinta.documents.models import Document
from yhdyspinta.documents.tests.writing import numbers, refused
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


def test_only_staff_of_the_process_may_write(world, draft):
    document, section = draft.document, draft.sections.first()
    for actor in (world.cai, make.staff(make.authority("varha", code="2"), email="dora@example.org")):
        common = {"actor": actor, "at": world.at}
        assert refused(actions.create_document, activity=world.activity, title=Wording(fi="x"), **common).status == 403
        for action, values in (
            (
                actions.save_section_text,
                {"section": section, "language": "fi", "heading": "x", "body": "y", "revision": 2},
            ),
            (actions.remove_section, {"section": section}),
            (actions.publish_version, {"version": draft}),
            (actions.remove_document, {"document": document}),
            (actions.start_version, {"document": document}),
        ):
            assert refused(action, **values, **common).code == "not_your_role"
    assert numbers(draft)[0] == ("1", "Yksi")


def test_a_partner_may_write_but_not_publish(world, draft):
    partner = make.authority("jyvaskyla", code="99", area=None)
    from yhdyspinta.processes.models import ProcessPartner

    ProcessPartner.objects.create(process=world.process, authority=partner, joined_at=world.at)
    elli = make.staff(partner, email="elli@example.org")
    actions.add_section(actor=elli, version=draft, headings=Wording(fi="Neljä"), at=world.at)
    assert refused(actions.publish_version, actor=elli, version=draft, at=world.at).code == "not_your_role"


def test_f10_the_second_editor_gets_both_texts_and_nothing_is_overwritten(world, draft):
    section = draft.sections.first()
    base = section.texts.get(language="fi").revision
    common = {"actor": world.bertta, "section": section, "language": "fi", "revision": base, "at": world.at}
    actions.save_section_text(heading="Yksi", body="Ensimmäisen kirjoittajan teksti.", **common)
    clash = refused(actions.save_section_text, heading="Yksi", body="Toisen kirjoittajan teksti.", **common)
    assert clash.code == "changed_meanwhile"
    assert clash.values["body"] == "Ensimmäisen kirjoittajan teksti."
    assert section.texts.get(language="fi").body == "Ensimmäisen kirjoittajan teksti."
    actions.save_section_text(heading="Ett", body="Svensk.", **{**common, "language": "sv"})  # another language is free


def test_saving_often_leaves_one_line_in_the_trail_a_quarter_of_an_hour(world, draft):
    section = draft.sections.first()
    before = Entry.objects.filter(verb="documents.section_saved").count()
    for step in range(4):
        text = section.texts.get(language="fi")
        actions.save_section_text(
            actor=world.bertta,
            section=section,
            language="fi",
            heading="Yksi",
            body=f"v{step}",
            revision=text.revision,
            at=world.at + timedelta(minutes=7 * step),
        )
    assert Entry.objects.filter(verb="documents.section_saved").count() == before + 1


def test_document_titles_are_not_overwritten_silently(world, draft):
    document = draft.document
    common = {"actor": world.bertta, "document": document, "summary": Wording(), "revision": 1, "at": world.at}
    actions.edit_document(title=Wording(fi="Uusi nimi"), **common)
    clash = refused(actions.edit_document, title=Wording(fi="Toinen nimi"), **common)
    assert clash.values["title"] == {"fi": "Uusi nimi"}
    assert str(Document.objects.get(pk=document.pk).title) == "Uusi nimi"
