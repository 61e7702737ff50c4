"""`yhdyspinta draw`: every field of its JSON, a report that tells each type's chance, and a draw that verifies."""

import json

import pytest

from yhdyspinta.cli.program import main

POOL = "Nro,sex,part,home\n" + "".join(
    f"p{number},{'woman' if number % 3 else 'man'},{'north' if number % 2 else 'south'},{number // 2} Road\n"
    for number in range(12)
)
QUOTAS = "category,feature,min,max\nsex,woman,2,2\nsex,man,1,2\npart,north,1,3\npart,south,1,3\n"
FIELDS = {
    "file", "objective", "size", "id", "address", "excluded", "types", "lottery", "certified", "shortfall", "by",
    "impossible", "panel", "proof", "summary", "input_sha256", "version",
}  # fmt: skip
PROOF = {
    "pool_sha256", "quotas_sha256", "lottery_sha256", "files_sha256", "objective", "size", "label", "total", "rule",
    "version", "commitment", "seed", "number", "place",
}  # fmt: skip


@pytest.fixture
def files(tmp_path):
    pool, quotas, out = tmp_path / "pool.csv", tmp_path / "quotas.csv", tmp_path / "out.txt"
    pool.write_text(POOL)
    quotas.write_text(QUOTAS)
    out.write_text("p5\n")
    return pool, quotas, out


def drawn(capsys, files, *arguments):
    code = main(["draw", "--pool", str(files[0]), "--quotas", str(files[1]), "--size", "4", "--id", "nro", *arguments])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_before_the_seed_the_json_has_every_field_and_no_panel(capsys, files):
    code, out, _err = drawn(capsys, files, "--json")
    result = json.loads(out)
    assert code == 0
    assert set(result) == FIELDS
    assert set(result["proof"]) == PROOF
    assert [result["panel"], *(result["proof"][name] for name in ("seed", "number", "place"))] == [None] * 4
    assert (result["id"], result["address"], result["excluded"]) == ("Nro", "", [])
    assert all(set(each) == {"values", "count", "probability"} for each in result["types"])
    assert all(set(each) == {"members", "probability", "weight"} for each in result["lottery"])
    assert sum(each["weight"] for each in result["lottery"]) == 10**12
    assert sum(each["count"] for each in result["types"]) == 12
    assert sum(each["count"] * each["probability"] for each in result["types"]) == pytest.approx(4)


def test_the_seed_draws_a_panel_of_the_lottery_and_keeps_the_commitment(capsys, files):
    before = json.loads(drawn(capsys, files, "--json")[1])
    after = json.loads(drawn(capsys, files, "--json", "--seed", "0xC0FFEE")[1])
    assert after["proof"]["commitment"] == before["proof"]["commitment"]
    assert after["proof"]["seed"] == "c0ffee"
    place = after["proof"]["place"]
    assert after["panel"] == after["lottery"][place - 1]["members"]
    upto = sum(each["weight"] for each in after["lottery"][:place])
    assert upto - after["lottery"][place - 1]["weight"] <= after["proof"]["number"] < upto


def test_addresses_and_those_left_out_are_told(capsys, files):
    _code, out, _err = drawn(
        capsys, files, "--json", "--address", "HOME", "--exclude", str(files[2]), "--numbered", "--seed", "1"
    )
    result = json.loads(out)
    assert set(result) == FIELDS | {"numbered"}
    assert (result["address"], result["excluded"]) == ("home", ["p5"])
    assert all("household" in each for each in result["types"])
    assert len(result["numbered"]["panels"]) == 1000


@pytest.mark.parametrize("seed", ["", " ", "xyz", "0x"])
def test_a_seed_that_is_none_is_refused(capsys, files, seed):
    code, out, err = drawn(capsys, files, "--seed", seed)
    assert (code, out) == (2, "")
    assert "is no seed: hexadecimal digits are needed" in err


def test_columns_that_differ_only_in_case_are_refused(capsys, files):
    files[0].write_text(POOL.replace("part,home", "part,Sex"))
    code, _out, err = drawn(capsys, files)
    assert code == 2
    assert "pool.csv:1: the column sex is there twice" in err


def test_the_report_tells_the_chance_of_each_type_the_inputs_and_the_version(capsys, files):
    result = json.loads(drawn(capsys, files, "--json", "--seed", "2026")[1])
    _code, report, _err = drawn(capsys, files, "--seed", "2026")
    for each in result["types"]:
        values = ", ".join(each["values"][name] for name in sorted(each["values"]))
        assert f"{each['probability']:.2%} {each['count']:>8}  {values}" in report
    place = result["proof"]["place"]
    for words in (
        *result["input_sha256"],
        f"Calculated by version {result['version']}",
        f"in panel {place} (from 1) of the lottery",
        result["proof"]["commitment"],
    ):
        assert words in report


def test_the_numbered_panels_are_printed(capsys, files):
    result = json.loads(drawn(capsys, files, "--json", "--numbered")[1])
    _code, report, _err = drawn(capsys, files, "--numbered")
    assert f"\n  000  {', '.join(result['numbered']['panels'][0])}\n" in report
    assert f"\n  999  {', '.join(result['numbered']['panels'][999])}\n" in report


def test_the_practitioners_draw_says_that_it_aims_at_nothing(capsys, files):
    report = drawn(capsys, files, "--objective", "legacy")[1]
    assert "aims at no chances" in report
    assert "misses" not in report


def test_names_that_steer_a_terminal_are_printed_harmless(capsys, files):
    files[0].write_text(POOL.replace("p7,", "p\x1b[31m7,"))
    _code, report, _err = drawn(capsys, files, "--numbered", "--seed", "5")
    assert "\x1b" not in report
    assert "\\x1b[31m7" in report
