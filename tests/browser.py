"""A real browser for tests: pages in a language and at a width, with or without scripts, and axe.

    @pytest.mark.browser
    def test_round(live_server, open_page):
        page = open_page(language="sv", width=320)
        page.goto(f"{live_server.url}/keski-suomi/sv/")
        assert not axe(page)
        assert not beyond_the_edge(page)

A test fails when a page of its own breaks the content security policy, throws in a script
or asks anything of another host. People sign in with `sign_in(page, live_server.url, person)`.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error as PlaywrightError

from tools.setup import find_chromium

AXE = Path(__file__).resolve().parents[1] / "assets" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
HEIGHT = 900

OpenPage = Callable[..., Any]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One Chromium for the whole run."""
    # Playwright holds an event loop in this thread, where the tests go on using the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    from playwright.sync_api import Locator, sync_playwright

    for deed in ("click", "press"):
        setattr(Locator, deed, _then_read(getattr(Locator, deed)))
    quiet = ("quic", "background-networking", "component-update", "sync", "gpu", "dev-shm-usage")
    options = ["--no-sandbox", "--no-first-run", *(f"--disable-{part}" for part in quiet)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=options)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Any) -> Iterator[OpenPage]:
    """Open pages, and fail the test over what must not happen on any of them.

    `scripts=False` leaves the product's scripts unloaded; `javascript=False` turns JavaScript off.
    """
    contexts: list[Any] = []
    problems: list[str] = []

    def opened(*, language: str = "fi", width: int = 1280, scripts: bool = True, javascript: bool = True) -> Any:
        context = chromium.new_context(
            viewport={"width": width, "height": HEIGHT},
            locale=f"{language}-FI",
            timezone_id="Europe/Helsinki",
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        if not scripts:
            _block_scripts(context, page)
        _watch(page, problems)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not problems, "\n".join(problems)


def _then_read(deed: Callable[..., Any]) -> Callable[..., Any]:
    """Playwright goes on once the next page's address is known; a person goes on once there is a page to read."""

    @wraps(deed)
    def done(locator: Any, *args: Any, **options: Any) -> None:
        deed(locator, *args, **options)
        until_read(locator.page)

    return done


def until_read(page: Any) -> None:
    """Wait until all of the page has come; it is asked itself, as what was heard of it may be of the page before."""
    page.wait_for_load_state("domcontentloaded")
    for _time in range(500):
        with suppress(PlaywrightError):  # the page before has just gone
            if page.evaluate("document.readyState") != "loading":
                return
        page.wait_for_timeout(20)


def _block_scripts(context: Any, page: Any) -> None:
    """In the browser itself: a route would ask this program about every request and turn the cache off."""
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setBlockedURLs", {"urls": ["*.js"]})


def _watch(page: Any, problems: list[str]) -> None:
    def heard(message: Any) -> None:
        if "Content Security Policy" in message.text or "Content-Security-Policy" in message.text:
            problems.append(f"{page.url}: {message.text}")

    def asked(request: Any) -> None:
        host = urlsplit(request.url).hostname
        if host not in {None, "localhost", "127.0.0.1"}:
            problems.append(f"{page.url} asks {request.url}")

    page.on("console", heard)
    page.on("request", asked)
    page.on("pageerror", lambda problem: problems.append(f"{page.url}: {problem}"))


def axe_on_every_page(page: Any) -> None:
    """For many pages one after another: the browser keeps axe compiled."""
    page.context.add_init_script(path=str(AXE))


def axe(page: Any) -> list[str]:
    """What axe finds wrong on the page (WCAG 2.2 A and AA), each with its place."""
    until_read(page)
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations'], preload: false, iframes: false})",
        RULES,
    )
    return [
        f"{page.url}: {violation['id']} at {node['target']}: {node.get('failureSummary', '')}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def beyond_the_edge(page: Any) -> list[str]:
    """Elements that make the page scroll sideways."""
    return page.evaluate(  # type: ignore[no-any-return]
        """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.body.querySelectorAll("*")]
            .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".y-scroll, svg"))
            .map((one) => `${one.tagName} ${one.getAttribute("class")}`)"""
    )


def small_text(page: Any) -> list[str]:
    """Texts below 18 px."""
    return page.evaluate(  # type: ignore[no-any-return]
        """() => {
            const found = new Set(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const text = walker.currentNode, holder = text.parentElement;
                if (!text.textContent.trim() || !holder.getClientRects().length) continue;
                if (holder.closest(".govuk-visually-hidden, script, option")) continue;
                const size = parseFloat(getComputedStyle(holder).fontSize);
                if (size < 18) found.add(`${holder.tagName} ${holder.getAttribute("class")} ${size}px`);
            }
            return [...found];
        }"""
    )


def small_targets(page: Any) -> list[str]:
    """Controls below 44 px; links inside running text are as high as their line."""
    return page.evaluate(  # type: ignore[no-any-return]
        """() => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, summary")]
            .filter((one) => one.getClientRects().length && !one.closest("p, .govuk-skip-link, .y-text li, .y-tab td"))
            .filter((one) => one.getBoundingClientRect().height < 43.5)
            .map((one) => `${one.tagName} ${one.getAttribute("class")} ${one.getBoundingClientRect().height}px`)"""
    )


def sign_in(page: Any, address: str, person: Any, *, second_factor: bool = True) -> None:
    """Give the page's browser the session of a person, as if a second factor had been given."""
    from tests.factories import signed_in

    client = signed_in(person, second_factor=second_factor)
    page.context.add_cookies(
        [{"name": name, "value": cookie.value, "url": address} for name, cookie in client.cookies.items()]
    )
