"""Short codes for paper and spreadsheets: of a round, and of the parts that can be commented on.

A part's code is its document's letter and its section's number, "B2.1"; the letter alone is the document as a whole, and
"0" the whole matter. A spreadsheet takes no such code of a part for a date or a number. They are those of the newest published versions.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Prefetch, QuerySet, Subquery
from django.db.models.functions import Left
from django.utils.translation import gettext as _
from django.utils.translation import override

from yhdyspinta.comments.whole import whole_threads
from yhdyspinta.documents.comparison import best_text
from yhdyspinta.documents.models import DocumentVersion, Section, SectionText
from yhdyspinta.processes.models import Activity
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

    @property
    def words(self) -> str:
        return f"{self.number} {self.heading}" if self.number else self.document

    @property
    def with_code(self) -> str:
        """What a list of parts calls it: its code, which ends in the section's number, and its name."""
        return f"{self.code} {self.heading if self.number else self.document}".strip()


def places_of(activity: Activity, language: str) -> list[Place]:
    """Every part that can be commented on, the whole matter first and then in the order of reading; three queries."""
    return places_in(activity, (language,))[language]


def places_in(activity: Activity, languages: Sequence[str]) -> dict[str, list[Place]]:
    """The same in several languages, read once."""
    whole = Subquery(whole_threads(activity).values("pk")[:1])
    newest = _newest(DocumentVersion.objects.filter(document__activity=activity).annotate(matter=whole))
    sections = _sections_of(newest)
    matter = next((version.matter or 0 for version in newest), 0)
    found = {language: _in_language(newest, sections, language) for language in languages}
    return {language: [*_matter(matter, language), *parts] for language, parts in found.items()}


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
    published = versions.filter(published_at__isnull=False).select_related("document")
    rows = published.order_by("document__position", "document_id", "number")
    return list({version.document_id: version for version in rows}.values())


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
    for order, version in enumerate(versions):
        letter, title = letter_of(order), Wording(version.document.title).text(language)
        if version.thread_id:
            found.append(Place(letter, version.thread_id, title, "", title))
        found += [_of_section(section, letter, title, language) for section in sections[version.pk]]
    return found


def _of_section(section: Section, letter: str, title: str, language: str) -> Place:
    text = best_text(section.texts.all(), language)
    heading = text.heading if text else ""
    asked = tuple(line for line in Wording(section.questions).text(language).splitlines() if line.strip())
    code = f"{letter}{section.number}"
    return Place(code, section.thread_id or 0, title, section.number, heading, section.level, asked)


def letter_of(order: int) -> str:
    """A, B, … Z, AA: the letter of a document by its order from nought."""
    letters = ""
    order += 1
    while order:
        order, place = divmod(order - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def place_named(places: list[Place], said: str) -> Place | None:
    """The part that somebody means: "B2.1", "b 2.1", or "2.1" where there is only one document."""
    wanted = "".join(said.split()).upper().rstrip(".").replace(",", ".")
    found = {place.code.upper(): place for place in places}
    if wanted in found:
        return found[wanted]
    only = {place.code[0] for place in places if place.code != MATTER}
    return found.get(f"{only.pop()}{wanted}") if wanted and len(only) == 1 else None


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
