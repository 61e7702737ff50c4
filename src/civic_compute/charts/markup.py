"""SVG as text: every value is escaped, every number written one way, and nothing needs `style` or a script."""

import html
import re
from collections.abc import Mapping
from typing import Final, NewType

Markup = NewType("Markup", str)  # made only here, so that nothing is left unescaped
Attributes = Mapping[str, str | float]

#: What XML 1.0 cannot carry: controls, half a character, and two that are no characters.
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, attributes: Attributes, *children: Markup) -> Markup:
    """An element; attributes in the order given."""
    written = "".join(f' {key}="{_attribute(value)}"' for key, value in attributes.items())
    inside = "".join(children)
    return Markup(f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>")


def group(name: str, *children: Markup) -> Markup:
    """A group of a class, on a line of its own."""
    return Markup(f"\n{element('g', {'class': name}, *children)}")


def plain(text: str) -> Markup:
    """Words, escaped; what XML cannot carry becomes U+FFFD."""
    return Markup(html.escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)))


def coordinate(number: float) -> str:
    """At most two decimals, never an exponent, never -0."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _attribute(value: str | float) -> str:
    return plain(value) if isinstance(value, str) else coordinate(value)
