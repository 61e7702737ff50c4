"""F1: a few of the kills of `make faults`, in every run: nothing is lost or doubled, and all answers again unaided."""

import json
import os
import subprocess
import sys

import pytest

from tests.repository.servers import ROOT
from yhdyspinta.database import external_address


@pytest.mark.skipif(bool(external_address()), reason="the server of DATABASE_URL is not ours to kill")
def test_f1_f2_comments_sent_while_something_is_killed_are_there_once() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench.faults", "--few"], cwd=ROOT, capture_output=True, text=True, timeout=300,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}, check=False,
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert len(lines) == 7, done.stderr
    assert [line["name"] for line in lines if not line["holds"]] == [], done.stdout
    assert done.stdout.count(" killed at ") == 3
