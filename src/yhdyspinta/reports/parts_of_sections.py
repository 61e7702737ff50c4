"""Each good practice within a section: which there are to choose from, and which one a solution or material is about.

What it is about is kept as words: they find its place in a later version, and stand as the heading where that has them no more.
"""

from collections.abc import Iterator
from typing import Final

from yhdyspinta.documents.models import Section
from yhdyspinta.documents.parts import parts_of
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.fields import Wording

WHOLE: Final = 0  # the section as a whole
AS_IT_WAS: Final = -1  # of a change: the part that it was about, though the section has its words no more
KEPT: Final = "kept"


def parts_in_languages(section: Section) -> list[Wording]:
    """The parts of a section in their order, each in the languages whose text has as many."""
    by_language = {text.language: parts_of(text.body) for text in section.texts.all()}
    most = max((len(parts) for parts in by_language.values()), default=0)
    return [Wording({tag: parts[at] for tag, parts in by_language.items() if len(parts) == most}) for at in range(most)]


def about_of(section: Section, part: int, kept: Wording | None = None) -> Wording | None:
    """The words of a part by its number; nothing of the whole; None where the section has no such part."""
    if part == WHOLE:
        return Wording()
    if part == AS_IT_WAS:
        return kept
    parts = parts_in_languages(section)
    return parts[part - 1] if 0 < part <= len(parts) else None


def number_in(section: Section, about: Wording) -> int | None:
    """Where the words stand in a form of the section, counted from 1; None where it has them no more."""
    for at, part in enumerate(parts_in_languages(section), start=1):
        if any(part.get(tag) == words for tag, words in about.items()):
            return at
    return None


def choice_of(section: Section, about: Wording) -> str:
    """The value that the form has for a section and a part of it."""
    if not about:
        return str(section.pk)
    return f"{section.pk}:{number_in(section, about) or KEPT}"


def read_choice(value: str) -> tuple[int, int]:
    """A value of the form as section and part."""
    section, _colon, part = value.partition(":")
    return number_of(section) or 0, AS_IT_WAS if part == KEPT else number_of(part) or WHOLE


def choices(section: Section, label: str, language: str, kept: Wording | None) -> Iterator[tuple[str, str]]:
    """A section and each of its parts, to choose from; and what a practice here is about, where the words are no more."""
    yield str(section.pk), label
    for at, part in enumerate(parts_in_languages(section), start=1):
        yield f"{section.pk}:{at}", f"{label} – {part.text(language)}"
    if kept and number_in(section, kept) is None:
        yield f"{section.pk}:{KEPT}", f"{label} – {kept.text(language)}"
