"""A lottery in figures: how equal the chances are, and what a panel is expected to be made of."""

from dataclasses import dataclass
from math import exp, log

from civic_compute.sortition.model import WHOLE
from civic_compute.sortition.result import FairLottery


@dataclass(frozen=True)
class Expected:
    """Of one value: the quota, the persons who may be drawn, and the members a panel has on average."""

    category: str
    value: str
    least: int
    most: int
    pool: int
    panel: float


@dataclass(frozen=True)
class Summary:
    """Chances over the persons who may be drawn."""

    persons: int
    types: int
    panels: int
    minimum: float
    median: float
    mean: float
    maximum: float
    gini: float
    geometric_mean: float  # 0 when anybody's chance is 0
    impossible: int  # persons who fit no panel
    expected: tuple[Expected, ...]


def summary(fair: FairLottery) -> Summary:
    """The figures of a lottery; the chances are those that its panels give."""
    chances: dict[str, int] = {person.id: 0 for person in fair.pool.persons if not person.excluded}
    for panel in fair.lottery:
        for member in panel.members:
            chances[member] += panel.weight
    ordered = sorted(weight / WHOLE for weight in chances.values())
    number, total = len(ordered), sum(ordered)
    middle = (ordered[(number - 1) // 2] + ordered[number // 2]) / 2
    ranked = sum((2 * place - number - 1) * chance for place, chance in enumerate(ordered, 1))
    positive = ordered[0] > 0
    return Summary(
        number, len(fair.types), len(fair.lottery), ordered[0], middle, total / number, ordered[-1],
        max(0.0, ranked / (number * total)),
        exp(sum(log(chance) for chance in ordered) / number) if positive else 0.0,
        len(fair.impossible), tuple(_expected(fair)),
    )  # fmt: skip


def _expected(fair: FairLottery) -> list[Expected]:
    pool: dict[tuple[str, str], int] = {}
    panel: dict[tuple[str, str], float] = {}
    for kind in fair.types:
        for key in zip(fair.pool.categories, kind.kind.values, strict=True):
            pool[key] = pool.get(key, 0) + kind.count
            panel[key] = panel.get(key, 0.0) + kind.count * kind.probability
    return [
        Expected(
            quota.category, quota.value, quota.least, quota.most, pool.get((quota.category, quota.value), 0),
            panel.get((quota.category, quota.value), 0.0),
        )
        for quota in fair.pool.quotas
    ]  # fmt: skip
