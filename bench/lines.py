"""What a benchmark prints: one JSON object a line, ours beside the reference in one run."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Line:
    """One figure of ours beside its reference (a peer's, or the limit itself), and whether the limit holds.

    `ratio` is reference / ours where smaller is better, so a larger ratio is better; `limit` is what the ratio, or
    (without a peer) our figure, must reach.
    """

    name: str
    ours: float
    reference: float | None
    unit: str
    ratio: float | None
    limit: str
    holds: bool

    def show(self) -> None:
        print(json.dumps(asdict(self), ensure_ascii=False), flush=True)


def faster(name: str, ours: float, reference: float, times: float) -> Line:
    """Ours in seconds beside a peer's; holds when ours is at least `times` as fast."""
    ratio = reference / ours
    return Line(name, round(ours, 6), round(reference, 6), "s", round(ratio, 2), f">= {times} times", ratio >= times)


def at_most_times(name: str, ours: float, reference: float, times: float) -> Line:
    """Ours in processor seconds beside a bare peer's; holds when ours is at most `times` as much. The ratio is ours by it."""
    ratio = ours / reference
    return Line(name, round(ours, 6), round(reference, 6), "s", round(ratio, 2), f"<= {times} times", ratio <= times)


def within(name: str, ours: float, most: float, unit: str = "s") -> Line:
    """A figure of ours that may be at most `most`."""
    return Line(name, round(ours, 6), None, unit, None, f"<= {most} {unit}", ours <= most)


def median_seconds(work: Callable[[], Any], runs: int = 5) -> float:
    """The median of several runs' wall seconds, the first run counted too."""
    return sorted(_seconds(work) for _run in range(runs))[runs // 2]


def _seconds(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@contextmanager
def stopwatch() -> Iterator[list[float]]:
    """Gives a list that holds the wall seconds once the block has ended."""
    taken: list[float] = []
    began = time.perf_counter()
    yield taken
    taken.append(time.perf_counter() - began)
