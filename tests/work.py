"""How much work a thing may be, whatever machine the test runs on.

A limit is given in seconds of a quick machine's processor. A slow or crowded one does the same piece of ordinary
Python beside it, and is allowed as much more as that piece took longer there. Going through all that
the tests before have left in memory, which may fall into any piece of work, is not counted.
"""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

ADDITIONS: Final = 500_000
#: What the additions take on the machine on which the limits were set.
QUICK: Final = 0.0435
FULL: Final = 2  # the oldest generation


def slowness() -> float:
    """How many times longer than the quick machine this one takes just now; never under 1."""
    began, total = time.process_time(), 0
    for number in range(ADDITIONS):
        total += number * number
    return max(1.0, (time.process_time() - began) / QUICK)


@contextmanager
def work_within(seconds: float, what: str = "") -> Iterator[None]:
    """What is done within takes less of the processor than this; waiting for other programs is not counted.

    Raises AssertionError that tells `what`, the seconds spent and those allowed here.
    """
    with _full_collections() as took:
        began = time.process_time()
        yield
        spent = time.process_time() - began - sum(took)
    if spent >= seconds:
        allowed = seconds * slowness()
        assert spent < allowed, f"{what}: {spent:.2f} s of work, where {allowed:.2f} are allowed"


@contextmanager
def _full_collections() -> Iterator[list[float]]:
    """How long each collection of everything takes that falls within."""
    took: list[float] = []
    began = 0.0

    def noted(phase: str, info: dict[str, int]) -> None:
        nonlocal began
        if info["generation"] == FULL and phase == "start":
            began = time.process_time()
        elif info["generation"] == FULL:
            took.append(time.process_time() - began)

    gc.callbacks.append(noted)
    try:
        yield took
    finally:
        gc.callbacks.remove(noted)
