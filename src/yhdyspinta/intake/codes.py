"""Short codes for paper and spreadsheets: of a round, and of the parts that can be commented on.

A part's code is its document's letter and its section's number, "B2.1"; the letter alone is the document as a whole, and
"0" the whole matter. A document keeps the letter that it got when it was first published, wherever it is moved. A
spreadsheet takes no such code of a part for a date or a number. Of a later version of a document the code ends in its
number, "B2.1/2"; where several could be commented on, what is listed for staff tells the first too, "B2.1/1", and what a
code without one means is for them to say (`printed.py`).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Left
from django.utils.translation import gettext as _
from django.utils.translation import override

from yhdyspinta.comments.whole import whole_threads
from yhdyspinta.documents.comparison import best_text
from yhdyspinta.documents.models import Document, DocumentVersion, Section, SectionText
from yhdyspinta.processes.models import Activity, Stage
from yhdyspinta.wording.fields import Wording

#: 29 signs, none of which looks or sounds like another. As 29 is a prime that does not divide what one wrong digit or two
#: swapped ones change of a number, no such slip keeps the sign.
_CHECK: Final = "3456789ABCDEFGHJKMNPQRSTVWXYZ"
#: The code of what is said of the whole matter, of no document.
MATTER: Final = "0"
_BEGINNING: Final = 100
_LIKE_A_CODE: Final = re.compile(r"R[0-9]{1,15}-[0-9A-Z]")


@dataclass(frozen=True)
class Place:
    """A part that can be commented on: its code, its thread, and what it is called."""

    code: str
    thread_id: int
    document: str
    number: str  # "" is the document as a whole
    heading: str
    level: int = 0
    questions: tuple[str, ...] = ()  # what is asked of it especially
    letter: str = ""  # of its document; none of the whole matter
    version: int = 0  # of its document, 0 of the whole matter
    version_name: str = ""  # told only where several versions could be commented on
    since: datetime | None = None  # when that version was published
    is_newest: bool = True

    @property
    def bare(self) -> str:
        """The code without a version, as old sheets and those of the first version bear it."""
        return f"{self.letter}{self.number}" or self.code

    @property
    def words(self) -> str:
        return self.versioned(f"{self.number} {self.heading}" if self.number else self.document)

    @property
    def with_code(self) -> str:
        """What a list of parts calls it: its code, which ends in the section's number, and its name."""
        return self.versioned(f"{self.code} {self.heading if self.number else self.document}".strip())

    def versioned(self, words: str) -> str:
        """With the name of the version, where there are several."""
        return f"{words} ({self.version_name})" if self.version_name else words


def places_of(activity: Activity, language: str) -> list[Place]:
    """Every part that could be commented on in the round; three queries.

    First the whole matter and the newest versions in the order of reading, then earlier versions, the latest first.
    """
    rows = _published(_with_matter(activity).annotate(opens=_stages("opens_at"), closes=_stages("-closes_at")))
    by_document = [_commented(list(versions)) for _pk, versions in groupby(rows, key=lambda one: one.document_id)]
    sections = _sections_of(version for versions in by_document for version in versions)
    newest, earlier = list(_matter(_matter_of(rows), language)), []
    for versions in by_document:
        parts = [_parts_of(one, sections[one.pk], language, among=versions, marks=True) for one in versions]
        newest += parts[-1]
        earlier += [place for one in reversed(parts[:-1]) for place in one]
    return newest + earlier


def newest_places(activity: Activity, language: str) -> list[Place]:
    """Those of the newest versions only; three queries."""
    return places_in(activity, (language,))[language]


def places_in(activity: Activity, languages: Sequence[str]) -> dict[str, list[Place]]:
    """The parts of the newest versions in several languages, read once."""
    newest = _newest(_with_matter(activity))
    sections, matter = _sections_of(newest), _matter_of(newest)
    found = {language: _in_language(newest, sections, language) for language in languages}
    return {language: [*_matter(matter, language), *parts] for language, parts in found.items()}


def _with_matter(activity: Activity) -> QuerySet[Any]:
    whole = Subquery(whole_threads(activity).values("pk")[:1])
    return DocumentVersion.objects.filter(document__activity=activity).annotate(matter=whole)


def _matter_of(versions: Sequence[Any]) -> int:
    return next((version.matter or 0 for version in versions), 0)


def _stages(order: str) -> Subquery:
    """When the round opens, or closes, in its first or last stage."""
    stages = Stage.objects.filter(activity=OuterRef("document__activity")).order_by(order)
    return Subquery(stages.values(order.lstrip("-"))[:1])


def _commented(versions: list[Any]) -> list[Any]:
    """The versions of one document that were the newest at some moment while the round was open; else the newest one."""
    follows = [one.published_at for one in versions[1:]]
    kept = [
        one
        for one, replaced_at in zip(versions, [*follows, None], strict=True)
        if one.opens is not None and one.published_at < one.closes and (replaced_at is None or replaced_at > one.opens)
    ]
    return kept or versions[-1:]


def parts_of_rounds(activities: Iterable[Activity], languages: Sequence[str]) -> dict[int, dict[str, list[Place]]]:
    """The parts of the documents of many rounds, by round and language, in the order of reading; three queries."""
    newest = _newest(DocumentVersion.objects.filter(document__activity__in=list(activities)))
    sections = _sections_of(newest)
    rounds: dict[int, list[Any]] = {}
    for version in newest:
        rounds.setdefault(version.document.activity_id, []).append(version)
    return {
        activity: {language: _in_language(versions, sections, language) for language in languages}
        for activity, versions in rounds.items()
    }


