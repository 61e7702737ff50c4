from collections import Counter
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yhdyspinta.documents.importing.markdown import parts_of_markdown
from yhdyspinta.documents.importing.mends import mended, proposal
from yhdyspinta.documents.importing.parts import clean
from yhdyspinta.documents.importing.paste import parts_of_paste
from yhdyspinta.documents.importing.word import parts_of_word
from yhdyspinta.documents.passages import passages
from yhdyspinta.documents.tests.word_files import operating_model, saved
from yhdyspinta.documents.texts import joined_body, split_text
from yhdyspinta.wording.refusals import Refusal


def letters(text: str) -> Counter[str]:
    return Counter(letter for letter in clean(text) if letter.isalpha())


def words_of(parts) -> str:
    return "\n".join(f"{part.heading}\n{part.body}" for part in parts)


def test_word_file_becomes_sections_by_its_finnish_heading_styles():
    parts = parts_of_word(operating_model())
    assert [(part.heading, part.level) for part in parts] == [
        ("Johdanto", 1),
        ("Osallisuuden toimintamalli", 1),
        ("Asukas suunnittelukumppanina", 2),
        ("Vastaaminen", 2),
    ]
    intro, _chapter, partner, answering = parts
    assert "**kaikkia** asukkaita" in intro.body
    assert intro.body.endswith("[1] Laki 611/2021.")
    assert "hyvinvointialue.[1]" in intro.body
    assert "- yhdistykset\n- kunnat\n1. ensin kuullaan" in partner.body
    assert "| Toimija | Tehtävä |\n| --- | --- |\n| Kunta \\| kaupunki | tiedottaa |" in partner.body
    assert "annetaan 30 päivässä" in partner.body
    assert "60" not in partner.body
    assert "Sisällys" not in words_of(parts)
    assert answering.body == "Yhteistyö jatkuu."


def test_broken_words_are_proposed_and_real_hyphens_left_alone():
    parts = parts_of_word(operating_model())
    mends = {mend.before: mend for part in parts for mend in part.mends}
    assert mends["terveys-palveluiden"].after == "terveyspalveluiden"
    assert mends["terveys-palveluiden"].accepted
    assert mends["Yhteis¬työ"].kind == "soft"
    assert set(mends) == {"terveys-palveluiden", "Yhteis¬työ"}


@pytest.mark.parametrize(
    "word", ["linja-autolla", "EU-rahoitus", "Etelä-Suomi", "e-resepti", "kuorma-auto", "sote-Uudistus"]
)
def test_real_compounds_are_never_proposed(word):
    first, second = word.split("-")
    assert proposal(first, second, {"autolla"}, at_line_end=False) is None


def test_hyphens_at_line_ends_are_drawn_together():
    parts = parts_of_paste(
        "1 Palvelut\n\nHyvinvointi-\nalue järjestää sosiaali-\nja terveyspalvelut. Hyvinvointialue vastaa."
    )
    assert parts[0].body == "Hyvinvointi-alue järjestää sosiaali- ja terveyspalvelut. Hyvinvointialue vastaa."
    [mend] = parts[0].mends
    assert mend.accepted
    assert mended(parts[0].body, [mend]).startswith("Hyvinvointialue järjestää sosiaali- ja")


def test_pasted_numbered_headings_make_sections():
    text = "Saate.\n\n1 Johdanto\nTämä on\nluonnos.\n\n2. Malli\n\n2.1 Asukas\n\n• yksi\n• kaksi\n\n1. Ensin sovitaan.\n2. Sitten tehdään.\n\n12"
    parts = parts_of_paste(text)
    assert [(part.heading, part.level) for part in parts] == [("", 1), ("Johdanto", 1), ("Malli", 1), ("Asukas", 2)]
    assert parts[1].body == "Tämä on luonnos."
    assert parts[3].body == "- yksi\n- kaksi\n\n1. Ensin sovitaan.\n2. Sitten tehdään."


def test_paste_without_numbers_takes_short_lines_as_headings():
    parts = parts_of_paste(
        "Asukas kumppanina\n\nPalvelua valmistellaan yhdessä asukkaiden kanssa.\n\nVastaaminen\n\nKaikkiin kommentteihin vastataan."
    )
    assert [part.heading for part in parts] == ["Asukas kumppanina", "Vastaaminen"]


