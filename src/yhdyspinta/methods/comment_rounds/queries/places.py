"""Where a comment may stand: a section, a document's version as a whole, or the round as a whole."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yhdyspinta.database.prepared import Prepared, attach
from yhdyspinta.documents.models import DocumentVersion, Section, SectionText
from yhdyspinta.documents.passages import Passage, passages
from yhdyspinta.methods.comment_rounds.models import RoundThread
from yhdyspinta.methods.comment_rounds.queries.paths import path_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.reader import best_tag


@dataclass(frozen=True)
class Place:
    """A place for comments in words, with its page; passages only where words can be quoted."""

    thread_id: int
    label: str
    path: str
    document: str = ""
    section: str = ""
    version: int = 0
    language: str = ""
    passages: tuple[Passage, ...] = ()
    questions: tuple[str, ...] = ()

    def offsets(self, quote: Mapping[str, Any]) -> tuple[int | None, int | None]:
        """Where a kept quote begins and ends; nothing when it was chosen in the text of another language."""
        same = quote.get("language") == self.language
        return (quote.get("start"), quote.get("end")) if same else (None, None)

    def passage(self, number: int) -> Passage | None:
        return next((passage for passage in self.passages if passage.number == number), None)


def section_place(activity: Activity, section: Section, language: str) -> Place:
    """A section of a published version as a place; its version, document and texts are loaded."""
    text = best_of({text.language: text for text in section.texts.all()}, language)
    return Place(
        thread_id=section.thread_id or 0,
        label=section_label(section.number, text.heading if text else ""),
        path=path_of(
            activity,
            "section",
            document=section.version.document.slug,
            version=section.version.number,
            section=section.anchor,
        ),
        document=section.version.document.slug,
        section=section.anchor,
        version=section.version.number,
        language=text.language if text else language,
        passages=passages(text.body) if text else (),
        questions=tuple(
            line for line in Wording(section.questions or {}).for_reader(language).text.splitlines() if line.strip()
        ),
    )


def section_label(number: str, heading: str) -> str:
    return f"{number} {heading}".strip()


def best_of(texts: dict[str, SectionText], language: str) -> SectionText | None:
    """The text that the reader chose, the one in the page's language, or the nearest."""
    tag = best_tag(texts, language)
    return texts[tag] if tag is not None else None


def place_of_item(
    activity: Activity, language: str, *, document: str = "", section: str = "", version: int | None = None
) -> Place | None:
    """The place that an address names: a section, a document, or (with neither) the whole round; None if there is none."""
    if section:
        named = {"version": version} if version else {}
        chosen = _SECTION.first(activity=activity.pk, document=document, anchor=section, **named)
        if chosen is None:
            return None
        attach(chosen, "texts", _TEXTS.rows(sections=[chosen.pk]))
        return section_place(activity, chosen, language)
    if document:
        versions = _versions(activity).filter(document__slug=document)
        versions = versions.filter(number=version) if version else versions.order_by("-number")
        whole = versions.first()
        return _whole(activity, whole, language) if whole is not None else None
    row = RoundThread.objects.filter(activity=activity).first()
    return _round(activity, row.thread_id) if row is not None else None


def place_by_thread(activity: Activity, thread_id: int, language: str) -> Place | None:
    """The place of one thread."""
    return places_of(activity, [thread_id], language).get(thread_id)


def places_of(activity: Activity, threads: Collection[int], language: str) -> dict[int, Place]:
    """The places of threads; four queries however many. Threads of unpublished versions or other rounds are left out."""
    rows = _SECTIONS.rows(activity=activity.pk, threads=threads) if threads else []
    texts: dict[int, list[SectionText]] = {row.pk: [] for row in rows}
    for text in _TEXTS.rows(sections=list(texts)) if texts else ():
        texts[text.section_id].append(text)
    for row in rows:
        attach(row, "texts", texts[row.pk])
    found = {row.thread_id or 0: section_place(activity, row, language) for row in rows}
    return found | _wholes(activity, set(threads) - set(found), language)


