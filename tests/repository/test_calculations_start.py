"""A family of calculations is ready soon after it is asked for: little more than numpy, and no solver or scipy yet."""

import subprocess
import sys

import pytest

from tests.repository.sources import ROOT

FAMILIES = ("budgeting.count", "opinions.mapping", "sortition.fair", "texts.themes", "privacy.suppression")
TURNS = 4


def seconds_of(statement: str) -> float:
    """Processor time of an import in a fresh Python, the least of some turns."""
    code = f"import time; began = time.process_time(); {statement}; print(time.process_time() - began)"
    return min(float(run(code)) for _turn in range(TURNS))


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT / "src")
    return done.stdout.strip()


@pytest.fixture(scope="module")
def numpy_seconds() -> float:
    return seconds_of("import numpy")


@pytest.mark.parametrize("family", FAMILIES)
def test_an_import_takes_little_more_than_numpys(family, numpy_seconds):
    assert seconds_of(f"import civic_compute.{family}") < 3 * numpy_seconds


@pytest.mark.parametrize("family", FAMILIES)
def test_what_is_slow_to_import_waits_until_it_is_used(family):
    loaded = run(f"import sys, civic_compute.{family}; print(*sorted(m for m in sys.modules if '.' not in m))").split()
    assert not {"scipy", "highspy", "numba", "Stemmer", "django"} & set(loaded)
