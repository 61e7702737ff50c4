"""What was asked, from the data: the documents in the versions that could be commented on, and their guiding questions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import DocumentVersion, Section
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.dates import day, number
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.word_files import Piece

_MOST: Final = 40  # sections with questions in one report: the others are counted
Told = Mapping[str, Any]


@dataclass(frozen=True)
class AskedVersion:
    """A version that could be commented on."""

    name: Wording
    published: str  # empty where the round was held in another service

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """As in: luonnos 1, julkaistu ti 3.11.2026."""
        return (self.name, f", {self.published}") if self.published else (self.name,)


@dataclass(frozen=True)
class AskedQuestion:
    """The guiding questions of a section."""

    number: str
    heading: Wording
    words: Wording

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """As in: 2.1 Periaatteet: Mitä puuttuu?"""
        words = {tag: " ".join(text.split()) for tag, text in self.words.items()}
        return f"{self.number} ", self.heading, ": ", words


@dataclass(frozen=True)
class AskedDocument:
    """A document of the round, with its versions and its guiding questions."""

    title: Wording
    versions: tuple[AskedVersion, ...]
    questions: tuple[AskedQuestion, ...]
    further: str  # how many sections have questions that are not told here

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """As in: Osallisuuden toimintamalli: luonnos 1, julkaistu ti 3.11.2026."""
        parts = [part for one in self.versions for part in ("; ", *one.pieces)]
        return self.title, ": ", *parts[1:]


def documents_asked(activity: Activity, *, closed_at: datetime | None) -> list[dict[str, Any]]:
    """For the figures: versions published while the round was open, and any that was commented on; three queries.

    With no `closed_at` (a round held elsewhere, brought in afterwards) every published version.
    The questions are those of the newest of them.
    """
    versions: dict[int, list[DocumentVersion]] = {}
    for version in _commented_on(activity, closed_at):
        versions.setdefault(version.document_id, []).append(version)
    newest = [of[-1].pk for of in versions.values()]
    sections = Section.objects.filter(version__in=newest).exclude(questions={}).prefetch_related("texts")
    asked: dict[int, list[Section]] = {}
    for section in sections.order_by("position"):
        asked.setdefault(section.version_id, []).append(section)
    room, told = _MOST, []
    for of in versions.values():
        found = asked.get(of[-1].pk, [])
        told.append(_document(of, found[:room], in_all=len(found)))
        room = max(room - len(found), 0)
    return told


def _commented_on(activity: Activity, closed_at: datetime | None) -> Iterable[DocumentVersion]:
    on_section = Comment.objects.filter(thread__section__version=OuterRef("pk"))
    on_whole = Comment.objects.filter(thread__document_version=OuterRef("pk"))
    found = DocumentVersion.objects.filter(document__activity=activity, published_at__isnull=False)
    if closed_at is not None:
        found = found.filter(Q(published_at__lte=closed_at) | Exists(on_section) | Exists(on_whole))
    return found.select_related("document").order_by("document__position", "document_id", "number")


def _document(versions: list[DocumentVersion], sections: list[Section], *, in_all: int) -> dict[str, Any]:
    return {
        "title": dict(versions[-1].document.title),
        "versions": [
            {"number": one.number, "name": dict(one.name), "on": one.published_at.isoformat() if one.published_at else ""}
            for one in versions
        ],
        "questions": [
            {
                "section": one.number,
                "heading": {text.language: text.heading for text in one.texts.all()},
                "words": dict(one.questions),
            }
            for one in sections
        ],
        "questions_in_all": in_all,
    }  # fmt: skip


def what_was_asked(told: Told, language: str) -> tuple[AskedDocument, ...]:
    """The documents of a version of the report, to be shown; a version made earlier does not know them."""
    return tuple(
        AskedDocument(
            title=Wording(row["title"]),
            versions=tuple(_version(one, language, dated=not told.get("held_in")) for one in row["versions"]),
            questions=tuple(
                AskedQuestion(one["section"], Wording(one["heading"]), Wording(one["words"]))
                for one in row["questions"]
            ),
            further=_further(row["questions_in_all"] - len(row["questions"]), language),
        )
        for row in told.get("asked", ())
    )


def _version(row: Told, language: str, *, dated: bool) -> AskedVersion:
    """The day tells when people could read it: of a round held elsewhere it is that of bringing it in."""
    name = Wording(row["name"]) or Wording({language: _("version %(number)s") % {"number": row["number"]}})
    if not dated or not row["on"]:
        return AskedVersion(name, "")
    return AskedVersion(name, _("published %(day)s") % {"day": day(datetime.fromisoformat(row["on"]), language)})


def _further(count: int, language: str) -> str:
    words = ngettext(
        "%(count)s further section has guiding questions: they are beside it in the document.",
        "%(count)s further sections have guiding questions: they are beside them in the document.",
        count,
    )
    return words % {"count": number(count, language)} if count else ""
