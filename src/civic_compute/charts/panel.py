"""A panel's composition: a diamond for the panel, a ring for the pool, a band for the quota, on one scale of shares."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from civic_compute.charts.frame import BARK, EDGE, SPRUCE, Frame, svg
from civic_compute.charts.lettering import LEADING, SMALL, lines_of, text, width_of
from civic_compute.charts.marks import box, line, mark
from civic_compute.charts.markup import Markup, element, group
from civic_compute.charts.numbers import written
from civic_compute.charts.panel_data import LEAST, CategoryShown, Composition, ValueShown
from civic_compute.charts.panel_words import PANEL_WORDS, PanelWords

_SIDE: Final = 18.0  # kept free on both sides of the axis, for signs and the words of its ends
_TICKS: Final = (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4), Fraction(1))


def panel_picture(
    composition: Composition,
    frame: Frame,
    words: PanelWords = PANEL_WORDS["fi"],
    *,
    title: str = "",
    least: int = LEAST,
    most: int = 80,
) -> str:
    """Each value's share of the panel and of the pool, with its quota; what is outside its quota is told in words.

    The first `most` values are drawn. Numbers of the pool that stand for fewer than `least` persons are not drawn.
    Raises ChartProblem.
    """
    described = words.described.format(
        members=written(composition.size, words.language),
        categories=written(len(composition.categories), words.language),
        outside=written(composition.outside, words.language),
    )
    drawing = _Drawing(composition, frame, words, _end(composition), least)
    body, y = _body(drawing, most) if composition.rows else ([text(words.none, 0, LEADING)], float(LEADING))
    if composition.rows > most:
        y += LEADING
        more = words.more.format(count=written(composition.rows - most, words.language))
        body.append(text(more, 0, y, name="y-picture__note"))
    return svg(
        frame,
        language=words.language,
        title=title or words.title,
        description=described,
        height=y + 6,
        body=tuple(body),
    )


@dataclass(frozen=True)
class _Drawing:
    composition: Composition
    frame: Frame
    words: PanelWords
    end: Fraction  # of the axis
    least: int

    def across(self, number: int, whole: int) -> float:
        """Where a share stands; what is more than the whole stands at the end."""
        part = Fraction(min(number, whole), whole) if whole else Fraction(0)
        return _SIDE + float(part / self.end) * (self.frame.width - 2 * _SIDE)


def _end(composition: Composition) -> Fraction:
    """The least tick that all shares and quotas stay below."""
    size, pool = max(composition.size, 1), max(composition.pool_size, 1)
    values = [one for category in composition.categories for one in category.values]
    shares = [Fraction(number, size) for one in values for number in (one.members, min(one.most, size))]
    most = max([*shares, *(Fraction(one.pool, pool) for one in values)], default=Fraction(0))
    return next((tick for tick in _TICKS if tick >= most), Fraction(1))


def _body(drawing: _Drawing, most: int) -> tuple[list[Markup], float]:
    head, y = _head(drawing)
    body, left = [head], most
    for category in drawing.composition.categories:
        if left > 0 and category.values:
            piece, y = _category(category, drawing, y, left)
            body.append(piece)
            left -= len(category.values)
    return body, y


def _head(drawing: _Drawing) -> tuple[Markup, float]:
    """What the signs mean, and the axis."""
    words, pieces, y = drawing.words, [], 12.0
    for kind, label in (("panel", words.panel), ("pool", words.pool), ("quota", words.quota)):
        pieces += [_sign(kind, 10, y), text(label, 26, y + 5)]
        y += LEADING + 3
    y += 6
    pieces.append(text(words.axis, 0, y, weight=600))
    y += LEADING
    for half in (0, 1, 2):
        percent = 50 * half * drawing.end
        told = words.percent.format(written(percent, words.language, places=int(percent.denominator != 1)))
        x = _SIDE + half / 2 * (drawing.frame.width - 2 * _SIDE)
        pieces.append(text(told, x, y, size=SMALL, anchor="middle"))
    axis = line(_SIDE, y + 5, drawing.frame.width - _SIDE, y + 5)
    return group("y-picture__axes", *pieces, axis), y + 8


def _category(category: CategoryShown, drawing: _Drawing, y: float, most: int) -> tuple[Markup, float]:
    pieces = []
    y += 6
    for part in lines_of(category.name, drawing.frame.width):
        y += LEADING
        pieces.append(text(part, 0, y, weight=600))
    hidden = category.held_back(drawing.least)
    for place, one in enumerate(category.values[:most]):
        row, y = _value(one, drawing, y, hidden=place in hidden)
        pieces.append(row)
    return group("y-picture__category", *pieces), y


def _value(one: ValueShown, drawing: _Drawing, y: float, *, hidden: bool) -> tuple[Markup, float]:
    """The value and its figures in words, and below them the signs."""
    words, wide = drawing.words, drawing.frame.width
    quota = f"{words.outside if one.outside else words.quota.lower()} {one.quota}"
    figure = f"{written(one.members, words.language)} ({quota})"
    lines = lines_of(one.name, wide - width_of(figure) - 10)
    pieces = [text(part, 0, y + LEADING * place) for place, part in enumerate(lines, 1)]
    pieces.append(text(figure, wide, y + LEADING, anchor="end", weight=700 if one.outside else 400))
    middle = y + LEADING * max(len(lines), 1) + 16
    size, pool = drawing.composition.size, drawing.composition.pool_size
    pieces.append(line(_SIDE, middle, wide - _SIDE, middle, colour=EDGE))
    pieces.append(_band(drawing.across(one.least, size), drawing.across(one.most, size), middle))
    pieces.append(_sign("panel", drawing.across(one.members, size), middle))
    if not hidden:
        pieces.append(_sign("pool", drawing.across(one.pool, pool), middle))
    return group("y-picture__value", *pieces), middle + 12


def _sign(kind: str, x: float, y: float) -> Markup:
    if kind == "quota":
        return _band(x - 9, x + 9, y)
    if kind == "pool":
        return mark("circle", x, y, 7, colour=BARK, name="y-picture__pool", hollow=True)
    return mark("diamond", x, y, 4.5, colour=SPRUCE, name="y-picture__panel")


def _band(left: float, right: float, y: float) -> Markup:
    """From the least to the most that the quota allows: a bar with ends, seen also where it is a single place."""
    path = f"M{left:.2f} {y - 10:.2f}V{y + 10:.2f}M{right:.2f} {y - 10:.2f}V{y + 10:.2f}"
    ends = element("path", {"d": path, "stroke": "currentColor", "stroke-width": 1.5, "fill": "none"})
    bar = box(left, y - 4, right - left, 8, {"fill": EDGE, "fill-opacity": 0.35})
    return group("y-picture__quota", bar, ends)
