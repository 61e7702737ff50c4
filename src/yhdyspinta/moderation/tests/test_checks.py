import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yhdyspinta.moderation.checks import findings, warnings_in

LETTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def code(born: date, order: int, mark: str) -> str:
    number = int(f"{born:%d%m%y}{order:03}")
    return f"{born:%d%m%y}{mark}{order:03}{LETTERS[number % 31]}"


@given(st.dates(date(1900, 1, 1), date(1999, 12, 31)), st.integers(2, 999), st.sampled_from("-YXWVU"))
def test_every_identity_code_of_the_last_century_is_found(born, order, mark):
    text = f"Tunnukseni on {code(born, order, mark)}, kiitos."
    assert "identity_code" in warnings_in(text)
    (found,) = (item for item in findings(text) if item.code == "identity_code")
    assert text[found.start : found.end] == code(born, order, mark)


@given(st.dates(date(2000, 1, 1), date(2026, 1, 1)), st.integers(2, 999), st.sampled_from("ABCDEF"))
def test_every_identity_code_of_this_century_is_found(born, order, mark):
    assert "identity_code" in warnings_in(code(born, order, mark).lower())


@given(st.dates(date(1900, 1, 1), date(1999, 12, 31)), st.integers(2, 999), st.sampled_from(LETTERS))
def test_a_wrong_check_letter_is_not_an_identity_code(born, order, letter):
    right = code(born, order, "-")
    assert ("identity_code" in warnings_in(right[:-1] + letter)) == (letter == right[-1])


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y"]))
def test_plain_dates_raise_no_warning(on, how):
    assert warnings_in(f"Kokous on {on:{how}} klo 18.") == ()
    assert warnings_in(f"{on:{how}}-{on + timedelta(days=3):{how}}") == ()


@given(st.text(max_size=300))
def test_any_text_is_read_and_findings_lie_in_it_apart(text):
    found = findings(text)
    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "Kohta 2.3.1 ja 611/2021 29 § ovat selviä.",
        "Soita neuvontaan 000 000 0000.",
        "Vuosina 2017-2019 kokeiltiin 12 500 asukkaan alueella.",
        "Rahaa tarvitaan 1 500 000 euroa eli 250 000 euroa vuodessa.",
        "Diaarinumero KSHVA/1234/2021 ja postinumero 40100 Jyväskylä.",
        "Terveyskeskuksen ja mielenterveyspalvelujen aukioloa pitää lisätä.",
        "Vårdcentralens öppettider på 100 procent.",
        "Kommentoida voi klo 8.00-16.00 ja 14:00.",
        "",
    ],
)  # fmt: skip
def test_ordinary_words_raise_no_warning(text):
    assert warnings_in(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soita 040 123 4567", "phone"),
        ("Soittakaa +358 40 1234567", "phone"),
        ("Puh. 0401234567.", "phone"),
        ("Numero on 014-123456", "phone"),
        ("kirjoita aino@esimerkki.fi", "email"),
        ("katso https://example.org/a?b=c", "link"),
        ("katso www.example.org", "link"),
        ("Minulla on diagnosoitu diabetes", "health"),
        ("Äidilläni on muistisairaus", "health"),
        ("Naapurini SYÖPÄHOIDOT", "health"),
        ("Jag har fått diagnosen cancer", "health"),
        ("After my surgery I waited", "health"),
        ("Te idiootit", "insult"),
        ("Vilka idioter", "insult"),
    ],
)  # fmt: skip
def test_what_should_be_looked_at_is_found(text, expected):
    assert expected in warnings_in(text)


def test_the_most_serious_comes_first():
    text = f"Soita 040 123 4567, tunnus {code(date(1980, 1, 1), 123, '-')}"
    assert warnings_in(text) == ("identity_code", "phone")
