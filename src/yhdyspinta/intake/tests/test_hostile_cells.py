"""Cells that are made to cost much: thousands of values in one, a mistake in each, spaces without end."""

import pytest

from tests.factories import signed_in
from tests.work import work_within
from yhdyspinta.intake.importing import columns
from yhdyspinta.intake.importing.problems import MOST_PROBLEMS
from yhdyspinta.intake.models import Upload
from yhdyspinta.intake.tests.test_brought_themes import _sent
from yhdyspinta.intake.tests.test_files import HEADS, send, today

pytestmark = pytest.mark.django_db


def table(*capacities: str) -> bytes:
    rows = (f'{number};A1;Hyvä.;{today():%d.%m.%Y};"{said}";;' for number, said in enumerate(capacities, start=1))
    return "\r\n".join([";".join(HEADS), *rows]).encode()


def test_i5_o7_a_cell_of_thousands_of_values_is_one_mistake(bertta, section):
    client = signed_in(bertta)
    shown = client.get(send(client, table(*["a," * 16_000] * 20), "a.csv").url)
    assert shown.context["problem_count"] == 20
    assert "Solussa on yli 20 pilkuin tai puolipistein erotettua arvoa." in shown.content.decode()
    kept = client.get(send(client, table("asukas," * 20), "a.csv").url)
    assert kept.context["problem_count"] == 0


def test_i5_o7_so_are_themes_without_end(bertta, last_year):
    client = signed_in(bertta)
    names = ",".join(f"teema{number}" for number in range(2_000))
    shown = client.get(_sent(client, f'Bussi.;;"{names}"'))
    assert shown.context["problem_count"] == 1
    assert "Solussa on yli 20" in shown.content.decode()


def test_o7_of_a_file_that_is_wrong_everywhere_the_first_mistakes_are_kept(bertta, section, monkeypatch):
    looked = []
    close = columns.get_close_matches
    monkeypatch.setattr(
        columns, "get_close_matches", lambda *given, **how: looked.append(given) or close(*given, **how)
    )
    said = (",".join(f"x{row}y{place}" for place in range(20)) for row in range(400))
    client = signed_in(bertta)
    shown = client.get(send(client, table(*said), "a.csv").url)
    found = Upload.objects.get().found
    assert (found["problem_count"], len(found["problems"])) == (8_000, MOST_PROBLEMS)
    assert shown.context["problem_count"] == 8_000
    assert len(looked) <= 2 * 200  # the file is read when it comes and when it is looked at


def test_o7_a_day_with_spaces_without_end_is_read_soon():
    with work_within(1):
        for _row in range(5):
            assert columns.time_of(f"5.9.2026{' ' * 32_000}x") is None
    assert str(columns.time_of("5.9.2026  klo 10.05")) == "10:05:00"
