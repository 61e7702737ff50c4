"""A Pabulib file as tables that keep everything in it; and written again as a file."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from civic_compute.budgeting.model import BallotKind, Election
from civic_compute.budgeting.pabulib import columns_of, whole
from civic_compute.budgeting.problems import BudgetingProblem
from civic_compute.budgeting.sections import NAMES, Cells, sections_of
from civic_compute.canonical import exact
from civic_compute.reading import Source


@dataclass(frozen=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Tables:
    """All cells as they were written; every column is kept, known or not."""

    meta: tuple[tuple[str, str], ...]
    projects: Table
    votes: Table


def read_tables(source: Source) -> Tables:
    """Read a file without asking what its cells mean.

    Raises ReadingProblem and BudgetingProblem for wrong bytes, sections, headers and rows, with the line.
    """
    sections = sections_of(source)
    meta = []
    for row in sections.meta:
        if len(row.cells) < 2:
            raise BudgetingProblem("meta_row", file=source.name, line=row.line)
        meta.append((row.cells[0], ";".join(row.cells[1:])))
    columns = columns_of(sections.project_columns, source.name)
    projects = tuple(tuple(row.cells) for row in whole(sections.projects, columns, source.name))
    vote_columns = columns_of(sections.vote_columns, source.name)
    votes = tuple(tuple(row.cells) for row in whole(sections.votes(), vote_columns, source.name))
    return Tables(tuple(meta), Table(columns, projects), Table(vote_columns, votes))


def written(tables: Tables) -> bytes:
    """The file: UTF-8, semicolons, cells quoted where they must be.

    Raises BudgetingProblem("cannot_be_written") for a NUL or a lone surrogate, and for a key of META that reads as a
    heading.
    """
    for key, value in tables.meta:
        if key.strip().upper() in NAMES and not value.strip():
            raise BudgetingProblem("cannot_be_written", text=repr(key))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    sections = (("META", Table(("key", "value"), tables.meta)), ("PROJECTS", tables.projects), ("VOTES", tables.votes))
    for name, table in sections:
        out.write(f"{name}\n")
        writer.writerow(table.columns)
        writer.writerows(_checked(table.rows))
    return out.getvalue().encode()


def _checked(rows: Iterable[Cells]) -> Iterable[Cells]:
    for row in rows:
        for cell in row:
            if "\0" in cell or any("\ud800" <= character <= "\udfff" for character in cell):
                raise BudgetingProblem("cannot_be_written", text=repr(cell[:80]))
        yield row


def tables_of(election: Election) -> Tables:
    """An election as tables: voters numbered from 1, and what META says brought up to date."""
    meta = dict(election.meta) | {
        "num_projects": str(len(election.projects)),
        "num_votes": str(election.ballots.voters),
        "budget": exact(election.budget),
        "vote_type": election.kind.value,
    }
    projects = tuple((project.id, exact(project.cost), project.name) for project in election.projects)
    pointed = election.kind in (BallotKind.CUMULATIVE, BallotKind.SCORING)
    columns = ("voter_id", "vote", "points") if pointed else ("voter_id", "vote")
    return Tables(
        tuple(meta.items()),
        Table(("project_id", "cost", "name"), projects),
        Table(columns, tuple(_votes(election, pointed=pointed))),
    )


def _votes(election: Election, *, pointed: bool) -> Iterable[tuple[str, ...]]:
    ballots = election.ballots
    ids = [project.id for project in election.projects]
    voter = 0
    for ballot, count in enumerate(ballots.counts.tolist()):
        span = slice(int(ballots.starts[ballot]), int(ballots.starts[ballot + 1]))
        cells = [",".join(ids[place] for place in ballots.choices[span].tolist())]
        if pointed and ballots.points is not None:
            cells.append(",".join(_decimals(ballots.points[span].tolist(), ballots.scale)))
        for _each in range(count):
            voter += 1
            yield str(voter), *cells


def _decimals(points: Sequence[int], scale: int) -> Iterable[str]:
    """Points are decimals, so their scale divides a power of ten."""
    digits = len(str(scale)) - 1
    while 10**digits % scale:
        digits += 1
    for number in points:
        whole_part, rest = divmod(number * 10**digits // scale, 10**digits)
        yield f"{whole_part}.{rest:0{digits}d}" if rest else str(whole_part)
