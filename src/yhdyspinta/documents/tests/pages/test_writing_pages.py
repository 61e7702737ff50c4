"""Writing sections at the desk."""

import pytest

from yhdyspinta.audit import clock
from yhdyspinta.documents import actions
from yhdyspinta.documents.tests.pages.desk import HOSTILE, desk, section_data
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


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
