from collections import Counter

from hypothesis import given, settings

from civic_compute.sortition.fair import fair_lottery
from civic_compute.sortition.numbered import numbered_panels
from civic_compute.sortition.tests.pools import meets_quotas, pool_of, small_pools
from civic_compute.sortition.tests.test_expected import open_pool


@settings(max_examples=30, deadline=None)
@given(small_pools(addresses=True))
def test_every_numbered_panel_meets_the_quotas_and_no_chance_moves_far(pool):
    fair = fair_lottery(pool)
    numbered = numbered_panels(fair, 100)
    assert len(numbered.panels) == 100
    assert all(meets_quotas(pool, panel) for panel in set(numbered.panels))
    assert numbered.largest_error <= 0.05


def test_a_thousand_panels_and_the_largest_error_is_told():
    fair = fair_lottery(open_pool("scotland_22"))
    numbered = numbered_panels(fair)
    often = Counter(member for panel in numbered.panels for member in panel)
    errors = [abs(often[name] / 1000 - kind.probability) for kind in fair.types for name in kind.kind.persons]
    assert len(numbered.panels) == 1000
    assert abs(max(errors) - numbered.largest_error) < 1e-12
    assert numbered.largest_error < 0.003


def test_equal_chances_that_thousandths_can_give_are_given_exactly():
    rows = "\n".join(f"{n},{'fm'[n % 2]}" for n in range(40))
    assert numbered_panels(fair_lottery(pool_of(f"id,g\n{rows}", "g,f,5,5\ng,m,5,5", 10))).largest_error < 1e-9
