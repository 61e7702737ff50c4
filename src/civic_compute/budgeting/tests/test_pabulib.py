"""Files as towns publish them: every trap read, every fault named with its line."""

import gzip
import io
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.budgeting.model import BallotKind
from civic_compute.budgeting.pabulib import read_election
from civic_compute.budgeting.problems import BudgetingProblem
from civic_compute.budgeting.tables import Table, Tables, read_tables, tables_of, written
from civic_compute.budgeting.tests import reference
from civic_compute.problems import CalculationProblem
from civic_compute.reading import ReadingProblem, Source, read_stream
from tests.open_data import ROOT, open_data

FILE = """META
key;value
description;Small; with semicolons
budget;1000
num_projects;3
num_votes;4
vote_type;approval
PROJECTS
project_id;cost;name
1;300;"A ""green"" park; with trees"
P2;400,50;Bench
10;0;Withdrawn
VOTES
voter_id;vote;age
a;1,P2;30
b;P2,1;
c;;40
d;10;50
"""


def source(text, name="town.pb"):
    return read_stream(io.BytesIO(text if isinstance(text, bytes) else text.encode()), name=name)


def read(text):
    return read_election(source(text))


def told(text):
    """The code and line of what is wrong."""
    with pytest.raises(CalculationProblem) as raised:
        read(text)
    assert raised.value.file == "town.pb"
    assert str(raised.value).startswith("town.pb")
    return raised.value.code, raised.value.line


def test_an_election_is_read_exactly():
    election = read(FILE)
    assert election.kind is BallotKind.APPROVAL
    assert election.budget == 1000
    assert [(each.id, each.cost) for each in election.projects] == [("1", 300), ("10", 0), ("P2", Fraction(801, 2))]
    assert election.projects[0].name == 'A "green" park; with trees'
    assert election.meta["description"] == "Small; with semicolons"
    assert election.ballots.voters == 4
    assert election.ballots.counts.tolist() == [1, 2, 1]
    assert [
        election.ballots.choices[a:b].tolist()
        for a, b in zip(election.ballots.starts, election.ballots.starts[1:], strict=False)
    ] == [[], [0, 2], [1]]


@pytest.mark.parametrize(
    "same",
    [
        "\ufeff" + FILE,
        FILE.replace("\n", "\r\n"),
        FILE.rstrip("\n"),
        FILE + "\n\n",
        FILE.replace("key;value\n", ""),
        FILE.replace("META\n", "meta;;\n").replace("VOTES\n", "Votes;;\n"),
        FILE.replace("1000", '"1000.0"'),
        FILE.replace("vote_type;approval", "vote_type; Approval "),
        FILE.replace("a;1,P2;30", "a; 1 , P2 ,;30"),
        FILE.replace("c;;40", "c;none;40"),
        FILE.replace("a;1,P2;30", '"a";"1,P2";"3;0"'),
        FILE.replace("a;1,P2;30", "a;1,P2,1;30"),
        gzip.compress(FILE.encode(), mtime=0),
    ],
)
def test_the_same_election_written_otherwise_is_the_same(same):
    one, other = read(FILE), read(same)
    assert one.projects == other.projects
    assert one.budget == other.budget
    for name in ("starts", "choices", "counts"):
        assert getattr(one.ballots, name).tolist() == getattr(other.ballots, name).tolist()


def test_columns_may_stand_in_any_order():
    text = FILE.replace("project_id;cost;name", "name;project_id;cost").replace(
        '1;300;"A ""green"" park; with trees"', "x;1;300"
    )
    text = text.replace("P2;400,50;Bench", "Bench;P2;400.50").replace("10;0;Withdrawn", "w;10;0")
    text = text.replace("voter_id;vote;age", "age;vote;voter_id").replace("a;1,P2;30", "30;1,P2;a")
    text = text.replace("b;P2,1;\n", ";P2,1;b\n").replace("c;;40", "40;;c").replace("d;10;50", "50;10;d")
    assert read(text).ballots.counts.tolist() == [1, 2, 1]


