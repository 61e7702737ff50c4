"""Sections that an answer can point at, or that comments can be filtered by."""

from dataclasses import dataclass

from yhdyspinta.documents.comparison import best_text
from yhdyspinta.documents.models import Section
from yhdyspinta.documents.passages import Passage, passages
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording


@dataclass(frozen=True)
class SectionChoice:
    """A section of a published version that an answer can point at, or that comments can be filtered by."""

    pk: int
    thread_id: int | None
    document: Wording
    version: Wording
    version_number: int
    number: str
    heading: str
    passages: tuple[Passage, ...]
    whole_thread_id: int | None  # of comments on the whole version

    @property
    def is_newer(self) -> bool:
        return self.version_number > 1


def section_choices(activity: Activity, language: str, *, with_passages: int | None = None) -> list[SectionChoice]:
    """The sections of every published version in reading order, newest version first; two queries.

    Only the section `with_passages` comes with its passages.
    """
    rows = (
        Section.objects.filter(version__document__activity=activity, version__published_at__isnull=False)
        .select_related("version__document")
        .prefetch_related("texts")
        .order_by("version__document__position", "version__document_id", "-version__number", "position")
    )
    found = []
    for section in rows:
        text = best_text(section.texts.all(), language)
        found.append(
            SectionChoice(
                pk=section.pk,
                thread_id=section.thread_id,
                document=Wording(section.version.document.title),
                version=Wording(section.version.name),
                version_number=section.version.number,
                number=section.number,
                heading=text.heading if text else "",
                passages=passages(text.body) if text and section.pk == with_passages else (),
                whole_thread_id=section.version.thread_id,
            )
        )
    return found
