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
    parser.add_argument("--runs", type=int, default=20, metavar="N", help="draws that test the groups (default: 20)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of starts and draws (default: 0)")


def tasks(given: argparse.Namespace) -> Iterator[Task]:
    for place, name in enumerate(given.votes):
        comments = given.comments[place] if place < len(given.comments) else None
        yield partial(_map, given, name, comments)


def _map(given: argparse.Namespace, name: str, comments: str | None, progress: Progress) -> Result:
    from civic_compute.opinions.bridging import bridging_of
    from civic_compute.opinions.grouping import PUBLISHED, Plan
    from civic_compute.opinions.mapping import map_conversation
    from civic_compute.opinions.matrix import matrix_of
    from civic_compute.opinions.reading import read_conversation
    from civic_compute.opinions.record import record_of
    from civic_compute.opinions.stability import stability_of

    moderation = source_of(comments) if comments is not None else None
    progress("reading votes")
    conversation = read_conversation(source_of(name), moderation, strict=given.strict, meta=given.meta)
    plan = Plan(starts=10, seed=given.seed, least_persons=2) if given.report_groups else PUBLISHED
    opinions = map_conversation(conversation, plan=plan, progress=progress)
    progress("finding what bridges the groups")
    bridging = bridging_of(matrix_of(conversation), opinions.components)
    runs = max(given.runs, 0)
    stability = stability_of(conversation, opinions.groups, runs=runs, seed=given.seed, plan=plan, progress=progress)
    data = {"file": name, **record_of(opinions, plan=plan, stability=stability, bridging=bridging)}
    return Result(data, _report(name, opinions, stability))


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
