"""Equal Shares from ballots to winners against pabutools exact with merged ballots, in processor seconds.

Sums over all approval elections of lodz, of praga, and over every third of those with few distinct ballots.
"""

import sys
import time
from collections.abc import Callable
from typing import Any

from pabutools.election import Cost_Sat
from pabutools.election.pabulib import parse_pabulib_from_string
from pabutools.rules import method_of_equal_shares

from bench.lines import faster
from civic_compute.budgeting.equal_shares import equal_shares
from civic_compute.budgeting.model import BallotKind, Election, Utility
from civic_compute.budgeting.pabulib import read_election
from civic_compute.budgeting.support import support_of
from civic_compute.reading import Source, read_source
from tests.open_data import ROOT

FOLDER = ROOT / "budgeting"
FEW = 300  # distinct ballots


def main() -> int:
    sets: dict[str, list[tuple[float, float]]] = {"lodz_*": [], "praga": [], f"up to {FEW} distinct ballots": []}
    for number, path in enumerate(sorted(FOLDER.glob("*.pb.gz"))):
        source = read_source(path)
        election = read_election(source)
        if election.kind is not BallotKind.APPROVAL:
            continue
        few = len(election.ballots) <= FEW
        member = ("lodz_" in path.name, "praga" in path.name, few and number % 3 == 0)
        if any(member):
            pair = _both(election, source)
            for times, included in zip(sets.values(), member, strict=True):
                times.extend([pair] if included else [])
    lines = []
    for (name, times), least in zip(sets.items(), (1000, 1000, 200), strict=True):
        ours, theirs = (sum(column) for column in zip(*times, strict=True))
        lines.append(faster(f"core, {name}, {len(times)} elections together", ours, theirs, least))
        lines[-1].show()
    return 0 if all(line.holds for line in lines) else 1


def _both(election: Election, source: Source) -> tuple[float, float]:
    """Our processor seconds and the peer's, once the winners are found to be the same."""
    rank = list(range(len(election.projects)))
    support = support_of(election, Utility.COST)
    share = election.budget / election.ballots.voters
    places = equal_shares(support, share, rank).places
    ours = min(_timed(lambda: equal_shares(support, share, rank))[0] for _run in range(5))
    instance, profile = _peer(source)
    theirs, chosen = _timed(lambda: method_of_equal_shares(instance, profile, sat_class=Cost_Sat))
    if sorted(project.name for project in chosen) != sorted(election.projects[place].id for place in places):
        raise SystemExit(f"{source.name}: the winners differ")
    return ours, theirs


def _peer(source: Source) -> tuple[Any, Any]:
    instance, profile = parse_pabulib_from_string(source.text())
    return instance, profile.as_multiprofile()


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    began = time.process_time()
    given = work()
    return time.process_time() - began, given


if __name__ == "__main__":
    sys.exit(main())
