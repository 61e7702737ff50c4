"""Groups of senders that may be small: kept, rounded, and taken anew by the clock."""

import pytest

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments import tasks
from yhdyspinta.comments.audience import audience
from yhdyspinta.comments.groups import count_groups
from yhdyspinta.comments.keeping_groups import keep_all_groups
from yhdyspinta.comments.models import KeptGroups, Sender
from yhdyspinta.places.models import Area

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    county = factories.authority("pohjanmaa", code="15")
    return factories.document(factories.activity(factories.process(county)))


def _come(document, count, **told):
    section = document.versions.first().sections.first()
    found = [factories.comment(factories.guest(), section).sender_id for _ in range(count)]
    Sender.objects.filter(pk__in=found).update(**told)


def _shown(document):
    owner = document.activity.process.owner
    return audience(owner, [document.activity_id])


def test_small_groups_are_not_shown(document):
    """D3: counts of what is not public are rounded down, and a group under the limit is left out."""
    _come(document, 9, age_group="30_44")
    _come(document, 4, age_group="75_over")
    assert keep_all_groups(at=clock.now()) == 1
    people = _shown(document)
    assert {group.key: group.count for group in people.ages} == {"under_15": None, "15_64": 5, "65_over": None}
    told = {group.key: group.count for group in people.age_groups}
    assert told == dict.fromkeys(("under_15", "15_17", "18_29", "45_64", "65_74", "75_over")) | {"30_44": 5}
    assert people.senders == 13


def test_what_was_told_in_the_earlier_bands_counts_in_them(document):
    _come(document, 9, age_group="15_64")
    keep_all_groups(at=clock.now())
    people = _shown(document)
    assert {group.key: group.count for group in people.ages}["15_64"] == 5
    assert {group.count for group in people.age_groups} == {None}


def test_d3_the_count_of_municipalities_tells_of_no_small_one(document):
    """D3: only municipalities that are shown are counted; the rest cannot be subtracted out."""
    owner = document.activity.process.owner
    homes = list(Area.objects.filter(kind="municipality", county=owner.area_id).order_by("pk")[:2])
    _come(document, 9, municipality=homes[0])
    _come(document, 4, municipality=homes[1])
    keep_all_groups(at=clock.now())
    people = _shown(document)
    assert [group.key for group in people.municipalities] == [homes[0].code]
    assert people.municipalities_reached == 1
    assert people.municipalities_people == people.municipalities[0].population_share


def test_d3_the_clock_takes_groups_anew_only_after_a_whole_group_has_come(document):
    _come(document, 9, age_group="30_44")
    tasks.keep_groups_of_all(0)
    first = KeptGroups.objects.get()
    _come(document, 4, age_group="30_44")
    assert keep_all_groups(at=clock.now()) == 0
    assert KeptGroups.objects.get().taken_at == first.taken_at
    _come(document, 1, age_group="30_44")
    tasks.keep_groups_of_all(0)
    kept = KeptGroups.objects.get()
    assert kept.senders == 14
    assert kept.ages == count_groups(document.activity.process.owner, document.activity_id).ages
    assert kept.taken_at > first.taken_at


def test_d3_a_raised_limit_hides_at_once_what_is_too_small_now(document):
    _come(document, 9, age_group="30_44")
    keep_all_groups(at=clock.now())
    owner = document.activity.process.owner
    owner.small_group_limit = 10
    assert {group.count for group in audience(owner, [document.activity_id]).ages} == {None}
