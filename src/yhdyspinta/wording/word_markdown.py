"""Staff Markdown written into a Word file from its parsed marks: what a page shows, Word holds."""

import re
from collections.abc import Iterable
from typing import Any, Final

from django.conf import settings
from docx.enum.dml import MSO_THEME_COLOR
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.numbering import CT_Num
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from markdown_it.token import Token

from yhdyspinta.ui.markdown import kept_address, tokens_of
from yhdyspinta.wording.fields import Version
from yhdyspinta.wording.word_languages import speak

_NOT_OF_XML: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FIRST_OWN: Final = 1_000  # of the numbers of our numberings: those of the empty file are lower
_DEEPEST: Final = 3  # levels of lists that Word's own styles have
_HEADINGS: Final = {
    "h1": 0,
    "h2": 0,
    "h3": 1,
    "h4": 2,
}  # below the level of the text; others are paragraphs on pages too


def write_markdown(place: Any, text: Version, language: str, *, level: int) -> None:
    """A text in the file or in a cell of it, its highest heading at the level."""
    _Writer(place, text.language, language, level).write(tokens_of(text.text))


class _Item:
    """A list that is open: its style, its numbering, and whether its item has begun with a paragraph."""

    def __init__(self, kind: str, numbering: int | None) -> None:
        self.kind, self.numbering, self.has_begun = kind, numbering, False


