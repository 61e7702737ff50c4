"""Which statement is shown next."""

from collections import Counter

import numpy as np
import pytest

from civic_compute.opinions.counts import Counts
from civic_compute.opinions.priorities import META, next_statements, priorities
from civic_compute.opinions.problems import OpinionProblem
from civic_compute.opinions.tests.made_up import conversation

VOTES = conversation([[1, 0, -1, 1]], out=(3,))
HALF, LAST = 1 << 63, (1 << 64) - 1


def test_weights_by_hand():
    counts = Counts(*(np.array([part]) for part in ([8, 0], [1, 0], [10, 0])))
    weights = priorities(counts, np.array([0.5, 0.0]), np.array([False, False]))
    first = ((1 - 2 / 12) * 1.5 * (9 / 12) * (1 + 8 * 2**-2)) ** 2
    assert weights.tolist() == pytest.approx([first, (0.5 * 0.5 * 9) ** 2])
    assert priorities(counts, np.array([0.5, 0.0]), np.array([True, False]))[0] == META


@pytest.mark.parametrize(
    ("number", "drawn"), [(0, "0"), (HALF - 1, "0"), (HALF, "1"), (3 * (HALF // 2), "2"), (LAST, "2")]
)
def test_a_number_chooses_by_weight(number, drawn):
    assert next_statements(VOTES, np.array([2.0, 1, 1, 100]), (), [number]) == (drawn,)


def test_neither_seen_nor_moderated_out_and_none_twice():
    weights = np.array([2.0, 1, 1, 100])
    assert next_statements(VOTES, weights, {"0"}, [0, 0, 0]) == ("1", "2")
    assert next_statements(VOTES, weights, {"0", "1", "2"}, [0]) == ()


def test_a_meta_statement_may_be_shown():
    assert next_statements(conversation([[1]], meta=(0,)), np.array([META]), (), [5]) == ("0",)


def test_without_weights_all_are_as_likely():
    assert next_statements(VOTES, np.zeros(4), (), [LAST // 2]) == ("1",)


@pytest.mark.parametrize("number", [-1, 1 << 64])
def test_a_number_out_of_range_is_refused(number):
    with pytest.raises(OpinionProblem) as told:
        next_statements(VOTES, np.ones(4), (), [number])
    assert told.value.code == "number"


def test_many_draws_follow_the_weights():
    chance = np.random.Generator(np.random.PCG64(3))
    numbers = chance.integers(0, 1 << 64, 4000, dtype=np.uint64).tolist()
    drawn = Counter(next_statements(VOTES, np.array([0.6, 0.3, 0.1, 9]), (), [number])[0] for number in numbers)
    wanted = {"0": 2400, "1": 1200, "2": 400}
    assert sum((drawn[name] - times) ** 2 / times for name, times in wanted.items()) < 13.8  # chi-square, 0.1 %
