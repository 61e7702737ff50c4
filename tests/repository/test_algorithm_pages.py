"""The pages of docs/algorithms: what they show is up to date, nothing leads nowhere, and every command works."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from tools import algorithm_examples as examples
from tools.algorithm_pages import PAGES, outdated

ALL = sorted(PAGES.glob("*.md"))
ABOUT_ONE = [page for page in ALL if page.name != "README.md" and not page.name.startswith("residents")]


def test_tables_and_pictures_are_up_to_date() -> None:
    assert [path.name for path in outdated()] == [], "run: make docs"


def test_every_link_and_picture_is_there() -> None:
    for page in ALL:
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert target.startswith("https://") or (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_index_names_every_page() -> None:
    index = (PAGES / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in ALL if page.name != "README.md" and f"({page.name})" not in index] == []


def test_every_page_tells_what_it_promises_and_where_it_comes_from() -> None:
    for page in ABOUT_ONE:
        text = page.read_text(encoding="utf-8")
        for heading in ("## What it guarantees", "## Sources", "`civic_compute/"):
            assert heading in text, (page.name, heading)


def test_every_file_of_code_that_a_page_names_exists() -> None:
    for page in ABOUT_ONE:
        text = page.read_text(encoding="utf-8")
        folder = ""
        for folder_named, file in re.findall(r"`(civic_compute/[a-z]+/)?([a-z_]+\.py)`", text):
            folder = folder_named or folder
            places = [examples.ROOT / "src" / folder / file, examples.ROOT / "src" / "civic_compute" / file]
            assert file == "recount.py" or any(place.is_file() for place in places), (page.name, file)


def test_every_command_that_a_page_shows_works(tmp_path: Path) -> None:
    for folder in ("docs", "src"):
        (tmp_path / folder).symlink_to(examples.ROOT / folder)
    program = f"{shlex.quote(sys.executable)} -m yhdyspinta.cli"
    run: set[str] = set()
    for page in ALL:
        for block in re.findall(r"^```\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE):
            if set(block.splitlines()) <= run:
                continue
            lines = [re.sub(r"^yhdyspinta ", f"{program} ", line) for line in block.splitlines()]
            script = "\n".join(re.sub(r"^python3 ", f"{shlex.quote(sys.executable)} ", line) for line in lines)
            environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(examples.ROOT / "src"), "LC_ALL": "C.UTF-8"}
            done = subprocess.run(
                ["bash", "-e", "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, (page.name, block, done.stderr)
            assert "python3 " not in block or "MATCH" in done.stdout
            run |= set(block.splitlines())
    assert len(run) > 10