def points(votes, kind="cumulative"):
    text = FILE.replace("vote_type;approval", f"vote_type;{kind}").replace(
        "num_votes;4", f"num_votes;{votes.count(chr(10))}"
    )
    return text[: text.index("voter_id")] + "voter_id;points;vote\n" + votes


def test_points_are_exact_decimals_beside_their_projects():
    ballots = read(points("a;2.5,1;P2,1\nb;1,2,5;1,P2\n".replace("1,2,5;1,P2", "1,0;1,P2"))).ballots
    assert ballots.scale == 2
    assert ballots.points.tolist() == [2, 2, 5]
    assert ballots.choices.tolist() == [0, 0, 2]


def test_of_points_given_twice_the_last_count():
    ballots = read(points("a;3,1;P2,P2\n", "scoring")).ballots
    assert (ballots.choices.tolist(), ballots.points.tolist()) == ([2], [1])


def test_a_ranking_keeps_its_order():
    ballots = read(FILE.replace("approval", "ordinal")).ballots
    assert [ballots.choices[a:b].tolist() for a, b in zip(ballots.starts, ballots.starts[1:], strict=False)] == [
        [],
        [0, 2],
        [1],
        [2, 0],
    ]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "empty", None),
        ("hello\n", "before_meta", 1),
        (FILE.encode()[:60] + b"\xff" + FILE.encode()[60:], "not_utf8", 4),
        (FILE.replace("Bench", "Be\0nch"), "nul", 11),
        (FILE[: FILE.index("VOTES")], "section_missing", None),
        (FILE[: FILE.index("PROJECTS")], "section_missing", None),
        (FILE[: FILE.index("voter_id")], "header_missing", None),
        (FILE + "PROJECTS\n", "section_twice", 19),
        (FILE.replace("PROJECTS\n", "META\n"), "section_twice", 8),
        (FILE.replace("META\n", "PROJECTS\n", 1), "before_meta", 1),
        (FILE.replace("budget;1000", "budget;0"), "budget_zero", 4),
        (FILE.replace("budget;1000", "budget;-5"), "negative", 4),
        (FILE.replace("budget;1000", "budget;lots"), "not_a_number", 4),
        (FILE.replace("budget;1000", "budget;1e6"), "not_a_number", 4),
        (FILE.replace("budget;1000", "budget;" + "9" * 5000), "number_too_long", 4),
        (FILE.replace("budget;1000\n", ""), "meta_missing", None),
        (FILE.replace("vote_type;approval\n", ""), "meta_missing", None),
        (FILE.replace("approval", "shouting"), "kind_unknown", 7),
        (FILE.replace("num_votes;4", "budget;900"), "meta_twice", 6),
        (FILE.replace("num_votes;4", "num_votes"), "meta_row", 6),
        (FILE.replace("num_projects;3", "num_projects;4"), "projects_counted", 5),
        (FILE.replace("d;10;50\n", ""), "votes_counted", 6),
        (FILE[:-6], "row_length", 18),
        (FILE.replace("c;;40", "c;;40;9"), "row_length", 17),
        (FILE.replace("Bench", "Bench;9"), "row_length", 11),
        (FILE.replace("P2;400", "1;400"), "project_twice", 11),
        (FILE.replace("P2;400", ";400"), "id_missing", 11),
        (FILE.replace("400,50", "-1"), "negative", 11),
        (FILE.replace("400,50", "1,360"), "thousands_or_decimals", 11),
        (FILE.replace("budget;1000", "budget;1,000"), "thousands_or_decimals", 4),
        (FILE.replace("P2;400", '"1,2";400'), "id_with_comma", 11),
        (FILE.replace("400,50", "four"), "not_a_number", 11),
        (FILE.replace("400,50", ""), "not_a_number", 11),
        (FILE.replace("project_id;cost", "project;cost"), "no_column", 9),
        (FILE.replace("project_id;cost", "project_id;price"), "no_column", 9),
        (FILE.replace("name\n", "cost\n", 1), "two_columns", 9),
        (FILE.replace("voter_id;vote;age", "voter_id;ballot;age"), "no_column", 14),
        (FILE.replace("b;P2,1", "a;P2,1"), "voter_twice", 16),
        (FILE.replace("b;P2,1", ";P2,1"), "id_missing", 16),
        (FILE.replace("d;10;50", "d;10,77;50"), "vote_unknown", 18),
        (FILE.replace("approval", "choose-1"), "one_choice", 15),
        (FILE.replace("Bench", '"Bench'), "broken_quotes", 11),
        (FILE.replace("a;1,P2;30", 'a;1,P2;"30'), "broken_quotes", 15),
        (FILE.replace("approval", "cumulative"), "no_column", 14),
        (points("a;1;1,P2\n"), "points_count", 15),
        (points("a;1,x;1,P2\n"), "not_a_number", 15),
        (points("a;1,-2;1,P2\n"), "negative", 15),
        (points("a;1,1000000000000000;1,P2\n"), "too_large_numbers", None),
        (FILE[: FILE.index("a;1")], "no_votes", 14),
        ("META\nbudget;1\nvote_type;approval\nPROJECTS\nproject_id;cost\nVOTES\nvoter_id;vote\n1;\n", "no_projects", 5),
        (gzip.compress(FILE.encode(), mtime=0)[:-9], "not_whole", None),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text, code, line):
    assert told(text) == (code, line)


