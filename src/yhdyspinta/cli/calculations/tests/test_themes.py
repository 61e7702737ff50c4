"""`yhdyspinta themes`: every field of the result, and a report that no text can write into."""

import json

import pytest

from yhdyspinta.cli.program import main

COMMENTS = """id,text
a,Bussit myöhästyvät aina
b,bussit MYÖHÄSTYVÄT aina!
c,Koulun piha on liian pieni
d,Koulun piha on aivan liian \x1b[2Jpieni
e,Kirjasto auki
"""


@pytest.fixture
def told(capsys, tmp_path):
    def run(text, *arguments, code=0):
        (tmp_path / "texts.csv").write_text(text)
        assert main(["themes", str(tmp_path / "texts.csv"), "--column", "text", *arguments]) == code
        out = capsys.readouterr()
        return out.err if code else out.out

    return run


def test_a_result_has_every_field_in_its_shape(told):
    found = json.loads(told(COMMENTS, "--json"))
    assert set(found) == {
        "file", "column", "id_column", "language", "number", "texts", "duplicates", "compared", "themes", "without",
        "input_sha256", "version",
    }  # fmt: skip
    assert found["duplicates"][0] == ["a", "b", 1.0]
    assert [(type(one), type(other), type(score)) for one, other, score in found["duplicates"]] == [
        (str, str, float)
    ] * len(found["duplicates"])
    assert found["compared"] == {"method": "each with each", "least": 0.6, "measured_recall": None}
    for theme in found["themes"]:
        assert set(theme) == {"label", "members", "central"}
        assert set(theme["central"]) <= set(theme["members"])
    assert found["language"] == "fi"


def test_the_report_has_no_escapes_and_counts_in_words(told):
    report = told(COMMENTS)
    assert "\\x1b[2Jpieni" in report
    assert report.replace("\n", "").isprintable()
    assert ": 1 text, language fi" in told("id,text\na,Bussit myöhästyvät aina\n")
    assert "SHA-256 of the input" in report


def test_a_language_that_is_none_of_ours_is_not_known(told):
    found = json.loads(told("id,text\na,这个公园很好\nb,我们需要更多的树木\n", "--json"))
    assert found["language"] is None


def test_an_id_that_is_missing_is_named_by_its_line(told):
    assert "texts.csv:3: the row has no id" in told("id,text\na,one\n,two\n", code=2)
