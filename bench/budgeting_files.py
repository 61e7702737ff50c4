"""From files to winners: all open approval elections, and pabutools beside on some, in processor seconds.

Also add-one on all of them. Set-up and imports are counted once; the machine's other work is not.
"""

import sys
import time

from pabutools.election import Cost_Sat
from pabutools.election.pabulib import parse_pabulib_from_string
from pabutools.rules import method_of_equal_shares

from bench.lines import faster, within
from civic_compute.budgeting.count import count
from civic_compute.budgeting.model import BallotKind, Completion, Rule, Utility
from civic_compute.budgeting.pabulib import read_election
from civic_compute.reading import read_source
from tests.open_data import ROOT

PATHS = sorted((ROOT / "budgeting").glob("*.pb.gz"))
EVERY = 20  # of the approval elections are also given to pabutools


def main() -> int:
    elections = []
    ours: dict[str, float] = {}
    for path in PATHS:
        began = time.process_time()
        election = read_election(read_source(path))
        if election.kind is not BallotKind.APPROVAL:
            continue
        count(election, Rule.EQUAL_SHARES, Utility.COST)
        ours[path.name] = time.process_time() - began
        elections.append(election)
    lines = [within(f"files to winners, {len(elections)} approval elections", sum(ours.values()), 20.0)]
    lines[-1].show()
    beside = list(ours)[::EVERY]
    theirs = sum(_theirs(name) for name in beside)
    lines.append(faster(f"files to winners, {len(beside)} of them", sum(ours[name] for name in beside), theirs, 20))
    lines[-1].show()
    began = time.process_time()
    for election in elections:
        count(election, Rule.EQUAL_SHARES, Utility.COST, Completion.ADD1)
    lines.append(within(f"add-one, {len(elections)} approval elections", time.process_time() - began, 60.0))
    lines[-1].show()
    return 0 if all(line.holds for line in lines) else 1


def _theirs(name: str) -> float:
    began = time.process_time()
    text = read_source(ROOT / "budgeting" / name).text()
    instance, profile = parse_pabulib_from_string(text)
    method_of_equal_shares(instance, profile.as_multiprofile(), sat_class=Cost_Sat)
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
