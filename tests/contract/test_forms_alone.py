"""An address that only takes a form: opened or reloaded by itself it is a page in the reader's language, with a way on."""

from html import unescape

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.processes.addresses import activity_address, process_address

pytestmark = pytest.mark.django_db
WORDS = {
    "fi": "Jatka sivulta, jolla lomake on",
    "sv": "Fortsätt från sidan där formuläret finns",
    "en": "Go on from the page of the form",
}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("name", ["change", "save_view", "undo", "download"])
def test_a_form_of_the_desk_leads_to_its_page(language, name):
    county = factories.authority("pohjanmaa", code="15", bilingual=True)
    activity = factories.activity(factories.process(county))
    path = activity_address(activity, f"material:{name}", language=language)
    page = signed_in(factories.staff(county)).get(path)
    told = unescape(page.content.decode())
    assert page.status_code == 405
    assert page.headers["Allow"] == "POST"
    assert WORDS[language] in told
    table = activity_address(activity, "material:table", language=language)
    assert f'href="{table}"' in told


def test_so_do_those_of_public_pages_and_none_asks_twice():
    county = factories.authority("pohjanmaa", code="15")
    process = factories.process(county)
    page = Client().get(process_address(process, "outcomes:results"))
    assert page.status_code == 200
    sent = Client().post(process_address(process, "outcomes:results"))
    assert sent.status_code == 405
    assert WORDS["fi"] in unescape(sent.content.decode())


def test_a_head_of_it_has_no_body():
    county = factories.authority("pohjanmaa", code="15")
    activity = factories.activity(factories.process(county))
    answer = signed_in(factories.staff(county)).head(activity_address(activity, "material:change"))
    assert (answer.status_code, answer.content) == (405, b"")


@pytest.mark.parametrize(("language", "words"), [("fi", "haulla"), ("sv", "sökfunktionen"), ("en", "with search")])
def test_a_page_of_the_desk_that_is_not_there_speaks_of_no_search(language, words):
    county = factories.authority("pohjanmaa", code="15", bilingual=True)
    staff = signed_in(factories.staff(county))
    for path, speaks in (
        (f"/pohjanmaa/{language}/desk/processes/ei-ole/", False),
        (f"/pohjanmaa/{language}/ei-ole/", True),
    ):
        page = staff.get(path)
        assert page.status_code == 404
        assert (words in unescape(page.content.decode())) is speaks


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_too_many_tries_at_an_account_are_a_page_of_the_product(language, settings):
    settings.ACCOUNT_RATE_LIMITS = {"signup": "1/m/ip"}
    client = Client(REMOTE_ADDR="198.51.100.77", HTTP_ACCEPT_LANGUAGE=language)
    pages = [client.post("/account/signup/", {"email": f"uusi{turn}@example.org"}) for turn in range(3)]
    assert pages[-1].status_code == 429
    assert f'<html lang="{language}"' in pages[-1].content.decode()
