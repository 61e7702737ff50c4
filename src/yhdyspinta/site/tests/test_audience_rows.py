"""How far a group's share is from its share of the population."""

from yhdyspinta.comments.audience import Group
from yhdyspinta.site.desk import _home_row
from yhdyspinta.wording.fields import Wording


def test_difference_is_in_points_whichever_way():
    assert Group("a", "A", 5, share=20, population_share=50).difference == 30
    assert Group("a", "A", 5, share=50, population_share=20).difference == 30
    assert Group("a", "A", None).difference == 0


def test_a_population_under_one_percent_is_told_in_words():
    small = _home_row(Group("016", Wording(fi="Asikkala"), 5, share=5, population_share=0))
    assert small["compared_words"]
    assert "compared_words" not in _home_row(Group("016", Wording(fi="Asikkala"), 5, share=5, population_share=3))
