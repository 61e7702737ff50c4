"""`yhdyspinta draw`: a fair lottery over panels that meet the quotas, and a draw from it that anybody can repeat."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from yhdyspinta.cli.calculations.frame import Progress, Result, Task, source_of

if TYPE_CHECKING:
    from civic_compute.sortition.drawing import Drawn
    from civic_compute.sortition.numbered import NumberedPanels
    from civic_compute.sortition.result import FairLottery

HELP: Final = "find a fair lottery over panels, and draw one by a public seed"
DESCRIPTION: Final = (
    "Find a fair lottery over panels that meet the quotas. Publish what it prints before the seed exists; with the seed,"
    " the same command draws the panel, and anybody can repeat it."
)
_OBJECTIVES: Final = ("leximin", "maximin", "nash", "goldilocks", "legacy")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pool", required=True, metavar="CSV", help="a person in each row, also .gz; - reads it in")
    parser.add_argument("--quotas", required=True, metavar="CSV", help="columns category, feature, min, max")
    parser.add_argument("--size", required=True, type=int, metavar="K", help="members of the panel")
    parser.add_argument("--objective", choices=_OBJECTIVES, default="leximin", help="what is fair (default: leximin)")
    parser.add_argument("--id", default="", metavar="COLUMN", help="ids (default: id, unique_id, else row numbers)")
    parser.add_argument("--address", default="", metavar="COLUMN", help="at most one person of each address")
    parser.add_argument("--exclude", default="", metavar="FILE", help="ids that must not be drawn, one a line")
    parser.add_argument("--seed", default="", metavar="HEX", help="draw the panel by this seed")
    parser.add_argument("--numbered", action="store_true", help="also 1,000 panels of equal chance, 000 to 999")


def tasks(given: argparse.Namespace) -> Iterator[Task]:
    yield partial(_draw, given)


def _draw(given: argparse.Namespace, progress: Progress) -> Result:
    from civic_compute.sortition.drawing import draw, seed_bytes
    from civic_compute.sortition.fair import fair_lottery
    from civic_compute.sortition.model import Objective
    from civic_compute.sortition.numbered import numbered_panels
    from civic_compute.sortition.reading import read_excluded, read_pool

    if given.seed:
        seed_bytes(given.seed)
    excluded = read_excluded(source_of(given.exclude)) if given.exclude else ()
    pool = read_pool(
        source_of(given.pool), source_of(given.quotas), size=given.size, id_column=given.id,
        address_column=given.address, excluded=excluded,
    )  # fmt: skip
    fair = fair_lottery(pool, Objective(given.objective), progress=progress)
    drawn = draw(fair, given.seed) if given.seed else None
    numbered = numbered_panels(fair) if given.numbered else None
    return Result(_data(given, fair, drawn, numbered), _report(given, fair, drawn, numbered))


def _data(
    given: argparse.Namespace, fair: "FairLottery", drawn: "Drawn | None", numbered: "NumberedPanels | None"
) -> dict[str, Any]:
    from civic_compute.sortition.summary import summary
    from civic_compute.version import VERSION

    pool = fair.pool
    data: dict[str, Any] = {
        "file": given.pool,
        "objective": fair.objective.value,
        "size": pool.size,
        "id": given.id,
        "address": given.address,
        "excluded": [person.id for person in pool.persons if person.excluded],
        "types": [_type(fair, place) for place in range(len(fair.types))],
        "lottery": [
            {"members": list(panel.members), "probability": panel.probability, "weight": panel.weight}
            for panel in fair.lottery
        ],
        "certified": fair.certified,
        "shortfall": fair.shortfall,
        "by": fair.by,
        "impossible": list(fair.impossible),
        "panel": list(drawn.members) if drawn else None,
        "proof": _proof(fair, drawn),
        "summary": asdict(summary(fair)),
        "input_sha256": list(pool.sha256),
        "version": VERSION,
    }
    if numbered:
        data["numbered"] = {
            "panels": [list(panel) for panel in numbered.panels], "largest_error": numbered.largest_error,
            "mean_error": numbered.mean_error,
        }  # fmt: skip
    return data


def _type(fair: "FairLottery", place: int) -> dict[str, Any]:
    """A type with names as written; under the rule of addresses also the values of everybody at the address."""
    pool, found = fair.pool, fair.types[place]
    values = [
        {
            pool.label(category): pool.label(category, value)
            for category, value in zip(pool.categories, one, strict=True)
        }
        for one in (found.kind.values, *found.kind.household)
    ]
    data: dict[str, Any] = {"values": values[0], "count": found.count, "probability": found.probability}
    return data | ({"household": values[1:]} if pool.one_per_address else {})


def _proof(fair: "FairLottery", drawn: "Drawn | None") -> dict[str, Any]:
    from civic_compute.sortition.drawing import commit

    commitment = drawn.commitment if drawn else commit(fair)
    return commitment.fields() | {
        "commitment": commitment.sha256, "seed": drawn.seed if drawn else None,
        "number": drawn.number if drawn else None, "place": drawn.place if drawn else None,
    }  # fmt: skip


def _report(
    given: argparse.Namespace, fair: "FairLottery", drawn: "Drawn | None", numbered: "NumberedPanels | None"
) -> str:
    from civic_compute.sortition.summary import summary

    found = summary(fair)
    lines = [
        f"{given.pool}: {found.persons} persons of {found.types} types, a panel of {fair.pool.size}",
        "",
        f"Lottery by {fair.objective.value}: {found.panels} panels. {_trust(fair)}",
        f"  chance of a person: least {found.minimum:.2%}, median {found.median:.2%}, greatest {found.maximum:.2%}",
        f"  Gini {found.gini:.3f}, geometric mean {found.geometric_mean:.2%}",
    ]
    if found.impossible:
        lines.append(f"  {found.impossible} persons fit no panel: {', '.join(fair.impossible[:20])}")
    lines += ["", f"{'quota':<44} {'from':>5} {'to':>5} {'pool':>7} {'expected':>9}"]
    for row in found.expected:
        name = f"{fair.pool.label(row.category)}: {fair.pool.label(row.category, row.value)}"
        lines.append(f"{name[:44]:<44} {row.least:>5} {row.most:>5} {row.pool:>7} {row.panel:>9.2f}")
    if numbered:
        lines += ["", f"{len(numbered.panels)} numbered panels: chances change by up to {numbered.largest_error:.4%}."]
    return "\n".join([*lines, "", *_drawn_lines(fair, drawn)])


def _trust(fair: "FairLottery") -> str:
    if fair.certified:
        return "Certified: no lottery is fairer."
    return f"Not certified: it misses the aimed chances by at most {fair.shortfall:.1e}."


def _drawn_lines(fair: "FairLottery", drawn: "Drawn | None") -> list[str]:
    proof = _proof(fair, drawn)
    if drawn is None:
        return [f"Publish this before the seed exists: {proof['commitment']}", "Then draw with --seed."]
    return [
        f"Drawn by seed {drawn.seed}: number {drawn.number} of {proof['total']}, panel {drawn.place + 1} of the lottery",
        f"Commitment {proof['commitment']}",
        f"Panel: {', '.join(drawn.members)}",
    ]
