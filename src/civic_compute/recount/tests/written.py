"""Small elections by chance, as files that people publish; full of ties and exact equalities."""

import json

from hypothesis import strategies as st

from civic_compute.budgeting.certificate import certify
from civic_compute.budgeting.count import count
from civic_compute.budgeting.data import outcome_data
from civic_compute.budgeting.model import UTILITIES, BallotKind, Completion, Rule
from civic_compute.budgeting.pabulib import read_election
from civic_compute.reading import Source, read_stream

POINTED = (BallotKind.CUMULATIVE, BallotKind.SCORING)
ONE_EACH = (BallotKind.APPROVAL, BallotKind.CHOOSE_ONE)
SMALL = """META
key;value
description;Park or path
budget;10
vote_type;approval
PROJECTS
project_id;cost
park;4
path;6
pool;7.5
VOTES
voter_id;vote
1;park,path
2;park,path
3;pool
4;pool,park
5;
"""


@st.composite
def texts(draw, kinds=tuple(BallotKind)) -> str:
    """A file in the Pabulib format."""
    kind = draw(st.sampled_from(kinds))
    costs = draw(st.lists(st.sampled_from(["0", "1", "2", "2.5", "3", "4"]), min_size=1, max_size=5))
    ids = [f"p{place}" for place in range(len(costs))]
    lines = ["META", "key;value", f"vote_type;{kind.value}", f"budget;{draw(st.integers(1, 8))}"]
    lines += ["PROJECTS", "project_id;cost", *(f"{p};{cost}" for p, cost in zip(ids, costs, strict=True)), "VOTES"]
    lines.append("voter_id;vote;points" if kind in POINTED else "voter_id;vote")
    longest = 1 if kind is BallotKind.CHOOSE_ONE else len(ids)
    for voter in range(draw(st.integers(1, 6))):
        named = draw(st.lists(st.sampled_from(ids), max_size=longest, unique=True))
        points = [draw(st.sampled_from(["0", "1", "2", "0.5", "3"])) for _project in named]
        lines.append(f"{voter};{','.join(named)}" + (f";{','.join(points)}" if kind in POINTED else ""))
    return "\n".join(lines) + "\n"


def source(text: str, name: str = "votes.pb") -> Source:
    import io

    return read_stream(io.BytesIO(text.encode()), name=name)


def plans(election):
    """Every way to count the election."""
    for utility in UTILITIES[election.kind]:
        yield Rule.GREEDY, utility, Completion.NONE
        for completion in Completion:
            yield Rule.EQUAL_SHARES, utility, completion
    if election.kind in ONE_EACH:
        yield Rule.PHRAGMEN, None, Completion.NONE


def result_of(election, plan, *, file="votes.pb", **more) -> dict:
    """What `yhdyspinta count --json` prints, read again."""
    outcome = count(election, *plan, **more)
    return json.loads(json.dumps(outcome_data(election, outcome, certify(election, outcome), file=file)))


def counted(text: str, rule: str = "equal-shares", utility: str = "cost", completion: str = "none") -> dict:
    return result_of(
        read_election(source(text)),
        (Rule(rule), None if rule == "phragmen" else utility_of(utility), Completion(completion)),
    )


def utility_of(name: str):
    from civic_compute.budgeting.model import Utility

    return Utility(name)
