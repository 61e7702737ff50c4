import csv

from yhdyspinta.places.geometry import outlines_beside
from yhdyspinta.places.loading import DATA


def test_a_county_has_an_outline_of_each_of_its_municipalities_with_its_town_about_inside():
    with (DATA / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        counties = {row["code"]: row["county_code"] for row in csv.DictReader(file)}
    for first in {county: code for code, county in counties.items()}.values():
        found = outlines_beside(first)
        assert {one.code for one in found} == {code for code, county in counties.items() if county == counties[first]}
        for one in found:
            points = [point for ring in one.rings for point in ring]
            for axis, near in ((0, 0.2), (1, 0.1)):
                values = [point[axis] for point in points]
                assert min(values) - near <= one.centre[axis] <= max(values) + near


def test_an_unknown_code_has_none():
    assert outlines_beside("999") == ()
