"""D3: what a reader can work out of small groups, tried over every small world."""

from collections import defaultdict
from itertools import product

import pytest

from tests import factories
from yhdyspinta.comments.audience import shown_size
from yhdyspinta.comments.models import Sender
from yhdyspinta.places.models import Area
from yhdyspinta.reports.tests import scene

LIMIT = 3  # the property does not hang on the size; a small one can be tried in full
MOST = 6


def _told(world, places):
    """Two groups and those who told nothing: what a page shows of them."""
    one, other, _untold = world
    return sum(world), shown_size(one, LIMIT, places[0]), shown_size(other, LIMIT, places[1])


def _worlds(most=MOST):
    return [world for world in product(range(most), repeat=3) if sum(world) < most]


def _lone(seen):
    """What can be said for certain: where all worlds that fit agree."""
    return {next(iter(values)) for values in seen.values() if len(values) == 1}


def _harmless(number):
    return number == 0 or abs(number) >= LIMIT


def test_d3_no_table_tells_the_size_of_a_small_group():
    seen = defaultdict(set)
    for world in product(range(MOST + 1), repeat=3):
        for places in product(range(LIMIT), repeat=2):
            if sum(world) <= MOST:
                seen[_told(world, places)].add(world[0])
    assert seen
    assert all(map(_harmless, _lone(seen)))


@pytest.mark.parametrize("somebody_leaves", [True, False])
def test_d3_no_two_dates_tell_of_a_small_group_that_came_or_went(somebody_leaves):
    """The later version takes small groups anew only after a whole group has come or gone."""
    seen = defaultdict(set)
    for places, before, after in product(product(range(LIMIT), repeat=2), _worlds(), _worlds()):
        if not somebody_leaves and any(now < then for then, now in zip(before, after, strict=True)):
            continue
        first = _told(before, places)
        changed = abs(sum(after) - sum(before)) >= LIMIT
        second = (sum(after), *(_told(after, places)[1:] if changed else first[1:]))
        seen[first, second].add(after[0] - before[0])
    assert seen
    assert all(map(_harmless, _lone(seen)))


@pytest.mark.django_db
def test_d3_a_later_version_keeps_the_small_groups_until_a_whole_group_has_come(bertta, document):
    section = document.versions.first().sections.first()
    home = Area.objects.filter(kind="municipality", county=document.activity.process.owner.area).first()

    def come(count):
        for _ in range(count):
            factories.comment(factories.guest(), section)
        Sender.objects.update(municipality=home, age_group="15_64")

    come(12)
    scene.save(bertta, document)
    first = scene.publish(bertta, document).figures
    come(4)
    second = scene.publish(bertta, document).figures
    come(1)
    third = scene.publish(bertta, document).figures
    assert second["senders"] == 16
    assert [second[name] for name in ("ages", "municipalities", "groups_at")] == [
        first[name] for name in ("ages", "municipalities", "groups_at")
    ]
    assert third["groups_senders"] == 17
    assert third["groups_at"] != first["groups_at"]
    for figures in (first, second, third):
        assert all(row["count"] is None or row["count"] % 5 == 0 for row in figures["ages"] + figures["municipalities"])
