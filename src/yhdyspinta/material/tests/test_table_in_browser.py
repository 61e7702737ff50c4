"""The table by keys, and the bar of deeds that stays in view and hides nothing that has the focus."""

import pytest

from tests import factories
from tests.browser import axe, beyond_the_edge, sign_in
from yhdyspinta.material.tests.scene import comments_on, path_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

_TICKED = "() => [...document.querySelectorAll('input[name=comments]')].map((one) => one.checked)"
_COVERED = """() => {
    const one = document.activeElement, place = one.getBoundingClientRect();
    const over = document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2);
    return !(over && (one.contains(over) || over.closest('.govuk-checkboxes__item')?.contains(one)));
}"""
_BAR = "() => { const place = document.querySelector('.y-deeds').getBoundingClientRect(); return [place.top, place.bottom]; }"


@pytest.fixture
def at_table(bertta, activity, sections, live_server, open_page):
    comments_on(sections[0], 12, "Kirjatkaa määräaika. " * 12)

    def opened(width=1280, height=900, language="fi"):
        page = open_page(width=width, language=language)
        page.set_viewport_size({"width": width, "height": height})
        sign_in(page, live_server.url, bertta)
        page.goto(live_server.url + path_of(activity, "table", language))
        return page

    return opened


def test_keys_move_tick_search_and_can_be_turned_off(at_table):
    page = at_table()
    for key in ("j", "j", "x", "j", "j", "Shift+X"):
        page.keyboard.press(key)
    assert page.evaluate(_TICKED)[:6] == [False, True, True, True, False, False]
    assert page.locator("[data-told]").text_content() == "3 kommenttia on valittu."
    page.locator("input[name=comments]").nth(9).click(modifiers=["Shift"], force=True)
    assert sum(page.evaluate(_TICKED)) == 9
    page.keyboard.press("/")
    page.keyboard.press("j")
    assert page.input_value("#filter-words") == "j"
    page.locator("h1").click()
    page.keyboard.press("?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("x")
    page.keyboard.press("/")
    assert page.evaluate("() => document.activeElement.dataset.switch") == ""
    page.reload()
    page.keyboard.press("j")
    assert page.evaluate("() => document.activeElement.tagName") == "BODY"


def test_enter_on_a_tick_opens_the_comment(at_table):
    page = at_table()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/comments/12/")


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844), (320, 256)])
def test_h3_the_bar_stays_in_view_and_hides_no_focus(at_table, width, height):
    page = at_table(width, height, "sv")
    page.keyboard.press("j")
    page.keyboard.press("x")
    for _row in range(11):
        page.keyboard.press("j")
        assert not page.evaluate(_COVERED)
        top, bottom = page.evaluate(_BAR)
        assert 0 < top <= bottom - 44 <= height - 44
    page.keyboard.press("d")
    for _row in range(3):
        assert not page.evaluate(_COVERED)
        page.keyboard.press("Tab")
    for _row in range(4):
        page.keyboard.press("k")
        assert not page.evaluate(_COVERED)
    page.evaluate(
        "window.scrollTo(0, document.body.scrollHeight)"
    )  # axe measures what is half behind the bar as too small
    assert not axe(page)
    assert not beyond_the_edge(page)


_UNDER_THE_BAR = """() => {
    const bar = document.querySelector('.y-deeds').getBoundingClientRect();
    const lines = [...document.querySelectorAll('.y-material tr, [data-keys], .y-sorts + form > p')];
    const places = lines.map((one) => one.getBoundingClientRect()).filter((one) => one.height > 1);
    return places.filter((one) => one.top < bar.bottom && one.bottom > bar.top + 1).length;
}"""


@pytest.mark.parametrize("width", [1280, 390])
def test_after_a_refusal_the_bar_covers_no_line(at_table, width):
    page = at_table(width)
    page.check("input[name=comments] >> nth=1", force=True)
    page.click(".y-deeds summary")
    with page.expect_navigation():
        page.locator(".y-deeds button[value=ticked]").click()
    assert page.evaluate(_UNDER_THE_BAR) == 0
    page.locator(".govuk-error-summary a").click()
    assert page.evaluate("document.activeElement.id") == "do-kind"
    assert page.evaluate(_UNDER_THE_BAR) == 0
    assert page.evaluate(_TICKED)[:3] == [False, True, False]
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    assert page.evaluate(_UNDER_THE_BAR) == 0


def test_without_scripts_the_bar_opens_and_stays(bertta, activity, sections, live_server, open_page):
    comments_on(sections[0], 12, "Kirjatkaa määräaika. " * 12)
    factories.comment(factories.guest(), sections[0])
    page = open_page(javascript=False)
    sign_in(page, live_server.url, bertta)
    page.goto(live_server.url + path_of(activity, "table"))
    page.check("input[name=comments] >> nth=0", force=True)
    assert page.locator(".y-deeds").bounding_box()["y"] < 900
    page.click(".y-deeds summary")
    assert page.locator("#do-kind").is_visible()
    assert not page.locator("[data-keys]").is_visible()


def test_on_a_phone_marks_are_divided_after_each_and_no_line_begins_with_a_dot(at_table):
    page = at_table(390, 844)
    mark = "(one, kind) => getComputedStyle(one, kind).content"
    row = page.locator(".y-work").first
    row.evaluate("""row => { const [first, second, third] = row.querySelectorAll('.y-work__mark');
        first.textContent = 'Bussit'; second.textContent = ''; third.textContent = 'Bertta'; }""")
    marks = row.locator(".y-work__mark")
    assert marks.nth(0).evaluate(f"one => ({mark})(one, '::after')") == '" ·"'  # also over an empty one between
    for number in (1, 2):
        assert marks.nth(number).evaluate(f"one => ({mark})(one, '::after')") in {"none", "normal"}
        assert marks.nth(number).evaluate(f"one => ({mark})(one, '::before')") in {"none", "normal"}
