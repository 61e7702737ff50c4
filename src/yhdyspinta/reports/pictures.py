"""The tables of a report as pictures for files, where no page's style is: bars, and the map of the area."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from civic_compute.charts.bars import Bar, BarWords, bars_picture
from civic_compute.charts.frame import Frame
from yhdyspinta.reports.area import area_map
from yhdyspinta.reports.parts import Part
from yhdyspinta.reports.tables import Table

_WIDTH: Final = 560


@dataclass(frozen=True)
class Drawn:
    """A table with its picture."""

    table: Table
    picture: SafeString


@dataclass(frozen=True)
class DrawnPart:
    """A part with a picture before each of its tables."""

    part: Part
    tables: tuple[Drawn, ...]


def drawn_parts(parts: Sequence[Part], told: Mapping[str, Any], language: str) -> list[DrawnPart]:
    """The parts that there is something in, with their pictures."""
    return [
        DrawnPart(part, tuple(Drawn(one, _picture(one, told, language)) for one in part.tables))
        for part in parts
        if not part.is_empty
    ]


def _picture(table: Table, told: Mapping[str, Any], language: str) -> SafeString:
    """The map where the table is of the area and its shares are told; bars of everything else."""
    if table.key == "municipalities" and table.is_share:
        area = area_map(told, language)
        if area:
            return area
    return bars_of(table, language)


def bars_of(table: Table, language: str) -> SafeString:
    """A table as bars."""
    bars = [
        Bar(row.label, texts[1], row.value, row.compared if table.is_share else None)
        for row, texts in zip(table.rows, table.cells(language), strict=True)
    ]
    compared = _("The line shows the share of the population.") if table.is_share else ""
    words = BarWords(language, table.caption, _("The table after the picture has the same numbers."), compared)
    return mark_safe(bars_picture(bars, Frame(f"bars-{table.key.replace('_', '-')}", _WIDTH), words))
