"""A map of areas: in each that is told of, a disc for its share of those who took part and a ring for its share of all.

Discs and not shades: a share is of persons, and a wide, empty area would shade more of the page than a town. What is
held back is grey and has neither, so the picture tells nothing that its table does not.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from civic_compute.charts.frame import BARK, EDGE, PAPER, SPRUCE, Frame, Table, svg
from civic_compute.charts.lettering import LEADING, SIZE, lines_of, text, width_of
from civic_compute.charts.marks import Point, box, mark
from civic_compute.charts.markup import Attributes, Markup, coordinate, element, group, plain
from civic_compute.charts.numbers import written
from civic_compute.charts.problems import ChartProblem

Ring = Sequence[Point]
_TALLEST: Final = 1.35  # times as high as it is wide
_LARGEST: Final = 30.0  # radius of the largest sign
_SIDE: Final = 4.0
_GREY: Final[Attributes] = {"fill": EDGE, "fill-opacity": 0.22}
_HIGH: Final = 17.0  # what a name takes


@dataclass(frozen=True)
class AreaShown:
    """An area: its outlines and the place of its town in degrees east and north, and its shares in percents.

    Without a share it is held back: too few, or nobody.
    """

    name: str
    rings: tuple[Ring, ...]
    at: Point
    share: int | None = None
    of_all: int | None = None

    def __post_init__(self) -> None:
        for number in (number for ring in (*self.rings, (self.at,)) for point in ring for number in point):
            if not math.isfinite(number):
                raise ChartProblem("not_finite", number=number, what="outlines")
        for number in (self.share or 0, self.of_all or 0):
            if number < 0:
                raise ChartProblem("negative", what="share", number=number)


@dataclass(frozen=True)
class AreaWords:
    """The words of the picture and its table, in one language."""

    language: str
    title: str
    described: str
    area: str
    share: str
    of_all: str
    few: str
    percent: str = "{} %"

    def shown(self, number: int | None) -> str:
        return "–" if number is None else self.percent.format(written(number, self.language))


def area_table(areas: Sequence[AreaShown], words: AreaWords) -> Table:
    """The areas that are told of, in the order given."""
    told = [area for area in areas if area.share is not None]
    rows = tuple((area.name, words.shown(area.share), words.shown(area.of_all)) for area in told)
    return Table(words.title, (words.area, words.share, words.of_all), rows)


def area_picture(areas: Sequence[AreaShown], frame: Frame, words: AreaWords) -> str:
    """The areas from above, with discs, rings and names where there is something to tell. Raises ChartProblem."""
    view = _view(areas, frame)
    told = sorted((area for area in areas if area.share is not None), key=lambda area: -(area.share or 0))
    signs = [_Sign.of(area, view, _unit(told)) for area in told]
    ground = group("y-picture__areas", *(_outline(area, view) for area in areas))
    body = [ground, group("y-picture__signs", *(drawn for sign in signs for drawn in sign.drawn()))]
    names = _names(signs, frame, words, view.high)
    body += [
        group("y-picture__rims", *(_rim(*name) for name in names)),
        group("y-picture__names", *(text(*name) for name in names)),
    ]
    legend, height = _legend(words, frame, view.high + 10)
    described = f"{words.described} {'; '.join(f'{area.name} {words.shown(area.share)}' for area in told)}".strip()
    return svg(
        frame, language=words.language, title=words.title, description=described, height=height, body=(*body, legend)
    )


@dataclass(frozen=True)
class _View:
    """From degrees to the picture: straight lines of longitude and latitude, true in the middle of the area."""

    west: float
    north: float
    narrowing: float
    scale: float
    left: float
    high: float

    def __call__(self, point: Point) -> Point:
        return (
            self.left + (point[0] - self.west) * self.narrowing * self.scale,
            _SIDE + (self.north - point[1]) * self.scale,
        )


def _view(areas: Sequence[AreaShown], frame: Frame) -> _View:
    points = [point for area in areas for ring in area.rings for point in ring] or [(25.0, 62.0)]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    narrowing = math.cos(math.radians((south + north) / 2))
    wide, high = max((east - west) * narrowing, 1e-6), max(north - south, 1e-6)
    room = frame.width - 2 * _SIDE
    scale = min(room / wide, _TALLEST * room / high)
    return _View(west, north, narrowing, scale, (frame.width - wide * scale) / 2, high * scale + 2 * _SIDE)


def _outline(area: AreaShown, view: _View) -> Markup:
    """All rings in one path: a lake or another area inside is left out by the even-odd rule."""
    path = "".join(f"M{'L'.join(_written(view(point)) for point in ring)}Z" for ring in area.rings)
    looks: Attributes = _GREY if area.share is None else {"fill": PAPER}
    return element("path", {"d": path, **looks, "fill-rule": "evenodd", "stroke": EDGE, "stroke-width": 0.75})


def _written(point: Point) -> str:
    return f"{coordinate(round(point[0], 1))} {coordinate(round(point[1], 1))}"


def _unit(told: Sequence[AreaShown]) -> float:
    """Radius of one percent: signs are as large in area as their numbers."""
    most = max((max(area.share or 0, area.of_all or 0) for area in told), default=0)
    return _LARGEST / math.sqrt(most) if most else 0.0


@dataclass(frozen=True)
class _Sign:
    area: AreaShown
    at: Point
    disc: float
    ring: float

    @classmethod
    def of(cls, area: AreaShown, view: _View, unit: float) -> "_Sign":
        return cls(area, view(area.at), unit * math.sqrt(area.share or 0), unit * math.sqrt(area.of_all or 0))

    def drawn(self) -> Iterator[Markup]:
        x, y = self.at
        yield mark("circle", x, y, max(self.disc, 1.5), colour=SPRUCE, name="y-picture__share")
        if self.area.of_all is not None:
            rim: dict[str, str | float] = {"cx": x, "cy": y, "r": max(self.ring, 1.5), "fill": "none", "stroke": PAPER}
            yield element("circle", {**rim, "stroke-width": 5})
            yield mark("circle", x, y, max(self.ring, 1.5), colour=BARK, name="y-picture__all", hollow=True)

    def box(self) -> tuple[float, float, float, float]:
        most = max(self.disc, self.ring, 3.0)
        return self.at[0] - most, self.at[1] - most, self.at[0] + most, self.at[1] + most


_Box = tuple[float, float, float, float]


def _names(signs: Sequence[_Sign], frame: Frame, words: AreaWords, high: float) -> list[tuple[str, float, float]]:
    """Name and share beside each sign, where the least is covered; the largest choose first."""
    taken: list[_Box] = [sign.box() for sign in signs]
    found = []
    for sign in signs:
        label = lines_of(f"{sign.area.name} {words.shown(sign.area.share)}", frame.width - 2 * _SIDE, most=1)
        told = label[0] if label else ""
        place = min(_places(sign, width_of(told), frame, high), key=lambda one: _covered(one, taken))
        taken.append(place)
        found.append((told, place[0], place[3] - 4))
    return found


def _places(sign: _Sign, wide: float, frame: Frame, high: float) -> Iterator[_Box]:
    """Right, left, below, above, and the corners; always inside the picture."""
    left, top, right, bottom = sign.box()
    x, y = sign.at
    for at_x, at_y in (
        (right + 6, y - _HIGH / 2), (left - 6 - wide, y - _HIGH / 2), (x - wide / 2, bottom + 1),
        (x - wide / 2, top - 1 - _HIGH), (right, bottom - 4), (left - wide, bottom - 4), (right, top - _HIGH + 4),
        (left - wide, top - _HIGH + 4), (x - wide / 2, y - _HIGH / 2),
    ):  # fmt: skip
        inside_x = min(max(at_x, _SIDE), frame.width - _SIDE - wide)
        inside_y = min(max(at_y, 0.0), high - _HIGH)
        yield inside_x, inside_y, inside_x + wide, inside_y + _HIGH


def _covered(place: _Box, taken: Sequence[_Box]) -> float:
    """How much of what is there already would be covered."""
    return sum(
        max(0.0, min(place[2], other[2]) - max(place[0], other[0]))
        * max(0.0, min(place[3], other[3]) - max(place[1], other[1]))
        for other in taken
    )


def _rim(words: str, x: float, y: float) -> Markup:
    """Paper around each letter of a name, so that borders and signs do not cross it."""
    attributes: dict[str, str | float] = {"x": x, "y": y, "font-size": SIZE, "fill": PAPER}
    attributes |= {"stroke": PAPER, "stroke-width": 3, "stroke-linejoin": "round"}
    return element("text", attributes, plain(words))


def _legend(words: AreaWords, frame: Frame, y: float) -> tuple[Markup, float]:
    """What the signs mean, one below the other."""
    pieces: list[Markup] = []
    for kind, label in (("share", words.share), ("all", words.of_all), ("few", words.few)):
        pieces.append(_key(kind, y + LEADING / 2))
        for line in lines_of(label, frame.width - 30):
            pieces.append(text(line, 26, y + 13))
            y += LEADING
        y += 3
    return group("y-picture__axes", *pieces), y + 4


def _key(kind: str, y: float) -> Markup:
    if kind == "few":
        return box(3, y - 7, 14, 14, {**_GREY, "stroke": EDGE, "stroke-width": 0.75})
    is_share = kind == "share"
    return mark("circle", 10, y, 7, colour=SPRUCE if is_share else BARK, hollow=not is_share)
