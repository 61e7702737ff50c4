"""What staff who answer are told of a place: its section, and of which document and version where there are several."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _

from yhdyspinta.answers.section_choices import SectionChoice
from yhdyspinta.documents.models import Section
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


@dataclass(frozen=True)
class PlaceName:
    """A section; with no number a whole document; with no document the whole matter."""

    number: str = ""
    heading: str = ""
    document: Wording = field(default_factory=Wording)
    version: Wording = field(default_factory=Wording)

    @property
    def title(self) -> str:
        """As in: Kohta 2 Aikataulu; Koko asiakirja: Toimintamalli; Koko asia."""
        if self.number:
            return _("Section %(number)s %(heading)s") % {"number": self.number, "heading": self.heading}
        if self.document:
            return _("The whole document: %(document)s") % {"document": self.document.text(page_language())}
        return _("The whole matter")

    @property
    def short(self) -> str:
        """The same within a sentence, a section by its number only."""
        if self.number:
            return _("section %(number)s") % {"number": self.number}
        if self.document:
            return _("the whole document: %(document)s") % {"document": self.document.text(page_language())}
        return _("the whole matter")


MATTER = PlaceName()


@dataclass(frozen=True)
class PlaceNames:
    """The places of a round by their threads."""

    by_thread: Mapping[int, PlaceName]

    def of(self, thread_id: int) -> PlaceName:
        return self.by_thread.get(thread_id, MATTER)

    def origin(self, thread_id: int) -> str:
        """Which document and version a place stands in, as far as the round has several of them."""
        place, language = self.of(thread_id), page_language()
        documents, versions = self._counts
        parts = [place.document.text(language)] if place.number and documents > 1 else []
        if versions > documents:
            parts.append(place.version.text(language))
        return ", ".join(part for part in parts if part)

    @cached_property
    def _counts(self) -> tuple[int, int]:
        """How many documents and versions there are, told from each other as they are read."""
        language = page_language()
        versions = {(each.document.text(language), each.version.text(language)) for each in self.by_thread.values()}
        return len({document for document, _version in versions}), len(versions)

    def short(self, thread_id: int) -> str:
        """As in: kohta 2 · Toimintamalli."""
        return _with_origin(self.of(thread_id).short, self.origin(thread_id))

    def gathered(self, thread_ids: Iterable[int]) -> str:
        """Several places in one line, as in: kohta 1, 2 · Toimintamalli; kohta 3 · Liite; koko asia."""
        numbers: dict[str, set[str]] = defaultdict(set)
        whole: set[str] = set()
        for pk in set(thread_ids):
            if self.of(pk).number:
                numbers[self.origin(pk)].add(self.of(pk).number)
            else:
                whole.add(self.short(pk))
        sections = [
            _with_origin(PlaceName(number=", ".join(sorted(found, key=by_number))).short, origin)
            for origin, found in sorted(numbers.items())
        ]
        return "; ".join([*sections, *sorted(whole)])


def _with_origin(words: str, origin: str) -> str:
    return f"{words} · {origin}" if origin else words


def by_number(number: str) -> tuple[int, ...]:
    """How numbers of sections are put in order: 2, 10, 10.1."""
    return tuple(int(part) for part in number.split(".") if part.isdigit())


def names_in(activity: Activity) -> PlaceNames:
    """The places of a round by number, document and version, without their headings; one query, and no texts are read."""
    rows = Section.objects.filter(version__document__activity=activity, version__published_at__isnull=False)
    found: dict[int, PlaceName] = {}
    for thread, number, whole, version, document in rows.values_list(
        "thread_id", "number", "version__thread_id", "version__name", "version__document__title"
    ):
        if whole:
            found[whole] = PlaceName(document=Wording(document), version=Wording(version))
        if thread:
            found[thread] = PlaceName(number, "", Wording(document), Wording(version))
    return PlaceNames(found)


def place_names(sections: Sequence[SectionChoice]) -> PlaceNames:
    """The names of the sections, of the whole documents, and of the matter for the rest; no queries."""
    found: dict[int, PlaceName] = {}
    for one in sections:
        if one.whole_thread_id:
            found[one.whole_thread_id] = PlaceName(document=one.document, version=one.version)
        if one.thread_id:
            found[one.thread_id] = PlaceName(one.number, one.heading, one.document, one.version)
    return PlaceNames(found)
