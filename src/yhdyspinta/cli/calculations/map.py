"""`yhdyspinta map`: who agrees with whom in a conversation, and what unites and divides it."""

import argparse
from collections.abc import Iterator
from functools import partial
from typing import Final

from yhdyspinta.cli.calculations.frame import Progress, Result, Task, source_of

HELP: Final = "map a conversation's opinions: groups, what unites them, what divides them"
DESCRIPTION: Final = (
    "Map a conversation's opinions from votes on statements: groups, what unites and what divides them."
)


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
    parser.add_argument(
        "--least", type=_count, default=5, metavar="N",
        help="persons of the smallest group for groups to be told, and behind each number told (default: 5)",
    )  # fmt: skip
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
    from civic_compute.opinions.reading import read_bodies
    from civic_compute.opinions.whole import Options, map_files
    from yhdyspinta.cli.calculations.map_report import report

    groups = {"starts": 10, "least_persons": 2} if given.report_groups else {}
    options = Options(
        strict=given.strict, meta=given.meta, runs=given.runs, seed=given.seed, least=given.least, **groups
    )
    moderation = source_of(comments) if comments is not None else None
    found = map_files(source_of(name), moderation, options, progress=progress)
    data = {"file": name, **found.record()}
    bodies = read_bodies(moderation) if moderation is not None else {}
    return Result(data, "" if given.json else report(name, found, bodies))
