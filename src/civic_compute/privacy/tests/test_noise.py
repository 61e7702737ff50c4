from collections import Counter
from fractions import Fraction
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic_compute.chance import Stream
from civic_compute.privacy.noise import noised_counts, rounded_counts, spent_so_far, two_sided_geometric
from civic_compute.privacy.problems import PrivacyProblem

ONE = Fraction(1)


def test_noise_follows_the_two_sided_geometric_distribution():
    epsilon, draws = Fraction(1, 2), 20_000
    stream = Stream(b"a seed for the test")
    found = Counter(two_sided_geometric(epsilon, stream) for _ in range(draws))
    a = exp(-float(epsilon))
    expected = {size: draws * (1 - a) / (1 + a) * a ** abs(size) for size in range(-8, 9)}
    chi_square = sum((found[size] - mean) ** 2 / mean for size, mean in expected.items())
    assert chi_square < 40  # 17 cells: beyond 40 with a chance of 0.1 %


def test_a_release_states_what_it_cost_and_stops_at_the_budget():
    one = noised_counts({"a": 5, "b": 9}, epsilon=Fraction(1, 4), budget=ONE, seed=b"s", disjoint=False)
    assert (one.spent, one.left) == (Fraction(1, 2), Fraction(1, 2))
    two = noised_counts({"a": 5, "b": 9}, epsilon=Fraction(1, 4), budget=one.left, seed=b"t")
    assert spent_so_far([one, two]) == Fraction(3, 4)
    with pytest.raises(PrivacyProblem, match="would cost 1/2 and 1/4 of the budget is left"):
        noised_counts({"a": 5}, epsilon=Fraction(1, 2), budget=two.left, seed=b"u")
    with pytest.raises(PrivacyProblem, match="0 is not an epsilon"):
        noised_counts({"a": 5}, epsilon=Fraction(0), budget=ONE, seed=b"u")


def test_a_count_has_the_same_noise_whatever_stands_beside_it():
    alone = noised_counts({"a": 5}, epsilon=ONE, budget=ONE, seed=b"s").counts["a"]
    assert noised_counts({"b": 1, "a": 5}, epsilon=ONE, budget=ONE, seed=b"s").counts["a"] == alone


@given(count=st.integers(0, 10_000), base=st.integers(1, 20))
def test_rounding_goes_to_one_of_the_two_neighbours_and_stays(count, base):
    rounded = rounded_counts({"a": count}, base=base, secret=b"s")["a"]
    assert rounded % base == 0
    assert abs(rounded - count) < base
    assert rounded_counts({"a": count, "b": 3}, base=base, secret=b"s")["a"] == rounded


def test_rounding_keeps_the_mean():
    rounded = [rounded_counts({str(n): 7}, base=5, secret=b"s")[str(n)] for n in range(5_000)]
    assert abs(sum(rounded) / 5_000 - 7) < 0.15
    with pytest.raises(PrivacyProblem, match="0 is not a base"):
        rounded_counts({"a": 1}, base=0, secret=b"s")
