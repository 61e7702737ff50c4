"""Elections in the Pabulib format (Faliszewski et al. 2023): read to be counted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, repeat
from typing import Final

from civic_compute.budgeting.ballots import Written, ballot_of, merged
from civic_compute.budgeting.model import BallotKind, Ballots, Election, Project
from civic_compute.budgeting.numbers import number_of
from civic_compute.budgeting.problems import BudgetingProblem
from civic_compute.budgeting.sections import Cells, Row, Sections, sections_of
from civic_compute.reading import ReadingProblem, Source, column_named

_AT_ONCE: Final = 50_000  # rows of votes held as cells
_DECISIVE: Final = ("budget", "vote_type", "num_projects", "num_votes")


def read_election(source: Source) -> Election:
    """Read an election.

    Raises ReadingProblem for what is no readable file, and BudgetingProblem for what is no election, each with the
    line.
    """
    return election_of(sections_of(source), sha256=source.sha256)


def election_of(sections: Sections, *, sha256: str = "") -> Election:
    """The election that the sections of a file hold."""
    file = sections.name
    meta = _meta(sections)
    budget, line = _said(meta, "budget", file)
    exact_budget = number_of(budget, field="the budget", file=file, line=line)
    if exact_budget == 0:
        raise BudgetingProblem("budget_zero", file=file, line=line)
    kind = _kind(*_said(meta, "vote_type", file), file)
    projects = _projects(sections)
    _check_number(meta, "num_projects", "projects_counted", len(projects), file)
    ballots = _ballots(sections, kind, projects)
    _check_number(meta, "num_votes", "votes_counted", ballots.voters, file)
    words = {key: value for key, (value, _line) in meta.items()}
    return Election(kind, exact_budget, projects, ballots, words, sha256)


def _meta(sections: Sections) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for row in sections.meta:
        key = row.cells[0].strip()
        if len(row.cells) < 2 or not key:
            raise BudgetingProblem("meta_row", file=sections.name, line=row.line)
        value = ";".join(row.cells[1:]).strip().rstrip(";").strip()
        plain = key.casefold()
        if plain in _DECISIVE:
            key = plain
            if key in found and found[key][0] != value:
                raise BudgetingProblem("meta_twice", file=sections.name, line=row.line, key=key)
        found[key] = value, row.line
    return found


def _said(meta: dict[str, tuple[str, int]], key: str, file: str) -> tuple[str, int]:
    if key not in meta:
        raise BudgetingProblem("meta_missing", file=file, key=key)
    return meta[key]


def _kind(text: str, line: int, file: str) -> BallotKind:
    try:
        return BallotKind(text.casefold())
    except ValueError:
        kinds = ", ".join(BallotKind)
        raise BudgetingProblem("kind_unknown", file=file, line=line, kind=text, kinds=kinds) from None


def _check_number(meta: dict[str, tuple[str, int]], key: str, code: str, found: int, file: str) -> None:
    if key not in meta:
        return
    text, line = meta[key]
    if number_of(text, field=key, file=file, line=line) != found:
        raise BudgetingProblem(code, file=file, line=line, said=text, found=found)


def columns_of(header: Row, file: str) -> tuple[str, ...]:
    """The names in a section's header, without surrounding space; empty ones at the end belong to spreadsheets.

    Raises ReadingProblem("two_columns").
    """
    names = [cell.strip() for cell in header.cells]
    while names and not names[-1]:
        names.pop()
    known = [name.casefold() for name in names]
    twice = next((name for name, times in Counter(known).items() if times > 1), None)
    if twice is not None:
        raise ReadingProblem("two_columns", file=file, line=header.line, column=twice)
    return tuple(names)


def whole(rows: Iterable[Row], columns: Sequence[str], file: str) -> Iterable[Row]:
    """The rows, each with exactly the header's cells; empty cells beyond them are dropped.

    Raises ReadingProblem("row_length").
    """
    expected = len(columns)
    for row in rows:
        if len(row.cells) == expected:
            yield row
        elif len(row.cells) > expected and not any(cell.strip() for cell in row.cells[expected:]):
            yield Row(row.line, row.cells[:expected])
        else:
            raise ReadingProblem("row_length", file=file, line=row.line, found=len(row.cells), expected=expected)


def place_of(columns: tuple[str, ...], name: str, header: Row, file: str) -> int:
    try:
        return columns.index(column_named(columns, name, file=file))
    except ReadingProblem as problem:
        raise ReadingProblem(problem.code, file=file, line=header.line, **problem.values) from None


def _projects(sections: Sections) -> tuple[Project, ...]:
    file, header = sections.name, sections.project_columns
    columns = columns_of(header, file)
    at_id, at_cost = (place_of(columns, name, header, file) for name in ("project_id", "cost"))
    at_name = columns.index("name") if "name" in columns else None
    found: dict[str, tuple[Project, int]] = {}
    for row in whole(sections.projects, columns, file):
        project = row.cells[at_id].strip()
        if not project:
            raise BudgetingProblem("id_missing", file=file, line=row.line, column="project_id")
        if "," in project:
            raise BudgetingProblem("id_with_comma", file=file, line=row.line, project=project)
        if project in found:
            raise BudgetingProblem("project_twice", file=file, line=row.line, project=project, first=found[project][1])
        cost = number_of(row.cells[at_cost], field="the cost", file=file, line=row.line)
        found[project] = Project(project, cost, "" if at_name is None else row.cells[at_name].strip()), row.line
    if not found:
        raise BudgetingProblem("no_projects", file=file, line=header.line)
    return tuple(found[project][0] for project in sorted(found))


def _ballots(sections: Sections, kind: BallotKind, projects: Sequence[Project]) -> Ballots:
    file, header = sections.name, sections.vote_columns
    columns = columns_of(header, file)
    wanted = ["voter_id", "vote"]
    if kind in (BallotKind.CUMULATIVE, BallotKind.SCORING):
        wanted.append("points")
    at = [place_of(columns, name, header, file) for name in wanted]
    written: Counter[Written] = Counter()
    voters: set[str] = set()
    number = 0
    for piece in _pieces(sections, columns):
        number += len(piece)
        voters.update([cells[at[0]].strip() for cells in piece])
        votes = [cells[at[1]] for cells in piece]
        points = [cells[at[2]] for cells in piece] if at[2:] else repeat("")
        written.update(zip(votes, points))  # noqa: B905 - the empty points have no end
    if not number:
        raise BudgetingProblem("no_votes", file=file, line=header.line)
    if len(voters) != number or "" in voters:
        _find_voter(sections, columns, at[0])
    places = {project.id: place for place, project in enumerate(projects)}
    try:
        return merged(written, kind, places, file=file)
    except BudgetingProblem:
        _find_ballot(sections, columns, at, kind, places)
        raise


def _pieces(sections: Sections, columns: tuple[str, ...]) -> Iterator[list[Cells]]:
    """The rows of votes, many at once: split at semicolons where no cell is quoted, else with care."""
    lines = sections.vote_lines
    expected = {len(columns)}
    if not any('"' in line for line in lines):
        for start in range(0, len(lines), _AT_ONCE):
            piece: list[Cells] = [line.split(";") for line in lines[start : start + _AT_ONCE] if line]
            if set(map(len, piece)) - expected:
                first = sections.first_vote_line + start
                rows = replace(sections, vote_lines=lines[start : start + _AT_ONCE], first_vote_line=first).votes()
                piece = [row.cells for row in whole(rows, columns, sections.name)]
            yield piece
        return
    rows = iter(whole(sections.votes(), columns, sections.name))
    while piece := [row.cells for row in islice(rows, _AT_ONCE)]:
        yield piece


def _find_voter(sections: Sections, columns: tuple[str, ...], at: int) -> None:
    """Name the line where a voter is missing, or there again."""
    seen: dict[str, int] = {}
    for row in whole(sections.votes(), columns, sections.name):
        voter = row.cells[at].strip()
        if not voter:
            raise BudgetingProblem("id_missing", file=sections.name, line=row.line, column="voter_id")
        if voter in seen:
            raise BudgetingProblem("voter_twice", file=sections.name, line=row.line, first=seen[voter])
        seen[voter] = row.line


def _find_ballot(
    sections: Sections, columns: tuple[str, ...], at: list[int], kind: BallotKind, places: dict[str, int]
) -> None:
    """Name the line of the first ballot that cannot be read."""
    for row in whole(sections.votes(), columns, sections.name):
        cells = row.cells[at[1]], row.cells[at[2]] if at[2:] else ""
        ballot_of(cells, kind, places, file=sections.name, line=row.line)
