"""Every threat has a test that names it, and the page that tells of them is up to date."""

from tests.repository.threats import LEARNED, PAGE, THREATS, WITHOUT, named_by_tests, threats_page


def test_every_threat_has_a_test_of_its_number() -> None:
    assert [number for number in THREATS if number not in named_by_tests()] == []


def test_no_test_names_an_unknown_threat() -> None:
    assert {number: names for number, names in named_by_tests().items() if number not in THREATS} == {}


def test_a_number_has_its_tests_or_the_reason_why_not() -> None:
    assert set(THREATS) & set(WITHOUT) == set()
    assert [number for number in WITHOUT if number in named_by_tests()] == []
    assert set(LEARNED.values()) <= set(THREATS)  # each of them with a test


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == threats_page(), "run: make docs"
