"""The order that decides ties: given with the count, or the projects' ids by code point."""

from collections.abc import Iterable

from civic_compute.budgeting.model import Election
from civic_compute.budgeting.problems import BudgetingProblem
from civic_compute.reading import Source


def read_tie_order(source: Source, election: Election) -> tuple[str, ...]:
    """An order from a file: one project id a line, the one that wins a tie first; empty lines are passed over.

    Raises ReadingProblem, and BudgetingProblem("tie_order_unknown", "tie_order_twice", "tie_order_misses") with the
    line.
    """
    known = {project.id for project in election.projects}
    given: dict[str, int] = {}
    for line, text in enumerate(source.text().split("\n"), 1):
        project = text.strip()
        if not project:
            continue
        if project not in known:
            raise BudgetingProblem("tie_order_unknown", file=source.name, line=line, project=project)
        if project in given:
            raise BudgetingProblem("tie_order_twice", file=source.name, line=line, project=project)
        given[project] = line
    return _complete(given, election, source.name)


def tie_order(election: Election, order: Iterable[str] | None = None) -> tuple[str, ...]:
    """Check an order, or give the usual one: ids compared by code point.

    Raises BudgetingProblem("tie_order_unknown", "tie_order_twice", "tie_order_misses").
    """
    ids = tuple(project.id for project in election.projects)
    if order is None:
        return ids
    known = set(ids)
    given: dict[str, int] = {}
    for place, project in enumerate(order):
        if project not in known:
            raise BudgetingProblem("tie_order_unknown", project=project)
        if project in given:
            raise BudgetingProblem("tie_order_twice", project=project)
        given[project] = place
    return _complete(given, election, "")


def ranks(election: Election, order: Iterable[str]) -> list[int]:
    """Of each project, its place in the order."""
    place = {project: number for number, project in enumerate(order)}
    return [place[project.id] for project in election.projects]


def _complete(given: dict[str, int], election: Election, file: str) -> tuple[str, ...]:
    missing = next((project.id for project in election.projects if project.id not in given), None)
    if missing is not None:
        raise BudgetingProblem("tie_order_misses", file=file, project=missing)
    return tuple(given)
