"""A section's own page: its text, its neighbours, and where it stands in later versions."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, CharField, F, Max, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Concat

from yhdyspinta.comments.models import Comment, Quote
from yhdyspinta.documents.models import DocumentVersion, Section, SectionText
from yhdyspinta.documents.passages import Passage, passages
from yhdyspinta.documents.queries import forward_links
from yhdyspinta.methods.comment_rounds.queries.contents import SectionLine, line_of
from yhdyspinta.methods.comment_rounds.queries.paths import path_of
from yhdyspinta.methods.comment_rounds.queries.places import best_of, section_label
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording

#: How many sections of the document are listed beside one: the nearest.
MOST_NEAR: Final = 10


@dataclass(frozen=True)
class SectionPage:
    """A section as its page shows it."""

    section: Section
    version: DocumentVersion
    is_newest: bool
    label: str
    heading: str
    language: str
    passages: tuple[Passage, ...]
    questions: tuple[str, ...]
    questions_language: str
    comment_count: int
    near: tuple[SectionLine, ...]
    previous: SectionLine | None
    next: SectionLine | None
    quoted: frozenset[int]  # passages that comments quote
    forward: tuple[dict[str, Any], ...] = ()


def section_page(activity: Activity, *, document: str, number: int, anchor: str, language: str) -> SectionPage | None:
    """The section with its text and neighbours: two queries, three more on an older version."""
    section = _section(activity, document, number, anchor)
    if section is None:
        return None
    text, lines = _text_and_lines(activity, section, language)
    questions = Wording(section.questions or {}).for_reader(language)
    place = next((at for at, line in enumerate(lines) if line.is_current), 0)
    is_newest = section.newest == number  # type: ignore[attr-defined]
    return SectionPage(
        section=section,
        version=section.version,
        is_newest=is_newest,
        label=section_label(section.number, text.heading if text else ""),
        heading=text.heading if text else "",
        language=text.language if text else language,
        passages=passages(text.words) if text else (),  # type: ignore[attr-defined]
        questions=tuple(line for line in questions.text.splitlines() if line.strip()),
        questions_language=questions.language,
        comment_count=section.thread.visible_count if section.thread else 0,
        near=_near(lines, place),
        previous=lines[place - 1] if place > 0 else None,
        next=lines[place + 1] if place + 1 < len(lines) else None,
        quoted=_quoted(section.marks, text.language) if text else frozenset(),  # type: ignore[attr-defined]
        forward=() if is_newest else _forward(activity, section.pk, language),
    )


def _section(activity: Activity, document: str, number: int, anchor: str) -> Section | None:
    published = Q(version__document__versions__published_at__isnull=False)
    rows: QuerySet[Section] = Section.objects.filter(
        version__document__activity=activity,
        version__document__slug=document,
        version__number=number,
        version__published_at__isnull=False,
        anchor=anchor,
    )
    quotes = Quote.objects.filter(
        comment__thread=OuterRef("thread"), comment__state=Comment.State.VISIBLE, version=number
    )
    mark = Concat("language", Value(":"), Cast("passage", CharField()))
    rows = rows.annotate(
        newest=Max("version__document__versions__number", filter=published),
        marks=ArraySubquery(quotes.annotate(mark=mark).values("mark").distinct()),
    )
    return rows.select_related("version__document", "thread").first()


def _text_and_lines(
    activity: Activity, section: Section, language: str
) -> tuple[SectionText | None, list[SectionLine]]:
    """The section's text, and the table of contents it stands in; one query."""
    texts: dict[int, dict[str, SectionText]] = defaultdict(dict)
    order: dict[int, Section] = {}
    body = Case(When(section=section, then=F("body")), default=Value(""), output_field=CharField())
    rows = SectionText.objects.filter(section__version=section.version_id).defer("body").annotate(words=body)
    for row in rows.select_related("section__thread").order_by("section__position", "pk"):
        texts[row.section_id][row.language] = row
        order[row.section_id] = row.section
    lines = [
        replace(line_of(activity, section.version, other, best_of(texts[pk], language), language),
                is_current=pk == section.pk)
        for pk, other in order.items()
    ]  # fmt: skip
    return best_of(texts[section.pk], language), lines


def _near(lines: Sequence[SectionLine], place: int) -> tuple[SectionLine, ...]:
    first = max(0, min(place - MOST_NEAR // 2, len(lines) - MOST_NEAR))
    return tuple(lines[first : first + MOST_NEAR])


def _quoted(marks: Sequence[str], language: str) -> frozenset[int]:
    """The passages, of the text shown, that visible comments quote."""
    found = (mark.rpartition(":") for mark in marks)
    return frozenset(int(passage) for spoken, _colon, passage in found if spoken == language)


def _forward(activity: Activity, pk: int, language: str) -> tuple[dict[str, Any], ...]:
    """Where an older version's section stands now."""
    found = []
    for section in forward_links([pk])[pk]:
        text = best_of({text.language: text for text in section.texts.all()}, language)
        document, number = section.version.document.slug, section.version.number
        path = path_of(activity, "section", document=document, version=number, section=section.anchor)
        name = Wording(section.version.name).for_reader(language).text
        label = section_label(section.number, text.heading if text else "")
        found.append({"href": path, "text": f"{name}: {label}"})
    return tuple(found)
