"""The languages of a Word file: what Word calls them, and how a run of words in another than the file's is marked."""

from typing import TYPE_CHECKING, Any, Final

from yhdyspinta.wording.languages import html_lang

if TYPE_CHECKING:
    from docx.text.run import Run

_SPOKEN: Final = {
    "fi": "fi-FI", "sv": "sv-FI", "en": "en-GB", "se": "se-FI", "smn": "smn-FI", "sms": "sms-FI",
}  # fmt: skip


def spoken_as(tag: str) -> str:
    """What Word calls a content language: it reads aloud and checks the spelling by country."""
    return _SPOKEN.get(html_lang(tag), html_lang(tag))


def speak(run: "Run", tag: str, language: str) -> None:
    """Mark the run's language where it is not the file's."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if spoken_as(tag) == spoken_as(language):
        return
    mark: Any = OxmlElement("w:lang")
    mark.set(qn("w:val"), spoken_as(tag))
    facts: Any = run._r.get_or_add_rPr()  # noqa: SLF001 (python-docx has no other way)
    facts.insert_element_before(mark, "w:eastAsianLayout", "w:specVanish", "w:oMath")
