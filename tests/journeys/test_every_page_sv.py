"""Every sixth page in Swedish, narrow and with the scripts blocked: axe finds nothing, the policy is kept."""

import pytest

from tests.journeys.visiting import SOME, problems_everywhere

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_w1_h1_every_page(walker):
    language, width, scripts = SOME["sv"]
    assert problems_everywhere(walker, language, width=width, scripts=scripts, turn=slice(0, None, 6)) == []
