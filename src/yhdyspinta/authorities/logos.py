"""Logos: every picture is made anew, so that nothing hidden in the sent file is kept."""

import warnings
from io import BytesIO
from typing import Any, Final

from yhdyspinta.ui.pictures import is_endless
from yhdyspinta.wording.refusals import Refusal

MOST_BYTES: Final = 2_000_000
MOST_SIDE: Final = 4_000
HEIGHT: Final = 400
WIDTH: Final = 1_600
_KINDS: Final = ("PNG", "JPEG", "WEBP")


def remade(content: bytes) -> bytes:
    """The picture as a PNG at most 400 pixels high, without what cameras and programs write into files.

    Raises Refusal: logo_too_big (judged from the header, before decoding), logo_not_a_picture.
    """
    from PIL import Image

    if len(content) > MOST_BYTES:
        raise Refusal("logo_too_big", field="logo", status=413)
    if is_endless(content):
        raise Refusal("logo_not_a_picture", field="logo", status=415)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(BytesIO(content), formats=_KINDS) as picture:
                if max(picture.size) > MOST_SIDE:
                    raise Refusal("logo_too_big", field="logo", status=413)
                return _written(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        raise Refusal("logo_too_big", field="logo", status=413) from problem
    except (OSError, ValueError, SyntaxError, EOFError, Warning) as problem:
        raise Refusal("logo_not_a_picture", field="logo", status=415) from problem


def _written(picture: Any) -> bytes:
    from PIL import Image

    clean = picture.convert("RGBA")
    clean.thumbnail((WIDTH, HEIGHT))
    bare = Image.new("RGBA", clean.size)
    bare.paste(clean)
    out = BytesIO()
    bare.save(out, "PNG", optimize=True)
    return out.getvalue()
