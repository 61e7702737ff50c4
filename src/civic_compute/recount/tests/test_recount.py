"""The script that anybody can run finds what the fast code found, and finds what was changed."""

import ast
import copy
import json
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.budgeting.add_one import AddOne
from civic_compute.budgeting.model import Completion
from civic_compute.budgeting.pabulib import read_election
from civic_compute.reading import read_source
from civic_compute.recount import SCRIPT, recount
from civic_compute.recount.tests.written import SMALL, counted, plans, result_of, source, texts
from civic_compute.verification.tests.forging import forgeries
from tests.open_data import open_data

ADDING = (Completion.ADD1, Completion.ADD1U)


def run(*arguments):
    """Run it as a stranger would: no packages, no environment."""
    command = [sys.executable, "-I", "-S", str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=3000)


def published(folder, result, text=SMALL):
    """The result and its input as files."""
    (folder / "votes.pb").write_text(text)
    (folder / "result.json").write_text(result if isinstance(result, str) else json.dumps(result))
    return folder / "result.json", folder / "votes.pb"


@given(texts(), st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_it_agrees_with_the_fast_code_on_every_rule_and_order(text, random):
    election = read_election(source(text))
    order = [project.id for project in election.projects]
    random.shuffle(order)
    for plan in plans(election):
        result = result_of(election, plan, order=order)
        assert list(recount.recount(result, [text.encode()])) == []


@given(texts(), st.booleans(), st.booleans())
@settings(max_examples=25, deadline=None)
def test_it_agrees_on_the_variants_of_add_one(text, floor_start, until_overspent):
    election = read_election(source(text))
    variant = AddOne(floor_start=floor_start, until_overspent=until_overspent)
    for plan in plans(election):
        if plan[2] in ADDING:
            assert list(recount.recount(result_of(election, plan, variant=variant), [text.encode()])) == []


def test_it_is_written_for_old_pythons_and_needs_no_package():
    tree = ast.parse(SCRIPT.read_text(), feature_version=(3, 6))
    modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    modules |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert {module.split(".")[0] for module in modules} <= sys.stdlib_module_names - {"__future__", "dataclasses"}


def old_pythons():
    """Pythons from 3.6 to 3.10 that are installed here, by version."""
    found = {}
    for minor in range(6, 11):
        places = sorted(Path.home().glob(f".pyenv/versions/3.{minor}.*/bin/python"))
        named = shutil.which(f"python3.{minor}")
        for place in [*places, *([Path(named)] if named else [])]:
            if subprocess.run([place, "-c", ""], capture_output=True, check=False).returncode == 0:
                found[minor] = place
    return found


def test_it_runs_in_every_old_python_that_is_here(tmp_path):
    pythons = old_pythons()
    if not pythons:
        pytest.skip("no older Python is installed")
    lines = [json.dumps(result_of(read_election(source(SMALL)), plan)) for plan in plans(read_election(source(SMALL)))]
    files = published(tmp_path, "\n".join(lines))
    for minor, python in pythons.items():
        done = subprocess.run(
            [python, "-I", "-S", SCRIPT, *files], capture_output=True, encoding="utf-8", check=False, timeout=60
        )
        assert (done.returncode, done.stdout.count("MATCH")) == (0, len(lines)), (minor, done)


def test_it_says_that_all_agrees_and_what_it_did_not_look_at(tmp_path):
    done = run(*published(tmp_path, counted(SMALL)))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "votes.pb: MATCH; winners, rounds, ties, totals and certificate agree."
        " Not looked at: the file's name, the version.\n"
    )
    beside = counted(SMALL) | {"margins": []}
    assert run(*published(tmp_path, beside)).stdout.endswith(" Not looked at: the file's name, the version, margins.\n")


def test_standard_input_is_read(tmp_path):
    result, ballots = published(tmp_path, counted(SMALL))
    command = [sys.executable, "-I", "-S", str(SCRIPT), "-", str(ballots)]
    done = subprocess.run(command, capture_output=True, input=result.read_bytes(), check=False)
    assert b"MATCH" in done.stdout


