"""The outlines of municipalities, for overview maps (Statistics Finland, National Land Survey, CC BY 4.0).

They are coarse, about 1:4 500 000: good to look at, not to decide where a point is.
"""

import csv
import json
from dataclasses import dataclass
from functools import lru_cache

from yhdyspinta.places.loading import DATA

Point = tuple[float, float]


@dataclass(frozen=True)
class Outline:
    """A municipality: its rings and its central locality, in degrees east and north."""

    code: str
    rings: tuple[tuple[Point, ...], ...]
    centre: Point


@lru_cache(maxsize=8)
def outlines_beside(code: str) -> tuple[Outline, ...]:
    """The municipalities of the county in which a municipality is, in the order of their codes; none for an unknown one."""
    found = json.loads((DATA / "municipalities.geojson").read_text(encoding="utf-8"))["features"]
    county = next((one["properties"]["county_code"] for one in found if one["id"] == code), None)
    own = [one for one in found if one["properties"]["county_code"] == county]
    centres = _centres() if own else {}
    return tuple(Outline(one["id"], _rings(one["geometry"]), centres[one["id"]]) for one in own)


def _rings(geometry: dict[str, object]) -> tuple[tuple[Point, ...], ...]:
    given: list[object] = geometry["coordinates"]  # type: ignore[assignment]
    parts = given if geometry["type"] == "MultiPolygon" else [given]
    return tuple(tuple((point[0], point[1]) for point in ring) for part in parts for ring in part)  # type: ignore[attr-defined]


def _centres() -> dict[str, Point]:
    with (DATA / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: (float(row["centre_lon"]), float(row["centre_lat"])) for row in csv.DictReader(file)}
