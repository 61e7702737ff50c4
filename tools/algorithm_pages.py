"""Write the tables and pictures of docs/algorithms anew; what changed is told.

tools/algorithm_pages.py [--check]

A page holds a table between the lines `<!-- table: NAME -->` and `<!-- end -->`.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.algorithm_examples import ROOT
from tools.algorithm_tables import PICTURES, TABLES

PAGES = ROOT / "docs" / "algorithms"
BLOCK = re.compile(r"(<!-- table: ([a-z-]+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def files() -> dict[Path, str]:
    """What each page and picture should hold."""
    made = {page: filled(page.read_text(encoding="utf-8")) for page in sorted(PAGES.glob("*.md"))}
    return made | {PAGES / "images" / name: draw() + "\n" for name, draw in PICTURES.items()}


def filled(page: str) -> str:
    return BLOCK.sub(lambda found: f"{found[1]}\n{TABLES[found[2]]()}\n\n{found[4]}", page)


def outdated() -> list[Path]:
    """The files that hold something else."""
    return [path for path, text in files().items() if not path.is_file() or path.read_text(encoding="utf-8") != text]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; leave with 1 if something is out of date")
    given = parser.parse_args()
    wanted = files()
    changed = outdated()
    for path in changed:
        print(path.relative_to(ROOT))
        if not given.check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
    return int(given.check and bool(changed))


if __name__ == "__main__":
    sys.exit(main())
