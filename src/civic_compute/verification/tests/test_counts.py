"""A count is verified against its ballots; what was changed is found, and nothing crashes."""

import copy
import json
import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civic_compute.budgeting.beside import comparison_data, margins_data
from civic_compute.budgeting.count import count
from civic_compute.budgeting.model import Completion, Rule
from civic_compute.budgeting.pabulib import read_election
from civic_compute.problems import CalculationProblem
from civic_compute.reading import ReadingProblem, read_source
from civic_compute.recount.tests.written import SMALL, counted, plans, result_of, source, texts
from civic_compute.verification.claims import Claims
from civic_compute.verification.problems import VerificationProblem
from civic_compute.verification.results import read_results, verify
from civic_compute.verification.tests.forging import forgeries
from tests.open_data import open_data


def check(result, text=SMALL):
    return {finding.check: finding for finding in verify(result, [source(text)]).findings}


@given(texts())
@settings(max_examples=15, deadline=None)
def test_whatever_is_counted_holds(text):
    election = read_election(source(text))
    for plan in plans(election):
        found = verify(result_of(election, plan), [source(text)])
        assert found.holds, (plan, found)


def test_what_was_checked_is_told():
    found = verify(counted(SMALL), [source(SMALL)], file="result.json")
    assert (found.kind, found.file, found.holds) == ("count", "result.json", True)
    assert [each.check for each in found.findings] == ["input", "version", "certificate", "repeat"]


def test_other_ballots_are_told_by_their_hash():
    found = check(counted(SMALL), SMALL.replace("5;\n", "5;pool\n"))
    assert list(found) == ["input"]
    assert not found["input"].holds
    assert found["input"].differences[0].startswith("no input has the SHA-256 ")


def test_a_changed_winner_fails_the_certificate_and_the_repeating():
    result = counted(SMALL)
    result["winners"][0] = result["rounds"][0]["project"] = result["certificate"]["payments"][0]["project"] = "pool"
    found = check(result)
    assert not found["certificate"].holds
    assert not found["repeat"].holds
    assert any("winners 1 is pool, found again park" in words for words in found["repeat"].differences)


def test_a_changed_payment_fails_the_certificate():
    result = counted(SMALL)
    result["rounds"][0]["price"] = result["certificate"]["payments"][0]["price"] = "1/4"
    assert "the payments for park are 3, not its cost 4" in check(result)["certificate"].differences


def test_a_larger_share_is_found():
    result = counted(SMALL)
    result["share"] = result["certificate"]["share"] = "3"
    assert "each voter's share is 3, and should be 2" in check(result)["certificate"].differences


def test_a_projects_reason_is_found_when_it_was_changed():
    result = counted(SMALL)
    result["certificate"]["unchosen"][0]["amount"] = "1"
    assert not check(result)["certificate"].holds


def test_a_hidden_tie_is_found():
    text = SMALL.replace("path;6", "path;4").replace("voter_id;vote", "voter_id;vote\n9;path")
    result = counted(text)
    assert result["ties"]
    result["ties"] = []
    assert [each for each, finding in check(result, text).items() if not finding.holds] == ["repeat"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("rule", "loudest"), ("utility", "beauty"), ("completion", 3), ("variant", "sideways"), ("winners", "park"),
     ("certificate", None), ("rounds", [1]), ("tie_order", [["park"]]), ("input_sha256", 5)],
)  # fmt: skip
def test_a_field_that_cannot_be_is_named(field, value):
    result = counted(SMALL, completion="add1") | {field: value}
    with pytest.raises(VerificationProblem) as raised:
        verify(result, [source(SMALL)], file="result.json")
    assert raised.value.code in ("field_wrong", "not_a_result")
    assert str(raised.value).startswith("result.json: ")


def test_a_missing_field_is_named():
    result = counted(SMALL)
    del result["certificate"]["share"]
    with pytest.raises(VerificationProblem, match=r"the result has no certificate\.share"):
        verify(result, [source(SMALL)])


