"""The calculating commands as a journalist runs them: quick to start, several inputs, clear words for a bad one."""

import gzip
import json
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRESS = re.compile(r"\d+ s: ")
COMMENTS = "id;text\na;Bussit myöhästyvät aina\nb;bussit MYÖHÄSTYVÄT aina!\nc;Koulun piha on pieni\n"
ELECTION = """META
key;value
budget;100
vote_type;approval
PROJECTS
project_id;cost
1;60
2;50
3;40
VOTES
voter_id;vote
a;1,3
b;1
c;2,3
"""


def run(*arguments: str, given: bytes | None = None) -> "subprocess.CompletedProcess[str]":
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-m", "yhdyspinta.cli", *arguments],
        input=given,
        capture_output=True,
        env=environment,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), without_progress(done.stderr))


def without_progress(written: bytes) -> str:
    """What was written to standard error; a slow machine also gets told how far the work is."""
    return "".join(line for line in written.decode().splitlines(keepends=True) if not PROGRESS.match(line))


@pytest.fixture
def comments(tmp_path: Path) -> Path:
    file = tmp_path / "comments.csv"
    file.write_text(COMMENTS, encoding="utf-8-sig")
    return file


@pytest.fixture
def election(tmp_path: Path) -> Path:
    file = tmp_path / "vote.pb"
    file.write_text(ELECTION, encoding="utf-8")
    return file


def worked() -> float:
    """Seconds of work of the commands so far: however busy the machine is, it is the same."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_help_starts_with_half_a_second_of_work_and_names_every_command():
    fastest = 9.0
    for _attempt in range(3):
        began = worked()
        done = run("--help")
        fastest = min(fastest, worked() - began)
    assert done.returncode == 0
    assert all(f"\n    {name} " in done.stdout for name in ("count", "map", "draw", "themes", "verify"))
    assert fastest < 0.5


def test_one_object_on_a_line_for_each_file_and_the_bad_one_named(comments, tmp_path):
    packed = tmp_path / "packed.csv.gz"
    packed.write_bytes(gzip.compress(comments.read_bytes()))
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b"id;text\na;hyv\xe4\n")
    done = run("themes", str(comments), str(broken), str(packed), "--column", "TEXT ", "--json")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert [one["file"] for one in found] == [str(comments), str(packed)]
    assert found[0]["duplicates"] == [["a", "b", 1.0]]
    assert found[0]["input_sha256"] == found[1]["input_sha256"]
    assert done.stderr == f"{broken}:2: byte 0xe4 is not UTF-8: save the file as UTF-8\n"


def test_standard_input_is_read_and_a_report_is_for_people(election):
    done = run("count", "-", "--rule", "greedy", given=election.read_bytes())
    assert (done.returncode, done.stderr) == (0, "")
    assert "{" not in done.stdout


def test_a_count_is_verified_and_a_changed_one_is_not(election, tmp_path):
    for rule in ("greedy", "equal-shares", "phragmen"):
        done = run("count", str(election), "--rule", rule, "--json")
        assert done.returncode == 0, done.stderr
        result = tmp_path / f"{rule}.json"
        result.write_text(done.stdout, encoding="utf-8")
        assert run("verify", str(result), str(election)).returncode == 0
        changed = json.loads(done.stdout) | {"winners": ["2"]}
        result.write_text(json.dumps(changed), encoding="utf-8")
        assert run("verify", str(result), str(election)).returncode == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("themes", "nowhere.csv", "--column", "text"), "nowhere.csv: there is no such file\n"),
        (("count", "nowhere.pb", "--rule", "greedy"), "nowhere.pb: there is no such file\n"),
        (("map", "--votes", "nowhere.csv"), "nowhere.csv: there is no such file\n"),
        (("draw", "--pool", "nowhere.csv", "--quotas", "n.csv", "--size", "3"), "nowhere.csv: there is no such file\n"),
        (("verify", "nowhere.json", "n.pb"), "nowhere.json: there is no such file\n"),
    ],
)
def test_a_missing_file_is_one_sentence_and_exit_code_2(arguments, words):
    done = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", words)


def test_who_stops_reading_stops_the_report_quietly(comments):
    command = f"{sys.executable} -m yhdyspinta.cli themes {comments} {comments} --column text | true"
    done = subprocess.run(
        command,
        shell=True,
        capture_output=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": "src"},
        check=False,
    )
    assert without_progress(done.stderr) == ""


def test_a_count_can_be_seen_beside_other_rules_and_with_what_the_losers_lacked(election):
    done = run("count", str(election), "--rule", "equal-shares", "--compare", "--add-opt", "--margins", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert set(found["comparison"]["outcomes"]) >= {"this outcome", "greedy", "phragmen", "bounded overspending"}
    assert {margin["project"] for margin in found["margins"]} == {"1", "2", "3"} - set(found["winners"])
    told = run("count", str(election), "--rule", "greedy", "--compare", "--margins").stdout
    assert "Beside other rules" in told
    assert "Votes that each project not chosen lacked" in told


def test_themes_say_how_they_were_found_and_are_verified_so(comments, tmp_path):
    done = run("themes", str(comments), "--column", "text", "--language", "fi", "--themes", "2", "--json")
    found = json.loads(done.stdout)
    assert (found["column"], found["language"], found["number"]) == ("text", "fi", 2)
    result = tmp_path / "themes.json"
    result.write_text(done.stdout, encoding="utf-8")
    assert run("verify", str(result), str(comments)).returncode == 0
