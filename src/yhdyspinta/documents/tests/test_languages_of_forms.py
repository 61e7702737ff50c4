"""Who writes a document sees first the languages that the authority owes; the others wait folded."""

import pytest

from tests import factories
from tests.factories import signed_in
from tests.folds import folded
from yhdyspinta.audit import clock
from yhdyspinta.documents import actions

pytestmark = pytest.mark.django_db
DOCUMENTS = "/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/documents"


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def draft(county):
    bertta = factories.staff(county)
    document = factories.document(factories.activity(factories.process(county)))
    draft = actions.start_version(actor=bertta, document=document, at=clock.now())
    draft.sections.first().texts.exclude(language="fi").delete()
    return draft


@pytest.fixture
def bertta(draft, county):
    return signed_in(county.role_grants.get(role="coordinator").person)


@pytest.mark.parametrize(
    ("path", "name"),
    [("new-document/", "title"), ("osallisuus/sections/new/", "headings"), ("osallisuus/attachments/", "name")],
)
def test_the_languages_that_may_wait_are_folded(bertta, path, name):
    page = bertta.get(f"{DOCUMENTS}/{path}").content.decode()
    assert f'name="{name}-fi"' not in folded(page)
    assert f'name="{name}-fi"' in page
    assert f'name="{name}-sv"' in folded(page)


def test_a_section_is_written_in_the_owed_language_first(bertta, draft):
    page = bertta.get(f"{DOCUMENTS}/osallisuus/sections/{draft.sections.first().pk}/").content.decode()
    assert 'name="body_fi"' not in folded(page)
    assert 'name="body_sv"' in folded(page)
    assert '<span lang="sv">' in folded(page)


def test_what_is_written_in_a_folded_language_is_kept_and_stands_open(bertta, draft):
    section = draft.sections.first()
    path = f"{DOCUMENTS}/osallisuus/sections/{section.pk}/"
    too_long = bertta.post(path, {"heading_fi": "Alku", "heading_sv": "x" * 1_000, "revision_fi": "1"})
    page = too_long.content.decode()
    assert too_long.status_code == 422
    assert "x" * 1_000 in page
    assert 'name="heading_sv"' not in folded(page)
    sent = {"heading_fi": "Alku", "heading_sv": "Inledning", "revision": section.revision}
    sent |= {"revision_fi": section.texts.get(language="fi").revision, "revision_sv": "0"}
    assert bertta.post(path, sent).status_code == 302
    page = bertta.get(path).content.decode()
    assert "Inledning" in page
    assert 'name="heading_sv"' not in folded(page)
