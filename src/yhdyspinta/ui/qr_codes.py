"""A QR code of a link: for print, for a screen, for showing on a page."""

from io import BytesIO
from typing import Any, Final

_BORDER: Final = 4  # the quiet zone that the standard asks for


def _made(link: str) -> Any:
    import segno  # read in only where a code is made: most pages never need it

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
