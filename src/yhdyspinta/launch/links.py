"""The short link of a round in each language, and its QR code."""

from io import BytesIO
from typing import Any, Final

from yhdyspinta.notices.addresses import absolute
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES, html_lang

_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
_BORDER: Final = 4  # the quiet zone that the standard asks for


def code_of(number: int) -> str:
    """A number in as few letters and digits as possible."""
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
    return text or "0"


def number_of_code(code: str) -> int | None:
    """The number of a code, or None for what is none."""
    if not code.isascii() or not code.isalnum() or len(code) > 11 or code != code.lower():
        return None
    return int(code, 36)


def page_language_of(language: str) -> str:
    """The language of the pages that a text of the content language leads to."""
    plain = html_lang(language)
    return plain if plain in INTERFACE_LANGUAGES else INTERFACE_LANGUAGES[0]


def round_link(activity: Activity, language: str) -> str:
    """The short link, whole, in a language."""
    code = code_of(activity.pk)
    return absolute(address("launch:short", activity.process.owner, language=page_language_of(language), code=code))


def _made(link: str) -> Any:
    import segno  # read in only where a code is made: public pages never need it

    return segno.make(link, error="m", micro=False)


def qr_svg(link: str) -> bytes:
    """The QR code as an SVG file: black on white, with its quiet zone."""
    out = BytesIO()
    _made(link).save(out, kind="svg", scale=8, border=_BORDER, light="#fff", title=link)
    return out.getvalue()


def qr_png(link: str) -> bytes:
    """The QR code as a PNG that is sharp in print."""
    out = BytesIO()
    _made(link).save(out, kind="png", scale=24, border=_BORDER)
    return out.getvalue()


def qr_address(link: str) -> str:
    """The QR code in an address of its own, for showing on a page."""
    found: str = _made(link).svg_data_uri(scale=5, border=_BORDER, light="#fff")
    return found
