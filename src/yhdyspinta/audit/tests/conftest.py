"""A verb of the tests, and a trail of sealed lines."""

import pytest

from yhdyspinta.audit import trail
from yhdyspinta.audit.models import Entry
from yhdyspinta.audit.tests.lines import AT, VERB, line


@pytest.fixture(autouse=True)
def _verb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(trail._VERBS, VERB, "Tried")


@pytest.fixture
def sealed(db: None) -> list[Entry]:
    """Three lines, each under its own seal."""
    while trail.seal(at=AT):
        pass
    lines = []
    for number in range(3):
        lines.append(line(number=number))
        assert trail.seal(at=AT) is not None
    assert trail.problems() == []
    return lines
