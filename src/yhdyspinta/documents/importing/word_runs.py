"""The words of one Word paragraph: bold, italic and links kept, deleted text and page numbers left out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from docx.oxml.ns import qn

from yhdyspinta.documents.importing.parts import escaped

_WITHIN = {
    qn(f"w:{name}")
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo")
}
_LEFT_OUT_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF")
_LETTERS = {qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): "\u00ad", qn("w:cr"): "\n"}
_BOX = qn("w:txbxContent")
_MOST_FIELDS = 20  # open at once: a table of contents has links, and those have page numbers
_LONGEST_INSTRUCTION = 200  # of which the first word tells what a field is
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


@dataclass
class Reference:
    """A mark that leads to a footnote or endnote."""

    kind: str
    key: str
    number: int = 0


@dataclass
class Stretch:
    """Words with one look."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    note: Reference | None = None

    @property
    def look(self) -> tuple[bool, bool, str]:
        return (self.bold, self.italic, self.link)


@dataclass
class Runs:
    """A paragraph read."""

    stretches: list[Stretch] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)  # text boxes: read after the paragraph
    in_contents: bool = False  # a table of contents goes on after the paragraph

    @property
    def notes(self) -> list[Reference]:
        return [stretch.note for stretch in self.stretches if stretch.note is not None]

    def text(self, *, formatted: bool, number: Callable[[Reference], str]) -> str:
        """The paragraph as Markdown; headings are plain."""
        pieces: list[str] = []
        first = True
        for stretch in _merged(self.stretches):
            if stretch.note is not None:
                pieces.append(number(stretch.note))
            elif not formatted:
                pieces.append(stretch.text)
            else:
                pieces.append(_marked(stretch, first=first))
            first = first and not stretch.text.strip()
        return "".join(pieces).strip()


@dataclass
class _Field:
    instruction: str = ""
    shows: bool = False


def run_texts(paragraph: Any, links: dict[str, str], *, in_contents: bool = False) -> Runs:
    """Every run of the paragraph in order. Tracked changes: what was inserted is in, what was deleted is out."""
    runs = Runs(in_contents=in_contents)
    fields: list[_Field] = [_Field("TOC", shows=True)] if in_contents else []
    _walk(paragraph, runs, links, fields, "")
    runs.in_contents = any(field.instruction.strip().upper().startswith("TOC") for field in fields)
    return runs


def plain_words(parent: Any) -> str:
    """The words of what holds paragraphs, such as a cell, as they stand once every tracked change is accepted.

    A line for each paragraph; where the end of one was deleted, it goes on in the next.
    """
    words, ends = "", True
    for paragraph in _paragraphs(parent):
        stretches = run_texts(paragraph, {}).stretches
        words += ("" if ends else "\n") + "".join(stretch.text for stretch in stretches)
        ends = _marked_as(paragraph, "w:pPr/w:rPr", "w:del", "w:moveFrom")
    return words


def is_deleted_row(row: Any) -> bool:
    """Whether a tracked change took the row out of its table."""
    return _marked_as(row, "w:trPr", "w:del")


def _paragraphs(parent: Any) -> Iterator[Any]:
    """Those that stand in it, not in a table inside it, also within a control or a tracked change."""
    for element in parent:
        if element.tag == qn("w:p"):
            yield element
        elif element.tag in _WITHIN:
            yield from _paragraphs(element)


def _marked_as(element: Any, place: str, *marks: str) -> bool:
    found = element.find("/".join(qn(part) for part in place.split("/")))
    return found is not None and any(found.find(qn(mark)) is not None for mark in marks)


def _walk(parent: Any, runs: Runs, links: dict[str, str], fields: list[_Field], link: str) -> None:
    for element in parent:
        if element.tag == qn("w:r"):
            _read_run(element, runs, fields, link)
        elif element.tag == qn("w:fldSimple"):
            if not element.get(qn("w:instr"), "").strip().upper().startswith(_LEFT_OUT_FIELDS):
                _walk(element, runs, links, fields, link)
        elif element.tag in _WITHIN:
            target = links.get(element.get(qn("r:id"), ""), "") if element.tag == qn("w:hyperlink") else link
            _walk(element, runs, links, fields, target)
        elif element.tag == _ALTERNATE:
            runs.boxes += list(_boxes(element))


