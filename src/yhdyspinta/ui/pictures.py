"""Photographs that are made to be slow to draw: told before anything of them is."""

import re
from collections import Counter
from typing import Final

_MARKS: Final = re.compile(rb"\xff[\xda\xe0-\xef\xfe]")
_SCAN: Final = b"\xff\xda"
_MOST_SCANS: Final = 100  # of a picture that shows step by step; programs write about ten
_MOST_MARKS: Final = 20_000


def is_endless(content: bytes) -> bool:
    """Whether a JPEG has scans or notes beyond all measure: each scan goes over the whole picture, and takes few bytes."""
    if not content.startswith(b"\xff\xd8"):
        return False
    marks = Counter(found[0] for found in _MARKS.finditer(content))
    return marks[_SCAN] > _MOST_SCANS or marks.total() > _MOST_MARKS
