"""What lists of parts call them."""

import pytest

from yhdyspinta.intake.codes import Place


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (Place("A2.1", 1, "Luonnos", "2.1", "Asukkaan rooli"), "A2.1 Asukkaan rooli"),  # the number once
        (Place("A", 2, "Luonnos", "", ""), "A Luonnos"),
        (Place("A3", 3, "Luonnos", "3", ""), "A3"),
    ],
)
def test_a_part_is_listed_by_its_code_and_its_name(place, told):
    assert place.with_code == told
