"""Groups of those who think alike."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.opinions import kmeans
from civic_compute.opinions.agreement import adjusted_rand
from civic_compute.opinions.grouping import (
    REPORT,
    best_scored,
    find_groups,
    in_conversation,
    in_published_order,
    most_groups,
    silhouettes,
)
from civic_compute.opinions.kmeans import first_distinct, k_means
from civic_compute.opinions.tests.made_up import conversation


def plainly(points, weights, centres, most_rounds, enough):
    """Lloyd's k-means word by word."""
    for _round in range(most_rounds):
        squares = ((points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
        labels = squares.argmin(axis=1)
        used = np.unique(labels)
        moved = np.array([np.average(points[labels == c], axis=0, weights=weights[labels == c]) for c in used])
        far = np.sqrt(((moved - centres[used]) ** 2).sum(axis=1)).max()
        labels = np.searchsorted(used, labels)
        centres = moved
        if far == 0 or far < enough:
            break
    return centres, labels


@pytest.mark.parametrize("enough", [0.0, 0.01])
@pytest.mark.parametrize(("people", "clusters"), [(5, 2), (60, 5), (900, 40), (900, 100)])
def test_quick_k_means_is_plain_k_means(people, clusters, enough, monkeypatch):
    for few in (1 << 11, 1):
        monkeypatch.setattr(kmeans, "_FEW", few)
        for seed in range(3):
            chance = np.random.Generator(np.random.PCG64(seed))
            points = chance.normal(size=(people, 2))
            weights = chance.integers(1, 5, people).astype(np.float64)
            start = first_distinct(points, clusters)
            centres, labels = plainly(points, weights, start, 100, enough)
            found = k_means(points, weights, start, most_rounds=100, enough=enough)
            assert found.labels.tolist() == labels.tolist()
            assert found.centres == pytest.approx(centres)
            assert found.sizes == pytest.approx(np.bincount(labels, weights=weights))
            assert found.inertia == pytest.approx((weights * ((points - centres[labels]) ** 2).sum(axis=1)).sum())


def test_an_empty_cluster_vanishes():
    points = np.array([[0.0, 0], [0, 1], [10, 0], [10, 1]])
    found = k_means(points, np.ones(4), np.array([[0.0, 0.5], [10, 0.5], [50, 50]]), most_rounds=9)
    assert found.centres.tolist() == [[0, 0.5], [10, 0.5]]
    assert found.labels.tolist() == [0, 0, 1, 1]


def test_a_point_as_near_to_two_centres_belongs_to_the_first():
    found = k_means(np.array([[0.0, 0], [2, 0], [1, 0]]), np.ones(3), np.array([[0.0, 0], [2, 0]]), most_rounds=1)
    assert found.labels.tolist() == [0, 1, 0]


def test_first_distinct_points_in_order():
    points = np.array([[1.0, 0], [0.0, 1], [1, 0], [-0.0, 1], [3, 3]])
    assert first_distinct(points, 3).tolist() == [[1, 0], [0, 1], [3, 3]]
    assert first_distinct(points, 9).tolist() == [[1, 0], [0, 1], [3, 3]]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 2)), min_size=2, max_size=12))
@settings(deadline=None)
def test_silhouette_is_that_of_the_definition(rows):
    points = np.array([row[:2] for row in rows], dtype=np.float64)
    labels = np.unique([row[2] for row in rows], return_inverse=True)[1]
    if labels.max() == 0:
        assert silhouettes(points, {1: labels}) == {1: 0}
        return
    scores = []
    for i in range(len(points)):
        distance = np.sqrt(((points - points[i]) ** 2).sum(axis=1))
        own = labels == labels[i]
        inside = distance[own].sum() / (own.sum() - 1) if own.sum() > 1 else 0
        outside = min(distance[labels == c].mean() for c in set(labels.tolist()) - {int(labels[i])})
        larger = max(inside, outside)
        scores.append((outside - inside) / larger if own.sum() > 1 and larger else 0)
    assert silhouettes(points, {2: labels})[2] == pytest.approx(np.mean(scores))


def test_of_scores_as_good_the_larger_number_of_groups():
    assert best_scored({2: 0.5, 3: 0.5 - 1e-15, 4: 0.4}) == 3
    assert best_scored({}) == 0


def test_how_many_groups_are_looked_at():
    assert [most_groups(n) for n in (0, 1, 2, 11, 12, 24, 36, 100)] == [0, 1, 2, 2, 3, 4, 5, 5]


def test_those_with_enough_votes_are_in_and_the_most_active_fill_up():
    table = [[1] * 9] * 10 + [[1] * 3 + [None] * 6] * 4 + [[1] * 5 + [None] * 4] * 3 + [[None] * 9]
    assert in_conversation(conversation(table)).tolist() == [*range(10), 10, 11, 14, 15, 16]


def test_few_statements_need_fewer_votes():
    assert in_conversation(conversation([[1, 0]] * 20 + [[1, None]])).tolist() == list(range(20))


def test_who_was_in_stays_in():
    table = [[1] * 9] * 20 + [[1] + [None] * 8]
    kept = np.zeros(21, dtype=np.bool_)
    kept[20] = True
    assert in_conversation(conversation(table), kept=kept).tolist() == list(range(21))


def test_people_stand_by_their_first_statement():
    votes = conversation([[None, 1], [1, None], [None, None], [1, 1]])
    assert in_published_order(votes, np.arange(4)).tolist() == [1, 3, 0, 2]


def test_a_report_refuses_a_group_of_one():
    votes = conversation([[1]] * 16)
    points = np.zeros((16, 2))
    points[:15, 0] = np.tile([0.0, 0.1, 0.2], 5)
    points[15] = 100
    assert find_groups(votes, points).sizes.min() == 1
    assert find_groups(votes, points, plan=REPORT).sizes.min() > 1


def test_more_starts_never_fit_worse():
    chance = np.random.Generator(np.random.PCG64(4))
    votes, points = conversation([[1]] * 80), chance.normal(size=(80, 2))
    once, often = find_groups(votes, points), find_groups(votes, points, plan=REPORT)
    if once.k == often.k:
        assert often.clusters.inertia <= once.clusters.inertia
    assert often.labels.tolist() == find_groups(votes, points, plan=REPORT).labels.tolist()


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=10))
@settings(max_examples=200, deadline=None)
def test_adjusted_rand_is_that_of_counting_pairs(pairs):
    one, other = np.array([a for a, _ in pairs], dtype=int), np.array([b for _, b in pairs], dtype=int)
    couples = [(i, j) for i in range(len(pairs)) for j in range(i)]
    first = [one[i] == one[j] for i, j in couples]
    second = [other[i] == other[j] for i, j in couples]
    both, a, b = sum(x and y for x, y in zip(first, second, strict=True)), sum(first), sum(second)
    expected = a * b / len(couples) if couples else 0
    wanted = 1 if (a + b) / 2 == expected else (both - expected) / ((a + b) / 2 - expected)
    assert adjusted_rand(one, other) == pytest.approx(wanted)
    assert adjusted_rand(one, one) == 1
