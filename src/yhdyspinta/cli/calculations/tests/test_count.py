"""`yhdyspinta count`: several files, JSON by line, a report to read, faults told with their place."""

import gzip
import io
import json
from types import SimpleNamespace

import pytest

from yhdyspinta.cli.program import main

FILE = """META
key;value
description;Small town
budget;100
num_votes;4
vote_type;approval
PROJECTS
project_id;cost;name
a;50;Path
b;50;Bench
c;60;Trees
VOTES
voter_id;vote
1;a,c
2;a
3;b
4;b
"""
FIELDS = {
    "file",
    "rule",
    "utility",
    "completion",
    "winners",
    "rounds",
    "ties",
    "certificate",
    "input_sha256",
    "version",
}


@pytest.fixture
def town(tmp_path):
    path = tmp_path / "town.pb"
    path.write_text(FILE)
    return path


def counted(capsys, *arguments):
    code = main(["count", *map(str, arguments), "--json"])
    out = capsys.readouterr()
    return code, [json.loads(line) for line in out.out.splitlines()], out.err


@pytest.mark.parametrize("rule", ["greedy", "equal-shares", "phragmen"])
def test_each_rule_gives_every_field(capsys, town, rule):
    code, (result,), _err = counted(capsys, town, "--rule", rule)
    assert code == 0
    assert set(result) >= FIELDS
    assert (result["file"], result["rule"], result["completion"]) == (str(town), rule, "none")
    assert len(result["input_sha256"]) == 64


def test_a_tie_is_told_and_the_given_order_decides_it(capsys, town, tmp_path):
    _code, (result,), _err = counted(capsys, town, "--rule", "equal-shares")
    assert result["winners"] == ["a", "b"]
    assert result["ties"] == [{"round": 1, "projects": ["a", "b"], "chosen": "a"}]
    assert result["rounds"][0]["price"] == "0.5"
    assert result["rounds"][0]["payment"] == "25"
    order = tmp_path / "order.txt"
    order.write_text("c\nb\na\n")
    _code, (result,), _err = counted(capsys, town, "--rule", "equal-shares", "--ties", order)
    assert result["winners"] == ["b", "a"]
    assert result["tie_order"] == ["c", "b", "a"]


def test_several_files_give_a_line_each_and_a_bad_one_stops_no_other(capsys, town, tmp_path):
    packed = tmp_path / "packed.pb.gz"
    packed.write_bytes(gzip.compress(FILE.encode()))
    bad = tmp_path / "bad.pb"
    bad.write_text(FILE.replace("2;a\n", "2;x\n"))
    code, results, err = counted(capsys, town, bad, packed, tmp_path / "none.pb", "--rule", "greedy")
    assert code == 2
    assert [result["file"] for result in results] == [str(town), str(packed)]
    assert results[0]["input_sha256"] == results[1]["input_sha256"]
    assert err.splitlines() == [
        f"{bad}:15: the ballot names x, which is no project",
        f"{tmp_path / 'none.pb'}: there is no such file",
    ]


def test_standard_input_is_a_file_too(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(FILE.encode())))
    code, (result,), _err = counted(capsys, "-", "--rule", "phragmen")
    assert (code, result["winners"]) == (0, ["a", "b"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--rule", "equal-shares", "--utility", "points"], "ballots of type approval give no utility points"),
        (["--rule", "greedy", "--completion", "add1"], "the completion add1 belongs to equal-shares, not to greedy"),
    ],
)
def test_what_cannot_be_counted_is_told(capsys, town, arguments, words):
    code, results, err = counted(capsys, town, *arguments)
    assert (code, results) == (2, [])
    assert words in err


@pytest.mark.parametrize(
    ("order", "words"),
    [("a\nb\nx\n", ":3: the order for ties names x"), ("a\na\n", ":2: "), ("a\n", "does not name b")],
)
def test_an_order_for_ties_must_name_every_project_once(capsys, town, tmp_path, order, words):
    path = tmp_path / "order.txt"
    path.write_text(order)
    code, _results, err = counted(capsys, town, "--rule", "greedy", "--ties", path)
    assert code == 2
    assert words in err


def test_the_report_reads_by_itself(capsys, town):
    assert main(["count", str(town), "--rule", "equal-shares", "--completion", "util"]) == 0
    report = capsys.readouterr().out
    for words in (
        "Small town",
        "3 projects, 4 voters, budget 100",
        "Each voter may spend 25",
        "1. a Path",
        "round 1: a, b",
    ):
        assert words in report


def test_the_report_says_why_the_others_were_not_chosen(capsys, town):
    main(["count", str(town), "--rule", "equal-shares", "--compare", "--margins"])
    report = capsys.readouterr().out
    assert "c Trees: cost 60; 1 supporter; its supporters have 0 left together, less than it costs" in report
    assert "Certificate: added up over all ballots" in report
    assert "greedy: 2 projects for 100" in report
    main(["count", str(town), "--rule", "phragmen"])
    assert "each of them then carries a load of 25" in capsys.readouterr().out


def test_a_project_above_the_budget_has_no_margin_and_says_why(capsys, town):
    town.write_text(FILE.replace("c;60", "c;600"))
    _code, (result,), _err = counted(capsys, town, "--rule", "greedy", "--margins")
    assert result["margins"] == [{"project": "c", "votes": None, "exact": True, "reason": "over_budget"}]
    main(["count", str(town), "--rule", "greedy", "--margins"])
    assert "c: none would do: it costs more than the budget" in capsys.readouterr().out


def test_points_have_no_margins_in_votes_and_are_counted_all_the_same(capsys, town):
    town.write_text(FILE.replace("approval", "ordinal").replace("2;a\n", "2;a,c\n"))
    code, (result,), _err = counted(capsys, town, "--rule", "greedy", "--margins")
    assert code == 0
    assert {margin["reason"] for margin in result["margins"]} == {"no_one_size"}
    main(["count", str(town), "--rule", "equal-shares"])
    assert "for each of their Borda points" in capsys.readouterr().out


def test_what_a_rule_does_not_use_is_refused_or_told(capsys, town):
    assert counted(capsys, town, "--rule", "phragmen", "--utility", "borda")[0] == 2
    assert counted(capsys, town, "--rule", "equal-shares", "--variant", "floor-exhaustive")[0] == 2
    code, _results, err = counted(capsys, town, "--rule", "phragmen", "--utility", "cost")
    assert code == 0
    assert "changes nothing" in err


def test_names_cannot_write_to_the_terminal_nor_fill_it(capsys, town):
    town.write_text(FILE.replace("Trees", "\x1b[31m" + "x" * 2**20).replace("Small town", "\x9b2J"))
    assert main(["count", str(town), "--rule", "greedy"]) == 0
    report = capsys.readouterr().out
    assert "\\x1b[31mx" in report
    assert all(line.isprintable() and len(line) < 300 for line in report.splitlines())
    town.write_text(FILE.replace("2;a\n", "2;\x1b[31m\n"))
    assert main(["count", str(town), "--rule", "greedy"]) == 2
    assert "names \\x1b[31m, which" in capsys.readouterr().err
