"""Colours of an authority: contrast as WCAG counts it, and the nearest colour that can be read."""

import colorsys
import re
from collections.abc import Iterable
from typing import Final

ENOUGH: Final = 4.5
WHITE: Final = "#ffffff"
PAPER: Final = "#fffdf8"
DARK_TEXT: Final = "#14201e"
_HEX: Final = re.compile(r"#[0-9a-f]{6}")


def is_colour(value: str) -> bool:
    """Whether the text is a colour such as #0d4d47."""
    return bool(_HEX.fullmatch(value.lower()))


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lowest_contrast(colour: str, others: Iterable[str]) -> float:
    """The worst contrast of a colour with any of the others."""
    return min(contrast(colour, other) for other in others)


def nearest_passing(colour: str, others: Iterable[str], *, darker: bool) -> str:
    """The nearest darker or lighter shade of the colour that can be read with all of the others."""
    against = tuple(others)
    hue, light, strength = colorsys.rgb_to_hls(*_parts(colour))
    found = colour
    end = 0.0 if darker else 1.0
    while lowest_contrast(found, against) < ENOUGH and light != end:
        light = min(max(light + (-0.005 if darker else 0.005), 0.0), 1.0)
        found = _written(colorsys.hls_to_rgb(hue, light, strength))
    return found


def deeper(colour: str) -> str:
    """The same colour with less light, for the footer and headings."""
    hue, light, strength = colorsys.rgb_to_hls(*_parts(colour))
    return _written(colorsys.hls_to_rgb(hue, light * 0.6, strength))


def _written(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def theme_css(main: str, accent: str) -> str:
    """A style sheet that sets the look's colours to the authority's own; what cannot be read becomes a shade that can."""
    main = nearest_passing(main.lower(), (WHITE, PAPER), darker=True) if is_colour(main) else "#0d4d47"
    accent = nearest_passing(accent.lower(), (DARK_TEXT,), darker=False) if is_colour(accent) else "#f2a541"
    lines = {
        "--y-spruce": main,
        "--y-spruce-deep": deeper(main),
        "--y-cloudberry": accent,
        "--y-on-cloudberry": DARK_TEXT,
    }
    return ":root{" + "".join(f"{name}:{colour};" for name, colour in lines.items()) + "}\n"
