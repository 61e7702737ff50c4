"""A count of unanswered comments says how many of them somebody is answering already."""

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers.tests.scene import publish, start, write
from yhdyspinta.comments.counters import change_state
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.site.tests.test_desk import closed_round, county  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def bertta(county):
    return factories.staff(county)


@pytest.fixture
def section(county):
    return closed_round(county)


def shown(bertta, county, section):
    """The desk, the list of rounds and the round's work list, as Bertta reads them."""
    desk = signed_in(bertta)
    round_path = activity_address(section.version.document.activity, "answers:work", language="en")
    paths = address("site:desk", county, language="en"), address("site:desk_answers", county, language="en"), round_path
    return [desk.get(path).content.decode() for path in paths]


def test_the_desk_and_the_lists_say_how_many_stand_in_a_draft(county, bertta, section):
    comments = [factories.comment(factories.guest(), section) for _ in range(6)]
    start(bertta, *comments[:2])
    hidden = start(bertta, comments[2], comments[3])
    change_state(comments[3], "hidden")
    assert hidden.published_at is None
    publish(bertta, write(bertta, start(bertta, comments[4])))
    desk, rounds, work = shown(bertta, county, section)
    assert "4 comments wait for an answer, 3 of them in a draft answer" in desk
    assert "3 of them in a draft answer" in rounds
    assert "4 comments to answer, 3 of them in a draft answer" in work


def test_without_drafts_nothing_is_said_of_them(county, bertta, section):
    factories.comment(factories.guest(), section)
    assert not any("in a draft answer" in page for page in shown(bertta, county, section))
