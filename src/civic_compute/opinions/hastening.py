"""Fewer rounds for a fixed point that is reached by repeating one step (Anderson 1965, "Iterative procedures")."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from civic_compute.opinions.model import Floats

_KEPT: Final = 6  # steps looked back upon
_NEAR: Final = 0.01  # begin when a step moves less: earlier, one might be led to another fixed point
_RIDGE: Final = 1e-14  # of the steps' size: steps that repeat each other do no harm


@dataclass
class Hastening:
    """The last steps, and from them a better place than the last step's end."""

    ends: list[Floats] = field(default_factory=list)
    ways: list[Floats] = field(default_factory=list)
    moved: float = np.inf

    def next(self, start: Floats, end: Floats) -> Floats:
        """Where to go on after a step from `start` to `end`: the end itself, or where the last steps point together."""
        way = end - start
        moved = float(np.abs(way).max(initial=0.0))
        if moved > _NEAR or moved > 2 * self.moved:
            self.ends.clear()
            self.ways.clear()
        self.moved = moved
        if moved > _NEAR:
            return end
        self.ends, self.ways = [*self.ends, end][-_KEPT:], [*self.ways, way][-_KEPT:]
        if len(self.ways) == 1:
            return end
        turns, changes = np.diff(self.ways, axis=0), np.diff(self.ends, axis=0)
        products = np.einsum("ik,jk->ij", turns, turns)
        size = float(products.trace())
        if size <= 0:
            return end
        products += np.eye(len(turns)) * _RIDGE * size
        parts = np.linalg.solve(products, np.einsum("ik,k->i", turns, way))
        ahead: Floats = end - np.einsum("i,ik->k", parts, changes)
        return ahead
