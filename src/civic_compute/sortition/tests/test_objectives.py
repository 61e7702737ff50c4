from math import log

import numpy as np
import pytest
from hypothesis import given, settings
from scipy.optimize import linprog

from civic_compute.sortition.fair import fair_lottery
from civic_compute.sortition.model import Objective
from civic_compute.sortition.objectives import GAMMA
from civic_compute.sortition.panel_space import panel_space
from civic_compute.sortition.person_types import group
from civic_compute.sortition.summary import summary
from civic_compute.sortition.tests.pools import all_panels, leximin_by_enumeration, meets_quotas, pool_of, small_pools
from civic_compute.sortition.tests.test_expected import open_pool
from civic_compute.sortition.tests.test_leximin import chances_by_person, drawn_chances

SMALL = settings(max_examples=30, deadline=None)


@SMALL
@given(small_pools())
def test_maximin_has_the_least_chance_that_leximin_has(pool):
    fair = fair_lottery(pool, Objective.MAXIMIN)
    best = [chance for chance in leximin_by_enumeration(pool).values() if chance > 1e-7]
    assert fair.certified
    assert min(chance for chance in chances_by_person(fair).values() if chance > 0) == pytest.approx(
        min(best), abs=1e-5
    )


@SMALL
@given(small_pools())
def test_nash_meets_its_condition_on_every_panel(pool):
    """At the largest product no panel has a sum of 1/p above the number of persons (who fit any panel)."""
    fair = fair_lottery(pool, Objective.NASH)
    if not fair.certified:
        return
    chances = {name: chance for name, chance in chances_by_person(fair).items() if chance > 0}
    for panel in all_panels(pool):
        assert sum(1 / chances[name] for name in panel) <= len(chances) * (1 + 1e-4)


def goldilocks_value(space, chances):
    """(m/k) max pi + gamma (k/m) / min pi, over persons who fit a panel; the smaller the better."""
    fair = space.size / float(np.sum(space.counts))
    held = chances[chances > 1e-8]
    return float(np.max(held)) / fair + GAMMA * fair / float(np.min(held))


@SMALL
@given(small_pools())
def test_goldilocks_is_not_bettered_by_any_least_chance(pool):
    fair = fair_lottery(pool, Objective.GOLDILOCKS)
    if not fair.certified:
        return
    space = panel_space(group(pool))
    ours = goldilocks_value(space, np.array([kind.probability for kind in fair.types]))
    panels = all_panels(pool)
    inside = np.array([[name in panel for panel in panels] for name in chances_by_person(fair)], dtype=float)
    inside = inside[inside.any(axis=1)]
    share = pool.size / len(pool.persons)
    for least in np.linspace(0.02, 1, 25) * min(1, 2 * share):
        one = np.ones((len(inside), 1))
        found = linprog(
            np.append(np.zeros(len(panels)), 1.0),
            A_ub=np.block([[-inside, 0 * one], [inside, -one]]),
            b_ub=np.concatenate([np.full(len(inside), -least), np.zeros(len(inside))]),
            A_eq=np.append(np.ones(len(panels)), 0.0)[None, :], b_eq=[1.0],
        )  # fmt: skip
        if found.success:
            assert ours <= found.fun / share + share / least + 1e-5


@pytest.mark.parametrize("objective", [Objective.MAXIMIN, Objective.NASH, Objective.GOLDILOCKS])
def test_other_objectives_are_certified_on_a_real_pool(objective):
    pool = open_pool("scotland_22")
    fair = fair_lottery(pool, objective)
    assert fair.certified
    assert all(meets_quotas(pool, panel.members) for panel in fair.lottery)
    assert drawn_chances(fair) == pytest.approx(chances_by_person(fair), abs=1e-5)


def test_nash_of_a_real_pool_is_as_another_library_found_it():
    """sortition-algorithms 0.12.15 gave 0.0877 to 0.2341 (expected/scotland_22.json)."""
    chances = chances_by_person(fair_lottery(open_pool("scotland_22"), Objective.NASH)).values()
    assert min(chances) == pytest.approx(0.08770, abs=1e-4)
    assert max(chances) == pytest.approx(0.23414, abs=1e-4)


def test_nash_has_the_largest_product_and_goldilocks_the_narrowest_spread():
    found = {objective: fair_lottery(open_pool("syn-a_24"), objective) for objective in Objective}
    sums = {
        objective: sum(log(max(kind.probability, 1e-12)) * kind.count for kind in fair.types)
        for objective, fair in found.items()
        if objective is not Objective.LEGACY
    }
    assert max(sums, key=sums.__getitem__) is Objective.NASH
    assert summary(found[Objective.GOLDILOCKS]).maximum < summary(found[Objective.LEXIMIN]).maximum
    assert summary(found[Objective.LEGACY]).minimum < summary(found[Objective.LEXIMIN]).minimum


def test_the_greedy_draw_gives_panels_that_meet_the_quotas_and_is_never_certified():
    rows = "\n".join(f"{n},{'fm'[n % 2]},home {n // 3}" for n in range(30))
    pool = pool_of(f"id,g,home\n{rows}", "g,f,3,3\ng,m,3,3", 6, address_column="home")
    fair = fair_lottery(pool, Objective.LEGACY)
    assert not fair.certified
    assert all(meets_quotas(pool, panel.members) for panel in fair.lottery)
    assert fair == fair_lottery(pool, Objective.LEGACY)


def test_the_summary_of_equal_chances():
    rows = "\n".join(f"{n},{'fm'[n % 2]}" for n in range(10))
    found = summary(fair_lottery(pool_of(f"id,g\n{rows}", "g,f,2,2\ng,m,2,2", 4)))
    assert (found.minimum, found.median, found.maximum, found.gini) == pytest.approx((0.4, 0.4, 0.4, 0.0))
    assert found.geometric_mean == pytest.approx(0.4)
    assert [(row.pool, row.panel) for row in found.expected] == [(5, pytest.approx(2.0)), (5, pytest.approx(2.0))]