def _section(*, activity: int, document: str, anchor: str, version: int = 0) -> QuerySet[Section]:
    found = _rows(activity).filter(version__document__slug=document, anchor=anchor)
    return (found.filter(version__number=version) if version else found.order_by("-version__number"))[:1]


_SECTION: Final[Prepared[Section]] = Prepared(_section)
_SECTIONS: Final[Prepared[Section]] = Prepared(lambda activity, threads: _rows(activity).filter(thread__in=threads))
_TEXTS: Final[Prepared[SectionText]] = Prepared(lambda sections: SectionText.objects.filter(section__in=sections))


def _headings(*, threads: Any, activity: int) -> QuerySet[Any, Any]:
    rows = SectionText.objects.filter(section__thread__in=threads, section__version__document__activity=activity)
    rows = rows.filter(section__version__published_at__isnull=False)
    return rows.values_list("section__thread", "section__number", "language", "heading")


def _titles(*, threads: Any, activity: int) -> QuerySet[Any, Any]:
    return _versions(activity).filter(thread__in=threads).values_list("thread_id", "name", "document__title").order_by()


_HEADINGS: Final[Prepared[Any]] = Prepared(_headings)
_TITLES: Final[Prepared[Any]] = Prepared(_titles)


def labels_of(activity: Activity, threads: Collection[int], language: str) -> dict[int, str]:
    """What the places of threads are called; one query where every thread is a section's, three at most."""
    numbers: dict[int, str] = {}
    headings: dict[int, dict[str, str]] = {}
    for thread, number, tag, heading in _HEADINGS.rows(threads=threads, activity=activity.pk) if threads else ():
        numbers[thread] = number
        headings.setdefault(thread, {})[tag] = heading
    found = {
        thread: section_label(numbers[thread], told.get(best_tag(told, language) or "", ""))
        for thread, told in headings.items()
    }
    rest = set(threads) - set(found)
    if rest:
        named = _TITLES.rows(threads=rest, activity=activity.pk)
        found |= {thread: _whole_label(title, name, language) for thread, name, title in named}
        rest -= set(found)
    return found | {thread: place.label for thread, place in _rounds(activity, rest).items()}


def _wholes(activity: Activity, threads: set[int], language: str) -> dict[int, Place]:
    """The places of threads on a whole document or on the whole matter; two queries at most."""
    if not threads:
        return {}
    versions = _versions(activity).filter(thread__in=threads)
    found = {row.thread_id or 0: _whole(activity, row, language) for row in versions}
    return found | _rounds(activity, threads - set(found))


def _rounds(activity: Activity, threads: set[int]) -> dict[int, Place]:
    rounds = (
        RoundThread.objects.filter(activity=activity, thread__in=threads) if threads else RoundThread.objects.none()
    )
    return {pk: _round(activity, pk) for pk in rounds.values_list("thread_id", flat=True)}


def _rows(activity: int) -> QuerySet[Section]:
    rows = Section.objects.filter(version__document__activity=activity, version__published_at__isnull=False)
    return rows.exclude(thread=None).select_related("version__document")


def _versions(activity: Activity | int) -> QuerySet[DocumentVersion]:
    rows = DocumentVersion.objects.filter(document__activity=activity, published_at__isnull=False)
    return rows.exclude(thread=None).select_related("document")


def _whole(activity: Activity, version: DocumentVersion, language: str) -> Place:
    return Place(
        thread_id=version.thread_id or 0,
        label=_whole_label(version.document.title, version.name, language),
        path=path_of(activity, "document", document=version.document.slug) + f"?version={version.number}",
        document=version.document.slug,
        version=version.number,
    )


def _whole_label(title: dict[str, str], name: dict[str, str], language: str) -> str:
    words = {
        "title": Wording(title).for_reader(language).text,
        "version": Wording(name).for_reader(language).text,
    }
    return _("The whole document: %(title)s, %(version)s") % words


def _round(activity: Activity, thread_id: int) -> Place:
    return Place(thread_id=thread_id, label=_("The whole matter"), path=path_of(activity, "round"))
