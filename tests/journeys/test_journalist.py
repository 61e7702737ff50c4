"""A journalist goes from a round to its files and its report, and counts the comments again."""

import csv
from pathlib import Path

import pytest

from yhdyspinta.demo.examples import activity_at
from yhdyspinta.processes.addresses import activity_address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_file_and_the_report_of_a_round_tell_the_same(walker):
    one = walker()
    one.go(activity_address(activity_at("answered"), "comment_rounds:round", language="fi"))
    one.press("Comments as data")
    with one.page.expect_download() as taken:
        one.press("CSV for spreadsheets and statistics programs")
    text = Path(taken.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(keepends=True), delimiter=";"))
    one.page.locator(".govuk-breadcrumbs a").last.click()
    one.page.locator("main a[href$='/results/']").first.click()
    one.page.locator("main a[href*='/report/'][href$='/2/']").first.click()
    assert f"{len(rows)} kommenttia" in one.text
    on_line = sum(row["channel"] == "online" for row in rows)
    table = one.page.locator("table", has=one.page.locator("caption", has_text="Kommentit kanavittain"))
    assert table.locator("td").first.text_content() == str(on_line)
    one.press("For those who decide")
    assert one.page.locator("h1").inner_text().startswith(one.said("For those who decide"))
