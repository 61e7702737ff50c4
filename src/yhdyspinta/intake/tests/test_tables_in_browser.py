"""A table's page on a phone: what is written arrives once, however the network is; a mistake leaves nothing behind it."""

from datetime import timedelta
from uuid import uuid4

import pytest

from yhdyspinta.audit import clock
from yhdyspinta.intake import actions
from yhdyspinta.intake.models import TableNote
from yhdyspinta.intake.table_links import token_of
from yhdyspinta.ui.dates import in_helsinki

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def link(bertta, section):
    now = clock.now()
    batch = actions.begin_batch(
        actor=bertta, activity=section.version.document.activity, key=uuid4(), kind="event", name="Osallisuusfoorumi",
        channel="event", arrived_on=in_helsinki(now).date(), language="fi", at=now,
    )  # fmt: skip
    return actions.make_table_links(
        actor=bertta, batch=batch, tables=1, expires_at=now + timedelta(hours=3), at=now
    )[0]  # fmt: skip


def test_mistakes_go_when_the_note_is_saved_and_an_emptied_form_is_not_kept(link, live_server, open_page):
    page = open_page(width=390)
    address = f"{live_server.url}/keski-suomi/fi/tables/{token_of(link.nonce)}/"
    page.goto(address)
    page.get_by_role("button", name="Tallenna muistiinpano").last.click()
    page.wait_for_selector(".govuk-error-summary")
    page.select_option("[name=part]", "A1")
    page.fill("[name=text]", "Bussi kulkee harvoin.")
    page.get_by_role("button", name="Tallenna muistiinpano").last.click()
    page.wait_for_selector("#told .y-card")
    assert page.locator(".govuk-error-summary, .govuk-error-message").count() == 0
    assert not page.title().startswith("Virhe")
    page.wait_for_timeout(2_000)  # what is typed is kept a moment and a half after the last letter
    page.goto(address)
    assert page.locator(".y-unsent").count() == 0
    assert TableNote.objects.count() == 1


def test_notes_written_off_line_all_arrive_once_and_what_was_half_written_stays(link, live_server, open_page):
    page = open_page(width=390)
    address = f"{live_server.url}/keski-suomi/fi/tables/{token_of(link.nonce)}/"
    page.goto(address)
    button = page.get_by_role("button", name="Tallenna muistiinpano").last
    assert button.bounding_box()["y"] + button.bounding_box()["height"] <= 844  # within the first screen
    page.select_option("[name=part]", "A1")
    page.context.set_offline(True)
    said = ["Bussi kulkee harvoin.", "Terveysasema on kaukana.", "Iltavastaanottoja ei ole."]
    for words in said:
        page.fill("[name=text]", words)
        button.click()
    assert "3 muistiinpanoa odottaa verkkoyhteyttä" in page.locator("#sending").inner_text()
    page.fill("[name=text]", "Tämä jäi kesken")
    assert TableNote.objects.count() == 0
    page.context.set_offline(False)
    page.locator("#told .y-card").nth(2).wait_for()
    page.locator("#sending").get_by_text("Tallennettu.", exact=True).wait_for()
    page.evaluate("window.dispatchEvent(new Event('online'))")  # a network that comes and goes doubles nothing
    page.goto(address)
    assert page.input_value("[name=text]") == "Tämä jäi kesken"
    assert page.input_value("[name=part]") == "A1"
    assert list(TableNote.objects.order_by("number").values_list("text", flat=True)) == said
    assert "sessionid" not in {cookie["name"] for cookie in page.context.cookies()}


def test_an_answer_that_never_came_back_is_asked_again_and_the_note_is_one(link, live_server, open_page):
    page = open_page(width=390)
    page.goto(f"{live_server.url}/keski-suomi/fi/tables/{token_of(link.nonce)}/")
    sent = []

    def lose_the_first_answer(route):
        sent.append(route.request.method)
        if len(sent) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route(
        "**/tables/**",
        lambda route: lose_the_first_answer(route) if route.request.method == "POST" else route.continue_(),
    )
    page.select_option("[name=part]", "A1")
    page.fill("[name=text]", "Bussi kulkee harvoin.")
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name="Tallenna muistiinpano").last.click()
    page.get_by_text("1 muistiinpano odottaa verkkoyhteyttä").wait_for()
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.wait_for_selector("#told .y-card")
    assert len(sent) == 2
    assert TableNote.objects.get().text == "Bussi kulkee harvoin."
