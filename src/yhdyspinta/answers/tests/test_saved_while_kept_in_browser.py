"""Whoever saves while their words are just being kept finds no unsaved words afterwards."""

import pytest
from playwright.sync_api import Page, Route

from tests.browser import sign_in
from yhdyspinta.answers.models import Summary
from yhdyspinta.answers.tests.scene import path_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def _held(page: Page) -> list[Route]:
    """The keeping of words waits until the test lets it go on."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        if "unsent=keep" in (route.request.post_data or ""):
            held.append(route)
        else:
            route.continue_()

    page.route("**/summary/", hold)
    return held


def test_saving_waits_for_the_keeping_and_leaves_nothing_unsaved(bertta, section, live_server, open_page):
    page = open_page()
    sign_in(page, live_server.url, bertta)
    here = live_server.url + path_of(section.version.document.activity, "summary")
    page.goto(here)
    held = _held(page)
    with page.expect_request(lambda request: "unsent=keep" in (request.post_data or "")):
        page.fill("textarea[name=body-fi]", "Tuli paljon kommentteja.")
    page.click("button[name=then][value=save]")
    assert page.locator("#words.htmx-request").count() == 1  # nothing was sent yet
    with page.expect_navigation():
        held[0].continue_()
    assert Summary.objects.get().body["fi"] == "Tuli paljon kommentteja."
    page.goto(here)
    assert page.locator(".y-unsent").count() == 0
