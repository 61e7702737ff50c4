"""Solutions in use and support material beside sections, as pages show them."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, prefetch_related_objects
from django.db.models.functions import JSONObject
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from yhdyspinta.documents.models import Section
from yhdyspinta.documents.queries import forward_links, with_sources
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.taking_comments import comment_method_of
from yhdyspinta.reports.models import Practice, PracticeFile
from yhdyspinta.reports.parts_of_sections import choices, number_in
from yhdyspinta.ui.paging import paged
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, fallback_order, page_language

KINDS: dict[str, Promise | str] = {"solution": _("Solution in use"), "support": _("Support material")}
_MOST = 300  # beside one section, of all that it came from
_ON_A_PAGE = 100
_ORDER: Final = (
    "section__version__document__position", "section__version__document_id", "section__position", "section_id", "kind",
    "pk",
)  # fmt: skip


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
    remove_path: str
    file_kind: str  # as in PDF
    size: int
    file_language: str  # where it is another than that of the page
    also_in: list[str]  # the languages of its other files, as they are called in themselves


@dataclass(frozen=True)
class Beside:
    """What stands beside one good practice within a section; with no `about` beside the section as a whole."""

    about: Wording
    practices: list[PracticeShown]


def stands_beside(practice: Practice) -> Section:
    """The section beside which it stands now: the newest published form of its own."""
    return _form_now(practice, forward_links({practice.section_id})[practice.section_id])


def _form_now(practice: Practice, newest: Sequence[Section]) -> Section:
    """Of the forms of a divided section the one that has the words which it is about, or else the first."""
    having = (section for section in newest if practice.about and number_in(section, practice.about))
    return next(having, newest[0] if newest else practice.section)


def of_section(process: Process, section: Section) -> list[Beside]:
    """Those of a section and of everything that it came from, through however many versions; four queries at most."""
    if not Practice.objects.filter(section__version__document__versions=section.version_id, removed_at=None).exists():
        return []
    rows = with_files(Practice.objects.filter(section__in=with_sources(section), removed_at=None))
    prefetch_related_objects([section], "texts")
    return _by_part(section, rows.order_by("kind", "pk")[:_MOST], process)


def _by_part(
    section: Section, rows: Iterable[Practice], process: Process, activity: Activity | None = None
) -> list[Beside]:
    """In the order of the section: first what is of the whole, last what is about words that it has no more."""
    found: dict[tuple[float, str], Beside] = {}
    for row in rows:
        at = (number_in(section, row.about) or inf) if row.about else 0
        key = at, json.dumps(row.about, sort_keys=True) if at == inf else ""
        found.setdefault(key, Beside(row.about, [])).practices.append(shown(process, row, activity))
    return [found[key] for key in sorted(found)]


def are_there(activity: Activity) -> bool:
    """Whether anything stands beside a section of the round; one query."""
    return _of(activity).exists()


def page_of(request: HttpRequest, activity: Activity) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Sections with what stands beside two forms of one together, page by page, and the ways on; five queries.

    A section with many may go on from one page to the next.
    """
    rows, ways = paged(request, _of(activity), order=_ORDER, size=_ON_A_PAGE)
    return _by_section(activity, rows), ways


def at_places(
    activity: Activity, places: Collection[tuple[str, str]]
) -> tuple[bool, dict[tuple[str, str], list[Beside]]]:
    """Whether the round has any, and all that stands now at some places: a document's slug and a section's anchor.

    Each by its newest published form, however many there are; six queries.
    """
    there = Practice.objects.filter(section__version__document__activity=activity, removed_at=None).order_by()
    standing = there.values_list("section_id", "section__version__document__slug", "section__anchor").distinct()
    own = {pk: (slug, anchor) for pk, slug, anchor in standing}
    now = forward_links(own) if own else {}
    wanted = [
        pk
        for pk, newest in now.items()
        if not {_at(one) for one in newest}.isdisjoint(places) or (not newest and own[pk] in places)
    ]
    found = (
        _by_section(activity, list(_of(activity).filter(section__in=wanted).order_by(*_ORDER)), now) if wanted else []
    )
    return bool(own), {(one["slug"], one["anchor"]): one["parts"] for one in found}


def _at(section: Section) -> tuple[str, str]:
    return section.version.document.slug, section.anchor


def _by_section(
    activity: Activity, rows: Sequence[Practice], now: Mapping[int, list[Section]] | None = None
) -> list[dict[str, Any]]:
    """Every section that has some of these, in the order of the documents, with its heading and path."""
    if not rows:
        return []
    now = forward_links({row.section_id for row in rows}) if now is None else now
    of_each: dict[int, tuple[Section, list[Practice]]] = {}
    for row in rows:
        section = _form_now(row, now[row.section_id])
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
        "slug": version.document.slug,
        "anchor": section.anchor,
        "number": section.number,
        "heading": Wording({text.language: text.heading for text in section.texts.all()}),
        "document": version.document.title,
        "version": version.name,
        "path": path,
        "parts": _by_part(section, beside, activity.process, activity),
    }


def _of(activity: Activity) -> QuerySet[Practice]:
    rows = Practice.objects.filter(section__version__document__activity=activity, removed_at=None)
    return with_files(rows).select_related("section__version__document").prefetch_related("section__texts")


def with_files(rows: QuerySet[Practice]) -> QuerySet[Practice]:
    """With what pages tell of the files, in the same query."""
    files = PracticeFile.objects.filter(practice=OuterRef("pk")).order_by("language")
    told = JSONObject(language="language", name="original_name", size="size")
    return rows.annotate(told_files=ArraySubquery(files.values(told=told)))


def language_for(languages: Collection[str], reader: str) -> str:
    """Of the languages of a practice's files the one for a reader: their own, else the file of no language, else the next."""
    wanted = [reader, "", *fallback_order(reader)]
    return next((one for one in wanted if one in languages), min(languages))


def shown(process: Process, row: Practice, activity: Activity | None = None) -> PracticeShown:
    """One `with_files` as pages show it; with an activity also where staff change it."""
    names = ("edit_practice", "remove_practice")
    edit, remove = (activity_address(activity, f"reports:{one}", practice=row.pk) if activity else "" for one in names)
    files = {one["language"]: one for one in row.told_files}  # type: ignore[attr-defined]
    language = language_for(files, page_language()) if files else ""
    file = files.get(language, {"name": "", "size": 0})
    return PracticeShown(
        pk=row.pk,
        kind=str(KINDS[row.kind]),
        title=Wording(row.title),
        text=Wording(row.text),
        link=row.link,
        file_path=process_address(process, "reports:practice_file", practice=row.pk) if files else "",
        edit_path=edit,
        remove_path=remove,
        file_kind=file["name"].rsplit(".", 1)[-1].upper(),
        size=file["size"],
        file_language=language if language != page_language() else "",
        also_in=[CONTENT_LANGUAGES[one] for one in CONTENT_LANGUAGES if one in files and one != language],
    )


def choices_of(
    activity: Activity, language: str, here: Section | None = None, about: Wording | None = None
) -> Iterable[tuple[str, str]]:
    """The sections of the newest published version of each document with their parts, to choose from.

    Of one that is changed also `about` which words it is `here`, when the section has them no more.
    """
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
            kept = about if section == here else None
            yield from choices(section, f"{title}: {section.number} {heading}", language, kept)
