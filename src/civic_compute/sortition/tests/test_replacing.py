from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies

from civic_compute.sortition.drawing import draw
from civic_compute.sortition.fair import fair_lottery
from civic_compute.sortition.person_types import group
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.replacing import alternates, refill
from civic_compute.sortition.tests.pools import all_panels, meets_quotas, pool_of, small_pools

PEOPLE = "id,g,a,home\n" + "\n".join(
    f"{n},{'fm'[n % 2]},{'old' if n % 5 == 0 else 'young'},home {n // 2}" for n in range(1, 61)
)
QUOTAS = "g,f,4,6\ng,m,4,6\na,old,2,4\na,young,6,8"


@pytest.fixture(scope="module")
def pool():
    return pool_of(PEOPLE, QUOTAS, 10, address_column="home")


@pytest.fixture(scope="module")
def panel(pool):
    return draw(fair_lottery(pool), "01").members


def test_the_refilled_panel_meets_the_quotas_with_those_who_stay(pool, panel):
    filled = refill(pool, panel, panel[:4], "02")
    assert meets_quotas(pool, filled.members)
    assert set(panel[4:]) < set(filled.members)
    assert not set(panel[:4]) & set(filled.members)
    assert filled.missed == ()


def test_a_refill_is_the_same_each_time_and_another_with_another_seed(pool, panel):
    assert refill(pool, panel, panel[:4], "02").members == refill(pool, panel, panel[:4], "02").members
    assert len({refill(pool, panel, panel[:4], f"{seed:02x}").members for seed in range(5)}) > 1


def test_quotas_that_cannot_hold_any_more_are_listed():
    pool = pool_of("id,g\n1,f\n2,f\n3,m\n4,m\n5,m", "g,f,2,2\ng,m,1,1", 3)
    filled = refill(pool, ("1", "2", "3"), ("1",), "00")
    assert len(filled.members) == 3
    found = {
        (change.limit.value, change.limit.least): (change.limit.number, change.becomes) for change in filled.missed
    }
    assert found == {("f", True): (2, 1), ("m", False): (1, 2)}


def test_alternates_mirror_the_panel_and_are_outside_it(pool, panel):
    chosen = alternates(pool, panel, 5, "03")
    assert len(chosen.joining) == 5
    assert not set(chosen.joining) & set(panel)
    women = sum(int(name) % 2 == 0 for name in chosen.joining)
    assert abs(women - sum(int(name) % 2 == 0 for name in panel) / 2) < 1


def test_alternates_follow_the_drop_out_that_is_expected(pool, panel):
    women_leave = {name: 0.5 if int(name) % 2 == 0 else 0.0 for name in panel}
    chosen = alternates(pool, panel, 3, "03", dropout=women_leave)
    assert all(int(name) % 2 == 0 for name in chosen.joining)


def test_who_is_not_in_the_panel_cannot_leave_it(pool, panel):
    with pytest.raises(SortitionProblem, match="is not in the panel"):
        refill(pool, panel, ["999"], "00")
    with pytest.raises(SortitionProblem, match="nobody in the pool"):
        refill(pool, ["999"], [], "00")
    with pytest.raises(SortitionProblem):
        refill(pool, panel, [], "00")


TWELVE = "id,g,a\n" + "\n".join(
    f"{n},{'f' if n <= 8 else 'm'},{'young' if n in (1, 2, 9, 10) else 'old'}" for n in range(1, 13)
)
HALVES = "g,f,2,2\ng,m,2,2\na,old,2,2\na,young,2,2"


def test_a_refill_is_the_panels_own_lottery_conditioned_on_those_who_stay():
    """Half the panels are 2 older women and 2 young men, half one of each kind: see replacements.md."""
    pool = pool_of(TWELVE, HALVES, 4)
    filled = refill(pool, ("1", "3", "9", "11"), ("1", "11"), "07")
    assert (filled.way, filled.missed, filled.as_small) == ("conditioned", (), ())
    chance = {name: kind.probability for kind in filled.lottery.types for name in kind.kind.persons}
    assert chance["2"] == pytest.approx(1 / 17)
    assert chance["12"] == pytest.approx(1 / 17)
    assert chance["10"] == pytest.approx(16 / 17)
    assert all(chance[str(name)] == pytest.approx(16 / 17 / 5) for name in range(4, 9))


@settings(max_examples=25, deadline=None)
@given(small_pools(addresses=True), strategies.randoms(use_true_random=False))
def test_conditioning_is_what_choosing_among_all_panels_gives(pool, random):
    """By every panel of persons there is, each composition's share divided equally among its panels."""
    fair = fair_lottery(pool)
    whole = group(pool)
    kind_of = {name: place for place, kind in enumerate(whole.types) for name in kind.persons}
    share = Counter()
    for panel in fair.lottery:
        share[tuple(sorted(kind_of[name] for name in panel.members))] += panel.weight
    panels = {panel: tuple(sorted(kind_of[name] for name in panel)) for panel in all_panels(pool)}
    ways = Counter(panels.values())
    members = random.choice([panel.members for panel in fair.lottery])
    leaving = random.sample(members, random.randint(1, len(members)))
    staying = [name for name in members if name not in leaving]
    wanted = Counter()
    for panel, kinds in panels.items():
        if set(staying) <= set(panel) and not set(leaving) & set(panel):
            wanted.update({name: Fraction(share[kinds], ways[kinds]) for name in panel if name not in staying})
    try:
        filled = refill(pool, members, leaving, "05", fair=fair)
    except SortitionProblem:
        return
    if filled.way == "anew":
        return
    total = sum(wanted.values()) / len(leaving)
    for kind in filled.lottery.types:
        for name in kind.kind.persons:
            assert kind.probability == pytest.approx(float(wanted[name] / total), abs=1e-6)
    assert meets_quotas(pool, filled.members)


def test_where_a_home_has_changed_the_lottery_is_made_anew():
    people = "id,g,home\n1,f,a\n2,f,a\n3,f,b\n4,f,b\n5,f,c\n6,f,d"
    pool = pool_of(people, "g,f,2,2", 2, address_column="home")
    assert refill(pool, ("1", "5"), ("1",), "00").way == "anew"
    assert refill(pool, ("1", "5"), ("5",), "00").way == "conditioned"


def test_an_equal_change_is_told():
    pool = pool_of(TWELVE, HALVES, 4)
    filled = refill(pool, ("3", "4", "9", "10"), ("9",), "07")
    assert filled.way == "anew"
    assert {(c.limit.category, c.limit.value, c.becomes) for c in filled.missed} == {("g", "m", 1), ("g", "f", 3)}
    assert [{(c.limit.category, c.limit.value, c.becomes) for c in other} for other in filled.as_small] == [
        {("a", "young", 1), ("a", "old", 3)}
    ]
