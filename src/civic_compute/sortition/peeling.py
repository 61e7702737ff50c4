"""Take a fractional panel apart into whole ones: a lottery that gives each type exactly its share.

From the point x a panel p is taken on the least face that x lies on (no type that x lacks, quotas that x meets with
nothing to spare met so by p, every number and every quota's sum rounded up or down), with the largest share q that
leaves the rest, (x - q p) / (1 - q), within the same bounds; then at least one bound more is met with nothing to
spare. So the panels are at most about as many as the types, and few in practice, because the share that is left
shrinks by a tenth each time. Where a face holds no panel the rest is left over.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from civic_compute.sortition.panel_space import Numbers, PanelSpace
from civic_compute.sortition.panels import Bounds, PanelCounts, PanelFinder

_ZERO: Final = 1e-9
_ENOUGH: Final = 1e-9


@dataclass(frozen=True, eq=False)
class Peeled:
    """Panels with their shares, and the share that was left."""

    panels: tuple[PanelCounts, ...]
    shares: tuple[float, ...]
    left: float


def peel(
    space: PanelSpace, finder: PanelFinder, chances: Numbers, *, progress: Callable[[str], None] = lambda _: None,
    most: int = 100_000, enough: float = _ENOUGH,
) -> Peeled:  # fmt: skip
    """Panels whose mean gives the chances (types,), but for the share that was left."""
    point = chances * space.counts
    left = 1.0
    panels: list[PanelCounts] = []
    shares: list[float] = []
    while left > enough and len(panels) < most:
        face = _face(space, point)
        panel = finder.cheap(_costs(point, face), face)
        if panel is None:
            break
        share = _largest_share(space, point, panel, face)
        panels.append(panel)
        shares.append(share * left)
        left *= 1 - share
        if share < 1 - _ZERO:
            point = np.clip((point - share * panel) / (1 - share), face.lower, face.upper)
        else:
            left = 0.0
        progress(f"{len(panels)} panels of the lottery found, {left:.1e} left")
    return Peeled(tuple(panels), tuple(shares), left)


def _face(space: PanelSpace, point: Numbers) -> Bounds:
    """Every type's number and every row's sum rounded down and up."""
    sums = space.rows @ point
    return Bounds(
        np.where(point < _ZERO, 0.0, np.floor(point + _ZERO)),
        np.where(point < _ZERO, 0.0, np.minimum(np.ceil(point - _ZERO), space.counts)),
        np.maximum(space.lower, np.floor(sums + _ZERO)),
        np.minimum(space.upper, np.ceil(sums - _ZERO)),
    )


def _costs(point: Numbers, face: Bounds) -> Numbers:
    """The likelier a type is to be rounded up, the cheaper: what has little left is taken late, so shares stay large."""
    part = np.clip(point - face.lower, 1e-12, 1 - 1e-12)
    return np.where(face.upper > face.lower, np.log((1 - part) / part), 0.0)


def _largest_share(space: PanelSpace, point: Numbers, panel: PanelCounts, face: Bounds) -> float:
    share = _room(point, panel, face.lower, face.upper)
    return min(1.0, share, _room(space.rows @ point, space.rows @ panel, face.row_lower, face.row_upper))


def _room(at: Numbers, panel: Numbers | PanelCounts, lower: Numbers, upper: Numbers) -> float:
    above, below = panel - lower, upper - panel
    shares = np.concatenate(
        [(at - lower)[above > 0.5] / above[above > 0.5], (upper - at)[below > 0.5] / below[below > 0.5]]
    )
    return max(0.0, float(np.min(shares, initial=1.0)))
