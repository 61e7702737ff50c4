"""The whole check: quick ones first; the first failure stops it and is shown.

tools/check.py [--long]
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv" / "bin"
PYTHON = str(BIN / "python")
QUICK = {
    "format": [str(BIN / "ruff"), "format", "--check", "--quiet"],
    "lint": [str(BIN / "ruff"), "check", "--quiet"],
    "messages": [PYTHON, "tools/messages.py", "check"],
    "import contracts": [str(BIN / "lint-imports"), "--no-cache"],
    "templates": [str(BIN / "djlint"), "src", "--lint", "--quiet"],
    "migrations": [PYTHON, "tools/migrations.py"],
    "types": [str(BIN / "mypy"), "--no-error-summary"],
    "test database": [PYTHON, "-m", "tests.template"],
    "tests found": [str(BIN / "pytest"), "--collect-only", "-qq"],
}
LONGEST = "types"  # begins first, on a core of its own
CLOSING = re.compile(r"\d+ (?:passed|failed|skipped|error).* in [\d.]+s")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true", help="also the tests marked long")
    given = parser.parse_args()
    began = time.monotonic()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "yhdyspinta.settings",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONDONTWRITEBYTECODE": "",  # the workers take what "tests found" has compiled
    }
    failed = first_failed(environment)
    if failed:
        close(f"1 failed ({failed})", began)
        return 1
    code, summary = run_tests(environment, long=given.long)
    close(f"{summary}; {len(QUICK)} other checks passed", began)
    return code


def first_failed(environment: Mapping[str, str]) -> str:
    """Run the quick ones, two at a time, and tell of them in their order; nothing begins after one that failed."""
    with ThreadPoolExecutor(max_workers=2) as cores:
        order = sorted(QUICK, key=lambda name: name != LONGEST)
        running = {name: cores.submit(run_one, QUICK[name], environment) for name in order}
        for name in QUICK:
            code, words, seconds = running[name].result()
            print(f"{name:<18} {'ok' if code == 0 else 'FAILED':<7} {seconds:6.1f} s", flush=True)
            if code != 0:
                print(words, flush=True)
                cores.shutdown(wait=False, cancel_futures=True)
                return name
    return ""


def run_one(command: list[str], environment: Mapping[str, str]) -> tuple[int, str, float]:
    """Its exit code, what it said, and how many seconds it took."""
    began = time.monotonic()
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr, time.monotonic() - began


def run_tests(environment: dict[str, str], *, long: bool) -> tuple[int, str]:
    """All tests, on both cores, in the order of `tests/order.py`; gives pytest's exit code and its closing words."""
    chosen = [] if long else ["-m", "not long"]
    command = [
        str(BIN / "pytest"),
        "-n",
        "2",
        "--dist",
        "loadfile",
        "--no-loadscope-reorder",
        "--durations=30",
        *chosen,
    ]
    summary = "no tests ran"
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            found = CLOSING.search(line)
            if found:
                summary = found[0].rsplit(" in ", 1)[0]
                continue
            print(line, end="", flush=True)
    return process.returncode, summary


def close(words: str, began: float) -> None:
    print(f"==== {words} in {time.monotonic() - began:.2f}s ====", flush=True)


if __name__ == "__main__":
    sys.exit(main())
