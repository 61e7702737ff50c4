"""A limit of work grows with a slower machine, and is kept."""

import gc
import time

import pytest

from tests import work
from tests.work import work_within


def spend() -> None:
    sum(number * number for number in range(300_000))


def test_more_than_is_allowed_is_told_and_less_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "slowness", lambda: 1.0)
    with work_within(30):
        spend()
    with (
        pytest.raises(AssertionError, match=r"reading: .* s of work, where 0.00 are allowed"),
        work_within(0, "reading"),
    ):
        spend()


def test_a_slower_machine_is_allowed_as_much_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "slowness", lambda: 1_000_000.0)
    with work_within(0.0001):
        spend()


def test_no_machine_is_allowed_less_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "QUICK", 3_600.0)
    assert work.slowness() == 1.0


def test_going_through_all_memory_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "slowness", lambda: 1.0)
    memory = [[] for _ in range(300_000)]
    began = time.process_time()
    gc.collect()
    took = time.process_time() - began
    with work_within(took / 2):
        gc.collect()
    del memory
