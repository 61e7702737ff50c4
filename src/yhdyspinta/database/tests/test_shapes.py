"""Which forms of a query are kept: few, the usual ones, and of sequences what each item is."""

from typing import Any

import pytest
from django.db.models import QuerySet

from tests import factories
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.database.shapes import LONGEST, MOST, Shapes
from yhdyspinta.processes.models import Process

pytestmark = pytest.mark.django_db


@pytest.fixture
def processes() -> list[Process]:
    owner = factories.authority()
    return [factories.process(owner, slug=f"asia-{number}") for number in range(7)]


def test_rare_forms_go_djangos_way_and_do_not_drive_out_the_usual_ones(processes: list[Process]) -> None:
    """A crawler that goes through every filter and order of a page costs its own queries and nobody else's."""
    made: list[int] = []

    def build(most: int, slug: str) -> QuerySet[Process]:
        if slug != "asia-1":
            made.append(most)  # with a mark: to be kept
        return Process.objects.filter(slug=slug)[:most]

    query: Prepared[Process] = Prepared(build)
    for usual in (1, 2):
        query.rows(usual, slug="asia-1")
    for form in range(3, 20 * MOST):
        assert query.rows(form, slug="asia-1") == processes[1:2]
        query.rows(1 + form % 2, slug="asia-1")  # the visitors' own
    assert len(made) == len(query._made) == MOST
    for _again in range(3):
        assert query.rows(10_000, slug="asia-1") == processes[1:2]
    assert made[MOST:] == [10_000]  # asked twice: it takes the place of the least used
    assert len(query._made) == MOST
    query.rows(1, slug="asia-1")
    assert made[MOST:] == [10_000]


def test_shapes_that_take_turns_are_bounded_by_what_is_asked_in_between() -> None:
    shapes: Shapes[int] = Shapes()
    made: list[int] = []
    for _round in range(3):
        for shape in range(3 * MOST):
            shapes.of(shape, lambda: made.append(1) or 1)
    assert len(shapes) == len(shapes._asked) == len(made) == MOST


def test_a_sequence_beyond_the_longest_goes_djangos_way(processes: list[Process]) -> None:
    query: Prepared[Any] = Prepared(lambda slugs: Process.objects.filter(slug__in=slugs).order_by("slug"))
    for count in (LONGEST, LONGEST + 1, 5 * LONGEST):
        slugs = [process.slug for process in processes] + [f"muu-{number}" for number in range(count - len(processes))]
        assert query.rows(slugs=slugs) == processes
    assert len(query._made) == 1


def test_each_item_of_a_sequence_is_sent_as_what_it_is(processes: list[Process]) -> None:
    query: Prepared[Any] = Prepared(lambda keys: Process.objects.filter(pk__in=keys).order_by("pk"))
    pks = [process.pk for process in processes[:2]]
    assert query.rows(keys=pks) == processes[:2]
    with pytest.raises(TypeError, match="cannot be a value"):
        query.rows(keys=[pks[0], True])
    with pytest.raises(TypeError, match="cannot be a value"):
        query.rows(keys=[pks[0], None])
