"""A form opens with the languages that the authority owes; the others wait folded."""

import pytest

from tests import factories
from tests.factories import signed_in
from tests.folds import folded

pytestmark = pytest.mark.django_db
DESK = "/keski-suomi/fi/desk"


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def bertta(county):
    return signed_in(factories.staff(county))


def test_a_finnish_county_writes_finnish_first(county, bertta):
    page = bertta.get(f"{DESK}/new-process/").content.decode()
    assert 'name="title-fi"' in page
    assert 'name="title-fi"' not in folded(page)
    assert 'name="title-sv"' in folded(page)
    assert 'name="title-en"' in folded(page)


def test_a_bilingual_county_writes_both_side_by_side():
    county = factories.authority(bilingual=True)
    page = signed_in(factories.staff(county)).get(f"{DESK}/new-process/").content.decode()
    assert 'name="title-sv"' not in folded(page)
    assert 'name="title-en"' in folded(page)


@pytest.mark.parametrize("path", ["edit/", "timeline/new/", "copy/"])
def test_every_form_of_a_process_folds_the_languages_that_may_wait(county, bertta, path):
    process = factories.process(county, published=False, title={"fi": "Malli"})
    answer = bertta.get(f"{DESK}/processes/{process.slug}/{path}")
    assert answer.status_code == 200
    assert 'name="title-sv"' in folded(answer.content.decode())


def test_a_language_with_words_stands_open(county, bertta):
    process = factories.process(county, published=False, title={"fi": "Malli", "sv": "Modell"})
    page = bertta.get(f"{DESK}/processes/{process.slug}/edit/").content.decode()
    assert 'name="title-sv"' in page
    assert 'name="title-sv"' not in folded(page)
    assert 'name="keywords-sv"' in folded(page)


def test_a_language_with_an_error_stands_open_with_what_was_typed(bertta):
    answer = bertta.post(f"{DESK}/new-process/", {"title-fi": "Malli", "title-sv": "x" * 151})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "x" * 151 in page
    assert 'name="title-sv"' not in folded(page)


def test_an_empty_title_is_asked_in_the_language_that_is_owed(county):
    county.languages = ["sv", "fi", "en"]
    county.save()
    answer = signed_in(factories.staff(county)).post(f"{DESK}/new-process/", {"title-sv": "Modell"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#id_title-fi"' in page
