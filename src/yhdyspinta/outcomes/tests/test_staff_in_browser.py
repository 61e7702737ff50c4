"""The coordinator's page of decisions and measures, and the trail, as they look on a wide and on a narrow screen."""

import pytest

from tests import factories
from tests.browser import beyond_the_edge, sign_in
from yhdyspinta.audit import clock
from yhdyspinta.outcomes import actions
from yhdyspinta.outcomes.tests.making import measure, outcome
from yhdyspinta.processes.addresses import process_address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
#: How far each card is from the row of the heading above it, and each button from the edges of its card.
AIR = """() => {
    const box = (one) => one.getBoundingClientRect();
    const rows = [...document.querySelectorAll(".y-section > .y-row--apart + .y-card")];
    const buttons = [...document.querySelectorAll(".y-card .govuk-button")];
    return {
        above: rows.map((one) => box(one).top - box(one.previousElementSibling).bottom),
        inside: buttons.map((one) => box(one.closest(".y-card")).bottom - box(one).bottom),
        before: buttons.map((one) => box(one).top - box(one.parentElement.previousElementSibling).bottom),
    };
}"""


@pytest.fixture
def bertta():
    return factories.staff(factories.authority("pohjanmaa", code="15", bilingual=True))


@pytest.fixture
def process(bertta):
    found = factories.process(bertta.role_grants.get().authority)
    actions.publish_outcome(actor=bertta, outcome=outcome(bertta, found), at=clock.now())
    outcome(bertta, found)
    measure(bertta, found)
    return found


@pytest.mark.parametrize("width", [1280, 390])
def test_buttons_do_not_touch_the_cards(bertta, process, live_server, open_page, width):
    page = open_page(width=width)
    sign_in(page, live_server.url, bertta)
    page.goto(live_server.url + process_address(process, "outcomes:staff", language="fi"))
    air = page.evaluate(AIR)
    assert len(air["above"]) == 2
    assert len(air["inside"]) == 1
    assert min(air["above"]) >= 16
    assert min(air["inside"] + air["before"]) >= 14
    assert beyond_the_edge(page) == []


def test_the_trail_is_read_downwards_on_a_phone(bertta, process, live_server, open_page):
    page = open_page(width=390)
    sign_in(page, live_server.url, bertta)
    page.goto(live_server.url + process_address(process, "authorities:trail", language="fi"))
    assert page.locator(".y-tab tbody tr").count() >= 3
    assert page.evaluate(
        "() => [...document.querySelectorAll('.y-scroll')].every((one) => one.scrollWidth <= one.clientWidth)"
    )
    cells = [cell.bounding_box() for cell in page.locator(".y-tab tbody tr").first.locator("td").all()]
    assert cells[0]["y"] < cells[1]["y"] < cells[2]["y"]
    assert page.locator(".y-tab td").first.evaluate("one => getComputedStyle(one, '::before').content") != "none"
    assert beyond_the_edge(page) == []
