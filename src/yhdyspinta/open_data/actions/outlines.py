"""The draft documents of a request that was brought in: a section for each of its questions, to be filled by the coordinator."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from yhdyspinta.documents.actions import add_outline, create_document
from yhdyspinta.documents.importing.parts import without_number
from yhdyspinta.intake.codes import MATTER
from yhdyspinta.open_data.statements.reading import Question, Request
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Process
from yhdyspinta.wording.fields import Wording

#: The code of a part in our own lists: its document's letter, and the number of its section unless it is all of it.
_OWN: Final = re.compile(r"(?P<letter>[A-Z]{1,2})(?P<number>\d+(?:\.\d+)*)?")


def draft_documents(actor: Person, process: Process, versions: Sequence[Request], *, at: datetime) -> None:
    """A document for each letter of our own codes, and one for all questions of another service; none without questions."""
    titles = {one.language: one.name for one in versions}
    documents: dict[str, dict[str, dict[str, str]]] = {}
    named: dict[str, dict[str, str]] = {}
    for version in versions:
        for question in version.questions:
            letter, is_whole = _place(question)
            if question.code == MATTER:
                continue
            parts = documents.setdefault(letter, {})
            words = named.setdefault(letter, {}) if is_whole else parts.setdefault(question.code, {})
            words[version.language] = question.title
    for letter, parts in documents.items():
        title = Wording({**titles, **named.get(letter, {})})
        document = create_document(actor=actor, activity=process.activities.get(), title=title, at=at)
        outline = [_part(headings) for headings in parts.values()]
        add_outline(actor=actor, version=document.versions.get(), parts=outline, at=at)


def _place(question: Question) -> tuple[str, bool]:
    """The letter of its document, and whether it is the document as a whole."""
    own = _OWN.fullmatch(question.code)
    return (own["letter"], own["number"] is None) if own else ("", False)


def _part(headings: dict[str, str]) -> tuple[Wording, int]:
    """Headings without the numbers written before them, and the level that those tell."""
    read = {language: without_number(heading) for language, heading in headings.items()}
    level = next((found for _words, found in read.values() if found), 1)
    return Wording({language: words for language, (words, _level) in read.items()}), level
