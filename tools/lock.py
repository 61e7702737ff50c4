"""Write requirements/*.txt and bench/requirements.txt with hashes from pyproject.toml, for every Python from 3.11 on (needs uv).

No registry's address is written: pip's own settings decide where packages come from.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-annotate", "-q"]


def main() -> int:
    uv = shutil.which("uv")
    if not uv:
        print("make lock needs uv: install it with pip, for example in an environment of its own.", file=sys.stderr)
        return 1
    os.environ["UV_CUSTOM_COMPILE_COMMAND"] = "make lock"
    compile_lock = [uv, "pip", "compile", *OPTIONS]
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv else []
    run = "requirements/run.txt"
    extras = ["--extra", "dev", "--extra", "suomifi", "-c", run]
    subprocess.run([*compile_lock, *upgrade, "pyproject.toml", "-o", run], cwd=ROOT, check=True)
    subprocess.run(
        [*compile_lock, *upgrade, "pyproject.toml", *extras, "-o", "requirements/dev.txt"], cwd=ROOT, check=True
    )
    pdf = ["--extra", "pdf", "-c", run, "-o", "requirements/pdf.txt"]
    subprocess.run([*compile_lock, *upgrade, "pyproject.toml", *pdf], cwd=ROOT, check=True)
    node = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]["build"]
    with tempfile.NamedTemporaryFile("w", suffix=".in") as source:
        source.write("\n".join(node))
        source.flush()
        subprocess.run([*compile_lock, *upgrade, source.name, "-o", "requirements/node.txt"], cwd=ROOT, check=True)
    peers = ["bench/requirements.in", "-c", run, "-o", "bench/requirements.txt"]
    subprocess.run([*compile_lock, *upgrade, *peers], cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
