"""Whoever saves while their words are just being kept finds no unsaved words afterwards."""

import pytest
from playwright.sync_api import Page, Route

from tests.browser import sign_in
from yhdyspinta.answers.models import Summary
from yhdyspinta.answers.tests.scene import path_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


KEEPING, SAVING = "unsent=keep", "then=save"


def _held(page: Page, what: str) -> list[Route]:
    """The keeping of words, or their saving, waits until the test lets it go on."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        if what in (route.request.post_data or ""):
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
    held = _held(page, KEEPING)
    with page.expect_request(lambda request: KEEPING in (request.post_data or "")):
        page.fill("textarea[name=body-fi]", "Tuli paljon kommentteja.")
    page.click("button[name=then][value=save]")
    assert page.locator("#words.htmx-request").count() == 1  # nothing was sent yet
    with page.expect_navigation():
        held[0].continue_()
    assert Summary.objects.get().body["fi"] == "Tuli paljon kommentteja."
    page.goto(here)
    assert page.locator(".y-unsent").count() == 0


def test_nothing_is_kept_while_a_slow_saving_is_under_way(bertta, section, live_server, open_page):
    page = open_page()
    sign_in(page, live_server.url, bertta)
    here = live_server.url + path_of(section.version.document.activity, "summary")
    page.goto(here)
    saving, sent = _held(page, SAVING), []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    page.fill("textarea[name=body-fi]", "Tuli paljon kommentteja.")
    page.click("button[name=then][value=save]", no_wait_after=True)
    page.wait_for_timeout(2500)  # longer than words wait before they are kept
    assert len(saving) == 1
    assert not any(KEEPING in one for one in sent)
    with page.expect_navigation():
        saving[0].continue_()
    page.goto(here)
    assert page.locator(".y-unsent").count() == 0