@pytest.mark.parametrize("text", [json.dumps({"a": 1})[:-1], "[" * 200_000, "NaN", "9" * 5000, "\x00", "  "])
def test_what_is_no_json_is_refused(text):
    with pytest.raises((VerificationProblem, ReadingProblem)):
        read_results(source(text, "result.json"))


@pytest.mark.parametrize("result", [5, None, [], "winners", {}, {"winners": 1}, ["winners"]])
def test_what_is_no_result_is_refused(result):
    with pytest.raises(VerificationProblem):
        verify(result, [source(SMALL)])


def test_several_results_in_one_file_are_read():
    assert read_results(source('{"a": 1}\n\n{"b": 2}\n')) == [{"a": 1}, {"b": 2}]


def test_a_very_long_number_is_read():
    claims = Claims({"long": f"{3**60000:#x}/{2**60000:#x}", "short": "-0.25", "plain": "7/2"}, file="")
    assert claims.exact("long") == Fraction(3**60000, 2**60000)
    assert (claims.exact("short"), claims.exact("plain")) == (Fraction(-1, 4), Fraction(7, 2))


LEAVES = (
    None, 0, -1, 1, "0", "1/0", "1e999999999", "-3", "pool", "\ud800", [], {}, [[]], True, 10**30, 1e308, "9" * 9000,
)  # fmt: skip


@given(texts(), st.data())
@settings(max_examples=60, deadline=None)
def test_no_damage_crashes_it_and_none_to_what_was_counted_passes(text, data):
    election = read_election(source(text))
    result = result_of(election, data.draw(st.sampled_from(list(plans(election)))))
    changed = copy.deepcopy(result)
    inner, key = changed, data.draw(st.sampled_from(sorted(result)))
    while isinstance(inner[key], list | dict) and inner[key] and data.draw(st.booleans()):
        inner = inner[key]
        key = data.draw(st.sampled_from(sorted(inner) if isinstance(inner, dict) else range(len(inner))))
    leaf = data.draw(st.sampled_from(LEAVES))
    harmless = key == "file" or inner[key] == leaf
    inner[key] = leaf
    try:
        found = verify(changed, [source(text)])
    except CalculationProblem:
        return
    assert not found.holds or harmless
    assert all(words.isprintable() for each in found.findings for words in each.differences)


@pytest.mark.parametrize(
    ("rule", "completion"),
    [("greedy", "none"), ("equal-shares", "util"), ("equal-shares", "add1"), ("phragmen", "none")],
)
def test_no_forged_field_passes(rule, completion):
    """Each leaf in turn is changed, taken away, and one is put beside it; also of what stands beside the outcome."""
    result = counted(SMALL, rule=rule, completion=completion) | beside_of(rule, completion)
    assert verify(result, [source(SMALL)]).holds
    for forged, where in forgeries(result, random.Random(rule), most=3):
        if where == "file":
            continue
        try:
            found = verify(forged, [source(SMALL)])
        except CalculationProblem:
            continue
        assert not found.holds, where


def beside_of(rule, completion):
    election = read_election(source(SMALL))
    outcome = count(election, Rule(rule), completion=Completion(completion))
    quiet = {"progress": lambda _words: None}
    found = {
        "comparison": comparison_data(election, outcome, with_add_opt=True, **quiet),
        "margins": margins_data(election, outcome, **quiet),
    }
    return json.loads(json.dumps(found))


def test_a_name_that_stands_twice_is_refused():
    text = json.dumps(counted(SMALL))
    with pytest.raises(VerificationProblem, match="says winners twice"):
        read_results(source('{"winners": ["pool"], ' + text[1:]))


def test_open_elections_hold():
    smallest = sorted(open_data("budgeting").glob("*.pb.gz"), key=lambda path: path.stat().st_size)[:120:40]
    for path in smallest:
        read = read_source(path)
        election = read_election(read)
        for plan in plans(election):
            assert verify(result_of(election, plan), [read]).holds
