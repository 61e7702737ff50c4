"""Conversations from single votes."""

import numpy as np
import pytest

from civic_compute.opinions.building import Moderation, conversation_of
from civic_compute.opinions.problems import OpinionProblem
from civic_compute.reading import id_order


def built(people=("a", "b"), topics=("1", "2"), rows=(0, 1), columns=(0, 1), votes=(1, -1)):
    return conversation_of(
        people, topics, np.array(rows, dtype=int), np.array(columns, dtype=int), np.array(votes, dtype=np.int8)
    )


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"people": ("a", "a")}, "participant_twice"),
        ({"topics": ("1", "1")}, "statement_twice"),
        ({"rows": (0,)}, "shape"),
        ({"rows": (0, 2)}, "shape"),
        ({"columns": (0, -1)}, "shape"),
        ({"votes": (1, 2)}, "vote"),
    ],
)
def test_what_does_not_fit_is_refused(wrong, code):
    with pytest.raises(OpinionProblem) as told:
        built(**wrong)
    assert told.value.code == code
    assert told.value.sentence


def test_the_later_vote_counts_and_ids_are_sorted():
    found = built(people=("10", "9"), rows=(0, 1, 0), columns=(1, 0, 1), votes=(1, 0, -1))
    assert found.participants == ("9", "10")
    assert found.starts.tolist() == [0, 1, 2]
    assert (found.columns.tolist(), found.votes.tolist()) == ([0, 1], [0, -1])


def test_ids_are_ordered_by_value_and_then_by_code_point():
    names = ["b", "10", "9", "\u0664", "a", "09", "x" * 9, "1" * 5000, "-1"]
    assert sorted(names, key=id_order)[:3] == ["09", "9", "10"]


def test_strict_moderation_asks_for_acceptance():
    moderation = Moderation({"1": 1, "2": 0, "3": -1}, frozenset({"4"}))
    assert [moderation.is_out(name) for name in "12345"] == [False, False, True, True, False]
    strict = Moderation(moderation.decisions, moderation.meta, strict=True)
    assert [strict.is_out(name) for name in "12345"] == [False, True, True, True, True]
