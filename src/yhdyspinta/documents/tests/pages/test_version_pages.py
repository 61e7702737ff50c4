"""Publishing, comparing, printing and throwing away versions at the desk."""

import pytest
from django.test import Client

from yhdyspinta.documents import actions
from yhdyspinta.documents.models import Document, Section
from yhdyspinta.documents.queries import reading
from yhdyspinta.documents.tests.pages.desk import desk
from yhdyspinta.processes.models import Process

pytestmark = pytest.mark.django_db


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
