"""The Enter key in a field does what its form is for: it begins an answer and saves a draft, and changes no language."""

import pytest

from tests import factories
from tests.browser import sign_in
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.tests.scene import path_of, start

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("javascript", [True, False])
def test_enter_begins_an_answer_and_saves_the_draft(bertta, section, live_server, open_page, javascript):
    comment = factories.comment(factories.guest(), section)
    page = open_page(javascript=javascript)
    sign_in(page, live_server.url, bertta)
    page.goto(live_server.url + path_of(comment.activity, "work"))
    page.check("input[name=comments]", force=True)
    page.fill("input[name=title-fi]", "Määräaika")
    page.press("input[name=title-fi]", "Enter")
    page.wait_for_url("**/fi/**/answers/1/")
    assert Answer.objects.get().title == {"fi": "Määräaika"}
    page.fill("input[name=title-sv]", "Tidsfrist")
    page.press("input[name=title-sv]", "Enter")
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("lang") == "fi"
    page.goto(live_server.url + path_of(comment.activity, "edit", number=1))
    assert page.input_value("input[name=title-sv]") == "Tidsfrist"


def test_the_button_of_the_enter_key_is_rendered_but_not_in_the_order_of_keys(bertta, section, live_server, open_page):
    """Safari passes over a button that is not rendered, and would press the first one that is: another language's."""
    answer = start(bertta, factories.comment(factories.guest(), section))
    page = open_page()
    sign_in(page, live_server.url, bertta)
    page.goto(live_server.url + path_of(answer.activity, "edit", number=1))
    found = page.evaluate(
        """() => {
            const form = document.querySelector("#words"), first = [...form.elements].find((one) => one.type === "submit");
            return [first.name, first.tabIndex, first.getClientRects().length];
        }"""
    )
    assert found == ["", -1, 1]
