"""E1: a PDF that hides what runs in a packed list of objects is refused; E4: soon, however many lists there are."""

import random
import zlib

import pytest

from tests.work import work_within
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


def test_e1_names_written_as_numbers_are_read():
    for name in (b"/J#61vaScript", b"/J#53", b"/#4caunch", b"/R#69chMedia"):
        with pytest.raises(Refusal, match="file_has_macros"):
            kind_of(b"%PDF-1.5\n<<" + name + b" 1 0 R>>", "a.pdf")
    with pytest.raises(Refusal, match="file_encrypted_or_old"):
        kind_of(b"%PDF-1.5\n<</Encr#79pt 1 0 R>>", "a.pdf")
    assert kind_of(b"%PDF-1.5\n<</JSON /Launches /Name#20JS>>", "a.pdf") == "pdf"


def test_e4_o7_lists_without_end_are_refused_soon():
    empty = b"/ObjStm>>stream\n" + zlib.compress(b"")
    rest = random.Random(1).randbytes(2_000_000)
    with work_within(1):
        with pytest.raises(Refusal, match="file_has_macros"):
            kind_of(b"%PDF-1.5\n" + empty * 20_000 + rest, "a.pdf")
        assert kind_of(b"%PDF-1.5\n" + empty * 1_500 + rest, "a.pdf") == "pdf"
        kind_of(b"%PDF-1.5\n" + b"#41" * 1_500_000, "a.pdf")


def test_e1_a_list_that_is_longer_than_is_looked_into_is_refused():
    with pytest.raises(Refusal, match="file_has_macros"):
        kind_of(pdf(random.Random(1).randbytes(1_500_000)), "a.pdf")


def test_e1_a_list_is_found_however_it_is_told():
    runs = pdf(b"1 0 <</S /JavaScript>>")
    for before, after in (
        (b"/ObjStm", b"/Obj#53tm"),
        (b"/N 1", b"/DecodeParms <</Predictor 1>> /N 1"),
        (b"/N 1", b"/A <</B 1>>/N 1"),
    ):
        with pytest.raises(Refusal, match="file_has_macros"):
            kind_of(runs.replace(before, after), "a.pdf")
    reckoned = pdf(b"nothing to read").replace(b"/Type", b"/DecodeParms <</Columns 4 /Predictor 12>> /Type")
    with pytest.raises(Refusal, match="file_has_macros"):
        kind_of(reckoned, "a.pdf")
    assert kind_of(pdf(b"1 0 <</Type /Page>>").replace(b"/N 1", b"/A <</B 1>>/N 1"), "a.pdf") == "pdf"


def test_e4_o7_names_of_lists_without_end_are_refused_soon():
    with work_within(1), pytest.raises(Refusal, match="file_has_macros"):
        kind_of(b"%PDF-1.5\n" + b"/ObjStm " * 600_000, "a.pdf")
