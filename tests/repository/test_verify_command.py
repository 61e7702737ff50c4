"""`yhdyspinta verify` as a journalist runs it: 0 when all holds, 1 when it does not, 2 when it cannot be said."""

import json

import pytest

from tests.repository.test_calculations import ELECTION, run


@pytest.fixture
def published(tmp_path):
    """Ballots, and a result of counting them."""
    ballots = tmp_path / "vote.pb"
    ballots.write_text(ELECTION, encoding="utf-8")
    done = run("count", str(ballots), "--rule", "equal-shares", "--completion", "util", "--json")
    assert done.returncode == 0
    result = tmp_path / "result.json"
    result.write_text(done.stdout, encoding="utf-8")
    return result, ballots


def test_a_true_result_holds(published):
    result, ballots = published
    done = run("verify", str(result), str(ballots))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("All of it holds.\n")
    assert done.stdout.count("  yes  ") == 4


def test_a_result_from_standard_input_is_told_as_json(published):
    result, ballots = published
    done = run("verify", "-", str(ballots), "--json", given=result.read_bytes())
    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert (told["kind"], told["holds"], [each["check"] for each in told["findings"]]) == (
        "count",
        True,
        ["input", "version", "certificate", "repeat"],
    )


def test_a_changed_winner_does_not_hold(published):
    result, ballots = published
    changed = json.loads(result.read_text())
    changed["winners"] = ["2"]
    result.write_text(json.dumps(changed))
    done = run("verify", str(result), str(ballots))
    assert (done.returncode, done.stderr) == (1, "")
    assert "winners" in done.stdout
    assert "It does NOT hold." in done.stdout


def test_several_results_in_one_file_are_told_one_by_one(published):
    result, ballots = published
    changed = json.loads(result.read_text()) | {"input_sha256": "0" * 64}
    result.write_text(result.read_text() + json.dumps(changed) + "\n")
    done = run("verify", str(result), str(ballots), "--json")
    assert done.returncode == 1
    assert [json.loads(line)["holds"] for line in done.stdout.splitlines()] == [True, False]


@pytest.mark.parametrize(
    "damage", [lambda text: text[:-30], lambda text: text.replace("equal-shares", "loudest"), lambda text: "5"]
)
def test_a_damaged_result_is_bad_input(published, damage):
    result, ballots = published
    result.write_text(damage(result.read_text()))
    done = run("verify", str(result), str(ballots))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{result}: ")
    assert "Traceback" not in done.stderr


def test_an_input_that_is_not_there_is_bad_input(published):
    result, _ballots = published
    done = run("verify", str(result), "nowhere.pb")
    assert (done.returncode, done.stderr) == (2, "nowhere.pb: there is no such file\n")
