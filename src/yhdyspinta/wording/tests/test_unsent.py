"""Words that are not saved yet are kept for the one who types them, in every language of the page."""

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.processes.models import Process
from yhdyspinta.wording import unsent

pytestmark = pytest.mark.django_db
DESK = "/keski-suomi/fi/desk"


@pytest.fixture
def county():
    return factories.authority(bilingual=True, postal_address={"fi": "Esimerkkikatu 1", "sv": "Esimerkkikatu 1"})


@pytest.fixture
def bertta(county):
    return signed_in(factories.staff(county))


@pytest.fixture
def page(bertta):
    bertta.post(f"{DESK}/new-process/", {"title-fi": "Malli", "title-sv": "Modell", "blueprint": "round_with_forum"})
    return f"{DESK}/processes/{Process.objects.get().slug}/edit/"


def typed(**more):
    return {"title-fi": "Kesken jäänyt", "takes_minutes": "", "answers_promised_on-day": "5", "revision": "1", **more}


def test_changing_the_language_without_scripts_keeps_every_word(bertta, page):
    shown = bertta.get(page).content.decode()
    assert '<button form="words" name="switch_to" value="sv"' in shown
    assert 'id="words"' in shown
    answer = bertta.post(page, typed(switch_to="sv"))
    assert answer.status_code == 303
    assert answer.headers["Location"] == page.replace("/fi/", "/sv/")
    swedish = bertta.get(answer.headers["Location"]).content.decode()
    assert 'value="Kesken jäänyt"' in swedish
    assert 'value="5"' in swedish
    assert "govuk-error" not in swedish
    assert Process.objects.get().title["fi"] == "Malli"


def test_what_is_typed_is_kept_and_can_be_thrown_away(bertta, page):
    line = bertta.post(page, typed(unsent="keep"))
    assert line.status_code == 200
    assert "<form" not in line.content.decode()
    assert "Kesken jäänyt" in bertta.get(page).content.decode()
    assert bertta.post(page, {"unsent": "forget"}).status_code == 303
    shown = bertta.get(page).content.decode()
    assert "Kesken jäänyt" not in shown
    assert 'value="Malli"' in shown


def test_saving_forgets_and_kept_words_save_over_nobody(bertta, page, county):
    bertta.post(page, typed(unsent="keep"))
    data = typed(**{"title-sv": "Modell", "retention_months": "60"}) | {"answers_promised_on-day": ""}
    assert bertta.post(page, data).status_code in {302, 303}
    assert unsent._KEPT not in bertta.session or not bertta.session[unsent._KEPT]
    bertta.post(page, typed(unsent="keep"))  # typed on the old revision
    again = bertta.post(page, data)
    assert again.status_code == 409


def test_kept_words_are_nobody_elses(bertta, page, county):
    bertta.post(page, typed(unsent="keep"))
    other = signed_in(factories.staff(county, email="toinen@example.org"))
    assert "Kesken jäänyt" not in other.get(page).content.decode()


def test_a_stranger_keeps_nothing(page):
    stranger = signed_in(factories.person())
    assert stranger.post(page, typed(unsent="keep")).status_code == 404
    assert stranger.post(page, typed(switch_to="sv")).status_code == 404


def test_the_oldest_forms_give_way(bertta, page, monkeypatch):
    new = f"{DESK}/new-process/"
    bertta.post(new, {"title-fi": "Keskeneräinen nimi", "unsent": "keep"})
    monkeypatch.setattr(unsent, "MOST_FORMS", 1)
    bertta.post(page, typed(unsent="keep"))
    assert "Keskeneräinen nimi" not in bertta.get(new).content.decode()
    assert "Kesken" in bertta.get(page).content.decode()


def test_a_language_that_the_pages_do_not_speak_switches_nothing(bertta, page):
    assert bertta.post(page, typed(switch_to="../../evil")).status_code == 422
