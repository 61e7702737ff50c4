"""The choices of the table, unfolded, and the comparison with its links, on a wide and on a narrow window."""

import os

import pytest

from tests import factories
from tests.browser import axe, beyond_the_edge, sign_in
from yhdyspinta.material.tests.scene import comments_on, do, path_of, theme_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(("language", "width"), [("fi", 1280), ("sv", 390)])
def test_days_and_a_number_are_asked_and_each_count_is_followed(
    bertta, activity, sections, live_server, open_page, language, width
):
    other = factories.document(activity, "toinen")
    comments_on(sections[0], 4)
    comments_on(other.versions.get().sections.first(), 2)
    page = open_page(width=width, language=language)
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page, live_server.url, bertta)
    table = live_server.url + path_of(activity, "table", language)
    page.goto(table)
    if width < 800:
        page.locator("details[data-folds] > summary").click()
    page.locator(".y-more-filters:has([name=since-day]) > summary").click()
    for part, value in (("day", "31"), ("month", "11"), ("year", "2026")):
        page.locator(f"[name=since-{part}]").fill(value)
    page.locator(".y-filters__send button").click()
    assert page.locator(".govuk-error-summary a[href='#filter-since-day']").count() == 1
    assert page.locator("[name=since-day]").input_value() == "31"
    _shot(page, f"table-{language}-{width}")
    assert axe(page) + beyond_the_edge(page) == []
    page.goto(table)
    if width < 800:
        page.locator("details[data-folds] > summary").click()
    page.locator("[name=number]").fill("3")
    page.locator("[name=number]").press("Enter")
    page.wait_for_url("**/comments/3/")
    page.goto(live_server.url + path_of(activity, "compare", language))
    _shot(page, f"compare-{language}-{width}")
    assert axe(page) + beyond_the_edge(page) == []
    page.locator(".y-compare a").first.click()
    assert page.locator("input[name=comments]").count() == 4


def test_a_kept_view_is_folded_on_a_phone_and_says_what_it_shows(bertta, activity, sections, live_server, open_page):
    comments_on(sections[0], 4)
    page = open_page(width=390)
    sign_in(page, live_server.url, bertta)
    table = live_server.url + path_of(activity, "table")
    page.goto(f"{table}?answered=no&assignee=none")
    fold = page.locator("details[data-folds]")
    assert fold.get_attribute("open") is None
    said = fold.locator(".y-filters__chosen").inner_text()
    assert said == "Vastattu: Odottaa vastausta; Hoitaja: Ei kukaan"
    assert not page.locator(".y-filters__send").is_visible()
    _shot(page, "table-folded-390")
    assert axe(page) + beyond_the_edge(page) == []
    fold.locator("summary").first.click()
    page.get_by_role("link", name="Tyhjennä rajaukset").click()
    page.wait_for_url(table)
    page.locator("details[data-folds] > summary").click()
    assert page.get_by_role("link", name="Tyhjennä rajaukset").count() == 0


def test_showing_and_clearing_stand_side_by_side_in_long_words(bertta, activity, sections, live_server, open_page):
    comments_on(sections[0], 4)
    page = open_page(language="sv")
    sign_in(page, live_server.url, bertta)
    page.goto(f"{live_server.url}{path_of(activity, 'table', 'sv')}?answered=no")
    show, clear = (page.locator(f".y-filters__send {one}").bounding_box() for one in ("button", "a"))
    assert clear["x"] > show["x"] + show["width"]
    assert show["y"] < clear["y"] + clear["height"] / 2 < show["y"] + show["height"]


@pytest.mark.parametrize(("language", "width"), [("fi", 1280), ("sv", 390)])
def test_several_themes_are_ticked_and_no_theme_alone(
    bertta, activity, sections, live_server, open_page, language, width
):
    other = factories.document(activity, "toinen")
    here, there = comments_on(sections[0], 4), comments_on(other.versions.get().sections.first(), 2)
    first, second = theme_of(bertta, activity), theme_of(bertta, activity, "Etäkäynnit ja laitteet")
    do(bertta, here[:2], kind="theme_added", theme=first.pk)
    do(bertta, [here[2], there[0]], kind="theme_added", theme=second.pk)
    page = open_page(width=width, language=language)
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page, live_server.url, bertta)
    page.goto(live_server.url + path_of(activity, "table", language))
    if width < 800:
        page.locator("details[data-folds] > summary").click()
    page.locator(".y-more-filters:has([name=theme]) > summary").click()
    for theme in ("none", first.pk, second.pk):
        page.locator(f"input[name=theme][value='{theme}']").check()
    assert page.locator("input[name=theme]:checked").count() == 2
    page.locator(".y-filters__send button").click()
    assert page.locator("input[name=comments]").count() == 4
    for name in ("table", "compare"):
        page.goto(f"{live_server.url}{path_of(activity, name, language)}?theme={first.pk},{second.pk}")
        if width < 800 and name == "table":
            page.locator("details[data-folds] > summary").click()
        _shot(page, f"themes-{name}-{language}-{width}")
        assert axe(page) + beyond_the_edge(page) == []


def _shot(page, name):
    if folder := os.environ.get("SHOTS"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)
