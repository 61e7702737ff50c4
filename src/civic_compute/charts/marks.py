"""Shapes that tell groups apart without colour, and the outline around a group."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from civic_compute.charts.frame import BARK, EDGE, LAKE, LINGON, PLUM, SPRUCE
from civic_compute.charts.markup import Attributes, Markup, coordinate, element

Point = tuple[float, float]


@dataclass(frozen=True)
class Look:
    """How a group is drawn: its shape, its colour and the dashes of its outline."""

    shape: str
    colour: str
    dashes: str


LOOKS: Final = (
    Look("circle", SPRUCE, "none"),
    Look("square", BARK, "7 4"),
    Look("triangle", LAKE, "2 3"),
    Look("diamond", LINGON, "9 3 2 3"),
    Look("cross", PLUM, "4 2"),
    Look("hexagon", EDGE, "12 4"),
)


def look_of(place: int) -> Look:
    return LOOKS[place % len(LOOKS)]


def mark(shape: str, x: float, y: float, radius: float, *, colour: str, name: str = "", hollow: bool = False) -> Markup:
    """A shape around a point, outlined in the page's ink so that it is seen on any ground."""
    attributes: dict[str, str | float] = {"class": name} if name else {}
    if shape == "circle":
        attributes |= {"cx": x, "cy": y, "r": radius}
    else:
        attributes["points"] = written_points(_CORNERS[shape](x, y, radius))
    attributes |= {"fill": "none" if hollow else colour}
    attributes |= {"stroke": colour if hollow else "currentColor", "stroke-width": 2 if hollow else 1}
    return element("circle" if shape == "circle" else "polygon", attributes)


def line(x1: float, y1: float, x2: float, y2: float, *, colour: str = "currentColor", wide: float = 1) -> Markup:
    return element("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "stroke": colour, "stroke-width": wide})


def box(x: float, y: float, wide: float, high: float, looks: Attributes) -> Markup:
    return element("rect", {"x": x, "y": y, "width": wide, "height": high, **looks})


def outline(points: Iterable[Point]) -> list[Point]:
    """The convex hull, from the leftmost point round; two points or one where there are no more."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return _half(ordered)[:-1] + _half(ordered[::-1])[:-1]


def written_points(points: Iterable[Point]) -> str:
    return " ".join(f"{coordinate(x)},{coordinate(y)}" for x, y in points)


def _half(ordered: list[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in ordered:
        while len(kept) > 1 and _turn(kept[-2], kept[-1], point) <= 0:
            kept.pop()
        kept.append(point)
    return kept


def _turn(one: Point, two: Point, three: Point) -> float:
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def _round(corners: int, start: float, grown: float) -> Callable[[float, float, float], list[Point]]:
    def placed(x: float, y: float, radius: float) -> list[Point]:
        angles = [start + 2 * math.pi * corner / corners for corner in range(corners)]
        return [(x + grown * radius * math.cos(angle), y + grown * radius * math.sin(angle)) for angle in angles]

    return placed


def _cross(x: float, y: float, radius: float) -> list[Point]:
    arm, half = 1.1 * radius, 0.4 * radius
    quarter = [(half, arm), (half, half), (arm, half)]
    right = quarter + [(dx, -dy) for dx, dy in reversed(quarter)]
    return [(x + dx, y + dy) for dx, dy in right + [(-dx, dy) for dx, dy in reversed(right)]]


_CORNERS: Final[dict[str, Callable[[float, float, float], list[Point]]]] = {
    "square": _round(4, math.pi / 4, 1.25),
    "triangle": _round(3, -math.pi / 2, 1.35),
    "diamond": _round(4, 0.0, 1.3),
    "hexagon": _round(6, 0.0, 1.05),
    "cross": _cross,
}
