"""Colours of an authority's look: how well text is read on them (WCAG 2.2, 1.4.3)."""

import colorsys
import re
from typing import Final

WHITE: Final = "#ffffff"
PAPER: Final = "#fffdf8"
DARK_TEXT: Final = "#1c1305"  # stands on the accent colour
ENOUGH: Final = 4.5
_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")
_STEPS: Final = 400


def is_colour(text: str) -> bool:
    """Whether the text is a colour as we keep them: a hash and six small hexadecimal digits."""
    return _COLOUR.fullmatch(text) is not None


def _parts(colour: str) -> tuple[float, float, float]:
    return tuple(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))  # type: ignore[return-value]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lowest_contrast(colour: str, others: tuple[str, ...]) -> float:
    return min(contrast(colour, other) for other in others)


def nearest_passing(colour: str, others: tuple[str, ...], *, darker: bool) -> str:
    """The colour of the same hue, as little darker or lighter as is enough for reading."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    end = 0.0 if darker else 1.0
    for step in range(_STEPS + 1):
        tried = _hex(colorsys.hls_to_rgb(hue, lightness + (end - lightness) * step / _STEPS, saturation))
        if lowest_contrast(tried, others) >= ENOUGH:
            return tried
    raise ValueError("Black or white must be readable on the others.")


def deeper(colour: str) -> str:
    """The darker twin for the page's header and footer."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    return _hex(colorsys.hls_to_rgb(hue, lightness * 0.64, saturation))


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
