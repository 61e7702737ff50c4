"""Who counts in the conversation, and the groups that think alike."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from civic_compute.opinions.kmeans import Clusters, first_distinct, k_means
from civic_compute.opinions.model import Conversation, Flags, Floats, Ints

LEAST_VOTES: Final = 7
LEAST_PEOPLE: Final = 15
BASE_CLUSTERS: Final = 100
MOST_GROUPS: Final = 5


@dataclass(frozen=True, eq=False)
class Groups:
    """The groups of those in the conversation; a group is named by its place, 0 first."""

    in_conversation: Ints  # places of participants, in the order in which they were put into base clusters
    base_centres: Floats  # (base clusters, 2)
    base_sizes: Floats  # (base clusters,) persons
    base_labels: Ints  # (in conversation,) base cluster of each
    k: int
    labels: Ints  # (participants,) group, -1 for those not in the conversation
    centres: Floats  # (k, 2)
    silhouette_by_k: dict[int, float]

    @property
    def sizes(self) -> Ints:
        """(k,) Persons in each group."""
        return np.bincount(self.labels[self.in_conversation], minlength=self.k)


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


def silhouette(points: Floats, labels: Ints) -> float:
    """Mean silhouette of points (Rousseeuw 1987), 0 for a point alone in its cluster, and 0 for a single cluster."""
    count = int(labels.max(initial=-1)) + 1
    if count < 2:
        return 0.0
    distances = np.sqrt(((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=2))
    member = np.eye(count)[labels]  # (points, clusters)
    sizes = member.sum(axis=0)
    sums = np.einsum("ij,jc->ic", distances, member)
    rows = np.arange(len(points))
    inside = sums[rows, labels] / np.maximum(sizes[labels] - 1, 1)
    others = sums / sizes
    others[rows, labels] = np.inf
    outside = others.min(axis=1)
    larger = np.maximum(inside, outside)
    scores = np.where(larger > 0, (outside - inside) / np.where(larger > 0, larger, 1.0), 0.0)
    return float(np.where(sizes[labels] > 1, scores, 0.0).mean())


def groups_of(base: Clusters, sizes: Floats, k: int) -> Clusters:
    """The base clusters put into k groups, weighted by their persons, from the first k distinct centres."""
    return k_means(base.centres, sizes, first_distinct(base.centres, k), most_rounds=20)


def find_groups(conversation: Conversation, points: Floats, weights: Floats | None = None) -> Groups:
    """Base clusters, and the number of groups with the best silhouette (of equals the larger).

    `points` (participants, 2) are their projections; `weights` counts a participant several times, or not at all.
    """
    people = in_published_order(conversation, in_conversation(conversation))
    if weights is not None:
        people = people[weights[people] > 0]
    each = np.ones(len(people)) if weights is None else weights[people]
    base = base_clusters(points[people], each)
    sizes = np.bincount(base.labels, weights=each, minlength=len(base.centres))
    found = {k: groups_of(base, sizes, k) for k in range(2, most_groups(len(base.centres)) + 1)}
    scores = {k: silhouette(base.centres, clusters.labels) for k, clusters in found.items()}
    best = max(scores, key=lambda k: (scores[k], k), default=0)
    chosen = found[best] if best else _one_group(base, sizes)
    labels = np.full(len(conversation.participants), -1, dtype=np.int64)
    labels[people] = chosen.labels[base.labels]
    return Groups(people, base.centres, sizes, base.labels, len(chosen.centres), labels, chosen.centres, scores)


def _one_group(base: Clusters, sizes: Floats) -> Clusters:
    """Everybody together: where all lie in the same place, or nobody is in the conversation."""
    count = len(base.centres)
    return k_means(base.centres, sizes, base.centres[:1], most_rounds=1) if count else base
