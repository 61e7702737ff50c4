"""The map of the area: what its table shows and nothing else, at the place where the municipality is."""

import re
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.utils.translation import override

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments import groups
from yhdyspinta.comments.models import Sender
from yhdyspinta.places.models import Area
from yhdyspinta.reports.area import area_map
from yhdyspinta.reports.figures import figures_of
from yhdyspinta.reports.tables import who_took_part
from yhdyspinta.reports.tests import scene

SVG = "{http://www.w3.org/2000/svg}"


def row(code, name, share, of_all=10):
    return {"key": code, "name": {"fi": name, "sv": name}, "count": 20, "share": share, "population_share": of_all}


def figures(*rows):
    return {"municipalities": list(rows)}


def test_the_municipalities_of_the_table_are_named_and_the_others_are_grey():
    root = ET.fromstring(area_map(figures(row("179", "Jyväskylä", 60, 53), row("992", "Äänekoski", 20, 7)), "fi"))
    names = [one.text for one in root.iter(f"{SVG}text")]
    assert {"Jyväskylä 60 %", "Äänekoski 20 %"} <= set(names)
    outlines = list(root.iter(f"{SVG}path"))
    assert len(outlines) == 22
    assert len([one for one in outlines if one.get("fill-opacity")]) == 20
    discs = [one for one in root.iter(f"{SVG}circle") if one.get("class") == "y-picture__share"]
    assert float(discs[0].get("cy")) > float(discs[1].get("cy"))  # Äänekoski is north of Jyväskylä


@pytest.mark.parametrize(
    "told",
    [
        (),
        (row("179", "Jyväskylä", 100),),
        (row("999", "Entinen", 60), row("998", "Toinen", 40)),
        (row("179", "Jyväskylä", 60), row("999", "E", 1)),
    ],
)
def test_without_shares_or_outlines_of_each_there_is_no_map(told):
    assert area_map(figures(*told), "fi") == ""


def test_municipalities_of_two_counties_have_no_map():
    assert area_map(figures(row("091", "Helsinki", 90, 100), row("049", "Espoo", 10)), "fi") == ""


def test_it_is_safe_to_show_whatever_a_name_holds():
    drawn = area_map(figures(row("179", "<script>alert(1)</script>", 60)), "fi")
    assert "<script" not in drawn
    assert "style=" not in drawn


@pytest.fixture
def _steps_from_nothing(monkeypatch):
    """Where the steps of rounding begin is a secret of the installation, so another one in each checkout."""
    monkeypatch.setattr(groups, "shown_size", lambda count, limit, _place: count // limit * limit or None)


@pytest.mark.django_db
@pytest.mark.usefixtures("_steps_from_nothing")
def test_the_page_has_the_map_and_its_table_with_the_same_numbers(bertta, document):
    for code, count in (("179", 12), ("992", 10)):
        scene.answered(bertta, document, count)
        Sender.objects.filter(municipality=None).update(municipality=Area.objects.get(kind="municipality", code=code))
    factories.comment(factories.guest(), document.versions.first().sections.first(), "Yksin Kinnulasta.")
    Sender.objects.filter(municipality=None).update(municipality=Area.objects.get(kind="municipality", code="256"))
    scene.save(bertta, document)
    scene.publish(bertta, document)
    page = Client().get(scene.path_of(document, "report", version=1)).content.decode()
    (picture,) = re.findall(r"<svg[^>]*id=\"area-map\".*?</svg>", page, re.DOTALL)
    (share,) = set(re.findall(r">Jyväskylä (\d+ %)<", picture))
    assert "Kinnula" not in page  # too few to tell of
    beside = page.split(picture)[1].split("</table>")[0]
    cell = r'</td>\s*<td class="y-num">'
    (count,) = re.findall(rf"Jyväskylä</th>\s*<td class=\"y-num\">{share}{cell}(\d+)", beside)
    in_short = Client().get(scene.path_of(document, "reader", version=1, reader="deciders")).content.decode()
    assert f"Jyväskylä {count}," in in_short  # one printed page: the same group in a line of text, no map
    assert "area-map" not in in_short
    assert "Kinnula" not in in_short


@pytest.mark.django_db
@pytest.mark.usefixtures("_steps_from_nothing")
def test_both_shares_of_the_municipalities_have_the_same_whole(document):
    """M55: the senders' share of those shown stood beside the population's share of the whole area."""
    for code, count in (("179", 18), ("410", 6)):  # Jyväskylä and Laukaa
        for _ in range(count):
            made = factories.comment(factories.guest(), document.versions.first().sections.first())
            Sender.objects.filter(pk=made.sender_id).update(
                municipality=Area.objects.get(kind="municipality", code=code)
            )
    figures = figures_of(document.activity, at=clock.now())
    rows = figures["municipalities"]
    assert [(row["key"], row["share"]) for row in rows] == [("179", 75), ("410", 25)]
    assert sum(row["of_those_shown"] for row in rows) == 100
    assert sum(row["population_share"] for row in rows) < 80  # of all the municipalities
    with override("fi"):
        table = next(one for one in who_took_part(figures, "fi") if one.key == "municipalities")
        assert table.heads[-1] == "Osuus näkyvien kuntien väestöstä"
        assert [row.compared for row in table.rows] == [row["of_those_shown"] for row in rows]
        assert "Osuus näkyvien kuntien väestöstä" in area_map(figures, "fi")
        for row in rows:
            del row["of_those_shown"]  # a version from before
        table = next(one for one in who_took_part(figures, "fi") if one.key == "municipalities")
        assert table.heads[-1] == "Osuus koko alueen väestöstä"
        assert [row.compared for row in table.rows] == [row["population_share"] for row in rows]
        assert "Osuus koko alueen väestöstä" in area_map(figures, "fi")
