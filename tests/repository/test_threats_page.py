"""Every threat has a test that names it, and the page that tells of them is up to date."""

from tests.repository.threats import LEARNED, NARROWER, PAGE, THREATS, WITHOUT, named_by_tests, threats_page


def test_every_threat_has_a_test_of_its_number() -> None:
    assert [number for number in THREATS if number not in named_by_tests()] == []


def test_no_test_names_an_unknown_threat() -> None:
    assert {number: names for number, names in named_by_tests().items() if number not in THREATS} == {}


def test_a_number_has_its_tests_or_the_reason_why_not() -> None:
    assert set(THREATS) & set(WITHOUT) == set()
    assert [number for number in WITHOUT if number in named_by_tests()] == []


def test_every_vulnerability_of_another_product_has_a_test_that_is_there() -> None:
    found = named_by_tests()
    missing = [code for code, (number, test) in LEARNED.items() if test not in {name for _, name in found[number]}]
    assert missing == []


def test_what_a_statement_leaves_out_belongs_to_a_statement() -> None:
    assert set(NARROWER) <= set(THREATS)


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == threats_page(), "run: make docs"
