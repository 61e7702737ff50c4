"""Pictures that are made to be slow or large to draw."""

import re
from io import BytesIO

import pytest
from PIL import Image

from yhdyspinta.authorities.logos import remade
from yhdyspinta.documents.files import remade_picture
from yhdyspinta.wording.refusals import Refusal


def made(kind: str, mode: str = "RGB", **options: object) -> bytes:
    out = BytesIO()
    Image.effect_noise((64, 64), 50).convert(mode).save(out, kind, **options)
    return out.getvalue()


def test_e3_o7_a_picture_of_scans_without_end_is_refused_and_one_of_ten_is_taken():
    whole = made("JPEG", progressive=True)
    assert remade_picture(whole, "jpg")
    scan = re.search(rb"\xff\xda.*?(?=\xff[^\x00])", whole, re.DOTALL)
    assert scan
    endless = whole[:-2] + scan[0] * 200 + whole[-2:]
    with pytest.raises(Refusal, match="file_unreadable"):
        remade_picture(endless, "jpg")
    with pytest.raises(Refusal, match="logo_not_a_picture"):
        remade(endless)
    assert remade(whole)


def test_e3_o7_a_picture_of_notes_without_end_is_refused():
    whole = made("JPEG")
    with pytest.raises(Refusal, match="file_unreadable"):
        remade_picture(whole[:2] + b"\xff\xfe\x00\x02" * 30_000 + whole[2:], "jpg")


@pytest.mark.parametrize(("mode", "kept"), [("RGB", "RGB"), ("L", "RGB"), ("RGBA", "RGBA"), ("P", "RGB"), ("1", "RGB")])
def test_e3_nothing_that_stood_beside_a_picture_comes_along(mode: str, kept: str) -> None:
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Author", "Aino")
    again = Image.open(BytesIO(remade_picture(made("PNG", mode, pnginfo=told, icc_profile=b"x" * 200), "png")))
    assert (again.mode, again.info) == (kept, {})


def test_e3_a_turned_photograph_stands_upright_without_its_facts():
    facts = Image.Exif()
    facts[0x0112], facts[0x010F] = 6, "Kamera"
    out = BytesIO()
    Image.new("RGB", (40, 20)).save(out, "JPEG", exif=facts, comment=b"Aino")
    again = Image.open(BytesIO(remade_picture(out.getvalue(), "jpg")))
    assert (again.size, dict(again.getexif()), "comment" in again.info) == ((20, 40), {}, False)
