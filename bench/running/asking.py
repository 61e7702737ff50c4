"""What one request takes: processor seconds of web server and database together, a median of several runs."""

from __future__ import annotations

from collections.abc import Callable

from bench.running.resident import Resident


def cost(browser: Resident, path: str, seconds: Callable[[], float], *, requests: int = 20, runs: int = 3) -> float:
    """Processor seconds of one request for the path, which must answer 200."""
    ask(browser, path, 3)
    found = []
    for _run in range(runs):
        before = seconds()
        ask(browser, path, requests)
        found.append((seconds() - before) / requests)
    return sorted(found)[runs // 2]


def ask(browser: Resident, path: str, times: int) -> str:
    """The page; anything but 200 ends the benchmark."""
    text = ""
    for _time in range(times):
        answer = browser.ask("GET", path)
        text = answer.text
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status}")
    return text


def signed_in(base: str, role: str = "coordinator") -> Resident:
    """The browser of a new member of staff of the county, with a second factor."""
    from django.conf import settings

    from tests import factories
    from yhdyspinta.authorities.models import Authority

    person = factories.staff(Authority.objects.get(slug="keski-suomi"), role)
    cookie = factories.signed_in(person).cookies[settings.SESSION_COOKIE_NAME].value
    return Resident(base, "", {settings.SESSION_COOKIE_NAME: cookie})
