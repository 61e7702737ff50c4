"""Attachments: what a file is, is decided by its content; what is stored has a name of ours."""

import re
import secrets
import unicodedata
import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from yhdyspinta.documents.importing.archives import checked_size, kind_of_package, opened, without_entities
from yhdyspinta.documents.importing.pdf import refuse_active_pdf
from yhdyspinta.ui.pictures import is_endless
from yhdyspinta.ui.workbooks import EXCEL
from yhdyspinta.wording.refusals import Refusal

CONTENT_TYPES: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": EXCEL,
    "odt": "application/vnd.oasis.opendocument.text",
    "png": "image/png",
    "jpg": "image/jpeg",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
}
ACCEPTED: Final = ".pdf,.docx,.xlsx,.odt,.png,.jpg,.jpeg,.txt,.csv"
_DECLARED: Final = {
    "jpg": {"image/jpeg", "image/jpg", "image/pjpeg"},
    "txt": {"text/plain", "text/markdown"},
    "csv": {"text/csv", "text/plain", "application/vnd.ms-excel", "application/csv"},
}
_ANY: Final = {"", "application/octet-stream", "application/x-zip-compressed", "application/zip"}
MOST_PIXELS: Final = 40_000_000
_SAFE: Final = re.compile(r"[^\w.() -]+")


@dataclass(frozen=True)
class CheckedFile:
    """A file that may be stored."""

    content: bytes
    kind: str
    stored_name: str
    shown_name: str

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[self.kind]


def checked_file(*, content: bytes, name: str, declared: str) -> CheckedFile:
    """The file under a name of ours, pictures made anew.

    Raises Refusal when it is empty, too large, of a kind that we do not take, or not what its name or declared type
    says.
    """
    checked_size(content)
    kind = kind_of(content, name)
    ending = _ending(name)
    declared = declared.split(";", maxsplit=1)[0].strip().lower()
    accepted = _DECLARED.get(kind, {CONTENT_TYPES[kind].split(";")[0]}) | _ANY
    if ending != kind or declared not in accepted:
        raise Refusal("file_not_what_it_says", field="file", status=415, kind=kind.upper())
    if kind in {"png", "jpg"}:
        content = remade_picture(content, kind)
    return CheckedFile(content, kind, f"{secrets.token_hex(16)}.{kind}", shown_name(name, kind))


def kind_of(content: bytes, name: str) -> str:
    """What the content is, whatever it is called. Text is told from table by the name alone."""
    if content.startswith(b"%PDF-"):
        refuse_active_pdf(content)
        return "pdf"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")):
        package = opened(content)
        kind = kind_of_package(package)
        if kind is None:
            raise Refusal("file_kind_not_taken", field="file", status=415)
        without_entities(package)
        return kind
    return _kind_of_text(content, name)


def _kind_of_text(content: bytes, name: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal("file_kind_not_taken", field="file", status=415) from None
    start = text.lstrip()[:200].lower()
    if any(unicodedata.category(letter) == "Cc" and letter not in "\n\r\t\f" for letter in text):
        raise Refusal("file_kind_not_taken", field="file", status=415)
    if start.startswith("<") or "<svg" in start or "<html" in start or "<script" in start:
        raise Refusal("file_kind_not_taken", field="file", status=415)
    return "csv" if _ending(name) == "csv" else "txt"


def remade_picture(content: bytes, kind: str) -> bytes:
    """The picture drawn anew: place, camera and author are gone. Too many pixels are refused before decoding."""
    from PIL import Image

    if is_endless(content):
        raise Refusal("file_unreadable", field="file", status=415)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(BytesIO(content), formats=["PNG" if kind == "png" else "JPEG"]) as picture:
                width, height = picture.size
                if width * height > MOST_PIXELS:
                    raise Refusal("picture_too_large", field="file", status=413)
                return _drawn(picture, kind)
    except Refusal:
        raise
    except Exception:  # noqa: BLE001 (Pillow raises many kinds for a broken picture; each means the same here)
        raise Refusal("file_unreadable", field="file", status=415) from None


def _drawn(picture: Any, kind: str) -> bytes:
    """In one copy where it can be: a picture of 40 million pixels takes 160 MB."""
    from PIL import ImageOps

    ImageOps.exif_transpose(picture, in_place=True)
    has_holes = "A" in picture.getbands() or "transparency" in picture.info
    mode = "RGBA" if kind == "png" and has_holes else "RGB"
    plain = picture if picture.mode == mode else picture.convert(mode)
    plain.info = {}  # what a program would write beside it
    out = BytesIO()
    plain.save(out, "PNG" if kind == "png" else "JPEG", **({} if kind == "png" else {"quality": 88, "exif": b""}))
    return out.getvalue()


def _ending(name: str) -> str:
    ending = name.rsplit(".", 1)[-1].strip().lower() if "." in name else ""
    return {"jpeg": "jpg"}.get(ending, ending)


def shown_name(name: str, kind: str) -> str:
    """A name that is safe to offer for saving: no folders, no line breaks, not too long, with its right ending."""
    bare = re.split(r"[/\\]", name)[-1]
    bare = bare.rsplit(".", 1)[0] if "." in bare else bare
    cleaned = "".join(letter for letter in unicodedata.normalize("NFC", bare) if unicodedata.category(letter)[0] != "C")
    cleaned = _SAFE.sub("-", cleaned).strip(" .-")[:120]
    return f"{cleaned or 'liite'}.{kind}"
