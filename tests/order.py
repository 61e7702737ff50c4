"""Which files of tests begin first: those that take longest, so that no core is left alone with one at the end."""

from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[1]
#: The longest first; then the others of `tests/`, whose files are longer than those beside the code, which come last.
LONG_ONES: Final = (
    "tests/journeys/test_every_page.py",
    "tests/contract/test_permissions.py",
    "tests/contract/test_hostile_requests.py",
    "tests/contract/test_permissions_sending.py",
    "tests/journeys/test_reading_for_all.py",
    "tests/contract/test_query_counts.py",
    "tests/journeys/test_refused_forms.py",
    "tests/contract/test_every_form.py",
    "tests/contract/test_hidden_things.py",
    "tests/repository/test_setup_database.py",
    "tests/journeys/test_accounts.py",
    "tests/journeys/test_every_page_en.py",
    "tests/journeys/test_every_page_sv.py",
    "tests/contract/test_hostile_words.py",
    "tests/contract/test_quiet_logs.py",
    "src/yhdyspinta/methods/comment_rounds/tests/test_crowds_and_loads.py",
    "src/civic_compute/privacy/tests/test_readers.py",
)
_PLACES: Final = {ROOT / name: place for place, name in enumerate(LONG_ONES)}
_ACROSS: Final = ROOT / "tests"


def longest_first(item: pytest.Item) -> int:
    """By what to sort the tests; among the others order stays as it is."""
    return _PLACES.get(item.path, len(_PLACES) + (not item.path.is_relative_to(_ACROSS)))
