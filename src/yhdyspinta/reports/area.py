"""The area of a report as a map: the municipalities that its table shows, and nothing more."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from civic_compute.charts.area_map import AreaShown, AreaWords, area_picture
from civic_compute.charts.frame import Frame
from yhdyspinta.places.geometry import outlines_beside
from yhdyspinta.reports.tables import compared_with, population_heading
from yhdyspinta.wording.fields import Wording

ID: Final = "area-map"
_WIDTH: Final = 304  # as wide as its column beside the table, so that its letters are not made smaller


def area_map(figures: Mapping[str, Any], language: str) -> SafeString:
    """The municipalities of the figures on a map; empty where the table tells no shares, or outlines are not known."""
    told = {row["key"]: row for row in figures["municipalities"]}
    outlines = outlines_beside(next(iter(told))) if len(told) > 1 else ()
    if len(outlines) < 2 or not told.keys() <= {one.code for one in outlines}:
        return SafeString("")
    areas = []
    for one in outlines:
        row = told.get(one.code)
        name = Wording(row["name"]).text(language) if row else ""
        share, of_all = (row["share"], compared_with(row)) if row else (None, None)
        areas.append(AreaShown(name, one.rings, one.centre, share, of_all))
    same_whole = all("of_those_shown" in row for row in told.values())
    return mark_safe(
        area_picture(areas, Frame(ID, width=_WIDTH), _words(language, population_heading(same_whole=same_whole)))
    )


def _words(language: str, of_all: str) -> AreaWords:
    return AreaWords(
        language=language,
        title=_("Map: senders by municipality"),
        described=_("The municipalities of the area from above. The table beside the map has the same numbers."),
        area=_("Municipality"),
        share=_("Share of those shown"),
        of_all=of_all,
        few=_("Too few senders to show, or none"),
    )
