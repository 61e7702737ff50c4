"""Pictures of launch packs: checked and drawn anew as every uploaded picture is, and made small enough for pages."""

from dataclasses import dataclass
from io import BytesIO
from typing import Final

from yhdyspinta.documents.files import checked_file
from yhdyspinta.wording.refusals import Refusal

LONGEST_SIDE: Final = 1_600
TYPES: Final = {"png": "image/png", "jpg": "image/jpeg"}


@dataclass(frozen=True)
class SentPicture:
    """A picture as it was sent."""

    content: bytes
    name: str
    declared: str


@dataclass(frozen=True)
class DrawnPicture:
    """A picture that may be stored."""

    content: bytes
    kind: str
    stored_name: str
    width: int
    height: int


def drawn(sent: SentPicture) -> DrawnPicture:
    """The picture drawn anew, at most 1,600 pixels long. Raises what a file is refused for, at the field `picture`."""
    from PIL import Image

    try:
        checked = checked_file(content=sent.content, name=sent.name, declared=sent.declared)
    except Refusal as refusal:
        raise Refusal(refusal.code, field="picture", status=refusal.status, **refusal.values) from refusal
    if checked.kind not in TYPES:
        raise Refusal("launch_not_a_picture", field="picture", status=415)
    with Image.open(BytesIO(checked.content)) as picture:
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        out = BytesIO()
        picture.save(out, "PNG" if checked.kind == "png" else "JPEG", quality=88)
        return DrawnPicture(out.getvalue(), checked.kind, checked.stored_name, *picture.size)
