"""The files that begin first are there."""

from tests.order import LONG_ONES, ROOT


def test_every_file_that_begins_first_is_there() -> None:
    assert [name for name in LONG_ONES if not (ROOT / name).is_file()] == []
