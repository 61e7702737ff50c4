"""Every component in a real browser: three languages, wide and narrow, with scripts and without."""

import pytest

from tests import factories
from tests.browser import axe, beyond_the_edge, small_targets, small_text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def gallery(live_server, transactional_db):
    county = factories.authority()
    return lambda language: f"{live_server.url}/{county.slug}/{language}/gallery/"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_components_are_accessible(gallery, open_page, language, width, scripts):
    page = open_page(language=language, width=width, scripts=scripts)
    page.goto(gallery(language))
    assert page.evaluate("document.documentElement.lang") == language
    assert page.locator("body.govuk-frontend-supported").count() == int(scripts)
    assert axe(page) == []
    assert beyond_the_edge(page) == []
    assert small_text(page) == []
    assert small_targets(page) == []


def test_focus_is_seen_on_everything_that_takes_it(gallery, open_page):
    page = open_page(width=390)
    page.goto(gallery("fi"))
    unseen = set()
    for _step in range(200):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => {
                const one = document.activeElement, style = getComputedStyle(one);
                const label = one.matches("[type=radio], [type=checkbox]");
                const seen = label || style.outlineStyle !== "none" || style.boxShadow !== "none";
                const box = one.getBoundingClientRect();
                return {name: `${one.tagName} ${one.className}`, seen, here: box.height > 0, end: one === document.body};
            }"""
        )
        if found["end"]:
            break
        if not (found["seen"] and found["here"]):
            unseen.add(found["name"])
    assert not unseen


def test_the_skip_link_goes_to_the_main_part(gallery, open_page):
    page = open_page()
    page.goto(gallery("fi"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_order_of_the_header_is_the_same_for_eye_and_keyboard(gallery, open_page):
    for width in (1280, 390, 320):
        page = open_page(width=width)
        page.goto(gallery("fi"))
        places = page.evaluate(
            """() => [...document.querySelectorAll(".y-top a")].map((one) => {
                const box = one.getBoundingClientRect();
                return [Math.round((box.top + box.height / 2) / 30), box.left];
            })"""
        )
        assert places == sorted(places), width


def test_i4_other_scripts_and_long_words_do_not_break_the_narrow_page(gallery, open_page):
    page = open_page(width=320)
    page.goto(gallery("fi"))
    for text in ("👨‍👩‍👧‍👦" * 40, "مرحبا" * 60, "a" * 600, "W" * 300 + "å" * 300):
        page.evaluate(
            """text => {
                for (const place of [".y-comment__text", ".y-card__heading a", ".y-loop p", ".govuk-tag", ".y-hero__title",
                    ".y-phases__item", ".govuk-error-message", ".govuk-summary-list__value", ".y-text", ".y-answer p",
                    ".y-tasks a", ".govuk-breadcrumbs__link", ".y-brand__name", ".y-empty__heading"])
                    document.querySelector(place).textContent = text;
            }""",
            text,
        )
        assert beyond_the_edge(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
