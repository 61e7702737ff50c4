"""Word files in a language: it is told to Word and to screen readers, and a text in another one is marked as on pages."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Final, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from yhdyspinta.wording.fields import Version, Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.word_languages import speak, spoken_as

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    Place: TypeAlias = Document | _Cell

#: A piece of a line: words in the language of the file, or a text in the nearest language that it has.
Piece = str | Mapping[str, str]

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)  # of a member of the archive, where a clock would stand
_OF_TEMPLATE: Final = ("/metadata/thumbnail", "/extended-properties")  # kinds of links of the library's own file


def begun(language: str) -> "Document":
    """An empty file whose words are in the language unless a run says otherwise."""
    import docx
    from docx.oxml.ns import qn

    file = docx.Document()
    for part, name in ((file.styles.element, "w:lang"), (file.settings.element, "w:themeFontLang")):
        for mark in part.iter(qn(name)):
            mark.set(qn("w:val"), spoken_as(language))
    _forget_the_template(file)
    return file


def _forget_the_template(file: "Document") -> None:
    """The library's own picture of an empty page, and the program that it was made with, are nothing of this file."""
    links = file.part.package.rels
    for key in [key for key, link in links.items() if link.reltype.endswith(_OF_TEMPLATE)]:
        del links[key]


def saved(file: "Document") -> bytes:
    """The file with no hour of making in it: the same words give the same bytes again."""
    kept, out = BytesIO(), BytesIO()
    file.save(kept)
    with ZipFile(kept) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            member = ZipInfo(name, _FIRST_DAY)
            member.compress_type = ZIP_DEFLATED
            after.writestr(member, before.read(name))
    return out.getvalue()


def text_of(pieces: Iterable[Piece], language: str) -> str:
    """The words of a line without its marks."""
    return "".join(one if isinstance(one, str) else Wording(one).text(language) for one in pieces)


def write_line(paragraph: "Paragraph", pieces: Iterable[Piece], language: str) -> "Paragraph":
    """The pieces in a paragraph; a text in another language than the file's is told as such, to ear and eye."""
    for piece in pieces:
        if isinstance(piece, str):
            paragraph.add_run(piece)
            continue
        text, tag = Wording(piece).in_language(language)
        speak(paragraph.add_run(text), tag, language)
        if text and tag != language:
            paragraph.add_run(" ")
            speak(paragraph.add_run(f"({CONTENT_LANGUAGES[tag]})"), tag, language)
    return paragraph


def write_text(place: "Place", value: Mapping[str, str], language: str, *, level: int = 2) -> None:
    """Staff Markdown in the file or in a cell of it, its highest heading at the level.

    In another language than the file's, the name of that language stands above, as on pages.
    """
    from yhdyspinta.wording.word_markdown import write_markdown

    found = Wording(value).in_language(language)
    if not found.text.strip():
        return
    if found.language != language:
        named = place.add_paragraph().add_run(CONTENT_LANGUAGES[found.language])
        named.italic = True
        speak(named, found.language, language)
    write_markdown(place, Version(found.text, found.language), language, level=level)


def without_first(cell: "_Cell") -> None:
    """Remove the empty paragraph that a new cell begins with, where others came after it."""
    first, *others = cell.paragraphs
    if others and not first.text:
        first._p.getparent().remove(first._p)  # noqa: SLF001 (python-docx has no other way)
