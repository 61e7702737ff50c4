"""An opinion map: groups by shape, persons gathered in marks, so that nobody is a point of their own."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from civic_compute.charts.frame import Frame, svg
from civic_compute.charts.lettering import LEADING, SMALL, lines_of, text, width_of
from civic_compute.charts.map_data import LEAST, Opinions, group_name
from civic_compute.charts.map_words import MAP_WORDS, MapWords
from civic_compute.charts.marks import Point, line, look_of, mark, outline, written_points
from civic_compute.charts.markup import Attributes, Markup, element, group, plain
from civic_compute.charts.numbers import written

_CELL: Final = 20.0  # units of the picture that one mark stands for
_RADII: Final = (3.5, 5.0, 7.0, 9.5)
_MOST_STATEMENTS: Final = 30
_LETTERS: Final[Attributes] = {"font-size": 14, "font-weight": 700, "text-anchor": "middle", "fill": "currentColor"}
_UP: Final = 22.0  # the column of the upright axis


def map_picture(
    opinions: Opinions, frame: Frame, words: MapWords = MAP_WORDS["fi"], *, title: str = "", least: int = LEAST
) -> str:
    """Marks by group: each stands for the persons of a group within a small square, larger for more.

    Marks for fewer than `least` persons are all alike, outlines go round marks and not round persons, and groups below
    `least` are not drawn. Raises ChartProblem.
    """
    sizes = opinions.shown(least)
    if sizes:
        side = frame.width - _UP
        area = _area(opinions, sizes, side)
        drawn = _drawn(opinions, sizes, area, least)
        legend, y = _legend(opinions, sizes, words, width=frame.width, y=side + 2 * LEADING + 6, least=least)
        body = (_axes(side, words), *drawn, *_statements(opinions, area, side), *legend)
    else:
        body, y = (text(words.none, 0, LEADING),), LEADING + 4.0
    if len(sizes) < len(set(opinions.group_of) - {-1}):
        y += LEADING + 4
        note = words.held_back.format(least=written(least, words.language))
        body = (*body, text(note, 0, y, name="y-picture__note"))
    told = words.described.format(
        persons=written(sum(sizes.values()), words.language), groups=written(len(sizes), words.language)
    )
    return svg(
        frame,
        language=words.language,
        title=title or words.title,
        description=told if sizes else words.none,
        height=y + 8,
        body=body,
    )


@dataclass(frozen=True)
class _Area:
    """From places of the map to those of the picture; both directions have one scale."""

    middle: Point
    scale: float
    side: float

    def at(self, point: Point) -> Point:
        across = _UP + self.side / 2 + (point[0] - self.middle[0]) * self.scale
        return across, self.side / 2 - (point[1] - self.middle[1]) * self.scale

    def cell(self, point: Point) -> tuple[int, int]:
        x, y = self.at(point)
        return math.floor(x / _CELL), math.floor(y / _CELL)


def _area(opinions: Opinions, sizes: Mapping[int, int], side: float) -> _Area:
    points = [point for point, place in zip(opinions.positions, opinions.group_of, strict=True) if place in sizes]
    points += [one.place for one in opinions.statements[:_MOST_STATEMENTS]]
    low = [min(point[axis] for point in points) for axis in (0, 1)]
    high = [max(point[axis] for point in points) for axis in (0, 1)]
    reach = max(high[0] - low[0], high[1] - low[1]) or 1.0
    return _Area(((low[0] + high[0]) / 2, (low[1] + high[1]) / 2), (side - 2 * _CELL) / reach, side)


def _drawn(opinions: Opinions, sizes: Mapping[int, int], area: _Area, least: int) -> list[Markup]:
    """Outlines first, then marks, then the groups' numbers above all."""
    cells: defaultdict[tuple[int, int], Counter[int]] = defaultdict(Counter)
    for point, place in zip(opinions.positions, opinions.group_of, strict=True):
        if place in sizes:
            cells[area.cell(point)][place] += 1
    middles: dict[int, list[tuple[Point, int]]] = {place: [] for place in sizes}
    marks = []
    for cell in sorted(cells):
        inside = sorted(cells[cell].items())
        for turn, (place, count) in enumerate(inside):
            x, y = _in_cell(cell, turn, len(inside))
            middles[place].append(((x, y), count))
            look = look_of(place)
            marks.append(mark(look.shape, x, y, _RADII[level(count, least)], colour=look.colour))
    alone = len(opinions.groups) == 1
    outlines = [] if alone else [_outline(place, [where for where, _count in middles[place]]) for place in sizes]
    numbers = [] if alone else [_number(place, middles[place]) for place in sizes]
    return [group("y-picture__outlines", *outlines), group("y-picture__marks", *marks), *numbers]


