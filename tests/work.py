"""How much work a thing may be, whatever machine the test runs on.

A limit is given in seconds of a quick machine's processor. A slow or crowded one does the same piece of ordinary
Python beside it, and is allowed as much more as that piece took longer there. What the tests before left in memory is
not gone through meanwhile: a full collection of it takes a second of its own after some thousands of tests.
"""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

ADDITIONS: Final = 500_000
#: What the additions take on the machine on which the limits were set.
QUICK: Final = 0.0435


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
    gc.freeze()
    try:
        began = time.process_time()
        yield
        spent = time.process_time() - began
    finally:
        gc.unfreeze()
    if spent >= seconds:
        allowed = seconds * slowness()
        assert spent < allowed, f"{what}: {spent:.2f} s of work, where {allowed:.2f} are allowed"
