"""(j) A day of Risto the registrar and of Tiina the data protection officer."""

import csv
import io

import pytest

from yhdyspinta.comments.models import Comment
from yhdyspinta.demo import examples
from yhdyspinta.demo.cast import COUNTY
from yhdyspinta.processes.addresses import activity_address, process_address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_registrar_sees_and_exports_everything_received(walker):
    risto = walker("registrar")
    risto.page.locator("header nav a[href$='/desk/received/']:visible").click()
    risto.sees("Arrived", "Entered", "Channel", "Publicity")
    process = examples.activity_at("answered").process
    risto.choose("process", process.slug)
    risto.page.locator("main form[method='get'] button").first.click()
    risto.sees(process.title["fi"])
    with risto.page.expect_download() as found:
        risto.press("Export with metadata (CSV)")
    content = found.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(content), delimiter=";"))
    if len(rows[0]) == 1:
        rows = list(csv.reader(io.StringIO(content)))
    comments = Comment.objects.filter(activity__process=process).count()
    assert len(rows) - 1 >= comments
    assert any(process.case_number in row for row in rows[1:])
    risto.may_not(activity_address(examples.activity_at("answering"), "answers:work", language="fi"))
    risto.may_not(process_address(process, "processes:edit", language="fi"))


def test_the_data_protection_officer_sees_purposes_and_deletions(walker):
    tiina = walker("data_protection_officer")
    tiina.page.locator("header nav a[href$='/desk/data-protection/']:visible").click()
    process = examples.activity_at("open").process
    tiina.sees("Purposes", "Controllers", "What is deleted, and when", "Deletions that have been done")
    tiina.sees("Käsittelemme tietoja, jotta kommentit voidaan ottaa vastaan", process.title["fi"], "Jyväskylä")
    tiina.press("The public privacy page")
    assert tiina.path == f"/{COUNTY}/fi/privacy/"
    tiina.may_not(process_address(process, "processes:edit", language="fi"))
    tiina.may_not(process_address(process, "moderation:queue", language="fi"))