def _in_cell(cell: tuple[int, int], turn: int, turns: int) -> Point:
    """The middle of a square, or beside it where several groups share the square."""
    away = 0.0 if turns == 1 else _CELL / 4
    angle = 2 * math.pi * turn / turns
    return (cell[0] + 0.5) * _CELL + away * math.cos(angle), (cell[1] + 0.5) * _CELL + away * math.sin(angle)


def level(count: int, least: int) -> int:
    """Which of the four sizes of mark: below `least`, below 4 and 20 times as many, and more."""
    return sum(count >= limit for limit in (least, 4 * least, 20 * least))


def _outline(place: int, points: list[Point]) -> Markup:
    look = look_of(place)
    attributes: dict[str, str | float] = {"points": written_points(outline(points)), "fill": look.colour}
    attributes |= {"fill-opacity": 0.08, "stroke": look.colour, "stroke-width": 1.5, "stroke-linejoin": "round"}
    return element("polygon", attributes | {"stroke-dasharray": look.dashes})


def _number(place: int, middles: list[tuple[Point, int]]) -> Markup:
    """The group's number in the middle of its persons, on a plate so that marks do not hide it.

    The plate is of the reader's own ground, because modes of high contrast change the colour of words only.
    """
    whole = sum(count for _where, count in middles)
    x, y = (sum(where[axis] * count for where, count in middles) / whole for axis in (0, 1))
    plate = {"cx": x, "cy": y, "r": 10.0}
    looks: dict[str, str | float] = {"fill": "Canvas", "stroke": "currentColor", "stroke-width": 1}
    number = element("text", {"x": x, "y": y + 5, **_LETTERS}, plain(str(place + 1)))
    return group("y-picture__number", element("circle", plate | looks), number)


def _axes(side: float, words: MapWords) -> Markup:
    across = text(words.across, _UP + side / 2, side + LEADING, anchor="middle")
    turned = {"transform": f"translate(14 {side / 2:.0f}) rotate(-90)"}
    up = element("g", turned, text(words.up, 0, 0, anchor="middle"))
    return group("y-picture__axes", line(_UP, 0, _UP, side), line(_UP, side, _UP + side, side), across, up)


def _statements(opinions: Opinions, area: _Area, side: float) -> list[Markup]:
    pieces = []
    for one in opinions.statements[:_MOST_STATEMENTS]:
        x, y = area.at(one.place)
        label = lines_of(one.label, 90, most=1, size=SMALL)
        width = width_of(label[0], SMALL) if label else 0.0
        left = x + 5 + width > _UP + side
        pieces.append(_plate(x - 7 - width if left else x - 5, y - 8, width + 12))
        pieces.append(_cross(x, y))
        pieces += [
            text(line, x - 5 if left else x + 5, y + 4, size=SMALL, anchor="end" if left else "start") for line in label
        ]
    return [group("y-picture__statements", *pieces)] if pieces else []


def _plate(x: float, y: float, width: float) -> Markup:
    """The reader's own ground below a cross and its label, so that marks do not hide them."""
    return element("rect", {"x": x, "y": y, "width": width, "height": 16.0, "rx": 3, "fill": "Canvas"})


def _cross(x: float, y: float) -> Markup:
    strokes = f"M{x - 3:.2f} {y - 3:.2f}L{x + 3:.2f} {y + 3:.2f}M{x - 3:.2f} {y + 3:.2f}L{x + 3:.2f} {y - 3:.2f}"
    return element("path", {"d": strokes, "stroke": "currentColor", "stroke-width": 2})


def _legend(
    opinions: Opinions, sizes: Mapping[int, int], words: MapWords, *, width: float, y: float, least: int
) -> tuple[list[Markup], float]:
    pieces = []
    for place, size in sizes.items():
        look = look_of(place)
        pieces.append(mark(look.shape, 8, y - 5, 6, colour=look.colour))
        number = f"{place + 1}. " if opinions.groups[place] and len(opinions.groups) > 1 else ""
        named = f"{number}{group_name(opinions, place, words)}: {written(size, words.language)}"
        for words_of_line in lines_of(named, width - 22):
            pieces.append(text(words_of_line, 22, y))
            y += LEADING
    if opinions.statements:
        pieces += [_cross(8, y - 5), text(words.statement, 22, y)]
        y += LEADING
    pieces.append(text(words.persons_in_mark, 0, y + 4, size=SMALL))
    y += LEADING + 10
    x = 0.0
    for step, (low, high) in enumerate(_levels(least)):
        pieces.append(mark("circle", x + 9.5, y - 4, _RADII[step], colour="none"))
        pieces.append(text(f"{low}–{high}", x + 23, y, size=SMALL))
        x += 80
    return [group("y-picture__legend", *pieces)], y


def _levels(least: int) -> list[tuple[str, str]]:
    limits = [1, least, 4 * least, 20 * least]
    ends = [str(limit - 1) for limit in limits[1:]] + [""]
    return [(str(low), high) for low, high in zip(limits, ends, strict=True) if high != "0"]