def _read_run(run: Any, runs: Runs, fields: list[_Field], link: str) -> None:
    bold, italic = _is_on(run, "w:b"), _is_on(run, "w:i")
    for element in run:
        if element.tag == qn("w:fldChar"):
            _turn_field(element.get(qn("w:fldCharType")), fields)
        elif element.tag == qn("w:instrText"):
            if fields and len(fields[-1].instruction) < _LONGEST_INSTRUCTION:
                said = fields[-1].instruction + (element.text or "")[:_LONGEST_INSTRUCTION]
                fields[-1].instruction = said.lstrip()
        elif element.tag in {qn("w:drawing"), qn("w:pict"), _ALTERNATE}:
            runs.boxes += list(_boxes(element))
        elif not _is_hidden(fields):
            for stretch in _stretches(element):
                stretch.bold, stretch.italic, stretch.link = bold, italic, link
                runs.stretches.append(stretch)


def _stretches(element: Any) -> Iterator[Stretch]:
    if element.tag == qn("w:t"):
        yield Stretch(element.text or "")
    elif element.tag in _LETTERS:
        yield Stretch(_LETTERS[element.tag])
    elif element.tag == qn("w:br"):
        yield Stretch("\n" if element.get(qn("w:type"), "textWrapping") == "textWrapping" else " ")
    elif element.tag in {qn("w:footnoteReference"), qn("w:endnoteReference")}:
        kind = "footnote" if element.tag == qn("w:footnoteReference") else "endnote"
        yield Stretch("", note=Reference(kind, element.get(qn("w:id"), "")))


def _turn_field(turn: str | None, fields: list[_Field]) -> None:
    if turn == "begin":
        if len(fields) >= _MOST_FIELDS:
            raise ValueError("No text has so many fields within each other.")
        fields.append(_Field())
    elif turn == "separate" and fields:
        fields[-1].shows = True
    elif turn == "end" and fields:
        fields.pop()


def _is_hidden(fields: list[_Field]) -> bool:
    """Inside a field's instruction, or in the result of a page number or a table of contents."""
    return any(
        not field.shows or field.instruction.strip().upper().startswith((*_LEFT_OUT_FIELDS, "TOC")) for field in fields
    )


def _boxes(element: Any) -> Iterator[Any]:
    """The text of text boxes, once: a newer and an older drawing of the same box stand side by side.

    A box within a box comes with the outer one's paragraphs.
    """
    choice = element.find(_CHOICE)
    waiting = [choice if choice is not None else element]
    while waiting:
        one = waiting.pop()
        if one.tag == _BOX:
            yield one
        else:
            waiting += reversed(one)


def _is_on(run: Any, name: str) -> bool:
    found = run.find(qn("w:rPr") + "/" + qn(name))
    return found is not None and found.get(qn("w:val"), "1") not in {"0", "false", "off"}


def _merged(stretches: list[Stretch]) -> list[Stretch]:
    """Neighbours that look the same as one."""
    found = []
    for _look, alike in groupby(stretches, key=lambda one: (one.look, id(one.note) if one.note else 0)):
        some = list(alike)
        words = "".join(one.text for one in some)
        found.append(Stretch(words, some[0].bold, some[0].italic, some[0].link, some[0].note))
    return found


def _marked(stretch: Stretch, *, first: bool) -> str:
    """Words with Markdown marks; the space around them stays outside, where the marks work."""
    words = stretch.text.strip()
    if not words:
        return stretch.text
    before = stretch.text[: len(stretch.text) - len(stretch.text.lstrip())]
    after = stretch.text[len(stretch.text.rstrip()) :]
    text = escaped(words) if first else escaped(f"x{words}")[1:]
    if stretch.link:
        text = f"[{text.replace('[', chr(92) + '[').replace(']', chr(92) + ']')}](<{stretch.link}>)"
    if any(letter.isalnum() for letter in words) and "\n" not in words:
        mark = ("**" if stretch.bold else "") + ("*" if stretch.italic else "")
        text = f"{mark}{text}{mark[::-1]}"
    return before + text + after
