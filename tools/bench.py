"""Run one benchmark in an environment of its own, where the peers are, or in the product's; without a name, list them.

tools/bench.py [--save] [NAME ...]      --save keeps the lines in bench/results and writes docs/benchmarks.md
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "bench"
PLACE = ROOT / ".venv-bench"
LOCK = FOLDER / "requirements.txt"


def main() -> int:
    keep = "--save" in sys.argv
    names = [word for word in sys.argv[1:] if word != "--save"]
    known = benchmarks()
    if not names:
        for name, words in known.items():
            print(f"  make bench NAME={name:<24} {words}")
        return 0
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"There is no benchmark {unknown[0]}: make bench lists them.", file=sys.stderr)
        return 2
    if not all(needs_product(name) for name in names):
        install()
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    return max(run(name, environment, keep=keep) for name in names)


def run(name: str, environment: dict[str, str], *, keep: bool) -> int:
    """Run one benchmark, show its lines as they come, and keep them where that is wanted, what was missed too."""
    lines = []
    began = pace()
    python = ROOT / ".venv" / "bin" / "python" if needs_product(name) else PLACE / "bin" / "python"
    command = [python, "-m", f"bench.{name}"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            if line.startswith("{"):  # a peer may speak too
                lines.append(line.strip())
    missed = any(json.loads(line)["holds"] is False for line in lines)
    lines.append(json.dumps(machine((began + pace()) / 2)))
    print(lines[-1], flush=True)
    if keep and (process.returncode == 0 or missed):  # a benchmark that broke before its end says nothing
        from bench_page import save

        save(name, lines)
    return process.returncode


def pace() -> float:
    """Seconds that a fixed piece of work takes just now: figures that are no ratios are read beside it."""
    began = time.perf_counter()
    total = 0
    for number in range(10_000_000):
        total += number
    return time.perf_counter() - began


def machine(seconds: float) -> dict[str, Any]:
    """The line that tells the machine's pace; its shape is that of `bench.lines.Line`."""
    words = "the machine's pace: ten million additions in Python, before and after"
    return {"name": words, "ours": round(seconds, 2), "reference": None, "unit": "s", "ratio": None, "limit": "stated",
            "holds": True}  # fmt: skip


def needs_product(name: str) -> bool:
    """Whether it runs an installation: then it runs in the product's own environment, not beside the peers."""
    return "bench.running" in (FOLDER / f"{name}.py").read_text(encoding="utf-8")


def benchmarks() -> dict[str, str]:
    """Each benchmark's name, and the first line of what it says of itself."""
    found = {}
    for path in sorted(FOLDER.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if any(isinstance(part, ast.If) and "__main__" in ast.unparse(part.test) for part in tree.body):
            found[path.stem] = (ast.get_docstring(tree) or "").split("\n", 1)[0]
    return found


def install() -> None:
    """Make the environment, unless it was made from the same lock."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    mark = PLACE / "made-from"
    if mark.exists() and mark.read_text() == wanted:
        return
    subprocess.run([sys.executable, "-m", "venv", "--clear", PLACE], check=True)
    subprocess.run([PLACE / "bin" / "pip", "install", "-q", "--require-hashes", "-r", LOCK], check=True)
    mark.write_text(wanted)


if __name__ == "__main__":
    sys.exit(main())
