"""What every picture has: a place on the page, a name and a description for those who do not see it."""

import re
from dataclasses import dataclass
from typing import Final

from civic_compute.charts.markup import Markup, element, plain
from civic_compute.charts.problems import ChartProblem

INK: Final = "#14201e"
PAPER: Final = "#fffdf8"
SPRUCE: Final = "#0d4d47"
LAKE: Final = "#0b5a73"
LINGON: Final = "#b4283e"
BARK: Final = "#8a5200"
PLUM: Final = "#4c2c6b"
EDGE: Final = "#7d7663"
#: Every colour stands at least 3:1 against these; a test counts it.
GROUNDS: Final = ("#fffdf8", "#f7f4ec", "#ffffff")

_ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_NARROWEST: Final = 280


@dataclass(frozen=True)
class Frame:
    """Where a picture stands.

    `id` is unique on the page. One unit is one pixel where the picture is as wide as `width`, which suits a phone; on
    a wider place it grows, unless the page's style holds `.y-picture` back. A `standalone` picture is a file of its
    own: it has a ground, a size and a plain face, because no page gives them.
    """

    id: str
    width: int = 360
    standalone: bool = False

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise ChartProblem("bad_id", id=self.id)
        if self.width < _NARROWEST:
            raise ChartProblem("too_narrow", least=_NARROWEST, width=self.width)

    def pattern(self, name: str) -> str:
        """The id of a pattern of this picture."""
        return f"{self.id}-{name}"


@dataclass(frozen=True)
class Table:
    """The same numbers as the picture, as text; the first cell of a row names it."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def svg(frame: Frame, *, language: str, title: str, description: str, height: float, body: tuple[Markup, ...]) -> str:
    """The whole picture as an `svg` element."""
    attributes: dict[str, str | float] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "y-picture",
        "id": frame.id,
        "viewBox": f"0 0 {frame.width} {height:.0f}",
        "role": "img",
        "aria-labelledby": f"{frame.id}-title {frame.id}-desc",
        "lang": language,
        "focusable": "false",
    }
    ground: tuple[Markup, ...] = ()
    if frame.standalone:
        margin = 12
        size = {"width": frame.width + 2 * margin, "height": round(height) + 2 * margin}
        attributes |= size | {"viewBox": f"-{margin} -{margin} {size['width']} {size['height']}"}
        attributes |= {"color": INK, "font-family": "sans-serif"}
        ground = (element("rect", {"x": -margin, "y": -margin, **size, "fill": PAPER}),)
    return element(
        "svg",
        attributes,
        element("title", {"id": f"{frame.id}-title"}, plain(title)),
        element("desc", {"id": f"{frame.id}-desc"}, plain(description)),
        *ground,
        *body,
    )


def stripes(frame: Frame, colour: str) -> Markup:
    """A pattern of slanting stripes, for what colour alone must not tell."""
    stripe = element("rect", {"width": 3, "height": 6, "fill": colour})
    attributes: dict[str, str | float] = {"id": frame.pattern("stripes"), "width": 6, "height": 6}
    attributes |= {"patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    return element("defs", {}, element("pattern", attributes, stripe))
