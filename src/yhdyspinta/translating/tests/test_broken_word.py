"""A Word file that means harm or is broken comes back as a refusal, never as an error."""

import io
import zipfile

import docx
import pytest

from yhdyspinta.translating.files import rows_back
from yhdyspinta.wording.refusals import Refusal

_BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def _with(part: str, content: str | None) -> bytes:
    """A Word file with one part written anew, or left out."""
    made, kept = io.BytesIO(), io.BytesIO()
    docx.Document().save(made)
    with zipfile.ZipFile(made) as whole, zipfile.ZipFile(kept, "w") as package:
        for name in whole.namelist():
            if name != part:
                package.writestr(name, whole.read(name))
            elif content is not None:
                package.writestr(name, content)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/document.xml", "<w:document"),
        ("word/document.xml", "<a/>"),
        ("word/document.xml", None),
        ("word/document.xml", f"{_BOMB}<w>&b;</w>"),
        ("word/_rels/document.xml.rels", "<Relationships"),
        ("_rels/.rels", "<a/>"),
        ("_rels/.rels", None),
    ],
)
def test_e4_a_broken_word_file_is_refused(part: str, content: str | None) -> None:
    with pytest.raises(Refusal):
        rows_back(_with(part, content), "a.docx")
