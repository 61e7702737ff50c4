"""A table's page on a phone: a note that failed once and is then saved leaves nothing behind it."""

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
