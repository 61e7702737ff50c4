"""From the desk or the table to one draft answer, and the keys of the table where comments are answered."""

import os

import pytest

from tests import factories
from tests.browser import axe, beyond_the_edge, sign_in
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.tests.scene import path_of as answers_path
from yhdyspinta.material.tests.scene import comments_on, do, path_of, theme_of
from yhdyspinta.processes.addresses import address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def _shot(page, name):
    if folder := os.environ.get("SHOTS"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_sixty_of_a_theme_over_sections_are_answered_with_one_draft(bertta, activity, sections, live_server, open_page):
    other = factories.document(activity, "toinen")
    places = [*sections, *other.versions.get().sections.order_by("position")][:5]
    some = [one for section in places for one in comments_on(section, 12)]
    theme = theme_of(bertta, activity)
    do(bertta, some, kind="theme_added", theme=theme.pk)
    comments_on(sections[0], 3)
    page = open_page(width=1280)
    sign_in(page, live_server.url, bertta)
    page.goto(f"{live_server.url}{path_of(activity, 'table')}?theme={theme.pk}")
    page.keyboard.press("a")
    _shot(page, "table-together-1280")
    page.locator("button[value=all]").click()
    assert "60 kommenttia" in page.locator("h1").inner_text()
    _shot(page, "confirm-together-1280")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/answers/1/")
    assert Answer.objects.get().comment_count == 60
    assert page.input_value("input[name=title-fi]") == "Määräajat"
    _shot(page, "draft-1280")
    assert axe(page) + beyond_the_edge(page) == []


@pytest.mark.parametrize(("language", "width"), [("fi", 1280), ("sv", 390)])
def test_mine_from_the_desk_to_the_answer(bertta, activity, sections, live_server, open_page, language, width):
    mine = comments_on(sections[0], 3) + comments_on(sections[1], 4)
    do(bertta, mine, kind="assigned", assignee=bertta.pk)
    comments_on(sections[0], 2)
    page = open_page(width=width, language=language)
    sign_in(page, live_server.url, bertta)
    page.goto(live_server.url + address("site:desk", activity.process.owner, language=language))
    page.locator("a[href*='assignee=me']").first.click()
    page.locator("button[value=tick_all]").click()
    page.locator(".y-deeds summary").click()
    page.locator("input[value=answer_begun]").check()
    _shot(page, f"mine-{language}-{width}")
    page.locator(".y-deeds button[value=ticked]").click()
    page.wait_for_url("**/answers/1/")
    assert Answer.objects.get().comment_count == 7
    _shot(page, f"draft-{language}-{width}")
    assert axe(page) + beyond_the_edge(page) == []


@pytest.mark.parametrize(("language", "width"), [("fi", 1280), ("sv", 390)])
def test_the_list_of_what_waits_has_the_keys_of_the_table(
    bertta, activity, sections, live_server, open_page, language, width
):
    some = comments_on(sections[0], 4)
    do(bertta, some[:2], kind="assigned", assignee=bertta.pk)
    do(bertta, some, kind="theme_added", theme=theme_of(bertta, activity).pk)
    page = open_page(width=width, language=language)
    sign_in(page, live_server.url, bertta)
    page.goto(live_server.url + answers_path(activity, "work", language))
    for key in ("j", "x", "j", "j", "Shift+X", "a"):
        page.keyboard.press(key)
    assert page.locator("input[name=comments]:checked").count() == 3
    assert page.evaluate("document.activeElement.value") == "start"
    _shot(page, f"work-{language}-{width}")
    assert axe(page) + beyond_the_edge(page) == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/answers/1/")
    assert Answer.objects.get().comment_count == 3
