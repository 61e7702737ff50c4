"""A conversation that goes on: nobody is dropped again, groups keep their names, and their number changes late."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from civic_compute.opinions.components import components_of, projections
from civic_compute.opinions.grouping import (
    BASE_CLUSTERS,
    Groups,
    base_clusters,
    best_scored,
    in_conversation,
    in_published_order,
    most_groups,
    silhouettes,
    with_labels,
)
from civic_compute.opinions.kmeans import Clusters, first_distinct, k_means
from civic_compute.opinions.mapping import OpinionMap, describe
from civic_compute.opinions.matrix import matrix_of
from civic_compute.opinions.model import Conversation, Floats, Ints
from civic_compute.opinions.problems import OpinionProblem

EQUAL_UPDATES: Final = 4


@dataclass(frozen=True)
class Running:
    """What an update needs of the one before: who was in, in which base cluster and group, and the k in use."""

    base: dict[str, int] = field(default_factory=dict)  # participant: base cluster
    group: dict[int, dict[str, int]] = field(default_factory=dict)  # k: participant: group
    k: int = 0  # in use; 0 before the first update
    wanted: int = 0  # the k that the last updates wanted
    times: int = 0  # how many updates in a row wanted it


def update(conversation: Conversation, before: Running, *, threads: int = 2) -> tuple[OpinionMap, Running]:
    """Map the conversation as it is now, going on from the update before (`Running()` at first).

    Clusters start where their members are now; k changes once four updates in a row wanted the same other k. The
    result depends on the updates made, hence not for a report. Raises OpinionProblem("no_votes").
    """
    if not len(conversation.votes):
        raise OpinionProblem("no_votes")
    matrix = matrix_of(conversation, threads=threads)
    components = components_of(matrix)
    points = projections(matrix, components)
    groups, after = _grouped(conversation, points, before)
    return describe(matrix, components, points, groups), after


def _grouped(conversation: Conversation, points: Floats, before: Running) -> tuple[Groups, Running]:
    names = conversation.participants
    kept = np.fromiter((name in before.base for name in names), dtype=np.bool_, count=len(names))
    people = in_published_order(conversation, in_conversation(conversation, kept=kept))
    inside = tuple(names[place] for place in people)
    start = _start(points[people], inside, before.base, BASE_CLUSTERS)
    base = base_clusters(points[people], np.ones(len(people)), centres=start)
    found = {}
    for k in range(2, most_groups(len(base.centres)) + 1):
        begin = _start(points[people], inside, before.group.get(k, {}), k, spare=base.centres)
        found[k] = k_means(base.centres, base.sizes, begin, most_rounds=20)
    scores = silhouettes(base.centres, {k: clusters.labels for k, clusters in found.items()})
    k, wanted, times = _smoothed(scores, before)
    groups = with_labels(people, base, found.get(k), scores, participants=len(names))
    return groups, Running(_by_name(inside, base.labels), _all_groups(inside, base, found), k, wanted, times)


def _smoothed(scores: dict[int, float], before: Running) -> tuple[int, int, int]:
    """The k to use, the k wanted now, and how many updates in a row have wanted it."""
    wanted = best_scored(scores)
    times = before.times + 1 if wanted == before.wanted else 1
    stays = before.k in scores and times < EQUAL_UPDATES
    return (before.k if stays else wanted), wanted, times


def _start(
    points: Floats, names: tuple[str, ...], before: dict[str, int], count: int, *, spare: Floats | None = None
) -> Floats:
    """Centres of the clusters before, where their members are now; filled up with distinct points."""
    former = np.fromiter((before.get(name, -1) for name in names), dtype=np.int64, count=len(names))
    known = former >= 0
    sizes = np.bincount(former[known])
    sums = [np.bincount(former[known], weights=points[known, axis]) for axis in (0, 1)]
    centres = np.stack(sums, axis=1)[sizes > 0] / sizes[sizes > 0, None] if known.any() else np.zeros((0, 2))
    more = points if spare is None else spare
    return first_distinct(np.concatenate([centres, more]), count)


def _by_name(names: tuple[str, ...], labels: Ints) -> dict[str, int]:
    return dict(zip(names, labels.tolist(), strict=True))


def _all_groups(names: tuple[str, ...], base: Clusters, found: dict[int, Clusters]) -> dict[int, dict[str, int]]:
    return {k: _by_name(names, clusters.labels[base.labels]) for k, clusters in found.items()}