def test_a_file_of_empty_lines_without_end_is_refused():
    assert told(gzip.compress(FILE.encode() + b"\n" * 20_000_001, 1)) == ("too_many_lines", None)


def test_many_columns_are_read_in_no_time():
    more = "".join(f";c{number}" for number in range(30_000))
    wide = FILE.replace("project_id;cost;name", f"project_id;cost;name{more}")
    assert told(wide)[0] == "row_length"


def test_a_text_of_a_megabyte_is_a_text():
    assert len(read(FILE.replace("Bench", "x" * 2**20)).projects[2].name) == 2**20


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=8)


@given(
    st.lists(st.tuples(CELL.filter(str.strip), CELL), max_size=4),
    st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=5),
)
@settings(max_examples=60, deadline=None)
def test_a_file_written_and_read_again_keeps_everything(meta, rows):
    meta = [
        (key, value)
        for key, value in meta
        if key.strip().casefold() != "key" and key.strip().upper() not in ("META", "PROJECTS", "VOTES")
    ]
    rows = tuple(("1", *row) for row in rows)
    tables = Tables(tuple(meta), Table(("project_id", "a", "b", "c"), rows), Table(("voter_id", "a", "b", "c"), rows))
    assert read_tables(source(written(tables))) == tables


def test_every_open_file_keeps_everything():
    for path in sorted(open_data("budgeting").glob("*.pb.gz"))[::45]:
        tables = read_tables(source(path.read_bytes()))
        assert read_tables(source(written(tables))) == tables


@given(reference.elections())
@settings(max_examples=60, deadline=None)
def test_an_election_written_as_a_file_is_the_same_election(election):
    if any(Fraction(each).denominator % 7 == 0 for each in (election.budget, *(p.cost for p in election.projects))):
        return  # no decimal
    again = read_election(source(written(tables_of(election))))
    assert (again.kind, again.budget, again.projects) == (election.kind, election.budget, election.projects)
    assert again.ballots.counts.tolist() == election.ballots.counts.tolist()
    assert again.ballots.choices.tolist() == election.ballots.choices.tolist()


@pytest.mark.parametrize("cell", ["a\0b", "a\ud800b"])
def test_what_no_file_can_hold_is_refused(cell):
    with pytest.raises(BudgetingProblem, match="cannot hold"):
        written(Tables((), Table(("project_id", "name"), (("1", cell),)), Table(("voter_id",), ())))


def test_problems_have_words():
    assert str(ReadingProblem("not_found", file="x.pb")) == "x.pb: there is no such file"
    assert Source("x", b"", "").name == "x"
    assert ROOT.name
