"""`yhdyspinta recount-script`: the script to publish beside a result, by which anybody can repeat it."""

import argparse
from collections.abc import Iterator
from typing import Final

from yhdyspinta.cli.calculations.frame import Progress, Result, Task

HELP: Final = "print recount.py, to publish beside a count or a draw"
DESCRIPTION: Final = (
    "Print recount.py: one file with which anybody can repeat a count or a draw in any Python from 3.6, without this"
    " program. Publish it beside the result: yhdyspinta recount-script > recount.py"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none but --json."""


def tasks(given: argparse.Namespace) -> Iterator[Task]:
    yield _script


def _script(_progress: Progress) -> Result:
    import hashlib

    from civic_compute.recount import SCRIPT
    from civic_compute.version import VERSION

    text = SCRIPT.read_text(encoding="utf-8")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Result({"file": SCRIPT.name, "text": text, "sha256": sha256, "version": VERSION}, text.removesuffix("\n"))
