import pytest
from hypothesis import given, settings, strategies

from civic_compute.sortition.fair import fair_lottery
from civic_compute.sortition.feasibility import conflict, has_panel, pool_space
from civic_compute.sortition.panel_space import panel_space
from civic_compute.sortition.person_types import group
from civic_compute.sortition.problems import SortitionProblem
from civic_compute.sortition.relaxing import relax
from civic_compute.sortition.replacing import _changed
from civic_compute.sortition.tests.pools import all_panels, pool_of, small_pools

PEOPLE = "id,g,a\n" + "\n".join(f"{n},{'fm'[n % 2]},{'old' if n % 3 == 0 else 'young'}" for n in range(20))


def problem_of(people, quotas, size, **more) -> SortitionProblem:
    with pytest.raises(SortitionProblem) as problem:
        fair_lottery(pool_of(people, quotas, size, **more))
    return problem.value


def test_a_value_nobody_has_is_named_with_its_line():
    problem = problem_of(PEOPLE, "g,f,5,5\ng,m,4,5\ng,x,1,1\n", 10)
    assert (problem.code, problem.file, problem.line) == ("nobody_has", "quotas.csv", 4)
    assert "at least 1 of g: x becomes 0" in str(problem)


def test_a_value_nobody_has_and_nobody_needs_is_fine():
    assert fair_lottery(pool_of(PEOPLE, "g,f,5,5\ng,m,5,5\ng,x,0,2\na,old,0,0\na,young,10,10", 10)).certified


def test_too_few_of_a_value():
    problem = problem_of(PEOPLE, "g,f,0,10\ng,m,0,10\na,old,8,9\na,young,1,3", 10)
    assert (problem.code, problem.line, problem.values["found"]) == ("too_few_have", 4, 7)


@pytest.mark.parametrize(
    ("quotas", "code", "total"),
    [
        ("g,f,6,6\ng,m,5,5", "least_over_size", 11),
        ("g,f,4,4\ng,m,5,5", "most_under_size", 9),
        ("g,m,5,5\ng,f,4,4", "most_under_size", 9),
    ],
)
def test_numbers_of_one_category_that_cannot_fill_the_panel(quotas, code, total):
    problem = problem_of(PEOPLE, quotas, 10)
    assert (problem.code, problem.line, problem.values["total"]) == (code, 2, total)


def test_quotas_that_conflict_across_categories_are_named_and_no_others():
    people = "id,g,a,b\n1,f,old,x\n2,f,old,x\n3,m,young,x\n4,m,young,x\n5,m,young,x"
    problem = problem_of(people, "g,f,2,2\ng,m,1,1\na,old,1,1\na,young,2,2\nb,x,3,3", 3)
    assert problem.code == "infeasible"
    named = problem.values["conflict"]
    assert "b: x" not in named
    assert named.count(";") == 1
    assert problem.values["changes"]


def test_a_change_counts_relative_to_the_quota():
    """f must be 2 fewer or old 2 more: 2/10 is less than 2/4, so the larger quota gives way."""
    people = "id,g,a\n" + "\n".join(f"{n},{'f' if n < 12 else 'm'},{'young' if n < 12 else 'old'}" for n in range(24))
    pool = pool_of(people, "g,f,10,10\ng,m,0,12\na,old,4,12\na,young,0,12", 12)
    changes = relax(pool, panel_space(group(pool))).changes
    assert [(change.limit.value, change.limit.number, change.becomes) for change in changes] == [("f", 10, 8)]


def test_giving_up_a_small_quota_is_dearer_than_raising_another():
    """Either nobody old (1 to 0 counts 2) or one woman more (1 to 2 counts 1)."""
    pool = pool_of("id,g,a\n1,f,old\n2,f,young\n3,m,young\n4,m,young", "g,f,0,1\ng,m,0,4\na,old,1,1\na,young,3,3", 4)
    changes = relax(pool, panel_space(group(pool))).changes
    assert [(change.limit.value, change.limit.least, change.becomes) for change in changes] == [("f", False, 2)]


def test_too_few_addresses_cannot_be_helped_by_quotas():
    problem = problem_of("id,g,home\n1,f,x\n2,m,x\n3,f,x", "g,f,0,2\ng,m,0,2", 2, address_column="home")
    assert problem.code == "too_few_addresses"


@settings(max_examples=40, deadline=None)
@given(small_pools(addresses=True), strategies.data())
def test_feasible_is_what_enumeration_says_and_the_relaxation_helps(pool, data):
    from dataclasses import replace

    quotas = tuple(
        replace(quota, least=min(quota.most, quota.least + data.draw(strategies.integers(0, 1))))
        for quota in pool.quotas
    )
    pool = replace(pool, quotas=quotas)
    space = panel_space(group(pool))
    possible = bool(all_panels(pool))
    assert has_panel(space, space.lower, space.upper) == possible
    changes = relax(pool, space).changes
    assert bool(changes) != possible
    assert all_panels(_changed(pool, changes))
    if not possible:
        with pytest.raises(SortitionProblem):
            pool_space(group(pool))
        assert conflict(pool, space)


def test_changes_that_are_as_small_are_told_and_the_first_category_is_kept():
    """A man of 40 or over and a woman under 40 are there, and neither both wanted values in one person."""
    people = "id,g,a\n1,f,young\n2,m,old\n3,m,old"
    for quotas in ("g,f,1,1\ng,m,0,0\na,old,1,1\na,young,0,0", "a,old,1,1\na,young,0,0\ng,m,0,0\ng,f,1,1"):
        pool = pool_of(people, quotas, 1)
        found = relax(pool, panel_space(group(pool)))
        assert {(change.limit.category, change.limit.value, change.becomes) for change in found.changes} == {
            ("g", "f", 0), ("g", "m", 1),
        }  # fmt: skip
        assert [{change.limit.category for change in other} for other in found.as_small] == [{"a"}]


def test_a_least_change_without_an_equal_has_none_beside_it():
    pool = pool_of("id,g\n1,f\n2,m\n3,m\n4,m", "g,f,2,2\ng,m,1,1", 3)
    assert relax(pool, panel_space(group(pool))).as_small == ()


def test_a_tie_is_told_where_no_panel_meets_the_quotas():
    problem = problem_of("id,g,a\n1,f,young\n2,m,old", "g,f,1,1\ng,m,0,0\na,old,1,1\na,young,0,0", 1)
    assert "as small a change: " in str(problem)
