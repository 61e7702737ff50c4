"""Zip packages from outside (Word, Excel, OpenDocument), opened only within limits and only where they are harmless."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from yhdyspinta.documents.importing.elements import (
    MOST_ELEMENTS,
    checked_elements,
    elements_of,
    number_of_tags,
    too_large,
    unreadable,
)
from yhdyspinta.wording.refusals import Refusal

LARGEST_FILE: Final = 5 * 1024 * 1024
LARGEST_UNPACKED: Final = 50 * 1024 * 1024
LARGEST_RATIO: Final = 100
MOST_PARTS: Final = 200
_SMALL_PART: Final = 64 * 1024  # a tiny part may be packed tightly without harm
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Office files and encrypted new ones
_XML_NAMES: Final = (".xml", ".rels", ".psmdcp")  # the last: who wrote the file, and when
MAIN_TYPES: Final = {
    "docx": b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "xlsx": b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}


def checked_size(content: bytes) -> None:
    """Refuse an empty or too large file."""
    if not content:
        raise Refusal("file_empty", field="file", status=422)
    if len(content) > LARGEST_FILE:
        raise Refusal("file_too_large", field="file", status=413, megabytes=LARGEST_FILE // 1024 // 1024)


def opened(content: bytes) -> ZipFile:
    """The package, once its parts are few, small and unencrypted; nothing is unpacked before that."""
    checked_size(content)
    if content.startswith(_OLE):
        raise Refusal("file_encrypted_or_old", field="file", status=415)
    try:
        package = ZipFile(BytesIO(content))
        parts = package.infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        raise unreadable() from None
    unpacked = sum(part.file_size for part in parts)
    tight = any(
        part.file_size > _SMALL_PART and part.file_size > LARGEST_RATIO * max(part.compress_size, 1) for part in parts
    )
    if len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED or tight or unpacked > LARGEST_RATIO * len(content):
        raise too_large()
    if any(part.flag_bits & 0x1 for part in parts):
        raise Refusal("file_encrypted_or_old", field="file", status=415)
    return package


def kind_of_package(package: ZipFile) -> str | None:
    """docx, xlsx or odt by what the package itself says; None for another. Refuses macros and embedded objects."""
    names = set(package.namelist())
    if any(_is_active(name.lower()) for name in names):
        raise Refusal("file_has_macros", field="file", status=415)
    if "mimetype" in names:
        return "odt" if part_of(package, "mimetype").strip() == b"application/vnd.oasis.opendocument.text" else None
    if "[Content_Types].xml" not in names:
        return None
    types = part_of(package, "[Content_Types].xml")
    if b"macroEnabled" in types:
        raise Refusal("file_has_macros", field="file", status=415)
    return next((kind for kind, main in MAIN_TYPES.items() if main in types), None)


def _is_active(name: str) -> bool:
    """Macros of any kind, Excel's old macro sheets, and objects of other programs."""
    return (
        "vbaproject" in name
        or name.startswith(("basic/", "scripts/", "object "))
        or "/macrosheets/" in name
        or "/activex/" in name
        or "oleobject" in name
    )


def part_of(package: ZipFile, name: str) -> bytes:
    """One part, unpacked."""
    try:
        return package.read(name)
    except (BadZipFile, KeyError, ValueError, OSError, EOFError, NotImplementedError, RuntimeError):
        raise unreadable() from None
    except Exception as problem:  # zlib.error and its like have no common ancestor
        raise unreadable() from problem


def without_entities(package: ZipFile, *, most: int = MOST_ELEMENTS) -> None:
    """Read every XML part once: none names entities, none is deep, and all of them together hold so many elements.

    Nothing may be fetched from outside when the file is opened; links that a reader follows may stay. What is XML says so
    by its name, or some reader would take for XML what nobody has looked at here.
    """
    if tags_in(package) > most:
        raise too_large()
    for name in _xml_parts(package):
        checked_elements(part_of(package, name))
    _refuse_hidden_xml(package)
    for name in names_in(package):
        if name.lower().endswith(".rels") and any(map(_fetches, read_through(package, name))):
            raise Refusal("file_links_outside", field="file", status=415)


def tags_in(package: ZipFile) -> int:
    """At least as many as all XML parts together have elements: how much work it is to read them, without reading."""
    return sum(number_of_tags(part_of(package, name)) for name in _xml_parts(package))


def names_in(package: ZipFile) -> list[str]:
    """The names of its parts, each once: where two hundred have one name, the same last part would be read for each."""
    return list(dict.fromkeys(package.namelist()))


def _xml_parts(package: ZipFile) -> list[str]:
    return [name for name in names_in(package) if name.lower().endswith(_XML_NAMES)]


def _refuse_hidden_xml(package: ZipFile) -> None:
    if "[Content_Types].xml" not in package.namelist():
        return
    for said in read_through(package, "[Content_Types].xml"):
        is_xml = said.get("ContentType", "").lower().endswith("xml") and "image/" not in said.get("ContentType", "")
        name = said.get("PartName") or f".{said.get('Extension', 'xml')}"
        if is_xml and not name.lower().endswith(_XML_NAMES):
            raise unreadable()


def read_through(package: ZipFile, name: str, tag: str = "", *, most: int = MOST_ELEMENTS) -> Iterator[Element]:
    """Every element, or those of one tag, in one part, in turn: of a long part only the one at hand is held.

    Raises Refusal("file_unreadable") where the part is missing, is no XML, also by its name, or declares a document type
    or entities, and ("file_unpacks_too_large") where it is deep, or holds more elements than that. What no name tells to
    be XML nobody has counted (`tags_in`).
    """
    if not name.lower().endswith(_XML_NAMES):
        raise unreadable()
    content = part_of(package, name)
    if number_of_tags(content) > most:
        raise too_large()
    yield from elements_of(content, tag)


def _fetches(relationship: Element) -> bool:
    outside = relationship.get("TargetMode", "").lower() == "external"
    return outside and not relationship.get("Type", "").endswith("/hyperlink")
