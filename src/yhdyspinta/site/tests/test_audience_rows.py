"""How far a group's share is from its share of the population."""

from types import SimpleNamespace

import pytest
from django.utils.translation import override

from yhdyspinta.comments.audience import Group
from yhdyspinta.site.desk import _home_row, _homes_note
from yhdyspinta.wording.fields import Wording


def test_difference_is_in_points_whichever_way():
    assert Group("a", "A", 5, share=20, population_share=50).difference == 30
    assert Group("a", "A", 5, share=50, population_share=20).difference == 30
    assert Group("a", "A", None).difference == 0


def test_a_population_under_one_percent_is_told_in_words():
    small = _home_row(Group("016", Wording(fi="Asikkala"), 5, share=5, population_share=0))
    assert small["compared_words"]
    assert "compared_words" not in _home_row(Group("016", Wording(fi="Asikkala"), 5, share=5, population_share=3))


@pytest.mark.parametrize(("reached", "every", "is_told"), [(2, 22, True), (22, 22, False), (0, 22, False)])
def test_shares_of_some_municipalities_are_not_called_those_of_the_whole_area(reached, every, is_told):
    people = SimpleNamespace(
        municipalities_reached=reached, municipalities_all=every, municipalities_people=60 if reached else None
    )
    with override("fi"):
        said = _homes_note(people)
    assert said.startswith("Näkyvissä on 2 alueen 22 kunnasta. Niissä asuu 60 % alueen väestöstä.") == is_told
    assert bool(said) == is_told
