"""Reports as a browser prints them, with as much as they may hold: one page for those who decide, and charts' tables."""

import re
from typing import Any, Final

import pytest
from django.db import transaction

from yhdyspinta.audit import clock
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports.figures import figures_of
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.reports.tests import scene

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

_MARGIN: Final = "10mm"  # as browsers print when nobody says otherwise
_WORDS: Final = {
    "fi": "Hyvinvointialueen osallisuuspalvelujen järjestäminen ja yhteydenpito järjestöihin ",
    "sv": "Ordnandet av välfärdsområdets delaktighetstjänster och kontakterna till organisationer ",
    "en": "Arranging the county's services of participation and contacts with the organisations ",
}


def long(letters: int, end: str = "") -> dict[str, str]:
    """So many letters in each language, in words of usual length."""
    return {
        tag: (words * (letters // len(words) + 1))[: letters - len(end)].strip() + end for tag, words in _WORDS.items()
    }


@transaction.atomic
def full(activity: Activity) -> ReportVersion:
    """A published version in which everything that the page shows is as long and as many as it may be."""
    figures: dict[str, Any] = figures_of(activity, at=clock.now())
    answer = {
        "comments": 1234, "title": long(150), "body": long(900, "."), "handling": "partly_accepted", "reason": "already_done",
        "reason_words": {}, "passed_to": {}, "is_final": False, "changed": None,
    }  # fmt: skip
    outcome = {
        "kind": "partly_taken", "title": long(200), "body_name": long(100), "on": "2026-11-23", "section_number": "142",
        "case_number": "HYVA/12345/00.01/2026",
    }  # fmt: skip
    place = {"key": "05", "count": 1235, "share": 10, "population_share": 10, "of_those_shown": 10}
    figures |= {
        "comments": 12_345, "senders": 9_876, "open": 1_234, "closed": 345, "unchecked": 12, "case_number": "HYVA/12345/00.01/2026",
        "title": long(150),
        "answers": [answer | {"number": at} for at in range(1, 8)], "answers_in_all": 240,
        "handlings": [{"key": key, "count": 2_345} for key in ("accepted", "partly_accepted", "not_accepted", "passed_on")],
        "capacities": [{"key": key, "count": 1_234} for key in ("resident", "service_user", "professional", "organisation", "elected_official")],
        "municipalities": [place | {"name": {"fi": "Pedersören kunta", "sv": "Pedersöre kommun"}} for _each in range(14)],
        "municipalities_in_all": 23,
        "themes": [{"name": long(80), "comments": 1_234} for _each in range(9)],
        "outcomes": [outcome] * 5,
    }  # fmt: skip
    sentences = long(5_000, ".")
    words = {"in_short": {tag: text.replace("t ", "t. ") for tag, text in sentences.items()}, "asked": long(300)}
    words["next_steps"] = words["in_short"]
    return ReportVersion.objects.create(
        activity=activity, number=1, words=words, figures=figures, published_at=clock.now()
    )


def pages_of(content: bytes) -> int:
    """How many pages a PDF has: Chromium writes each page as an object that is not packed."""
    return len(re.findall(rb"/Type\s*/Page\b", content))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_view_for_those_who_decide_is_one_printed_page_however_full(live_server, open_page, language):
    document = scene.closed_round()
    version = full(document.activity)
    page = open_page(language=language)
    printed = {}
    for name, parts in (("report", {}), ("reader", {"reader": "deciders"})):
        path = activity_address(
            document.activity, f"reports:{name}", language=language, version=version.number, **parts
        )
        page.goto(live_server.url + path)
        margins = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN)
        printed[name] = page.pdf(format="A4", margin=margins)
    assert pages_of(printed["report"]) > 1  # the counting counts
    assert pages_of(printed["reader"]) == 1


def open_tables(page: Any) -> list[bool]:
    """Of each chart's table, whether its reader sees it."""
    return [bool(table.is_visible()) for table in page.locator(".y-chart__table table").all()]


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_folded_under_a_chart_is_read_on_paper(live_server, open_page, scripts):
    document = scene.closed_round()
    version = full(document.activity)
    page = open_page(scripts=scripts)
    page.goto(
        live_server.url + activity_address(document.activity, "reports:report", language="fi", version=version.number)
    )
    assert open_tables(page)
    assert not any(open_tables(page))
    page.emulate_media(media="print")
    assert all(open_tables(page))
    assert not page.get_by_text("Taulukkona", exact=True).locator("visible=true").count()
    page.emulate_media(media="screen")
    assert not any(open_tables(page))
    if scripts:  # also where the style sheet cannot open them
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert all(open_tables(page))
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert not any(open_tables(page))
