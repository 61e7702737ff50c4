"""`yhdyspinta verify`: what every command prints with --json holds, its own JSON has every field, and forgeries do not."""

import io
import json
import subprocess
import sys
from types import SimpleNamespace

import pytest

from civic_compute.recount import SCRIPT
from yhdyspinta.cli.calculations.tests.test_count import FILE
from yhdyspinta.cli.calculations.tests.test_draw import POOL, QUOTAS
from yhdyspinta.cli.program import main

VOTES = "participant,0,1,2,3\n" + "".join(
    f"{person},{1 if person % 2 else -1},{-1 if person % 2 else 1},1,{person % 3 - 1}\n" for person in range(30)
)
TEXTS = "id,text\n" + "".join(
    f"{number},{'more bike lanes on the road' if number % 2 else 'a library open on sundays'} {number}\n"
    for number in range(16)
)
COMMANDS = {
    "count": (["count", "town.pb", "--rule", "equal-shares", "--completion", "add1u", "--compare", "--margins"], ["town.pb"]),
    "draw": (
        ["draw", "--pool", "pool.csv", "--quotas", "quotas.csv", "--size", "4", "--id", "nro", "--address", "home",
         "--exclude", "out.txt", "--seed", "beef", "--numbered"],
        ["quotas.csv", "pool.csv"],
    ),
    "map": (["map", "--votes", "votes.csv", "--runs", "3", "--report-groups"], ["votes.csv"]),
    "themes": (["themes", "texts.csv", "--column", "text"], ["texts.csv"]),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path, monkeypatch):
    files = {"town.pb": FILE, "pool.csv": POOL, "quotas.csv": QUOTAS, "votes.csv": VOTES, "texts.csv": TEXTS}
    for name, text in (files | {"out.txt": "p5\n"}).items():
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def printed(capsys, *arguments):
    code = main(list(arguments))
    out = capsys.readouterr()
    return code, out.out, out.err


def published(capsys, folder, kind):
    """The command's result in result.json, and its inputs."""
    arguments, inputs = COMMANDS[kind]
    code, out, err = printed(capsys, *arguments, "--json")
    assert code == 0, err
    (folder / "result.json").write_text(out)
    return json.loads(out), inputs


@pytest.mark.parametrize("kind", list(COMMANDS))
def test_what_each_command_prints_holds(capsys, folder, kind):
    result, inputs = published(capsys, folder, kind)
    code, out, err = printed(capsys, "verify", "result.json", *inputs, "--json")
    told = json.loads(out)
    assert (code, err) == (0, "")
    assert set(told) == {"file", "kind", "of", "holds", "findings", "version"}
    assert (told["file"], told["kind"], told["of"], told["holds"]) == ("result.json", kind, result["file"], True)
    assert all(set(each) == {"check", "holds", "sentence", "differences"} for each in told["findings"])
    assert {"input", "version", "repeat"} <= {each["check"] for each in told["findings"]}


@pytest.mark.parametrize("kind", list(COMMANDS))
def test_another_number_or_a_field_too_many_does_not_hold(capsys, folder, kind):
    result, inputs = published(capsys, folder, kind)
    changes = {
        "count": {"margins": [{"project": "c", "votes": 99, "exact": True}]}, "draw": {"certified": False},
        "map": {"k": 7}, "themes": {"texts": 7},
    }  # fmt: skip
    for change in (changes[kind], {"also": 1}, {"version": "0.1"}):
        (folder / "forged.json").write_text(json.dumps(result | change))
        code, out, _err = printed(capsys, "verify", "forged.json", *inputs)
        assert code == 1, change
        assert out.endswith("It does NOT hold.\n")


def test_the_published_commitment_is_asked_for(capsys, folder):
    result, inputs = published(capsys, folder, "draw")
    told = result["proof"]["commitment"]
    assert told in printed(capsys, "verify", "result.json", *inputs)[1]
    assert printed(capsys, "verify", "result.json", *inputs, "--commitment", told)[0] == 0
    assert printed(capsys, "verify", "result.json", *inputs, "--commitment", "00" * 32)[0] == 1


def test_a_result_is_read_from_standard_input(capsys, folder, monkeypatch):
    _result, inputs = published(capsys, folder, "count")
    data = (folder / "result.json").read_bytes()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert printed(capsys, "verify", "-", *inputs)[0] == 0


@pytest.mark.parametrize("text", ['{"winners": [], "winners": []}', "{", "[]", "5", '{"winners": []}'])
def test_what_is_no_result_is_told_with_its_file(capsys, folder, text):
    (folder / "broken.json").write_text(text)
    code, out, err = printed(capsys, "verify", "broken.json", "town.pb")
    assert (code, out) == (2, "")
    assert err.startswith("broken.json: ")


@pytest.mark.parametrize("kind", ["count", "draw"])
def test_the_script_to_publish_repeats_the_result(capsys, folder, kind):
    _result, inputs = published(capsys, folder, kind)
    code, out, _err = printed(capsys, "recount-script")
    assert (code, out) == (0, SCRIPT.read_text())
    (folder / "recount.py").write_text(out)
    done = subprocess.run(
        [sys.executable, "-I", "-S", "recount.py", "result.json", *inputs], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "MATCH" in done.stdout) == (0, True), done.stdout


def test_the_script_comes_as_json_with_its_hash(capsys):
    told = json.loads(printed(capsys, "recount-script", "--json")[1])
    assert set(told) == {"file", "text", "sha256", "version"}
    assert told["text"] == SCRIPT.read_text()
