"""What a draft still needs before it may be published."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from yhdyspinta.documents.models import DocumentVersion
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES


@dataclass(frozen=True)
class DraftGap:
    """Something missing: a code, the languages, and the section where it is missing (None is the document's own)."""

    code: str  # title, summary, name, what_changed, no_sections, heading, body, questions
    languages: tuple[str, ...] = ()
    section: int | None = None
    number: str = ""

    @property
    def words(self) -> str:
        languages = ", ".join(CONTENT_LANGUAGES[tag] for tag in self.languages)
        return _WORDS[self.code]() % {"number": self.number, "languages": languages}


_WORDS = {
    "title": lambda: _("The document's title is missing: %(languages)s"),
    "summary": lambda: _("The document's summary is missing: %(languages)s"),
    "name": lambda: _("The version's name is missing: %(languages)s"),
    "what_changed": lambda: _("What changed is missing: %(languages)s"),
    "no_sections": lambda: _("The document has no sections yet"),
    "heading": lambda: _("Section %(number)s has no heading: %(languages)s"),
    "body": lambda: _("Section %(number)s has no text: %(languages)s"),
    "questions": lambda: _("Section %(number)s has no guiding questions: %(languages)s"),
}


def gaps_of_draft(version: DocumentVersion) -> list[DraftGap]:
    """Everything missing, in reading order; two queries besides the version's own chain."""
    owner = version.document.activity.process.owner
    needed = list(owner.duty_languages) or list(owner.languages[:1]) or ["fi"]
    found = list(_own_gaps(version, needed))
    sections = list(version.sections.prefetch_related("texts"))
    if not sections:
        found.append(DraftGap("no_sections"))
    for section in sections:
        headings = Wording({text.language: text.heading.strip() for text in section.texts.all()})
        bodies = Wording({text.language: text.body.strip() for text in section.texts.all()})
        wordings = {"heading": headings, "body": bodies, "questions": Wording(section.questions)}
        for code, wording in wordings.items():
            missing = wording.missing(needed)
            if missing and (code == "heading" or wording):
                found.append(DraftGap(code, tuple(missing), section.pk, section.number))
    return found


def _own_gaps(version: DocumentVersion, needed: list[str]) -> Iterator[DraftGap]:
    texts = {
        "title": version.document.title,
        "summary": version.document.summary,
        "name": version.name,
        "what_changed": version.what_changed,
    }
    for code, value in texts.items():
        wording = Wording(value)
        missing = wording.missing(needed)
        if missing and (wording or code in {"title", "name"}):
            yield DraftGap(code, tuple(missing))
