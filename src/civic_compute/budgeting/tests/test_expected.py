"""Every open election by every rule of its expected file, in the order of its lines and shuffled."""

import functools
import gzip
import json
import random
from pathlib import Path

import pytest

from civic_compute.budgeting.certificate import certify, failings
from civic_compute.budgeting.count import count
from civic_compute.budgeting.model import Completion, Rule, Utility
from civic_compute.budgeting.pabulib import read_election
from civic_compute.reading import Source, read_source
from tests.open_data import ROOT, open_data

NAMES = sorted(path.stem for path in (ROOT / "budgeting" / "expected").glob("*.json"))
LARGE = 8_000  # bytes of a packed file: 386 of 542 elections, which hold 96 per cent of the bytes of all
SHARE = 8


def _in_turn(names):
    """All of them: each eighth in every run, the others in the long one."""
    return [pytest.param(name, marks=pytest.mark.long) if place % SHARE else name for place, name in enumerate(names)]


def _size(name):
    return (ROOT / "budgeting" / f"{name}.pb.gz").stat().st_size


SMALL_ONES = [name for name in NAMES if _size(name) <= LARGE]
LARGE_ONES = [name for name in NAMES if _size(name) > LARGE]


RULES = {"greedy": Rule.GREEDY, "mes": Rule.EQUAL_SHARES, "seq": Rule.PHRAGMEN}
UTILITIES = {
    "cost": Utility.COST,
    "cardinality": Utility.CARDINALITY,
    "additive": Utility.POINTS,
    "borda": Utility.BORDA,
    "phragmen": None,
}


@pytest.fixture(scope="session")
def folder() -> Path:
    return open_data("budgeting")


@functools.lru_cache(maxsize=2)
def election_of(folder, name):
    return read_election(read_source(folder / f"{name}.pb.gz"))


def counted(election, rule):
    words = [*rule.split("_"), "none"]
    return count(election, RULES[words[0]], UTILITIES[words[1]], Completion(words[2]))


def assert_expected(election, expected):
    for rule, known in expected["rules"].items():
        outcome = counted(election, rule)
        assert sorted(outcome.winners) == known["winners"], rule
        if "selection_order" in known:
            assert list(outcome.winners) == known["selection_order"], rule
        if rule in ("mes_cost", "mes_additive", "mes_borda"):
            assert bool(outcome.ties) == expected["true_ties_met_by_mes"]
        if rule.endswith("add1"):  # the file counts the increment that overspent, too
            assert expected["add1_steps"] - outcome.increments in (0, 1)


def test_the_open_elections_are_here(folder):
    assert len(NAMES) == 542


@pytest.mark.parametrize("name", [*SMALL_ONES, *_in_turn(LARGE_ONES)])
def test_winners_are_the_expected_ones(folder, name):
    expected = json.loads((folder / "expected" / f"{name}.json").read_text())
    election = election_of(folder, name)
    assert (election.ballots.voters, len(election.projects)) == (expected["num_votes"], expected["num_projects"])
    assert_expected(election, expected)


@pytest.mark.parametrize("name", _in_turn(NAMES))
def test_the_order_of_lines_changes_nothing(folder, name):
    """A rule reads nothing but these fields, so what it counts is the same too."""
    assert fields_of(shuffled(folder, name)) == fields_of(election_of(folder, name))


@pytest.mark.parametrize("name", NAMES[::27])
def test_winners_of_shuffled_lines_are_the_expected_ones(folder, name):
    election = shuffled(folder, name)
    assert_expected(election, json.loads((folder / "expected" / f"{name}.json").read_text()))
    as_it_was = election_of(folder, name)
    for rule in (Rule.GREEDY, Rule.EQUAL_SHARES):
        assert count(election, rule).rounds == count(as_it_was, rule).rounds


def shuffled(folder, name):
    """The election of the file with its projects and votes in another order."""
    lines = gzip.decompress((folder / f"{name}.pb.gz").read_bytes()).decode("utf-8-sig").splitlines()
    projects, votes = (lines.index(section) + 2 for section in ("PROJECTS", "VOTES"))
    rows, ballots = lines[projects : votes - 2], lines[votes:]
    random.Random(name).shuffle(rows)
    random.Random(name).shuffle(ballots)
    text = "\n".join([*lines[:projects], *rows, *lines[votes - 2 : votes], *ballots])
    return read_election(Source(name, text.encode(), ""))


def fields_of(election):
    """All that a rule reads, to the last array."""
    ballots = election.ballots
    arrays = (ballots.starts, ballots.choices, ballots.counts, ballots.points)
    written = [None if each is None else each.tolist() for each in arrays]
    return election.kind, election.budget, election.projects, dict(election.meta), written, ballots.scale


@pytest.mark.parametrize("name", NAMES[13::60])
def test_certificates_hold(folder, name):
    election = election_of(folder, name)
    for rule in json.loads((folder / "expected" / f"{name}.json").read_text())["rules"]:
        outcome = counted(election, rule)
        assert failings(election, certify(election, outcome)) == (), rule