def test_several_results_may_stand_in_one_file_each_on_its_line(tmp_path):
    lines = [json.dumps(result_of(read_election(source(SMALL)), plan)) for plan in plans(read_election(source(SMALL)))]
    done = run(*published(tmp_path, "\n".join(lines)))
    assert done.returncode == 0
    assert done.stdout.count("MATCH") == len(lines)


def test_it_tells_the_first_difference(tmp_path):
    result = counted(SMALL)
    result["winners"][0] = "pool"
    done = run(*published(tmp_path, result))
    assert done.returncode == 1
    assert "as number 1 the result chooses pool, the recount park" in done.stdout


def test_a_changed_price_is_a_difference(tmp_path):
    result = counted(SMALL)
    result["rounds"][0]["price"] = "1/4"
    done = run(*published(tmp_path, result))
    assert done.returncode == 1
    assert "round 1 (park), price: the result says 1/4, the recount 1/3" in done.stdout


def test_other_ballots_than_the_counted_are_refused(tmp_path):
    done = run(*published(tmp_path, counted(SMALL), SMALL.replace("5;\n", "5;pool\n")))
    assert done.returncode == 1
    assert "none was given" in done.stdout


@pytest.mark.parametrize(
    "damage",
    [
        lambda result: json.dumps(result)[:-40],
        lambda result: json.dumps(result | {"rule": "loudest"}),
        lambda result: json.dumps(result | {"utility": "beauty"}),
        lambda result: json.dumps(result | {"rounds": None}),
        lambda result: json.dumps(result | {"tie_order": ["park"]}),
        lambda result: json.dumps([result, 5]),
        lambda result: "",
        lambda result: "[" * 100_000,
        lambda result: json.dumps(result).replace('"winners"', '"winners": ["pool"], "winners"', 1),
        lambda result: json.dumps(result | {"zzz": 1}),
        lambda result: json.dumps(result | {"share": float("nan")}),
        lambda result: json.dumps(result | {"variant": "zzz"}),
        lambda result: json.dumps(result | {"completion": "zzz"}),
        lambda result: json.dumps({"k": 2, "group_consensus": {}, "input_sha256": []}),
        lambda result: json.dumps({"themes": []}),
        lambda result: json.dumps({"winners": 1}),
        *(
            lambda result, name=name: json.dumps({k: v for k, v in result.items() if k != name})
            for name in counted(SMALL)
        ),
    ],
)
def test_what_cannot_be_compared_is_said_in_words(tmp_path, damage):
    done = run(*published(tmp_path, damage(counted(SMALL))))
    assert done.returncode == 2
    assert done.stdout.startswith("Cannot compare: ")
    assert (done.stdout.count("\n"), done.stderr) == (1, "")
    assert not re.search(r"[A-Z][a-z]+Error|Fraction\(|NoneType|Expecting|Traceback", done.stdout), done.stdout


