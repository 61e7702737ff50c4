"""A PDF from outside: one that runs something, or hides it, is refused."""

import re
import zlib
from typing import Final

from yhdyspinta.wording.refusals import Refusal


def _spelt(*names: bytes) -> re.Pattern[bytes]:
    """Names as a PDF may write them: any letter also as its number."""
    letters = (b"".join(b"(?:%c|#%02x|#%02X)" % (letter, letter, letter) for letter in name) for name in names)
    return re.compile(rb"/(?:%s)\b" % b"|".join(letters))


_ACTIVE: Final = _spelt(b"JavaScript", b"JS", b"Launch", b"EmbeddedFile", b"RichMedia", b"XFA")
_ENCRYPT: Final = _spelt(b"Encrypt")
_PACKED_OBJECTS: Final = _spelt(b"ObjStm")
_PREDICTOR: Final = _spelt(b"Predictor")
_STREAM: Final = re.compile(rb"stream\r?\n")
_LONGEST_FACTS: Final = 2_000  # what is told of a list, before it
_MOST_PACKED: Final = 2_000  # lists of packed objects: a list holds a hundred or more
_LONGEST_PACKED: Final = 1_000_000
_MOST_UNPACKED: Final = 20_000_000
_PIECE: Final = 16_384


def refuse_active_pdf(content: bytes) -> None:
    """Raises Refusal("file_encrypted_or_old") and ("file_has_macros"), the latter also for what cannot be looked into."""
    if _ENCRYPT.search(content):
        raise Refusal("file_encrypted_or_old", field="file", status=415)
    if _ACTIVE.search(content) or _hides_actions(content):
        raise Refusal("file_has_macros", field="file", status=415)


def _hides_actions(content: bytes) -> bool:
    """Whether a packed list of objects holds what runs; one that cannot be read within the limits counts as such."""
    left = _MOST_UNPACKED
    for number, found in enumerate(_PACKED_OBJECTS.finditer(content)):
        stream = _STREAM.search(content, found.end(), found.end() + _LONGEST_FACTS)
        if stream is None or number >= _MOST_PACKED or _is_reckoned(content, found.start(), stream.start()):
            return True
        try:
            unpacked = _unpacked(content, stream.end(), left)
        except zlib.error:
            return True
        left -= len(unpacked)
        if left <= 0 or _ACTIVE.search(unpacked):
            return True
    return False


def _is_reckoned(content: bytes, place: int, stream: int) -> bool:
    """Whether a list is kept as differences of its rows, in which no name can be read."""
    begin = content.rfind(b"obj", max(0, place - _LONGEST_FACTS), place)
    return _PREDICTOR.search(content, max(begin, 0), stream) is not None


def _unpacked(content: bytes, start: int, most: int) -> bytes:
    """A stream from its start, fed in pieces: what stands behind its end is not gone through."""
    reader, parts = zlib.decompressobj(), []
    for place in range(start, min(start + _LONGEST_PACKED, len(content)), _PIECE):
        parts.append(reader.decompress(content[place : place + _PIECE], max(most, 1)))
        most -= len(parts[-1])
        if reader.eof or most <= 0:
            return b"".join(parts)
    if len(content) > start + _LONGEST_PACKED:
        raise zlib.error("longer than is looked into")
    return b"".join(parts)
