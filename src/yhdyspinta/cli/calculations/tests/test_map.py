"""`yhdyspinta map`: every field of the result, what is not told of few persons, and a report that reads by itself."""

import json

import pytest

from yhdyspinta.cli.program import main

CAMPS = "participant,0,1,2,3\n" + "".join(
    f"{i},{1 if i % 2 else -1},{-1 if i % 2 else 1},1,{0 if i % 3 else 1}\n" for i in range(24)
)
TINY = "participant,0,1,2\n" + "".join(f"{i},1,-1,1\n" for i in range(20)) + "a,-1,1,-1\nb,-1,1,-1\n"
BODIES = "comment-id,moderated,comment-body\n0,1,Buses run late\n1,1,\x1b[2JBuses are fine\n2,1,Trees!\n3,-1,Nothing\n"


@pytest.fixture
def mapped(capsys, tmp_path):
    def run(votes, *arguments, comments=None):
        (tmp_path / "votes.csv").write_text(votes)
        given = ["map", "--votes", str(tmp_path / "votes.csv"), "--runs", "3", *arguments]
        if comments is not None:
            (tmp_path / "comments.csv").write_text(comments)
            given += ["--comments", str(tmp_path / "comments.csv")]
        assert main(given) == 0
        return capsys.readouterr().out

    return run


def test_a_result_has_every_field_in_its_shape(mapped):
    found = json.loads(mapped(CAMPS, "--json", comments=BODIES))
    people, statements = len(found["participants"]), len(found["statements"])
    assert (people, statements, found["k"]) == (24, 4, 2)
    assert [len(part) for part in (found["center"], *found["components"], found["extremity"])] == [statements] * 4
    assert [len(place) for place in found["projection"]] == [2] * people
    assert set(found["groups"]) == set(found["counts"]) == set(found["representative"]) == {"0", "1"}
    assert sorted(person for group in found["groups"].values() for person in group) == found["in_conversation"]
    assert {name: len(part) for name, part in found["counts"]["0"].items()} == dict.fromkeys(
        ("agree", "disagree", "seen"), statements
    )
    assert {side: len(part) for side, part in found["group_consensus"].items()} == {"agree": 4, "disagree": 4}
    assert set(found["silhouette_by_k"]) >= {"2"}
    assert len(found["priority"]) == statements
    assert {each["repful_for"] for each in found["representative"]["0"]} <= {"agree", "disagree"}
    assert set(found["consensus"]) == {"agree", "disagree"}
    assert set(found["stability"]) >= {"runs", "seed", "same_k", "adjusted_rand", "refused"}
    assert found["moderated_out"] == [3]
    assert len(found["input_sha256"]) == 2


def test_groups_too_small_to_be_told_are_told_as_one(mapped):
    found = json.loads(mapped(TINY, "--json"))
    assert found["stability"]["refused"] == ["tiny_group"]
    assert found["k"] == 1
    assert list(found["groups"].values()) == [found["in_conversation"]]
    assert found["counts"]["0"]["seen"] == [22, 22, 22]
    assert found["stability"]["smallest_group"] is None
    report = mapped(TINY)
    assert "the smallest has fewer than 5 persons" in report
    assert "roup 1" not in report
    told = json.loads(mapped(TINY, "--json", "--least", "2"))
    assert sorted(map(len, told["groups"].values())) == [2, 20]


def test_what_few_persons_said_is_not_told(mapped):
    report = mapped("participant,0,1\na,1,-1\nb,-1,\n")
    assert "Statement 0: Votes fewer than 5, Agree (%) –" in report
    assert "Statement 1: Votes fewer than 5" in report
    assert "Most " not in report


def test_one_group_has_no_stability(mapped):
    report = mapped("participant,0,1\n" + "".join(f"{i},1,1\n" for i in range(9)))
    assert "There are no separate groups" in report
    assert "draws" not in report


def test_the_report_tells_counts_unity_bridges_texts_and_what_it_was_made_from(mapped):
    report = mapped(CAMPS, comments=BODIES)
    for words in (
        "12 of 12 agree (100%)",
        "Every group agrees with statement 2: at least 100% in each",
        "Statement 2 is liked whatever the side",
        "    0: Buses run late",
        "\\x1b[2JBuses are fine",
        "1 statement was moderated out",
        "from 0 in the result of --json",
        "SHA-256 of the input",
        "Mapped by version",
    ):
        assert words in report
    assert report.replace("\n", "").isprintable()


def test_every_statement_is_in_the_table(mapped):
    header = ",".join(map(str, range(40)))
    rows = "".join(f"{i}," + ",".join(str((i * j) % 3 - 1) for j in range(40)) + "\n" for i in range(30))
    report = mapped(f"participant,{header}\n{rows}")
    assert sum(line.startswith("  Statement ") for line in report.splitlines()) == 40
