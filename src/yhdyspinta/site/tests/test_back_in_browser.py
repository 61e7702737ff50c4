"""Back to a form that was refused: the form is there, with what was typed, and not a page of the browser's own."""

import pytest

from tests import factories
from tests.browser import sign_in
from yhdyspinta.processes.addresses import activity_address, address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def at(county, live_server, open_page):
    bertta = factories.staff(county)

    def opened(path):
        page = open_page()
        sign_in(page, live_server.url, bertta)
        page.goto(live_server.url + path)
        return page

    return opened


def _refused_then_left(page, field, button, typed):
    """The form is refused, its words are mended, and the page is left; then Back is pressed."""
    with page.expect_navigation():
        page.locator(button).last.click()
    assert page.locator(".govuk-error-summary").is_visible()
    page.locator(field).fill(typed)
    with page.expect_navigation():
        page.locator(".y-brand").click()
    assert page.go_back().status == 200
    return page.locator(field).input_value()


def test_back_to_a_form_at_its_own_address(county, at):
    path = address("team:people", county, language="fi")
    page = at(path)
    page.locator("[name=email]").fill("ei-osoite")
    assert (
        _refused_then_left(page, "[name=email]", "main form:has([name=email]) button", "a@example.org")
        == "a@example.org"
    )
    assert page.url.endswith(path)


def test_back_to_a_form_that_is_sent_elsewhere(county, at):
    activity = factories.activity(factories.process(county))
    section = factories.document(activity).versions.get().sections.first()
    factories.comment(factories.guest(), section)
    path = activity_address(activity, "material:table", language="fi") + "?answered=no"
    page = at(path)
    typed = _refused_then_left(page, "#view-name", "form:has(#view-name) button", "Vastaamatta")
    assert typed == "Vastaamatta"
    assert page.url.endswith(path)
    assert page.locator("input[name=comments]").count() == 1