class _Writer:
    """Blocks in their order, each as a paragraph of Word's own style for it."""

    def __init__(self, place: Any, said_in: str, language: str, level: int) -> None:
        self.place, self.said_in, self.language, self.level = place, said_in, language, level
        self.lists: list[_Item] = []
        self.rows: list[list[Token]] | None = None
        self.quotes, self.heading = 0, ""

    def write(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            kind, _, end = token.type.rpartition("_")
            if token.type == "inline":
                self._inline(token)
            elif token.type in {"fence", "code_block"}:
                self._inline(
                    Token("inline", "", 0, children=[Token("text", "", 0, content=token.content.rstrip("\n"))])
                )
            elif end == "open":
                self._open(kind, token)
            elif end == "close":
                self._close(kind)

    def _open(self, kind: str, token: Token) -> None:
        if kind == "heading":
            self.heading = token.tag
        elif kind == "blockquote":
            self.quotes += 1
        elif kind == "bullet_list":
            self.lists.append(_Item("List Bullet", None))
        elif kind == "ordered_list":
            self.lists.append(_Item("List Number", self._numbering(int(token.attrs.get("start", 1)))))
        elif kind == "list_item":
            self.lists[-1].has_begun = False
        elif kind == "table":
            self.rows = []
        elif kind == "tr" and self.rows is not None:
            self.rows.append([])

    def _close(self, kind: str) -> None:
        if kind == "heading":
            self.heading = ""
        elif kind == "blockquote":
            self.quotes -= 1
        elif kind in {"bullet_list", "ordered_list"}:
            self.lists.pop()
        elif kind == "table" and self.rows is not None:
            rows, self.rows = self.rows, None
            self._table(rows)

    def _inline(self, token: Token) -> None:
        if self.rows is not None:
            self.rows[-1].append(token)
            return
        style, item = self._style(), self.lists[-1] if self.lists else None
        paragraph = self.place.add_paragraph()
        if style:
            paragraph._p.style = style.replace(" ", "")  # noqa: SLF001 (its key: by name all styles are gone through)
        if item is not None and item.numbering is not None and not item.has_begun:
            facts = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 (python-docx has no other way)
            facts.get_or_add_ilvl().val, facts.get_or_add_numId().val = 0, item.numbering
        if item is not None:
            item.has_begun = True
        self._runs(paragraph, token)

    def _style(self) -> str | None:
        if self.heading in _HEADINGS:
            return f"Heading {min(self.level + _HEADINGS[self.heading], 9)}"
        if self.lists:
            deep = min(len(self.lists), _DEEPEST)
            name = "List Continue" if self.lists[-1].has_begun else self.lists[-1].kind
            return f"{name} {deep}" if deep > 1 else name
        return "Quote" if self.quotes else None

    def _numbering(self, start: int) -> int:
        """A numbering of its own for a list, so that it does not go on from the one before."""
        style = f"List Number {min(len(self.lists) + 1, _DEEPEST)}".removesuffix(" 1")
        part = self.place.part
        of_style = part.styles[style].element.pPr.numPr.numId.val
        numberings = part.numbering_part.element
        shape = numberings.num_having_numId(of_style).abstractNumId.val
        number = _FIRST_OWN + int(numberings.xpath("count(./w:num)"))
        made = numberings._insert_num(CT_Num.new(number, shape))  # noqa: SLF001 (its own way looks for a gap for long)
        made.add_lvlOverride(ilvl=0).add_startOverride(start)
        return int(made.numId)

    def _table(self, rows: list[list[Token]]) -> None:
        table = self.place.add_table(rows=len(rows), cols=max(map(len, rows)))
        table.style = "Table Grid"
        for number, (row, made) in enumerate(zip(rows, table.rows, strict=True)):
            for token, cell in zip(row, made.cells, strict=False):
                self._runs(cell.paragraphs[0], token, bold=number == 0)
            if number == 0:
                repeat_head(made)

    def _runs(self, paragraph: Paragraph, token: Token, *, bold: bool = False) -> None:
        marks, link, address = {"strong": int(bold), "em": 0}, None, ""
        for child in token.children or ():
            kind, _, end = child.type.rpartition("_")
            if kind in marks:
                marks[kind] += 1 if end == "open" else -1
            elif child.type == "link_open":
                address = _led_to(str(child.attrs.get("href", "")))
                link = _link(paragraph, address) if address else None
            elif child.type == "link_close":
                said, link = _said(link), None
                if address and said not in _as_read(address):
                    self._run(paragraph, None, f" ({_as_read(address)[-1]})", marks)
                address = ""
            elif words := _words(child):
                self._run(paragraph, link, words, marks)

    def _run(self, paragraph: Paragraph, link: Any, words: str, marks: dict[str, int]) -> None:
        run = paragraph.add_run(_NOT_OF_XML.sub("", words))
        if marks["strong"]:
            run.bold = True
        if marks["em"]:
            run.italic = True
        if link is not None:
            run.underline, run.font.color.theme_color = True, MSO_THEME_COLOR.HYPERLINK
            link.append(run._r)  # noqa: SLF001 (python-docx has no other way)
        speak(run, self.said_in, self.language)


def repeat_head(row: Any) -> None:
    """The first row is a heading: repeated on each page, and told as one to a screen reader."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 (python-docx has no other way)


def _words(token: Token) -> str:
    """What a mark within a line says; a picture says nothing, as on pages."""
    if token.type == "hardbreak":
        return "\n"
    if token.type == "softbreak":
        return " "
    return token.content if token.type in {"text", "text_special", "code_inline"} else ""


def _led_to(address: str) -> str:
    """The whole address of a link; nothing where it leads nowhere outside its page."""
    kept = kept_address(address)
    if kept.startswith("/"):
        return f"{settings.BASE_ADDRESS}{kept}"
    return kept if re.match(r"[a-z]+:", kept, re.IGNORECASE) else ""


def _as_read(address: str) -> tuple[str, ...]:
    """An address as somebody may have written it, the last as a reader of paper needs it."""
    return address, re.sub(r"^(mailto|tel):", "", address, flags=re.IGNORECASE)


def _link(paragraph: Paragraph, address: str) -> Any:
    made = OxmlElement("w:hyperlink")
    made.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.append(made)  # noqa: SLF001 (python-docx has no other way)
    return made


def _said(link: Any) -> str:
    return "".join(Run(run, None).text for run in link.iter(qn("w:r"))) if link is not None else ""