def _newest(versions: QuerySet[Any]) -> list[Any]:
    """The newest published one of each document, in the order of reading."""
    return list({version.document_id: version for version in _published(versions)}.values())


def _published(versions: QuerySet[Any]) -> list[Any]:
    """In the order of reading, and of each document in the order in which they followed each other."""
    published = versions.filter(published_at__isnull=False).select_related("document")
    return list(published.order_by("document__position", "document_id", "number"))


def _sections_of(versions: Iterable[DocumentVersion]) -> dict[int, list[Section]]:
    """The sections of each version that can be commented on, with their headings; of what they say only the beginning."""
    found: dict[int, list[Section]] = {version.pk: [] for version in versions}
    texts = Prefetch("texts", SectionText.objects.defer("body").annotate(begins=Left("body", _BEGINNING)))
    for section in Section.objects.filter(version__in=found, thread__isnull=False).prefetch_related(texts):
        for text in section.texts.all():
            text.body = text.begins  # type: ignore[attr-defined] # enough to see that there is a text in the language
        found[section.version_id].append(section)
    return found


def _matter(thread_id: int, language: str) -> list[Place]:
    """The place for what is said of the whole matter; none where the round has no such place."""
    with override(language):
        name = _("The whole matter")
    return [Place(MATTER, thread_id, name, "", name)] if thread_id else []


def _in_language(
    versions: Iterable[DocumentVersion], sections: Mapping[int, list[Section]], language: str
) -> list[Place]:
    found: list[Place] = []
    for version in versions:
        found += _parts_of(version, sections[version.pk], language, among=[version])
    return found


def _parts_of(
    version: DocumentVersion, sections: Iterable[Section], language: str, *, among: Sequence[Any], marks: bool = False
) -> list[Place]:
    """The document as a whole and its sections; `among` are the versions between which one chooses.

    With `marks` a later version is marked also where it is the only one, as on the paper form.
    """
    title, several = Wording(version.document.title).text(language), len(among) > 1
    letter = letter_of(version.document)
    told = {
        "letter": letter, "version": version.number, "since": version.published_at, "is_newest": version == among[-1],
        "version_name": Wording(version.name).text(language) if several else "",
    }  # fmt: skip
    mark = f"/{version.number}" if several else mark_of(version.number) if marks else ""
    found = [Place(f"{letter}{mark}", version.thread_id, title, "", title, **told)] if version.thread_id else []
    return found + [_of_section(section, mark, title, language, told) for section in sections]


def _of_section(section: Section, mark: str, title: str, language: str, told: dict[str, Any]) -> Place:
    text = best_text(section.texts.all(), language)
    heading = text.heading if text else ""
    asked = tuple(line for line in Wording(section.questions).text(language).splitlines() if line.strip())
    code = f"{told['letter']}{section.number}{mark}"
    return Place(code, section.thread_id or 0, title, section.number, heading, section.level, asked, **told)


def mark_of(version: int) -> str:
    """How the codes of a later version end on the paper form; those of the first have no mark."""
    return f"/{version}" if version > 1 else ""


def letter_of(document: Document) -> str:
    """A, B, … Z, AA: the letter that a published document got with its first version."""
    letters, order = "", document.letter_number or 0
    while order:
        order, place = divmod(order - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def place_named(places: Iterable[Place], said: str, usual: Mapping[str, int] | None = None) -> Place | None:
    """The part that somebody means: "B2.1", "b 2.1", "B2.1/2", or "2.1" where there is only one document.

    A code without a version means that of `usual` (by the document's letter) where there are several; None if it is not
    told there, or has no such part: nobody guesses.
    """
    wanted, version = _said(said)
    found = places_meant(places, wanted)
    if version:
        return next((one for one in found if str(one.version) == version), None)
    chosen = usual or {}
    return next((one for one in found if not one.version_name or chosen.get(one.letter) == one.version), None)


def _said(said: str) -> tuple[str, str]:
    """A code as somebody wrote it, and the version in it if it tells one."""
    code, _mark, version = "".join(said.split()).upper().rstrip(".").replace(",", ".").partition("/")
    return code, version


def version_in(said: str) -> str:
    """The number of the version that a code tells; empty where it tells none."""
    return _said(said)[1]


def places_meant(places: Iterable[Place], said: str) -> list[Place]:
    """The parts that a code may mean, whatever its version: of each version one."""
    wanted, kept = _said(said)[0], list(places)
    found = [place for place in kept if place.bare.upper() == wanted]
    letters = {place.letter for place in kept if place.letter}
    if found or not wanted or len(letters) != 1:
        return found
    only = letters.pop()
    return [place for place in kept if place.bare.upper() == f"{only}{wanted}"]


def meant_elsewhere(places: Iterable[Place], said: str) -> list[Place]:
    """Of a code that tells no version and names no part of the usual one: the parts that it may mean."""
    return [] if "/" in said else places_meant(places, said)


def round_code(activity: Activity) -> str:
    """The code of a round on paper and in files: "R12-F". A wrong digit or two swapped ones do not fit its last sign."""
    return f"R{activity.pk}-{_sign_of(activity.pk)}"


def _sign_of(number: int) -> str:
    return _CHECK[number % len(_CHECK)]


def round_numbered(said: str) -> int | None:
    """The round whose code somebody wrote: 0 for a code with a slip in it, None for what is no code."""
    code = "".join(said.split()).upper()
    if not _LIKE_A_CODE.fullmatch(code):
        return None
    digits, _dash, sign = code.removeprefix("R").partition("-")
    return int(digits) if _sign_of(int(digits)) == sign else 0
