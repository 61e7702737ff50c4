"""Leximin of a panel beside sortition-algorithms 0.12.15: end to end, and the chances alone.

The peer needs Gurobi, whose wheel solves up to 2,000 columns without a licence; so pools small enough for that are
compared, each in one run of both. End to end: from the files to a lottery over panels. YHDYSPINTA_OPEN_DATA names the
folder of the open data; further pools may be named: python -m bench.sortition_leximin syn-b_30
"""

import csv
import sys
from contextlib import redirect_stdout
from pathlib import Path

from bench.lines import Line, faster, median_seconds, stopwatch, within
from civic_compute.reading import read_source
from civic_compute.sortition.fair import fair_lottery, leximin_chances
from civic_compute.sortition.model import Pool
from civic_compute.sortition.reading import read_pool
from civic_compute.sortition.result import FairLottery
from tests.open_data import ROOT

POOLS = ("example_small_20", "syn-a_24", "scotland_22")
FOLDER = ROOT / "sortition"


def main() -> None:
    for name in sys.argv[1:] or POOLS:
        compare(name, *files(name), int(name.rsplit("_", 1)[1]))


def compare(name: str, people: Path, quotas: Path, size: int) -> None:
    with stopwatch() as taken:
        reference = peer(people, quotas, size)
    ours = median_seconds(lambda: lottery(people, quotas, size), runs=3)
    alone = median_seconds(lambda: chances(people, quotas, size), runs=3)
    faster(f"leximin end to end, {name}", ours, taken[0], 3).show()
    faster(f"leximin chances alone, {name}", alone, taken[0], 100).show()
    fair = lottery(people, quotas, size)
    least = min(kind.probability for kind in fair.types)
    Line(
        f"least chance, {name}", round(least, 6), round(reference, 6), "probability", None,
        "not below the reference by more than 1e-4", bool(least >= reference - 1e-4),
    ).show()  # fmt: skip
    within(f"largest difference of the lottery from leximin, {name}", fair.shortfall, 2e-6, "probability").show()


def files(name: str) -> tuple[Path, Path]:
    folder = next(found for found in (FOLDER / name, FOLDER / "synthetic" / name) if found.is_dir())
    return next(folder.glob("respondents.csv*")), folder / "categories.csv"


def pool_of(people: Path, quotas: Path, size: int) -> Pool:
    return read_pool(read_source(people), read_source(quotas), size=size)


def lottery(people: Path, quotas: Path, size: int) -> FairLottery:
    return fair_lottery(pool_of(people, quotas, size))


def chances(people: Path, quotas: Path, size: int) -> None:
    leximin_chances(pool_of(people, quotas, size))


def peer(people: Path, quotas: Path, size: int) -> float:
    """The peer's leximin; gives its least chance."""
    from sortition_algorithms.committee_generation import find_distribution_leximin
    from sortition_algorithms.features import read_in_features
    from sortition_algorithms.people import read_in_people
    from sortition_algorithms.settings import Settings

    with quotas.open(newline="") as stream:
        rows = [
            {"feature": row["category"], "value": row["feature"], "min": row["min"], "max": row["max"]}
            for row in csv.DictReader(stream)
        ]
    features, *_ = read_in_features(list(rows[0]), rows, size)
    with people.open(newline="") as stream:
        persons = list(csv.DictReader(stream))
    for number, person in enumerate(persons, 1):
        person["row"] = str(number)
    settings = Settings(id_column="row", columns_to_keep=[])
    pool, _ = read_in_people(list(persons[0]), persons, features, settings)
    with redirect_stdout(sys.stderr):  # what the peer says is no line of ours
        panels, shares, _ = find_distribution_leximin(features, pool, size, [])
    found = dict.fromkeys(pool, 0.0)
    for panel, share in zip(panels, shares, strict=True):
        for member in panel:
            found[member] += share
    return float(min(found.values()))


if __name__ == "__main__":
    main()
