"""What holds for any conversation, small enough to be computed plainly beside it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.opinions.building import conversation_of
from civic_compute.opinions.components import components_of, projections
from civic_compute.opinions.counts import count_groups
from civic_compute.opinions.incremental import NewVote, add_votes
from civic_compute.opinions.mapping import OpinionMap, map_conversation
from civic_compute.opinions.matrix import matrix_of, means
from civic_compute.opinions.record import record_of
from civic_compute.opinions.tests.made_up import camps, cells, conversation


def dense(votes):
    """The matrix R as it is defined: NaN where not seen, 0 in columns moderated out."""
    table = np.full((len(votes.participants), len(votes.statements)), np.nan)
    for i in range(len(table)):
        part = slice(votes.starts[i], votes.starts[i + 1])
        table[i, votes.columns[part]] = votes.votes[part]
    table[:, votes.moderated_out] = 0
    return table


def imputed(table):
    seen = ~np.isnan(table)
    centre = np.where(seen, table, 0).sum(axis=0) / np.maximum(seen.sum(axis=0), 1)
    return centre, np.where(seen, table - centre, 0.0)


def as_bytes(opinions: OpinionMap) -> str:
    return repr(record_of(opinions))


@given(cells(), st.data())
@settings(deadline=None)
def test_means_components_and_positions_are_those_of_the_dense_matrix(table, data):
    out = tuple(data.draw(st.sets(st.integers(0, len(table[0]) - 1), max_size=2)))
    votes = conversation(table, out=out)
    matrix = matrix_of(votes)
    found = components_of(matrix)
    raw = dense(votes)
    centre, centred = imputed(raw)
    assert found.centre == pytest.approx(centre, abs=1e-12)
    values = np.zeros(2)
    values[: min(centred.shape)] = np.linalg.svd(centred, compute_uv=False)[:2]
    assert found.singular_values == pytest.approx(values, abs=1e-6)
    for value, vector in zip(found.singular_values, found.components, strict=True):
        assert centred.T @ (centred @ vector) == pytest.approx(value**2 * vector, abs=1e-9)
        assert vector @ vector == pytest.approx(1.0 if value else 0.0)
        assert not value or vector[np.abs(vector).argmax()] > 0 or np.isclose(vector.max(), -vector.min())
    seen = (~np.isnan(raw)).sum(axis=1)
    stretch = np.sqrt(raw.shape[1] / np.maximum(seen, 1))
    assert projections(matrix, found) == pytest.approx(stretch[:, None] * (centred @ found.components.T), abs=1e-12)


@given(cells(people=20), st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_the_order_of_votes_and_ids_changes_no_byte(table, order):
    votes = conversation(table)
    rows = np.repeat(np.arange(len(votes.participants)), np.diff(votes.starts))
    people, topics = list(range(len(votes.participants))), list(range(len(votes.statements)))
    places = list(range(len(rows)))
    for shuffled in (people, topics, places):
        order.shuffle(shuffled)
    other = conversation_of(
        [votes.participants[i] for i in people],
        [votes.statements[j] for j in topics],
        np.argsort(people)[rows[places]],
        np.argsort(topics)[votes.columns[places]],
        votes.votes[places],
    )
    assert as_bytes(map_conversation(other)) == as_bytes(map_conversation(votes))


def test_the_number_of_threads_changes_no_byte(monkeypatch):
    votes = camps(400, 60)
    plain = as_bytes(map_conversation(votes, threads=1))
    for module in ("matrix", "kmeans"):
        monkeypatch.setattr(f"civic_compute.opinions.{module}._PARALLEL", 1)
    monkeypatch.setattr("civic_compute.opinions.kmeans._BLOCK", 64)
    assert as_bytes(map_conversation(votes, threads=4)) == plain


@given(cells(), st.integers(2, 9))
@settings(max_examples=50, deadline=None)
def test_blocks_of_any_size_give_the_same_sums(table, size):
    votes = conversation(table)
    whole = matrix_of(votes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("civic_compute.opinions.matrix._BLOCK", size)
        parts = matrix_of(votes)
        assert (parts.counts() == whole.counts()).all()
        assert means(parts) == pytest.approx(means(whole))
        values = np.arange(3.0 * len(votes.statements))
        assert parts.squared(values) == pytest.approx(whole.squared(values))
        assert parts.row_sums(values).tolist() == whole.row_sums(values).tolist()


@given(cells(), st.data())
@settings(deadline=None)
def test_counts_are_those_of_counting_one_by_one(table, data):
    votes = conversation(table)
    labels = np.array(data.draw(st.lists(st.integers(-1, 2), min_size=len(table), max_size=len(table))))
    counts = count_groups(matrix_of(votes), labels, 3)
    for group in range(3):
        for j in range(len(votes.statements)):
            said = [row[j] for row, label in zip(table, labels, strict=True) if label == group]
            assert counts.agree[group, j] == said.count(1)
            assert counts.disagree[group, j] == said.count(-1)
            assert counts.seen[group, j] == len(said) - said.count(None)


@given(cells(), st.data())
@settings(deadline=None)
def test_a_weight_of_two_is_the_participant_twice(table, data):
    times = data.draw(st.lists(st.integers(0, 3), min_size=len(table), max_size=len(table)))
    weighted = matrix_of(conversation(table), weights=np.array(times, dtype=np.float64))
    repeated = [row for row, time in zip(table, times, strict=True) for _ in range(time)]
    if not repeated:
        return
    plain = matrix_of(conversation(repeated))
    assert means(weighted) == pytest.approx(means(plain))
    assert components_of(weighted).singular_values == pytest.approx(components_of(plain).singular_values, abs=1e-6)


new_votes = st.lists(
    st.builds(
        NewVote, st.integers(0, 15).map(str) | st.just("x"), st.integers(0, 10).map(str) | st.just("y"),
        st.sampled_from([1, 0, -1]),
    ),
    max_size=15,
)  # fmt: skip


@given(cells(), new_votes)
@settings(deadline=None)
def test_votes_that_come_later_give_what_reading_everything_gives(table, new):
    votes = conversation(table)
    rows = np.repeat(np.arange(len(votes.participants)), np.diff(votes.starts))
    events = [
        *(
            (votes.participants[i], votes.statements[j], int(v))
            for i, j, v in zip(rows, votes.columns, votes.votes, strict=True)
        ),
        *((one.participant, one.statement, one.vote) for one in new),
    ]
    people = sorted({*votes.participants, *(person for person, _, _ in events)})
    topics = sorted({*votes.statements, *(topic for _, topic, _ in events)})
    at_once = conversation_of(
        people,
        topics,
        np.array([people.index(person) for person, _, _ in events]),
        np.array([topics.index(topic) for _, topic, _ in events]),
        np.array([vote for _, _, vote in events], dtype=np.int8),
    )
    later = add_votes(votes, new)
    for part in ("participants", "statements"):
        assert getattr(later, part) == getattr(at_once, part)
    for part in ("starts", "columns", "votes", "moderated_out", "meta"):
        assert getattr(later, part).tolist() == getattr(at_once, part).tolist()
        assert getattr(later, part).dtype == getattr(at_once, part).dtype
    assert as_bytes(map_conversation(later)) == as_bytes(map_conversation(at_once))


@given(cells())
@settings(max_examples=50, deadline=None)
def test_statements_moderated_out_are_never_told(table):
    votes = conversation(table)
    hidden = replace(votes, moderated_out=np.ones(len(votes.statements), dtype=np.bool_))
    opinions = map_conversation(hidden)
    assert not opinions.positions.any()
    assert not opinions.extremity.any()
    assert not any(opinions.representative)
    assert not opinions.consensus.agree + opinions.consensus.disagree + opinions.divisive


@given(cells(people=25, statements=12))
@settings(max_examples=50, deadline=None)
def test_every_number_is_finite(table):
    opinions = map_conversation(conversation(table))
    assert "nan" not in as_bytes(opinions)
    assert "inf" not in as_bytes(opinions).replace("infinity", "")
