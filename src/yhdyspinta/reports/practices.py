"""Solutions in use and support material beside sections, as pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from yhdyspinta.documents.models import Section
from yhdyspinta.documents.queries import forward_links, with_sources
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.taking_comments import comment_method_of
from yhdyspinta.reports.models import Practice
from yhdyspinta.wording.fields import Wording

KINDS: dict[str, Promise | str] = {"solution": _("Solution in use"), "support": _("Support material")}
_MOST = 300


@dataclass(frozen=True)
class PracticeShown:
    """One of them."""

    pk: int
    kind: str
    title: Wording
    text: Wording
    link: str
    file_path: str
    edit_path: str
    file_kind: str  # as in PDF
    size: int


def stands_beside(practice: Practice) -> int:
    """The section beside which it stands now: the newest published form of its own."""
    newest = forward_links({practice.section_id})[practice.section_id]
    return newest[0].pk if newest else practice.section_id


def of_section(process: Process, section: Section) -> list[PracticeShown]:
    """Those of a section and of everything that it came from, through however many versions; three queries at most."""
    if not Practice.objects.filter(section__version__document__versions=section.version_id, removed_at=None).exists():
        return []
    rows = Practice.objects.filter(section__in=with_sources(section), removed_at=None)
    return [_shown(process, row) for row in rows.order_by("kind", "pk")[:_MOST]]


def are_there(activity: Activity) -> bool:
    """Whether anything stands beside a section of the round; one query."""
    return _of(activity).exists()


def by_section(activity: Activity) -> list[dict[str, Any]]:
    """Every section that has some, in the order of the documents, with its heading and path; five queries.

    Each by its newest published form: what stands beside two forms of one section stands together.
    """
    rows = list(_of(activity)[:_MOST])
    if not rows:
        return []
    now = forward_links({row.section_id for row in rows})
    of_each: dict[int, tuple[Section, list[Practice]]] = {}
    for row in rows:
        section = next(iter(now[row.section_id]), row.section)
        of_each.setdefault(section.pk, (section, []))[1].append(row)
    ordered = sorted(of_each.values(), key=lambda one: _place(one[0]))
    return [_with_practices(activity, section, beside) for section, beside in ordered]


def _place(section: Section) -> tuple[int, int, int, int]:
    document = section.version.document
    return document.position, document.pk, section.position, section.pk


def _with_practices(activity: Activity, section: Section, beside: Iterable[Practice]) -> dict[str, Any]:
    version = section.version
    path = comment_method_of(activity).section_path(
        activity, document=version.document.slug, version=version.number, section=section.anchor
    )
    return {
        "number": section.number,
        "heading": Wording({text.language: text.heading for text in section.texts.all()}),
        "document": version.document.title,
        "version": version.name,
        "path": path,
        "practices": [_shown(activity.process, row, activity) for row in beside],
    }


def _of(activity: Activity) -> QuerySet[Practice]:
    rows = Practice.objects.filter(section__version__document__activity=activity, removed_at=None)
    rows = rows.select_related("section__version__document").prefetch_related("section__texts")
    return rows.order_by("section__version__document__position", "section__position", "section", "kind", "pk")


def _shown(process: Process, row: Practice, activity: Activity | None = None) -> PracticeShown:
    path = process_address(process, "reports:practice_file", practice=row.pk) if row.file else ""
    return PracticeShown(
        pk=row.pk,
        kind=str(KINDS[row.kind]),
        title=Wording(row.title),
        text=Wording(row.text),
        link=row.link,
        file_path=path,
        edit_path=activity_address(activity, "reports:edit_practice", practice=row.pk) if activity else "",
        file_kind=row.original_name.rsplit(".", 1)[-1].upper(),
        size=row.size,
    )


def choices_of(activity: Activity, language: str) -> Iterable[tuple[str, str]]:
    """The sections of the newest published version of each document, to choose from."""
    rows = Section.objects.filter(version__document__activity=activity, version__published_at__isnull=False)
    rows = rows.select_related("version__document").prefetch_related("texts")
    newest: dict[int, int] = {}
    sections = list(rows.order_by("version__document__position", "-version__number", "position"))
    for section in sections:
        newest.setdefault(section.version.document_id, section.version_id)
    for section in sections:
        if newest[section.version.document_id] == section.version_id:
            heading = Wording({text.language: text.heading for text in section.texts.all()}).text(language)
            title = Wording(section.version.document.title).text(language)
            yield str(section.pk), f"{title}: {section.number} {heading}"
