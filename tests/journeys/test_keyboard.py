"""(h) With the keyboard alone: the order of Tab is the order of reading, and everything can be done."""

import re

import pytest

from yhdyspinta.demo import examples

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = "Foorumin ajankohta pitää kertoa kuukautta aiemmin."

FOCUSED = """() => {
    const one = document.activeElement, style = getComputedStyle(one);
    const stops = [...document.querySelectorAll("*")];
    const box = one.getBoundingClientRect();
    const choice = one.matches("[type=radio], [type=checkbox]") ? getComputedStyle(one.nextElementSibling || one, "::before") : style;
    const seen = [style, choice].some((look) => look.outlineStyle !== "none" || look.boxShadow !== "none");
    return {
        name: `${one.tagName} ${one.id || one.getAttribute("name") || one.innerText?.trim().slice(0, 40)}`,
        place: stops.indexOf(one), seen, here: box.height > 0 && box.width > 0, end: one === document.body,
    };
}"""


def _stops(page):
    """What Tab visits, until it leaves the page."""
    found = []
    for _step in range(300):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["end"]:
            break
        found.append(stop)
    return found


@pytest.mark.parametrize("name", ["home", "round", "section", "comment_form"])
def test_tab_goes_in_the_order_of_reading_and_is_always_seen(walker, name):
    aino = walker()
    aino.go(examples.pages()[name])
    stops = _stops(aino.page)
    assert len(stops) > 10
    assert [stop["place"] for stop in stops] == sorted(stop["place"] for stop in stops)
    assert [stop["name"] for stop in stops if not (stop["seen"] and stop["here"])] == []


def _tab_to(page, selector, most=120):
    for _step in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached with Tab on {page.url}")


def test_comment_from_the_skip_link_to_the_receipt(walker):
    aino = walker()
    page = aino.page
    aino.go(examples.pages()["section"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    _tab_to(page, "textarea[name='text']")
    page.keyboard.type(TEXT)
    _tab_to(page, "select[name='passage']")
    page.keyboard.press("ArrowDown")
    _tab_to(page, "form#write button[type='submit']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/about-you/")
    _tab_to(page, "input[name='capacities'][value='resident']")
    page.keyboard.press("Space")
    _tab_to(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/check/")
    aino.sees(TEXT)
    _tab_to(page, "form[action$='/send/'] button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/receipt/**")
    assert re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", aino.text)
