"""Open data with expected results, for tests and benchmarks; kept beside the repository and never part of it."""

import os
from pathlib import Path

ROOT = Path(os.environ.get("YHDYSPINTA_OPEN_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")


def open_data(family: str) -> Path:
    """The folder of a family's data; where it is absent the test is skipped with words that say so."""
    folder = ROOT / family
    if not folder.is_dir():
        import pytest  # benchmarks use ROOT where there is no pytest

        pytest.skip(f"the open data {family} is not here: set YHDYSPINTA_OPEN_DATA to the folder that holds it")
    return folder
