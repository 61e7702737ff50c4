"""The header of every page: one row on a wide screen, menus that open without scripts and by keyboard."""

import pytest

from tests import factories
from tests.browser import sign_in
from yhdyspinta.people.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HEIGHT = "document.querySelector('.y-top__row').getBoundingClientRect().height"


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def somebody(county):
    """The county's admin sees the longest menu there is."""
    who = factories.staff(county, "county_admin")
    Person.objects.filter(pk=who.pk).update(name="Heikki Hallinta")
    return who


@pytest.fixture
def opened(county, somebody, live_server, open_page):
    def open_at(path, **options):
        page = open_page(**options)
        sign_in(page, live_server.url, somebody)
        page.goto(f"{live_server.url}/{county.slug}/{path}")
        return page

    return open_at


@pytest.mark.parametrize("path", ["fi/", "sv/", "fi/desk/", "sv/desk/"])
def test_one_row_on_a_wide_screen(opened, path):
    page = opened(path, width=1280)
    assert page.evaluate(HEIGHT) < 100
    tops = page.evaluate(
        "[...document.querySelectorAll('.y-nav__row a, .y-me summary')].filter(one => one.checkVisibility())"
        ".map(one => Math.round(one.getBoundingClientRect().top / 20))"
    )
    assert len(set(tops)) == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_the_long_menu_opens_on_a_phone(opened, scripts):
    page = opened("fi/desk/", width=390, scripts=scripts)
    assert page.evaluate(HEIGHT) < 120
    menu = page.get_by_role("navigation", name="Päävalikko")
    assert not menu.get_by_role("link", name="Prosessit").is_visible()
    menu.locator("summary").press("Enter")
    assert menu.get_by_role("link", name="Asetukset").is_visible()
    menu.get_by_role("link", name="Prosessit").click()
    page.wait_for_url("**/desk/processes/")


def test_ones_own_menu_holds_the_way_to_work_and_out(opened):
    page = opened("fi/", width=390)
    page.get_by_text("Heikki Hallinta").press("Enter")
    assert page.get_by_role("link", name="Kirjaudu ulos").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not page.get_by_role("link", name="Kirjaudu ulos").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Heikki Hallinta"
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Työpöytä").click()
    page.wait_for_url("**/desk/")


@pytest.mark.parametrize("width", [1280, 1150, 1105, 1000, 720])
def test_the_name_stays_on_its_line_however_much_stands_beside_it(county, opened, width):
    county.name = {"fi": "Pohjois-Pohjanmaan hyvinvointialue", "sv": "Norra Österbottens välfärdsområde"}
    county.save(update_fields=["name"])
    page = opened("fi/", width=width)
    lines = page.evaluate(
        "(() => { const text = document.createRange(); text.selectNode(document.querySelector('.y-brand__name').firstChild);"
        " return new Set([...text.getClientRects()].map((one) => Math.round(one.top))).size; })()"
    )
    assert lines == 1
    assert page.evaluate(HEIGHT) < 170
