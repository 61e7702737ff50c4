"""A journalist goes from a round to its files and its report, and counts the comments again."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from tests.journeys.walking import Walker
from yhdyspinta.demo.examples import activity_at
from yhdyspinta.processes.addresses import activity_address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def _taken(one: Walker, name: str) -> str:
    with one.page.expect_download() as taken:
        one.press(name)
    return Path(taken.value.path()).read_text(encoding="utf-8-sig")


def _counted(rows: list[dict[str, str]], words: dict[tuple[str, str], str]) -> dict[str, dict[str, int]]:
    """The tables of the report as the rows of the file tell them, in the words of its codebook."""
    handled = Counter(
        words["answer_handling", row["answer_handling"]] for row in rows if row["answer_is_final"] == "yes"
    )
    handled[words["answer_handling", "passed_on"]] += sum(row["handling"] == "passed_on" for row in rows)
    handled["Ei tarvinnut vastausta"] = sum(row["handling"] == "closed" for row in rows)
    handled["Odottaa vastausta"] = sum(row["handling"] == "open" for row in rows)
    return {
        "Comments by channel": Counter(words["channel", row["channel"]] for row in rows),
        "Comments by language": Counter(words["language", row["language"]] for row in rows),
        "Comments by theme": Counter(name for row in rows for name in row["themes"].split("; ") if name),
        "Comments by handling": +handled,
    }


def test_the_file_and_the_report_of_a_round_tell_the_same(walker):
    one = walker()
    one.go(activity_address(activity_at("answered"), "comment_rounds:round", language="fi"))
    one.press("Comments as data")
    text = _taken(one, "CSV for spreadsheets and statistics programs")
    whole = json.loads(_taken(one, "JSON for programs"))
    rows = list(csv.DictReader(text.splitlines(keepends=True), delimiter=";"))
    words = {(entry["column"], entry["value"]): entry["words"]["fi"] for entry in whole["codebook"]}
    one.page.locator(".govuk-breadcrumbs a").last.click()
    one.page.locator("main a[href$='/results/']").first.click()
    one.page.locator("main a[href*='/report/'][href$='/2/']").first.click()
    assert f"{len(rows)} kommenttia" in one.text
    for caption, counted in _counted(rows, words).items():
        assert counted
        assert {label: count for label, (count,) in one.counts(caption).items()} == counted, caption
    senders = {entry["words"]["fi"]: entry["senders"] for entry in whole["totals"] if entry["kind"] == "capacity"}
    assert senders == {label: count for label, (count,) in one.counts("Senders by capacity").items()}
    assert {words["capacities", key] for row in rows for key in row["capacities"].split()} == set(senders)
    one.press("For those who decide")
    assert one.page.locator("h1").inner_text().startswith(one.said("For those who decide"))
