"""Conversations with next to nothing in them have a defined map."""

import numpy as np
import pytest

from civic_compute.opinions.bridging import bridging_of
from civic_compute.opinions.components import components_of
from civic_compute.opinions.grouping import PUBLISHED, REPORT
from civic_compute.opinions.mapping import map_conversation
from civic_compute.opinions.matrix import matrix_of
from civic_compute.opinions.problems import OpinionProblem
from civic_compute.opinions.record import record_of
from civic_compute.opinions.stability import stability_of
from civic_compute.opinions.tables import tables_of
from civic_compute.opinions.tests.made_up import conversation
from civic_compute.opinions.words import sentences_of

LITTLE = {
    "one vote": [[1]],
    "one participant": [[1, 0, -1]],
    "one statement": [[1], [-1], [0], [1]],
    "everybody equal": [[1, 1, -1]] * 30,
    "everybody passes": [[0, 0]] * 20,
    "nobody shares a statement": [[1, None], [None, -1]],
    "some never voted": [[1, -1], [None, None], [-1, 1]],
    "a statement nobody saw": [[1, None], [-1, None]],
}


@pytest.mark.parametrize("name", LITTLE)
@pytest.mark.parametrize("plan", [PUBLISHED, REPORT])
def test_it_has_a_map_in_numbers_words_and_tables(name, plan):
    votes = conversation(LITTLE[name])
    opinions = map_conversation(votes, plan=plan)
    stability = stability_of(votes, opinions.groups, runs=3, seed=1, plan=plan)
    bridging = bridging_of(matrix_of(votes), opinions.components)
    record = repr(record_of(opinions, stability=stability, bridging=bridging))
    assert "nan" not in record
    assert "inf" not in record
    assert not stability.tells
    assert all(sentence.english for sentence in sentences_of(opinions, stability))
    assert tables_of(opinions, tell_groups=stability.tells)


def test_nobody_voted_is_a_problem():
    with pytest.raises(OpinionProblem) as told:
        map_conversation(conversation([[None, None]]))
    assert told.value.code == "no_votes"


def test_everybody_equal_stands_in_the_middle_in_one_group():
    opinions = map_conversation(conversation(LITTLE["everybody equal"]))
    assert not opinions.components.components.any()
    assert not opinions.positions.any()
    assert (opinions.groups.k, opinions.groups.sizes.tolist()) == (1, [30])
    assert opinions.groups.silhouette_by_k == {}


def test_opposite_camps_differ_in_one_direction_only():
    opinions = map_conversation(conversation([[1, -1]] * 10 + [[-1, 1]] * 10))
    assert opinions.components.components.tolist() == [pytest.approx([0.5**0.5, -(0.5**0.5)]), [0, 0]]
    assert opinions.groups.k == 2
    assert opinions.groups.sizes.tolist() == [10, 10]


def test_a_direction_as_strong_as_another_is_found():
    """Two pairs of statements with the same spread: the second component is not lost with the first."""
    table = [[1, -1, 0, 0], [-1, 1, 0, 0], [0, 0, 1, -1], [0, 0, -1, 1]] * 5
    found = components_of(matrix_of(conversation(table)))
    assert found.singular_values[0] == pytest.approx(found.singular_values[1])
    assert found.components @ found.components.T == pytest.approx(np.eye(2))
