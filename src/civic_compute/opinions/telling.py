"""A map as it is told where its groups are too small to be told: everybody on it as one group."""

from dataclasses import replace

import numpy as np

from civic_compute.opinions.kmeans import Clusters
from civic_compute.opinions.mapping import OpinionMap, describe
from civic_compute.opinions.matrix import matrix_of


def as_one_group(opinions: OpinionMap) -> OpinionMap:
    """The same map with one group of all that are on it: what follows from groups is calculated from that one."""
    groups = opinions.groups
    bases = len(groups.base.centres)
    centre = np.average(groups.base.centres, axis=0, weights=groups.base.sizes)
    spread = float((((groups.base.centres - centre) ** 2).sum(axis=1) * groups.base.sizes).sum())
    whole = Clusters(centre[None, :], np.zeros(bases, dtype=np.int64), np.array([groups.base.sizes.sum()]), spread)
    labels = np.where(groups.labels >= 0, 0, -1)
    one = replace(groups, clusters=whole, labels=labels)
    return describe(matrix_of(opinions.conversation), opinions.components, opinions.positions, one)
