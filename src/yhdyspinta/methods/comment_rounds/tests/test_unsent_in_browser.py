"""With scripts, words stay when the language is chosen before anything was saved."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "Kesken jäänyt ajatus"


def test_the_switch_of_language_takes_the_words_along(world, live_server, open_page):
    page = open_page()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    many = world.path(f"write/many/{world.document.slug}/")
    for path, field in (
        (world.section_path(), "textarea[name=text]"),
        (world.write_path(), "textarea[name=text]"),
        (many, f"textarea[name=text-{world.section.thread_id}]"),
        (world.path("write/about-you/"), "input[name=organisation]"),
    ):
        page.goto(live_server.url + path)
        page.fill(field, f"{WORDS}: {path[-9:]}")
        page.click(".y-lang button[value=sv]")
        page.wait_for_url("**/sv/**")
        assert page.locator("html").get_attribute("lang") == "sv"
        assert page.input_value(field) == f"{WORDS}: {path[-9:]}"
    assert asked == []


def test_many_sections_are_kept_while_they_are_typed(world, live_server, open_page):
    page = open_page()
    many = live_server.url + world.path(f"write/many/{world.document.slug}/")
    field = f"textarea[name=text-{world.section.thread_id}]"
    page.goto(many)
    page.locator(field).press_sequentially(WORDS)
    page.locator("#kept:not(:empty)").wait_for()
    page.goto(many)
    assert page.input_value(field) == WORDS
