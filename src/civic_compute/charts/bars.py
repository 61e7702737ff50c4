"""Groups as bars from one line, with a mark for the number that each is compared with; for paper and files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from civic_compute.charts.frame import BARK, EDGE, SPRUCE, Frame, svg
from civic_compute.charts.lettering import LEADING, lines_of, text, width_of
from civic_compute.charts.marks import box, line
from civic_compute.charts.markup import Attributes, Markup, group
from civic_compute.charts.problems import ChartProblem

_HIGH: Final = 14.0  # of a bar
_APART: Final = 8.0
_GROUND: Final[Attributes] = {"fill": EDGE, "fill-opacity": 0.2}


@dataclass(frozen=True)
class Bar:
    """A group: what is written beside its bar, its number where it may be told, and the one to compare with."""

    label: str
    shown: str
    value: int | None
    compared: int | None = None

    def __post_init__(self) -> None:
        for number in (self.value or 0, self.compared or 0):
            if number < 0:
                raise ChartProblem("negative", what="bar", number=number)


@dataclass(frozen=True)
class BarWords:
    """The words of the picture, in one language; `compared` says what the marks are, where there are any."""

    language: str
    title: str
    described: str
    compared: str = ""


def bars_picture(bars: Sequence[Bar], frame: Frame, words: BarWords) -> str:
    """Every bar on a line of its own; the longest ends where the ground does. Raises ChartProblem."""
    numbers = [number for bar in bars for number in (bar.value, bar.compared) if number is not None]
    most, right = max([*numbers, 1]), max([width_of(bar.shown) for bar in bars], default=0.0)
    right = min(right, frame.width * 0.3)
    columns = _Columns(frame.width * 0.36, frame.width - right - 10, frame.width, most)
    pieces: list[Markup] = []
    y = 2.0
    for bar in bars:
        drawn, high = _row(bar, columns, y)
        pieces += drawn
        y += high + _APART
    if words.compared and any(bar.compared is not None for bar in bars):
        pieces += [line(4, y + 2, 4, y + 2 + _HIGH, colour=BARK, wide=3)]
        for told in lines_of(words.compared, frame.width - 16):
            pieces.append(text(told, 14, y + 14))
            y += LEADING
    body = (group("y-picture__bars", *pieces),)
    return svg(
        frame,
        language=words.language,
        title=words.title,
        description=words.described or words.title,
        height=y + 6,
        body=body,
    )


@dataclass(frozen=True)
class _Columns:
    """Where bars begin and end, the width of the picture, and the number that reaches the end."""

    begin: float
    end: float
    width: float
    most: int

    def at(self, number: int) -> float:
        return self.begin + (self.end - self.begin) * number / self.most


def _row(bar: Bar, columns: _Columns, y: float) -> tuple[list[Markup], float]:
    """A bar with its words, and how high it is."""
    label = lines_of(bar.label, columns.begin - 12)
    pieces = [text(one, 0, y + 12 + place * LEADING) for place, one in enumerate(label)]
    pieces += _drawn(bar, columns, y)
    pieces += [
        text(one, columns.width, y + 12, anchor="end") for one in lines_of(bar.shown, columns.width * 0.3, most=1)
    ]
    return pieces, max(_HIGH, len(label) * LEADING)


def _drawn(bar: Bar, columns: _Columns, y: float) -> Iterator[Markup]:
    yield box(columns.begin, y, columns.end - columns.begin, _HIGH, _GROUND)
    if bar.value:
        yield box(columns.begin, y, columns.at(bar.value) - columns.begin, _HIGH, {"fill": SPRUCE})
    if bar.compared is not None:
        at = columns.at(bar.compared)
        yield line(at, y - 3, at, y + _HIGH + 3, colour=BARK, wide=3)
