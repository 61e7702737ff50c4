"""What a choice of the answer's form asks for more of is in sight as soon as it is chosen."""

import pytest

from tests import factories
from tests.browser import sign_in
from yhdyspinta.answers.tests.scene import path_of, start

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_reason_opens_with_the_choice_that_needs_one(bertta, section, live_server, open_page):
    answer = start(bertta, factories.comment(factories.guest(), section))
    page = open_page()
    sign_in(page, live_server.url, bertta)
    page.goto(live_server.url + path_of(answer.activity, "edit", number=answer.number))
    reason = page.locator("[name=reason]")
    assert not reason.is_visible()
    page.check("input[name=handling][value=accepted]")
    assert not reason.is_visible()
    page.check("input[name=handling][value=not_accepted]")
    assert reason.is_visible()