@pytest.mark.parametrize("data", [b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff\xff\xff", b"\x1f\x8b", b"\xff", b""])
def test_a_broken_input_is_said_with_its_name(tmp_path, data):
    result, _ballots = published(tmp_path, counted(SMALL))
    (tmp_path / "broken.pb").write_bytes(data)
    for files in ((result, tmp_path / "broken.pb"), (tmp_path / "broken.pb", result)):
        done = run(*files)
        assert (done.returncode > 0, done.stderr) == (True, "")
    assert "broken.pb" in done.stdout
    assert "no.pb" in run(result, tmp_path / "no.pb").stdout


def test_a_name_cannot_fake_another_line(tmp_path):
    result = counted(SMALL) | {"file": "all: MATCH; everything agrees.\n\x1b[2Jx"}
    done = run(*published(tmp_path, result))
    assert done.stdout.count("\n") == 1
    assert "\x1b" not in done.stdout


def test_a_result_with_a_byte_order_mark_is_read(tmp_path):
    result, ballots = published(tmp_path, counted(SMALL))
    result.write_bytes(b"\xef\xbb\xbf" + result.read_bytes())
    assert run(result, ballots).returncode == 0


@pytest.mark.parametrize(
    ("rule", "completion"),
    [("greedy", "none"), ("equal-shares", "util"), ("equal-shares", "add1u"), ("phragmen", "none")],
)
def test_no_forged_field_of_a_count_matches(rule, completion):
    """Each field in turn is changed, taken away, and one is put beside it."""
    result = counted(SMALL, rule=rule, completion=completion)
    inputs = {result["input_sha256"]: SMALL.encode()}
    assert recount.outcome_of(result, inputs)[0] == 0
    for forged, where in forgeries(result, random.Random(rule), most=12):
        if where.partition(":")[0] not in ("file", "version") or not where.endswith(("_change", "file")):
            code, words = recount.outcome_of(forged, inputs)
            assert code > 0, where
            assert not re.search(r"[A-Z][a-z]+Error|Fraction\(", words), words


def test_without_arguments_it_tells_how_to_run_it():
    assert "recount.py RESULT.json INPUT" in run().stdout


def test_numbers_are_the_same_however_they_are_written():
    for said in ("1/2", "0.5", "2/4", "0x1/0x2", "00.50"):
        assert recount.same(said, recount.Fraction(1, 2))
    for said in ("1/3", "0x1/0x3", "1/0", "0x1/0x0", "5e-1", "half", "", None, True, [], "1e999999999"):
        assert not recount.same(said, recount.Fraction(1, 2))


LEAVES = (None, 0, -1, "0", "1/0", "pool", "nan", [], {}, True, 10**30, "park" * 1000)
COMPARED = ("rule", "winners", "rounds", "ties", "voters", "projects", "budget", "money_left", "share", "increments")


@given(st.sampled_from(["none", "util", "add1u"]), st.sampled_from(COMPARED), st.data())
@settings(max_examples=150, deadline=None)
def test_no_change_of_the_result_passes(completion, field, data):
    result = counted(SMALL, completion=completion)
    changed = copy.deepcopy(result)
    inner, key = changed, field
    while isinstance(inner[key], list | dict) and inner[key] and data.draw(st.booleans()):
        inner = inner[key]
        key = data.draw(st.sampled_from(sorted(inner) if isinstance(inner, dict) else range(len(inner))))
    leaf = data.draw(st.sampled_from(LEAVES))
    if inner[key] != leaf and str(inner[key]) != str(leaf):
        inner[key] = leaf
        assert recount.outcome_of(changed, {result["input_sha256"]: SMALL.encode()})[0] > 0


def test_it_agrees_on_open_elections_small(tmp_path):
    folder = open_data("budgeting")
    smallest = sorted(folder.glob("*.pb.gz"), key=lambda path: path.stat().st_size)[:200:25]
    lines = []
    for path in smallest:
        election = read_election(read_source(path))
        lines += [
            json.dumps(result_of(election, plan, file=path.name))
            for plan in plans(election)
            if path.stat().st_size < 5000 or plan[2] not in ADDING
        ]
    (tmp_path / "results.json").write_text("\n".join(lines))
    done = run(tmp_path / "results.json", *smallest)
    assert done.returncode == 0, [line for line in done.stdout.splitlines() if "MATCH" not in line]
    assert done.stdout.count("MATCH") == len(lines)


@pytest.mark.long
@pytest.mark.parametrize("part", range(20))
def test_it_agrees_on_every_open_election(tmp_path, part):
    for path in sorted(open_data("budgeting").glob("*.pb.gz"))[part::20]:
        election = read_election(read_source(path))
        # add1u runs all of add1, and is as long
        lines = [
            json.dumps(result_of(election, plan, file=path.name))
            for plan in plans(election)
            if plan[2] is not Completion.ADD1
        ]
        (tmp_path / "results.json").write_text("\n".join(lines))
        done = run(tmp_path / "results.json", path)
        assert done.returncode == 0, [line for line in done.stdout.splitlines() if "MATCH" not in line]
        assert done.stdout.count("MATCH") == len(lines)
