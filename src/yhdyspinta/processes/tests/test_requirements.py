"""What staff ask of those who use an ability holds whatever the method's own rule says."""

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import VISITOR
from yhdyspinta.places.models import Area
from yhdyspinta.processes.permissions import YES, Requirement, may_take_part, stored_requirements

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity():
    return factories.activity(factories.process(factories.authority()))


def why_not(person, activity, **asked):
    activity.settings = stored_requirements({"vote": Requirement(**asked)})
    return may_take_part(person, "vote", activity, at=clock.now(), rule=lambda *a, **k: YES).why_not


def test_nothing_asked_is_open_to_everybody(activity):
    assert why_not(VISITOR, activity) == ""
    activity.settings = {}
    assert Requirement.of(activity, "vote") == Requirement()


def test_a_level_is_asked_of_this_ability_only(activity):
    aino = factories.person()
    assert why_not(VISITOR, activity, level=Person.Level.EMAIL) == "confirmed_email_needed"
    assert why_not(aino, activity, level=Person.Level.EMAIL) == ""
    assert why_not(aino, activity, level=Person.Level.STRONG) == "strong_identification_needed"
    assert may_take_part(aino, "suggest", activity, at=clock.now(), rule=lambda *a, **k: YES)


def test_a_home_municipality_is_asked(activity):
    here, elsewhere = Area.objects.filter(kind="municipality").order_by("code")[:2]
    aino = factories.person(home_municipality=here)
    assert why_not(aino, activity, municipalities=(here.code,)) == ""
    assert why_not(aino, activity, municipalities=(elsewhere.code,)) == "home_elsewhere"
    assert why_not(VISITOR, activity, municipalities=(here.code,)) == "home_elsewhere"


def test_what_is_stored_is_read_again(activity):
    asked = Requirement(level=Person.Level.STRONG, municipalities=("179", "182"))
    activity.settings = {"own": 1} | stored_requirements({"vote": asked})
    activity.save()
    activity.refresh_from_db()
    assert Requirement.of(activity, "vote") == asked
