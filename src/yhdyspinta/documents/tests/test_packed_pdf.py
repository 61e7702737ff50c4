"""E1: a PDF that hides what runs in a packed list of objects is refused."""

import zlib

import pytest

from yhdyspinta.documents.files import kind_of
from yhdyspinta.wording.refusals import Refusal


def pdf(objects: bytes, *, packed: bool = True) -> bytes:
    stream = zlib.compress(objects) if packed else objects
    return (
        b"%PDF-1.5\n1 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode>>\nstream\n" + stream + b"\nendstream\n"
    )


@pytest.mark.parametrize(
    "content",
    [
        pdf(b"1 0 <</S /JavaScript /JS (app.alert(1))>>"),
        pdf(b"1 0 <</S /Java#53cript>>"),
        pdf(b"1 0 <</S /Launch>>"),
        pdf(b"not packed", packed=False),
        pdf(b" " * 30_000_000),
    ],
)
def test_e1_what_runs_is_found_in_packed_objects(content):
    with pytest.raises(Refusal, match="file_has_macros"):
        kind_of(content, "a.pdf")


def test_e1_an_ordinary_packed_pdf_is_taken():
    assert kind_of(pdf(b"1 0 <</Type /Page>>"), "a.pdf") == "pdf"
