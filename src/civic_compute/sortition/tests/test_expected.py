"""The open pools against their expected chances, type by type."""

import json
from pathlib import Path

import pytest

from civic_compute.reading import read_source
from civic_compute.sortition.fair import fair_lottery, leximin_chances
from civic_compute.sortition.model import WHOLE, Pool
from civic_compute.sortition.reading import read_pool
from civic_compute.sortition.tests.pools import meets_quotas
from tests.open_data import open_data

SHORT = ("example_small_20", "example_large_200", "scotland_22", "syn-a_24", "syn-e_75", "syn-h_60", "syn-d_110")
LONG = ("syn-b_30", "syn-i_100")


def open_pool(name: str, **more) -> Pool:
    root = open_data("sortition")
    folder = next(found for found in (root / name, root / "synthetic" / name) if found.is_dir())
    people = next(folder.glob("respondents.csv*"))
    return read_pool(
        read_source(people), read_source(folder / "categories.csv"), size=int(name.rsplit("_", 1)[1]), **more
    )


def expected_chances(name: str, pool: Pool) -> dict[tuple[str, ...], float]:
    path: Path = open_data("sortition") / "expected" / f"{name}.json"
    expected = json.loads(path.read_text())
    places = [expected["features"].index(pool.label(category)) for category in pool.categories]
    return {
        tuple(kind["values"][place].casefold() for place in places): kind["probability"]
        for kind in expected["leximin"]["types"]
    }


@pytest.mark.parametrize("name", [*SHORT, *(pytest.param(name, marks=pytest.mark.long) for name in LONG)])
def test_leximin_is_as_expected_and_its_lottery_certifies_it(name):
    pool = open_pool(name)
    fair = fair_lottery(pool)
    expected = expected_chances(name, pool)
    assert {kind.kind.values: kind.probability for kind in fair.types} == pytest.approx(expected, abs=1e-4)
    assert fair.certified
    assert fair.shortfall <= 2e-6
    assert sum(panel.weight for panel in fair.lottery) == WHOLE
    assert all(meets_quotas(pool, panel.members) for panel in fair.lottery[:300])
    weights: dict[str, int] = {}
    for panel in fair.lottery:
        for member in panel.members:
            weights[member] = weights.get(member, 0) + panel.weight
    for kind in fair.types:
        for person in kind.kind.persons:
            assert weights.get(person, 0) / WHOLE == pytest.approx(expected[kind.kind.values], abs=1e-4)


@pytest.mark.parametrize("name", [*SHORT, *LONG])
def test_the_chances_alone_are_as_expected(name):
    pool = open_pool(name)
    found = {kind.kind.values: kind.probability for kind in leximin_chances(pool)}
    assert found == pytest.approx(expected_chances(name, pool), abs=1e-4)


@pytest.mark.parametrize("name", ["syn-a_24", pytest.param("syn-h_60", marks=pytest.mark.long)])
def test_one_of_each_address_is_certified_too(name):
    pool = open_pool(name, address_column="address")
    fair = fair_lottery(pool)
    assert fair.certified
    assert all(meets_quotas(pool, panel.members) for panel in fair.lottery[:300])
