"""Who counts in the conversation, and the groups that think alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from civic_compute.opinions.chance import fractions
from civic_compute.opinions.kmeans import Clusters, first_distinct, k_means
from civic_compute.opinions.model import Conversation, Flags, Floats, Ints

LEAST_VOTES: Final = 7
LEAST_PEOPLE: Final = 15
BASE_CLUSTERS: Final = 100
MOST_GROUPS: Final = 5


@dataclass(frozen=True)
class Plan:
    """How groups are looked for. The published rule has one start and accepts any group.

    With `starts`, as many more starts are drawn from `seed` and the one of least inertia counts; numbers of groups
    that leave a group with fewer than `least_persons` are not taken.
    """

    starts: int = 0
    seed: int = 0
    least_persons: int = 1


PUBLISHED: Final = Plan()
REPORT: Final = Plan(starts=10, least_persons=2)  # for a report: refuses a group of one person


@dataclass(frozen=True, eq=False)
class Groups:
    """The groups of those in the conversation; a group is named by its place, 0 first."""

    in_conversation: Ints  # places of participants, in the order in which they were put into base clusters
    base: Clusters  # of those in the conversation
    clusters: Clusters  # of the base clusters: the groups
    labels: Ints  # (participants,) group, -1 for those not in the conversation
    silhouette_by_k: dict[int, float]

    @property
    def k(self) -> int:
        """How many groups there are."""
        return len(self.clusters.centres)

    @property
    def centres(self) -> Floats:
        """(k, 2) The mean position of each group."""
        return self.clusters.centres

    @property
    def sizes(self) -> Ints:
        """(k,) Persons in each group."""
        return np.bincount(self.labels[self.in_conversation], minlength=self.k).astype(np.int64)


def in_conversation(conversation: Conversation, *, kept: Flags | None = None) -> Ints:
    """Places of participants with enough votes (7, or as many as there are statements); at least 15 if there are.

    Of those with too few, the most active are taken first, and of equals the first. `kept` are never dropped again.
    """
    votes = np.diff(conversation.starts)
    enough = votes >= min(LEAST_VOTES, len(conversation.statements))
    if kept is not None:
        enough |= kept
    missing = LEAST_PEOPLE - int(enough.sum())
    if missing > 0:
        others = np.flatnonzero(~enough & (votes > 0))
        enough[others[np.argsort(-votes[others], kind="stable")][:missing]] = True
    return np.flatnonzero(enough)


def in_published_order(conversation: Conversation, people: Ints) -> Ints:
    """The people by the first statement that they voted on, then by id: the order in which services list them.

    The start of the base clusters depends on an order. This one follows from the votes alone, so the order in which
    they are read changes nothing; with it the published runs are repeated exactly.
    """
    first = np.full(len(conversation.participants), len(conversation.statements))
    voted = np.diff(conversation.starts) > 0
    first[voted] = conversation.columns[conversation.starts[:-1][voted]]
    return people[np.lexsort((people, first[people]))]


def base_clusters(points: Floats, weights: Floats, *, centres: Floats | None = None) -> Clusters:
    """At most 100 clusters of near participants; they bound what is shown, not what is true."""
    start = first_distinct(points, BASE_CLUSTERS) if centres is None else centres
    return k_means(points, weights, start, most_rounds=100, enough=0.01)


def most_groups(clusters: int) -> int:
    """The largest number of groups to look at, for so many base clusters."""
    return min(MOST_GROUPS, 2 + clusters // 12, clusters)


def silhouettes(points: Floats, labels_by_k: Mapping[int, Ints]) -> dict[int, float]:
    """The mean silhouette of the points for each way in which they are put together."""
    x, y = points.T[:, :, None] - points.T[:, None, :]
    distances = np.sqrt(x * x + y * y)
    return {k: silhouette(distances, labels) for k, labels in labels_by_k.items()}


def silhouette(distances: Floats, labels: Ints) -> float:
    """Mean silhouette (Rousseeuw 1987), 0 for a point alone in its cluster, and 0 for a single cluster.

    `distances` (points, points) between each two.
    """
    count = int(labels.max(initial=-1)) + 1
    if count < 2:
        return 0.0
    member = np.eye(count)[labels]  # (points, clusters)
    sizes = member.sum(axis=0)
    sums = np.einsum("ij,jc->ic", distances, member)
    rows = np.arange(len(labels))
    inside = sums[rows, labels] / np.maximum(sizes[labels] - 1, 1)
    others = sums / sizes
    others[rows, labels] = np.inf
    outside = others.min(axis=1)
    larger = np.maximum(inside, outside)
    scores = np.where(larger > 0, (outside - inside) / np.where(larger > 0, larger, 1.0), 0.0)
    return float(np.where(sizes[labels] > 1, scores, 0.0).mean())


def groups_of(base: Clusters, k: int, plan: Plan = PUBLISHED) -> Clusters:
    """The base clusters put into k groups, weighted by their persons, from the first k distinct centres."""
    best = k_means(base.centres, base.sizes, first_distinct(base.centres, k), most_rounds=20)
    for start in range(plan.starts):
        order = np.argsort(fractions(plan.seed, start, len(base.centres)), kind="stable")
        other = k_means(base.centres, base.sizes, first_distinct(base.centres[order], k), most_rounds=100)
        if other.inertia < best.inertia * (1 - 1e-9):
            best = other
    return best


def find_groups(
    conversation: Conversation, points: Floats, *, weights: Floats | None = None, plan: Plan = PUBLISHED
) -> Groups:
    """Base clusters, and the number of groups with the best silhouette (of equals the larger).

    `points` (participants, 2) are their projections; `weights` counts a participant several times, or not at all.
    """
    people = in_published_order(conversation, in_conversation(conversation))
    if weights is not None:
        people = people[weights[people] > 0]
    base = base_clusters(points[people], np.ones(len(people)) if weights is None else weights[people])
    found = {k: groups_of(base, k, plan) for k in range(2, most_groups(len(base.centres)) + 1)}
    scores = silhouettes(base.centres, {k: clusters.labels for k, clusters in found.items()})
    fit = [k for k, clusters in found.items() if clusters.sizes.min() >= plan.least_persons]
    best = best_scored({k: scores[k] for k in fit})
    return with_labels(people, base, found.get(best), scores, participants=len(points))


def best_scored(scores: dict[int, float]) -> int:
    """The k of the best score, of equals the larger; scores within 1e-12 are equal. 0 where there are none."""
    return max(scores, key=lambda k: (round(scores[k], 12), k), default=0)


def with_labels(
    people: Ints, base: Clusters, chosen: Clusters | None, scores: dict[int, float], *, participants: int
) -> Groups:
    """The groups with each participant's label; None puts everybody together."""
    if chosen is None:
        chosen = k_means(base.centres, base.sizes, base.centres[:1], most_rounds=1) if len(base.centres) else base
    labels = np.full(participants, -1, dtype=np.int64)
    labels[people] = chosen.labels[base.labels]
    return Groups(people, base, chosen, labels, scores)
