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
from pathlib import Path

import setup as installed

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
}
CLOSING = re.compile(r"\d+ (?:passed|failed|skipped|error).* in [\d.]+s")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true", help="also the tests marked long")
    given = parser.parse_args()
    began = time.monotonic()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "yhdyspinta.settings",
        "YHDYSPINTA_CHROMIUM": installed.find_chromium() or "",
        "PYTHONPATH": str(ROOT / "src"),
    }
    for name, command in QUICK.items():
        if not passed(name, command, environment):
            close(f"1 failed ({name})", began)
            return 1
    code, summary = run_tests(environment, long=given.long)
    close(f"{summary}; {len(QUICK)} other checks passed", began)
    return code


def passed(name: str, command: list[str], environment: dict[str, str]) -> bool:
    began = time.monotonic()
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    print(f"{name:<18} {'ok' if done.returncode == 0 else 'FAILED':<7} {time.monotonic() - began:6.1f} s", flush=True)
    if done.returncode != 0:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


def run_tests(environment: dict[str, str], *, long: bool) -> tuple[int, str]:
    """All tests, on both cores, in the order of `tests/order.py`; gives pytest's exit code and its closing words."""
    chosen = [] if long else ["-m", "not long"]
    command = [str(BIN / "pytest"), "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", *chosen]
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
