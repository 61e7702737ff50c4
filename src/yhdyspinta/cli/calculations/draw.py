"""`yhdyspinta draw`: a fair lottery over panels that meet the quotas, and a draw from it that anybody can repeat."""

import argparse
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

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
    parser.add_argument("--seed", default=None, metavar="HEX", help="draw the panel by this seed")
    parser.add_argument("--numbered", action="store_true", help="also 1,000 panels of equal chance, 000 to 999")


def tasks(given: argparse.Namespace) -> Iterator[Task]:
    yield partial(_draw, given)


def _draw(given: argparse.Namespace, progress: Progress) -> Result:
    from civic_compute.sortition.data import draw_data
    from civic_compute.sortition.drawing import draw, seed_bytes
    from civic_compute.sortition.fair import fair_lottery
    from civic_compute.sortition.model import Objective
    from civic_compute.sortition.numbered import numbered_panels
    from civic_compute.sortition.reading import read_excluded, read_pool

    if given.seed is not None:
        seed_bytes(given.seed)
    excluded = read_excluded(source_of(given.exclude)) if given.exclude else ()
    pool = read_pool(
        source_of(given.pool), source_of(given.quotas), size=given.size, id_column=given.id,
        address_column=given.address, excluded=excluded,
    )  # fmt: skip
    fair = fair_lottery(pool, Objective(given.objective), progress=progress)
    drawn = draw(fair, given.seed) if given.seed is not None else None
    numbered = numbered_panels(fair) if given.numbered else None
    data = draw_data(fair, drawn, numbered, file=given.pool)
    return Result(data, _report(given, fair, drawn, numbered))


def _report(
    given: argparse.Namespace, fair: "FairLottery", drawn: "Drawn | None", numbered: "NumberedPanels | None"
) -> str:
    from civic_compute.version import VERSION

    names = (given.pool, given.quotas)
    files = [f"SHA-256 of {shown(name)}: {sha256}" for name, sha256 in zip(names, fair.pool.sha256, strict=True)]
    parts = [
        _overview(given.pool, fair), _types(fair), _quotas(fair), _numbered(numbered), _drawn_lines(fair, drawn),
        [*files, f"Calculated by version {VERSION}"],
    ]  # fmt: skip
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def _overview(name: str, fair: "FairLottery") -> list[str]:
    from civic_compute.sortition.summary import summary

    found = summary(fair)
    lines = [
        f"{shown(name)}: {_many(found.persons, 'person')} of {_many(found.types, 'type')}, a panel of {fair.pool.size}",
        "",
        f"Lottery by {fair.objective.value}: {_many(found.panels, 'panel')}. {_trust(fair)}",
        f"  chance of a person: least {found.minimum:.2%}, median {found.median:.2%}, greatest {found.maximum:.2%}",
        f"  Gini {found.gini:.3f}, geometric mean {found.geometric_mean:.2%}",
    ]
    if found.impossible:
        verb = "fits" if found.impossible == 1 else "fit"
        who = ", ".join(map(shown, fair.impossible))
        lines.append(f"  {_many(found.impossible, 'person')} {verb} no panel: {who}")
    return lines


def _types(fair: "FairLottery") -> list[str]:
    """The chance of each type, the least first."""
    lines = [f"{'chance of each':>14} {'persons':>8}  type"]
    for found in sorted(
        fair.types, key=lambda each: (round(each.probability, 6), each.kind.values, each.kind.household)
    ):
        values = _values(fair, found.kind.values)
        if found.kind.household:
            values += f" (at an address of: {'; '.join(_values(fair, one) for one in found.kind.household)})"
        lines.append(f"{found.probability:>14.2%} {found.count:>8}  {values}")
    return lines


def _values(fair: "FairLottery", values: tuple[str, ...]) -> str:
    pairs = zip(fair.pool.categories, values, strict=True)
    return ", ".join(shown(fair.pool.label(category, value)) for category, value in pairs)


def _quotas(fair: "FairLottery") -> list[str]:
    from civic_compute.sortition.summary import summary

    lines = [f"{'quota':<44} {'from':>5} {'to':>5} {'pool':>7} {'expected':>9}"]
    for row in summary(fair).expected:
        name = shown(f"{fair.pool.label(row.category)}: {fair.pool.label(row.category, row.value)}")
        lines.append(f"{name:<44} {row.least:>5} {row.most:>5} {row.pool:>7} {row.panel:>9.2f}")
    return lines


def _numbered(numbered: "NumberedPanels | None") -> list[str]:
    if numbered is None:
        return []
    last = len(numbered.panels) - 1
    change = f"a person's chance changes by at most {numbered.largest_error:.4%}"
    return [
        f"{len(numbered.panels):,} panels of equal chance, {0:03} to {last:03}: {change}",
        *(f"  {number:03}  {', '.join(map(shown, panel))}" for number, panel in enumerate(numbered.panels)),
    ]


def _trust(fair: "FairLottery") -> str:
    if fair.objective.value == "legacy":
        return (
            "It aims at no chances: this is how often persons were drawn when it was repeated. Persons of one type"
            f" differ from their mean by up to {fair.shortfall:.2%}."
        )
    if fair.certified:
        return "Certified: no lottery is fairer."
    return f"Not certified: it misses the aimed chances by at most {fair.shortfall:.1e}."


def _drawn_lines(fair: "FairLottery", drawn: "Drawn | None") -> list[str]:
    from civic_compute.sortition.data import proof_data

    proof = proof_data(fair, drawn)
    if drawn is None:
        return [f"Publish this before the seed exists: {proof['commitment']}", "Then draw with --seed."]
    place = f"which is in panel {proof['place']} (from 1) of the lottery"
    return [
        f"Drawn by seed {drawn.seed}: number {drawn.number} (from 0) of {proof['total']}, {place}",
        f"Commitment {proof['commitment']}: is it the one that was published before the seed existed?",
        f"Panel: {', '.join(map(shown, drawn.members))}",
    ]


def shown(text: str) -> str:
    """A name or value from a file: short, and printable whatever it holds."""
    from civic_compute.verification.findings import shown as printable

    return printable(text)


def _many(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
