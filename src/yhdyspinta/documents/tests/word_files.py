"""Word files like those that counties send, made with python-docx."""

from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def add_footnotes(document: Document, texts: list[str]) -> None:
    notes = "".join(
        f'<w:footnote w:id="{i}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for i, text in enumerate(texts, 1)
    )
    blob = (
        f'<w:footnotes {W}><w:footnote w:id="-1" w:type="separator"><w:p><w:r/></w:p></w:footnote>{notes}</w:footnotes>'
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        blob.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def refer(paragraph, number: int) -> None:
    run = paragraph.add_run()
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), str(number))
    run._r.append(mark)


def operating_model() -> bytes:
    """A first draft with Finnish style names, lists, a table, footnotes, tracked changes and a table of contents."""
    document = docx.Document()
    for english, finnish in (("Heading 1", "Otsikko 1"), ("Heading 2", "Otsikko 2")):
        document.styles[english].element.find(qn("w:name")).set(qn("w:val"), finnish)
    one, two = document.styles["Otsikko 1"], document.styles["Otsikko 2"]
    document.element.body.insert(
        0,
        parse_xml(
            f'<w:sdt {W}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
            "<w:sdtContent><w:p><w:r><w:t>Sisällys 1 Johdanto ..... 3</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    document.add_paragraph("1 Johdanto", style=one)
    first = document.add_paragraph("Sosiaali- ja terveys-palveluiden uudistus koskee ")
    first.add_run("kaikkia").bold = True
    first.add_run(" asukkaita. Terveyspalvelut järjestää hyvinvointialue.")
    refer(first, 1)
    document.add_paragraph("2 Osallisuuden toimintamalli", style=one)
    document.add_paragraph("2.1 Asukas suunnittelukumppanina", style=two)
    for item in ("yhdistykset", "kunnat"):
        document.add_paragraph(item, style="List Bullet")
    document.add_paragraph("ensin kuullaan", style="List Number")
    changed = document.add_paragraph("Vastaus annetaan ")
    changed._p.append(parse_xml(f'<w:del {W} w:id="1" w:author="x"><w:r><w:delText>60</w:delText></w:r></w:del>'))
    changed._p.append(parse_xml(f'<w:ins {W} w:id="2" w:author="x"><w:r><w:t>30</w:t></w:r></w:ins>'))
    changed.add_run(" päivässä. Kulje linja-autolla, Etelä-Suomi ja EU-rahoitus.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Toimija", "Tehtävä", "Kunta | kaupunki", "tiedottaa"), strict=True):
        cell.text = text
    document.add_paragraph("2.2 Vastaaminen", style=two)
    document.add_paragraph("Yhteis\u00adtyö jatkuu.")
    add_footnotes(document, ["Laki 611/2021."])
    return saved(document)
