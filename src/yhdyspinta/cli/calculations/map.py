"""`yhdyspinta map`: who agrees with whom in a conversation, and what unites and divides it."""

import argparse
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from yhdyspinta.cli.calculations.frame import Progress, Result, Task, source_of

if TYPE_CHECKING:
    from civic_compute.opinions.mapping import OpinionMap
    from civic_compute.opinions.stability import Stability
    from civic_compute.opinions.tables import Table

HELP: Final = "map a conversation's opinions: groups, what unites them, what divides them"
DESCRIPTION: Final = (
    "Map a conversation's opinions from votes on statements: groups, what unites and what divides them."
)
_SHOWN: Final = 20  # statements in the report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--votes", nargs="+", action="extend", required=True, metavar="FILE",
        help="participants-votes.csv or votes.csv, also .gz; - reads it in",
    )  # fmt: skip
    parser.add_argument(
        "--comments", nargs="+", action="extend", default=[], metavar="FILE",
        help="comments.csv with the moderation, one for each file of votes",
    )  # fmt: skip
    parser.add_argument("--strict", action="store_true", help="leave out statements that were not accepted")
    parser.add_argument("--meta", action="store_true", help="leave out statements that the column is-meta marks")
    parser.add_argument("--report-groups", action="store_true", help="several seeded starts, no group of one person")
    parser.add_argument("--runs", type=_count, default=20, metavar="N", help="draws that test the groups (default: 20)")
    parser.add_argument("--seed", type=_count, default=0, metavar="N", help="of starts and draws (default: 0)")


def _count(text: str) -> int:
    """A whole number from 0, for argparse."""
    if not (text.isascii() and text.isdecimal() and len(text) < 19):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0")
    return int(text)


def tasks(given: argparse.Namespace) -> Iterator[Task]:
    if given.comments and len(given.comments) != len(given.votes):
        yield partial(_refuse, given)
        return
    for place, name in enumerate(given.votes):
        yield partial(_map, given, name, given.comments[place] if given.comments else None)


def _refuse(given: argparse.Namespace, _progress: Progress) -> Result:
    from civic_compute.opinions.problems import OpinionProblem

    raise OpinionProblem("files", votes=len(given.votes), comments=len(given.comments))


def _map(given: argparse.Namespace, name: str, comments: str | None, progress: Progress) -> Result:
    from civic_compute.opinions.whole import Options, map_files

    groups = {"starts": 10, "least_persons": 2} if given.report_groups else {}
    options = Options(strict=given.strict, meta=given.meta, runs=given.runs, seed=given.seed, **groups)
    moderation = source_of(comments) if comments is not None else None
    found = map_files(source_of(name), moderation, options, progress=progress)
    return Result({"file": name, **found.record()}, _report(name, found.opinions, found.stability))


def _report(name: str, opinions: "OpinionMap", stability: "Stability") -> str:
    from civic_compute.opinions.tables import tables_of
    from civic_compute.opinions.words import sentences_of

    lines = [name, "", *(sentence.english for sentence in sentences_of(opinions, stability))]
    for table in tables_of(opinions, tell_groups=stability.tells):
        lines += ["", *_table(table)]
    return "\n".join(lines)


def _table(table: "Table") -> list[str]:
    """Each row with the words of its headings, so that it reads well aloud too."""
    from civic_compute.opinions.tables import ENGLISH

    lines = [f"{ENGLISH[table.title]}:"]
    for row in table.rows[:_SHOWN]:
        cells = [f"{heading.english} {cell}" for heading, cell in zip(table.headings, row, strict=True)]
        lines.append(f"  {cells[0]}: {', '.join(cells[1:])}")
    if len(table.rows) > _SHOWN:
        lines.append(f"  and {len(table.rows) - _SHOWN} more: --json lists all")
    return lines