def test_markdown_headings_tables_and_footnotes():
    parts = parts_of_markdown(
        "# 1 Johdanto\n\nTeksti[^a].\n\nAla\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n# ei otsikko\n```\n\n[^a]: Kela"
    )
    assert [(part.heading, part.level) for part in parts] == [("Johdanto", 1), ("Ala", 2)]
    assert parts[0].body == "Teksti[a].\n\n[a] Kela"
    assert "# ei otsikko" in parts[1].body


ANY_TEXT = st.text(st.sampled_from("aåÄö bC1.-\n#*_[]()|>`\\<&;:•\u00ad\u200b\u202ex"), max_size=200)


@settings(max_examples=250, deadline=None)
@given(ANY_TEXT)
def test_import_loses_no_letter_of_a_pasted_text(text):
    assert letters(words_of(parts_of_paste(text))) == letters(text)


@settings(max_examples=250, deadline=None)
@given(ANY_TEXT)
def test_pasted_letters_are_all_shown(text):
    shown = " ".join(part.heading + " ".join(p.text for p in passages(part.body)) for part in parts_of_paste(text))
    assert letters(shown) == letters(text)


@settings(max_examples=250, deadline=None)
@given(ANY_TEXT)
def test_import_loses_no_letter_of_markdown(text):
    assert letters(words_of(parts_of_markdown(text))) == letters(text)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Normal", "Heading 1", "Heading 3", "List Bullet", "Title"]),
            st.text("aåÄ bC1.-*_[]|>#x", max_size=40),
        ),
        max_size=12,
    )
)
def test_import_loses_no_letter_of_a_word_file(paragraphs):
    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    found = words_of(parts_of_word(saved(document)))
    assert letters(found) == letters(" ".join(text for _style, text in paragraphs))


WORDS = st.text("aåö bc1.", min_size=1, max_size=30).map(str.strip).filter(lambda text: text and text[0].isalpha())


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4), WORDS, st.lists(WORDS, min_size=1, max_size=4))
def test_splitting_undoes_joining(first, heading, second):
    body, more, title = "\n\n".join(first), "\n\n".join(second), " ".join(heading.split())
    back = split_text(joined_body(body, title, more), len(first) + 1)
    assert (back.before, back.heading, back.after) == (body, title, more)


def refused(content: bytes) -> str:
    with pytest.raises(Refusal) as refusal:
        parts_of_word(content)
    return refusal.value.code


def repacked(content: bytes, **more: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, more.pop(name, None) or source.read(name))
        for name, data in more.items():
            target.writestr(name, data)
    return out.getvalue()


def test_e1_e4_dangerous_word_files_are_refused():
    plain = saved(docx.Document())
    assert refused(b"") == "file_empty"
    assert refused(b"x" * (5 * 1024 * 1024 + 1)) == "file_too_large"
    assert refused(b"not a zip") == "file_unreadable"
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 99) == "file_encrypted_or_old"
    assert refused(plain[: len(plain) // 2]) == "file_unreadable"
    assert refused(repacked(plain, **{"word/vbaProject.bin": b"x"})) == "file_has_macros"
    assert refused(repacked(plain, **{"word/big.xml": b" " * 60_000_000})) == "file_unpacks_too_large"
    assert refused(repacked(plain, **{f"word/p{i}.xml": b"<a/>" for i in range(220)})) == "file_unpacks_too_large"
    bomb = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>'
    assert refused(repacked(plain, **{"word/evil.xml": bomb})) == "file_unreadable"
    assert refused(repacked(plain, **{"word/document.xml": b"<broken"})) == "file_unreadable"
    assert refused(repacked(plain, **{"word/document.xml": b"<a/>"})) == "file_unreadable"


def test_i3_unseen_characters_do_not_come_in():
    [part] = parts_of_paste("a\u202eb\u200bc\u0000d\ufeffe \u00e4" + "\u0301" * 60)
    assert part.body.startswith("abcde ä")
    assert len(part.body) < 15


def test_i7_markup_in_a_section_is_harmless():
    evil = (
        "<script>alert(1)</script>\n\n[a](javascript:alert(1)) [b](data:text/html,x) [c](//evil.example) "
        '<svg onload=alert(1)> <a id="x" class="y" hx-get="/z">q</a>\n\n<style>*{}</style>\n\n![p](https://evil.example/x.png)'
    )
    html = "".join(passage.html for passage in passages(evil))
    for bad in ("<script", 'javascript:"', 'href="data:', 'href="//', "<svg", "<style", "<img", 'hx-get="/z">'):
        assert bad not in html
    assert 'href="javascript' not in html
