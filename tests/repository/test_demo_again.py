"""The demo is made once: the next start is quick, and a reset empties it for a new one.

Measured on 22.11.2026 on a busy machine of two cores: see `docs/benchmarks.md`.
"""

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.repository.servers import ROOT, Installation, free_port
from yhdyspinta import database

SECOND_START = 10  # seconds


@pytest.fixture
def untouched(tmp_path):
    made = Installation(tmp_path / "var")
    made.var_dir.mkdir()
    yield made
    made.remove()


def start_and_stop(installation: Installation, words: Path) -> tuple[float, str]:
    """Run the demo until it answers, look at its first page, stop it: seconds until it was ready, and that page."""
    port = free_port()
    began = time.monotonic()
    with (
        words.open("w") as told,
        subprocess.Popen(
            [sys.executable, "-m", "yhdyspinta.cli", "demo", "--port", str(port)],
            cwd=ROOT, env=installation.environment, stdin=subprocess.DEVNULL, stdout=told, text=True,
        ) as process,
    ):  # fmt: skip
        try:
            taken = _until_ready(process, port, began)
            page = _read(f"http://127.0.0.1:{port}/keski-suomi/fi/")
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)
    assert process.returncode == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
    return taken, page


def _until_ready(process: subprocess.Popen[str], port: int, began: float) -> float:
    while time.monotonic() - began < 400:
        assert process.poll() is None, "the demo ended by itself"
        try:
            if _read(f"http://127.0.0.1:{port}/ready/") == "ok\n":
                return time.monotonic() - began
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the demo did not answer")


def _read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return answer.read().decode()


@pytest.mark.long
def test_the_second_start_is_quick_and_a_reset_empties(untouched, tmp_path):
    first, page = start_and_stop(untouched, tmp_path / "first")
    about = json.loads((untouched.var_dir / "demo.json").read_text())
    second, same = start_and_stop(untouched, tmp_path / "second")
    assert second < SECOND_START
    assert "<h1" in page
    assert ("toimintamallit" in page) == ("toimintamallit" in same)
    assert set(json.loads((untouched.var_dir / "demo.json").read_text())["sign_in"]) == set(about["sign_in"])

    began = time.monotonic()
    assert untouched.run("reset").returncode != 0  # asks first: nobody is there to answer
    done = untouched.run("reset", "--yes")
    emptied = time.monotonic() - began
    assert done.returncode == 0, done.stdout + done.stderr
    assert not database.is_running(database.instance(untouched.var_dir))
    again, _page = start_and_stop(untouched, tmp_path / "again")
    print(f"\nfirst {first:.1f} s, second {second:.1f} s, reset {emptied:.1f} s, first after it {again:.1f} s")
