"""What every picture promises, whatever it shows."""

import re
import xml.etree.ElementTree as ET

from civic_compute.charts.lettering import width_of

SVG = "{http://www.w3.org/2000/svg}"
PLAIN = {"svg", "title", "desc", "defs", "pattern", "rect", "line", "path", "polygon", "circle", "text", "g"}
NUMBERS = {"x", "y", "r", "cx", "cy", "x1", "x2", "y1", "y2", "points", "width", "height", "viewBox"}


def check(picture: str, *, name: str, width: int = 360) -> ET.Element:
    """Well formed, named and described, nothing that a strict content security policy refuses, no text too wide."""
    root = ET.fromstring(picture)
    assert root.get("role") == "img"
    named = [root.find(f"{SVG}{part}") for part in ("title", "desc")]
    assert root.get("aria-labelledby").split() == [one.get("id") for one in named] == [f"{name}-title", f"{name}-desc"]
    assert all(one.text.strip() for one in named)
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= PLAIN
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert all(one.startswith(name) for one in ids)
    for one in root.iter():
        for key, value in one.attrib.items():
            assert key != "style"
            assert not key.startswith("on")
            assert "href" not in key
            assert key not in NUMBERS or re.fullmatch(r"[-0-9., ]*", value), (key, value)
            for used in re.findall(r"url\(#([^)]*)\)", value):
                assert used in ids
    left, _top, wide, high = map(float, root.get("viewBox").split())
    turned = {id_of for group in root.iter(f"{SVG}g") if group.get("transform") for id_of in map(_key, group)}
    for one in root.iter(f"{SVG}text"):
        if _key(one) in turned:
            continue
        x, y, long = float(one.get("x")), float(one.get("y")), width_of(one.text or "", float(one.get("font-size")))
        begins = {None: x, "middle": x - long / 2, "end": x - long}[one.get("text-anchor")]
        assert begins >= left - 12, one.text
        assert begins + long <= left + wide + 12, one.text
        assert y <= high
    assert wide - (-2 * left) == width
    return root


def _key(element: ET.Element) -> int:
    return id(element)


def words(root: ET.Element) -> str:
    return " | ".join(one.text or "" for one in root.iter(f"{SVG}text"))
