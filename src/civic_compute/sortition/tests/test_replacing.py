import pytest

from civic_compute.sortition.drawing import draw
from civic_compute.sortition.fair import fair_lottery
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.replacing import alternates, refill
from civic_compute.sortition.tests.pools import meets_quotas, pool_of

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
