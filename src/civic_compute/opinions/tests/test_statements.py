"""What unites, what divides, what stands for a group, and what bridges."""

from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given, settings

from civic_compute.opinions.bridging import RIDGE_FACTOR, RIDGE_INTERCEPT, bridging_of
from civic_compute.opinions.components import components_of
from civic_compute.opinions.consensus import consensus_of, divisive_of
from civic_compute.opinions.counts import Counts, one_proportion, two_proportions
from civic_compute.opinions.matrix import matrix_of
from civic_compute.opinions.representative import representative_of
from civic_compute.opinions.tests.made_up import camps, cells, conversation

NONE = np.zeros(3, dtype=np.bool_)


def counts(agree, disagree, seen):
    return Counts(*(np.array(part) for part in (agree, disagree, seen)))


def test_tests_by_hand():
    assert one_proportion(np.array(8), np.array(8)) == pytest.approx(3.0)
    z = two_proportions(np.array(7), np.array(9), np.array(1), np.array(9))
    assert z == pytest.approx((0.8 - 0.2) / np.sqrt(0.5 * 0.5 * 0.2))
    assert two_proportions(np.array(9), np.array(9), np.array(4), np.array(4)) == 0


def test_consensus_needs_a_clear_majority():
    everybody = counts([[40, 3, 1]], [[0, 2, 39]], [[45, 6, 42]])
    found = consensus_of(everybody, NONE)
    assert [(one.statement, one.said, one.seen) for one in found.agree] == [(0, 40, 45)]
    assert [(one.statement, one.said, one.seen) for one in found.disagree] == [(2, 39, 42)]
    hidden = consensus_of(everybody, np.array([True, False, True]))
    assert (hidden.agree, hidden.disagree) == ((), ())


def test_divisive_statements_by_spread_where_enough_have_seen_them():
    found = divisive_of(counts([[20, 3, 10], [1, 0, 9]], [[0, 0, 5], [19, 3, 5]], [[20, 3, 20], [20, 3, 20]]), NONE)
    assert [(one.statement, one.most, one.least, one.significant) for one in found] == [
        (0, 0, 1, True),
        (2, 0, 1, False),
    ]
    assert found[0].spread == pytest.approx(21 / 22 - 2 / 22)
    assert divisive_of(counts([[20]], [[0]], [[20]]), NONE[:1]) == ()


def test_a_group_is_told_by_what_it_says_unlike_the_others():
    chosen = representative_of(counts([[18, 2, 9], [2, 2, 9]], [[1, 17, 9], [17, 16, 9]], [[20, 20, 20]] * 2), NONE)
    assert [(one.statement, one.direction, one.best_agree) for one in chosen[0]] == [(0, "agree", True)]
    assert [(one.statement, one.direction) for one in chosen[1]][-1] == (0, "disagree")


def test_without_a_sufficient_statement_the_strongest_is_told():
    chosen = representative_of(counts([[0, 0, 0], [0, 0, 0]], [[0, 0, 0], [0, 0, 0]], [[3, 3, 3], [3, 3, 0]]), NONE)
    assert [len(ones) for ones in chosen] == [1, 1]


def plain_loss(votes, found):
    """The loss as it is defined, vote by vote."""
    loss = RIDGE_INTERCEPT * (found.mean**2 + (found.person**2).sum() + (found.statement**2).sum())
    loss += RIDGE_FACTOR * ((found.person_side**2).sum() + (found.statement_side**2).sum())
    for i in range(len(votes.participants)):
        for place in range(votes.starts[i], votes.starts[i + 1]):
            j = votes.columns[place]
            if not votes.moderated_out[j]:
                guess = (
                    found.mean + found.person[i] + found.statement[j] + found.person_side[i] * found.statement_side[j]
                )
                loss += (votes.votes[place] - guess) ** 2
    return loss


@given(cells())
@settings(max_examples=30, deadline=None)
def test_bridging_ends_where_no_part_can_be_improved(table):
    votes = conversation(table, out=(0,))
    matrix = matrix_of(votes)
    found = bridging_of(matrix, components_of(matrix), most_rounds=5000)
    assert found.loss == pytest.approx(plain_loss(votes, found))
    if not found.converged:
        return
    for part in ("person", "statement", "person_side", "statement_side"):
        for place in range(len(getattr(found, part))):
            values = getattr(found, part)
            kept = values[place]
            for step in (-1e-3, 1e-3):
                values[place] = kept + step
                assert plain_loss(votes, found) >= found.loss - 1e-9
            values[place] = kept


def test_what_both_camps_like_bridges_and_what_splits_them_does_not():
    votes = camps(80, 12)
    table = [[None] * 12 for _ in votes.participants]
    for i, row in enumerate(table):
        for place in range(votes.starts[i], votes.starts[i + 1]):
            row[votes.columns[place]] = int(votes.votes[place])
    sides = [[*row, 1, 1 if i % 2 else -1] for i, row in enumerate(table)]
    matrix = matrix_of(conversation(sides))
    found = bridging_of(matrix, components_of(matrix))
    assert found.converged
    assert found.statement.argmax() == 12
    assert found.statement_side[np.abs(found.statement_side).argmax()] > 0
    again = bridging_of(matrix, components_of(matrix))
    assert found.statement.tobytes() == again.statement.tobytes()


def test_moderated_out_has_no_part_in_bridging():
    votes = conversation([[1, -1, 1], [-1, 1, 1], [1, -1, -1]], out=(2,))
    matrix = matrix_of(votes)
    found = bridging_of(matrix, components_of(matrix))
    assert (found.statement[2], found.statement_side[2]) == (0, 0)


def test_representatives_are_plain_values():
    chosen = representative_of(counts([[8, 0, 0], [0, 8, 0]], [[0, 8, 0], [8, 0, 0]], [[8, 8, 8]] * 2), NONE)
    assert all(type(value) in {int, float, str, bool} for ones in chosen for one in ones for value in astuple(one))
