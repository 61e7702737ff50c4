"""How much work it is to read a spreadsheet, told by counting before anything of it is read."""

import re
from itertools import islice
from typing import Final

from yhdyspinta.documents.importing.archives import names_in, part_of, tags_in
from yhdyspinta.documents.importing.elements import MOST_ELEMENTS, too_large
from yhdyspinta.intake.importing.cells import LAST_ROW, book_of, is_text

#: What is read while its sender waits, in half a second or so: 2,000 rows of six columns have 50,000 elements.
LIGHT: Final = 60_000
_LIGHT_BYTES: Final = 10_000_000  # unpacked
_ROW: Final = re.compile(rb"<(?:\w{1,20}:)?row[\s/>]")


def rows_to_read(content: bytes, name: str) -> int:
    """About how many rows a spreadsheet has that takes long to read; 0 for one that is read at once.

    Raises what the limits of archives say: a file that is refused for its size or kind is refused here.
    """
    if is_text(name):
        return 0  # 5 MB of text are read in a moment
    package = book_of(content)
    tags = tags_in(package)
    if tags > MOST_ELEMENTS:
        raise too_large()
    if tags <= LIGHT and sum(part.file_size for part in package.infolist()) <= _LIGHT_BYTES:
        return 0
    sheets = (part_of(package, name) for name in names_in(package) if "worksheets/" in name)
    return max((sum(1 for _row in islice(_ROW.finditer(sheet), LAST_ROW)) for sheet in sheets), default=0) or 1
