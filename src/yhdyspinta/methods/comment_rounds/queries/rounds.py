"""The round itself: its state in words, its documents, its phases, a section with its neighbours."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Case, CharField, F, Max, Q, Value, When
from django.utils.translation import gettext as _

from yhdyspinta.documents.models import DocumentVersion, Section, SectionText
from yhdyspinta.documents.passages import Passage, passages
from yhdyspinta.documents.paths import file_links
from yhdyspinta.documents.queries import files_of, forward_links
from yhdyspinta.methods.comment_rounds.queries.paths import path_of
from yhdyspinta.methods.comment_rounds.queries.places import best_of, section_label
from yhdyspinta.moderation.queries import hidden_by_reason
from yhdyspinta.moderation.values import REASONS
from yhdyspinta.processes.models import Activity, Process, Stage
from yhdyspinta.ui import dates
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.marking import marked


@dataclass(frozen=True)
class Status:
    """What the round is open for, in words."""

    key: str  # upcoming, open, closed, answered, paused, cancelled
    words: str
    colour: str
    opens_at: datetime | None = None
    closes_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.key == "open"


def status_of(activity: Activity, at: datetime, language: str) -> Status:
    """No queries when stages and process are loaded."""
    stage = next((stage for stage in activity.stages.all() if stage.key == "comments"), None)
    process = activity.process
    if process.cancelled_at is not None or process.paused_at is not None:
        key, words = ("cancelled", _("Cancelled")) if process.cancelled_at is not None else ("paused", _("Paused"))
        return Status(key, words, "rose", stage.opens_at if stage else None, stage.closes_at if stage else None)
    if stage is None:
        return Status("upcoming", _("Opening time not set yet"), "frost")
    return Status(*_by_clock(activity, stage, at, language), opens_at=stage.opens_at, closes_at=stage.closes_at)


def _by_clock(activity: Activity, stage: Stage, at: datetime, language: str) -> tuple[str, str, str]:
    if at < stage.opens_at:
        return "upcoming", _("Opens %(time)s") % {"time": dates.moment(stage.opens_at, language)}, "frost"
    if at < stage.closes_at:
        closes = dates.moment(stage.closes_at, language)
        return "open", _("Open for comments · closes %(time)s") % {"time": closes}, "amber"
    if activity.answered_at is not None:
        return "answered", _("Answered %(day)s") % {"day": dates.day(activity.answered_at, language)}, "moss"
    return "closed", _("Closed %(day)s · being answered") % {"day": dates.day(stage.closes_at, language)}, "frost"


def phases_of(process: Process, at: datetime, language: str) -> list[dict[str, str]]:
    """The phase line; one query."""
    found = []
    for phase in process.phases.all():
        is_over = phase.ends_at is not None and phase.ends_at <= at
        begun = phase.starts_at is None or phase.starts_at <= at
        is_now = begun and not is_over and phase.starts_at is not None
        found.append(
            {
                "text": marked(phase.title, language),
                "when": marked(phase.when_words, language) or _dates(phase.starts_at, phase.ends_at),
                "state": "done" if is_over else "now" if is_now else "",
            }
        )
    return found


def _dates(starts_at: datetime | None, ends_at: datetime | None) -> str:
    days = [dates.in_helsinki(at) for at in (starts_at, ends_at) if at is not None]
    words = [f"{day.day}.{day.month}." for day in days]
    if days and days[-1].year != days[0].year:
        words = [f"{day.day}.{day.month}.{day.year}" for day in days]
    return "–".join(dict.fromkeys(words))


@dataclass(frozen=True)
class SectionLine:
    """A section in a table of contents."""

    label: str
    path: str
    level: int
    comment_count: int


@dataclass(frozen=True)
class DocumentLine:
    """A document in the round: its newest version and its sections."""

    title: Wording
    summary: Wording
    version: Wording
    path: str
    comment_path: str
    many_path: str
    comment_count: int
    whole_count: int
    sections: tuple[SectionLine, ...] = field(default=())
    files: tuple[dict[str, Any], ...] = field(default=())


def documents_of(activity: Activity, language: str) -> list[DocumentLine]:
    """Every document with something to read, newest versions; three queries."""
    published = Q(document__versions__published_at__isnull=False)
    rows = (
        DocumentVersion.objects.filter(document__activity=activity, published_at__isnull=False)
        .annotate(newest=Max("document__versions__number", filter=published))
        .filter(number=F("newest"))
        .select_related("document", "thread")
        .order_by("document__position", "document__pk")
    )
    versions = list(rows)
    sections = _contents(activity, versions, language)
    files = files_of([version.document_id for version in versions])
    found = []
    for version in versions:
        document, lines = version.document, sections[version.pk]
        whole = version.thread.visible_count if version.thread else 0
        found.append(
            DocumentLine(
                title=Wording(document.title),
                summary=Wording(document.summary),
                version=Wording(version.name),
                path=path_of(activity, "document", document=document.slug),
                comment_path=f"{path_of(activity, 'comment_form')}?document={document.slug}",
                many_path=path_of(activity, "many", document=document.slug),
                comment_count=whole + sum(line.comment_count for line in lines),
                whole_count=whole,
                sections=tuple(lines),
                files=tuple(file_links(activity.process, files[document.pk])),
            )
        )
    return found


def _contents(activity: Activity, versions: Sequence[DocumentVersion], language: str) -> dict[int, list[SectionLine]]:
    by_pk = {version.pk: version for version in versions}
    rows = SectionText.objects.filter(section__version__in=versions).order_by("section__position", "pk")
    texts: dict[int, dict[str, SectionText]] = defaultdict(dict)
    sections: dict[int, Section] = {}
    for row in rows.select_related("section__thread").defer("body"):
        texts[row.section_id][row.language] = row
        sections[row.section_id] = row.section
    lines: dict[int, list[SectionLine]] = defaultdict(list)
    for pk, section in sections.items():
        version, text = by_pk[section.version_id], best_of(texts[pk], language)
        lines[section.version_id].append(
            SectionLine(
                section_label(section.number, text.heading if text else ""),
                path_of(
                    activity, "section", document=version.document.slug, version=version.number, section=section.anchor
                ),
                section.level,
                section.thread.visible_count if section.thread else 0,
            )
        )
    return lines


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
    comment_count: int
    previous: SectionLine | None
    next: SectionLine | None
    forward: tuple[dict[str, Any], ...] = ()


def section_page(activity: Activity, *, document: str, number: int, anchor: str, language: str) -> SectionPage | None:
    """The section with its text and neighbours: two queries, three more on an older version."""
    published = Q(version__document__versions__published_at__isnull=False)
    section = (
        Section.objects.filter(
            version__document__activity=activity,
            version__document__slug=document,
            version__number=number,
            version__published_at__isnull=False,
            anchor=anchor,
        )
        .annotate(newest=Max("version__document__versions__number", filter=published))
        .select_related("version__document", "thread")
        .first()
    )
    if section is None:
        return None
    texts: dict[int, dict[str, SectionText]] = defaultdict(dict)
    order: dict[int, Section] = {}
    body = Case(When(section=section, then=F("body")), default=Value(""), output_field=CharField())
    rows = SectionText.objects.filter(section__version=section.version_id).defer("body").annotate(words=body)
    for row in rows.select_related("section").order_by("section__position", "pk"):
        texts[row.section_id][row.language] = row
        order[row.section_id] = row.section
    keys = list(order)
    place = keys.index(section.pk) if section.pk in keys else 0

    def line(at: int) -> SectionLine | None:
        if not 0 <= at < len(keys):
            return None
        other = order[keys[at]]
        heading = best_of(texts[other.pk], language)
        path = path_of(activity, "section", document=document, version=number, section=other.anchor)
        return SectionLine(section_label(other.number, heading.heading if heading else ""), path, other.level, 0)

    text = best_of(texts[section.pk], language)
    is_newest = section.newest == number
    return SectionPage(
        section=section,
        version=section.version,
        is_newest=is_newest,
        label=section_label(section.number, text.heading if text else ""),
        heading=text.heading if text else "",
        language=text.language if text else language,
        passages=passages(text.words) if text else (),  # type: ignore[attr-defined]
        questions=tuple(line for line in Wording(section.questions or {}).text(language).splitlines() if line.strip()),
        comment_count=section.thread.visible_count if section.thread else 0,
        previous=line(place - 1),
        next=line(place + 1),
        forward=() if is_newest else _forward(activity, section.pk, language),
    )


def _forward(activity: Activity, pk: int, language: str) -> tuple[dict[str, Any], ...]:
    """Where an older version's section stands now."""
    found = []
    for section in forward_links([pk])[pk]:
        text = best_of({text.language: text for text in section.texts.all()}, language)
        document, number = section.version.document.slug, section.version.number
        path = path_of(activity, "section", document=document, version=number, section=section.anchor)
        name = Wording(section.version.name).text(language)
        label = section_label(section.number, text.heading if text else "")
        found.append({"href": path, "text": f"{name}: {label}"})
    return tuple(found)


def hidden_reasons(activity: Activity) -> list[tuple[int, str]]:
    """How many comments are hidden and why, most common first; one query, none when nothing is hidden."""
    if not activity.hidden_count:
        return []
    rows = hidden_by_reason(activity).items()
    return [(count, str(REASONS.get(reason, _("Another reason")))) for reason, count in rows]
