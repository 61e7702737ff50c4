import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings

from civic_compute.sortition.fair import CERTAIN, fair_lottery
from civic_compute.sortition.model import WHOLE, Objective, Pool
from civic_compute.sortition.result import FairLottery
from civic_compute.sortition.tests.pools import leximin_by_enumeration, meets_quotas, pool_of, small_pools


def chances_by_person(fair: FairLottery) -> dict[str, float]:
    return {name: kind.probability for kind in fair.types for name in kind.kind.persons}


def drawn_chances(fair: FairLottery) -> dict[str, float]:
    chances = {person.id: 0 for person in fair.pool.persons if not person.excluded}
    for panel in fair.lottery:
        for member in panel.members:
            chances[member] += panel.weight
    return {name: weight / WHOLE for name, weight in chances.items()}


def check(pool: Pool) -> FairLottery:
    fair = fair_lottery(pool)
    assert all(meets_quotas(pool, panel.members) for panel in fair.lottery)
    assert sum(panel.weight for panel in fair.lottery) == WHOLE
    assert fair.certified
    assert drawn_chances(fair) == pytest.approx(chances_by_person(fair), abs=2 * CERTAIN)
    assert chances_by_person(fair) == pytest.approx(leximin_by_enumeration(pool), abs=1e-5)
    return fair


@settings(max_examples=50, deadline=None)
@given(small_pools())
def test_leximin_is_the_one_found_by_enumerating_every_panel(pool):
    check(pool)


@settings(max_examples=50, deadline=None)
@given(small_pools(addresses=True))
def test_leximin_with_one_person_of_each_address_is_the_one_found_by_enumeration(pool):
    check(pool)


def test_leximin_differs_from_its_fractional_bound_where_whole_panels_cannot_reach_it():
    """Three values in two categories each, so that fractions could halve what whole persons cannot."""
    people = "id,a,b,c\n" + "\n".join(
        f"{n},{a},{b},{c}"
        for n, (a, b, c) in enumerate(
            [("x", "x", "y"), ("x", "y", "x"), ("y", "x", "x"), ("y", "y", "y"), ("x", "x", "x")], 1
        )
    )
    quotas = "a,x,1,1\na,y,1,1\nb,x,1,1\nb,y,1,1\nc,x,1,1\nc,y,1,1"
    fair = check(pool_of(people, quotas, 2))
    assert fair.impossible == ("1", "2", "3")


def test_persons_of_one_type_have_the_same_chance():
    people = "id,g\n" + "\n".join(f"{n},{'f' if n % 3 else 'm'}" for n in range(1, 51))
    fair = fair_lottery(pool_of(people, "g,f,5,6\ng,m,4,5", 10))
    for kind in fair.types:
        weights = {round(drawn_chances(fair)[name] * WHOLE) for name in kind.kind.persons}
        assert max(weights) - min(weights) <= 1000 * len(fair.lottery)
    assert min(panel.weight for panel in fair.lottery) >= 1000


def test_the_order_of_rows_and_of_quotas_never_matters():
    rows = [f"p{n},{'fm'[n % 2]},{'old' if n % 5 == 0 else 'young'}" for n in range(30)]
    quotas = ["g,f,4,6", "g,m,4,6", "age,old,3,5", "age,young,5,7"]
    one = fair_lottery(pool_of("\n".join(["id,g,age", *rows]), "\n".join(quotas), 10))
    other = fair_lottery(pool_of("\n".join(["id,g,age", *rows[::-1]]), "\n".join(quotas[::-1]), 10))
    assert one.lottery == other.lottery
    assert one.types == other.types


def test_the_same_lottery_comes_each_time():
    rows = "\n".join(f"p{n},{'fm'[n % 2]},{n % 7}" for n in range(60))
    pool = pool_of(f"id,g,r\n{rows}", "g,f,4,6\ng,m,4,6\n" + "\n".join(f"r,{n},1,2" for n in range(7)), 10)
    assert fair_lottery(pool).lottery == fair_lottery(pool).lottery


def test_persons_who_must_not_be_drawn_are_in_no_panel():
    rows = "\n".join(f"{n},{'fm'[n % 2]}" for n in range(1, 11))
    pool = pool_of(f"id,g\n{rows}", "g,f,2,2\ng,m,2,2", 4, excluded=["3", "4"])
    fair = fair_lottery(pool)
    assert not {"3", "4"} & set(itertools.chain(*(panel.members for panel in fair.lottery)))
    assert "3" not in chances_by_person(fair)


def test_persons_who_fit_no_panel_are_named():
    pool = pool_of("id,g\n1,f\n2,f\n3,m\n4,m", "g,f,2,2\ng,m,0,0", 2)
    fair = fair_lottery(pool)
    assert fair.impossible == ("3", "4")
    assert fair.certified


def test_whole_pool_as_the_panel_is_certain():
    fair = fair_lottery(pool_of("id,g\n1,f\n2,f\n3,m", "g,f,0,3\ng,m,0,3", 3))
    assert [panel.members for panel in fair.lottery] == [("1", "2", "3")]


def test_progress_is_told():
    told = []
    fair_lottery(pool_of("id,g\n1,f\n2,f\n3,m", "g,f,0,3\ng,m,0,3", 2), progress=told.append)
    assert any("lottery" in words for words in told)


@pytest.mark.parametrize("objective", [Objective.LEXIMIN])
def test_an_address_gives_at_most_one_member(objective):
    rows = "\n".join(f"{n},{'fm'[n % 2]},home {n // 2}" for n in range(20))
    pool = pool_of(f"id,g,address\n{rows}", "g,f,3,3\ng,m,3,3", 6, address_column="address")
    fair = fair_lottery(pool, objective)
    assert all(meets_quotas(pool, panel.members) for panel in fair.lottery)
    assert drawn_chances(fair) == pytest.approx(dict.fromkeys(drawn_chances(fair), 0.3), abs=1e-9)
    assert not meets_quotas(replace(pool, size=2), ("0", "1"))
