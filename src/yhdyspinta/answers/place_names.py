"""What staff who answer are told of a place: its section, and of which document and version where there are several."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from yhdyspinta.answers.section_choices import SectionChoice
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
        documents = {each.document.text(language) for each in self.by_thread.values()}
        versions = {(each.document.text(language), each.version.text(language)) for each in self.by_thread.values()}
        parts = [place.document.text(language)] if place.number and len(documents) > 1 else []
        if len(versions) > len(documents):
            parts.append(place.version.text(language))
        return ", ".join(part for part in parts if part)

    def short(self, thread_id: int) -> str:
        """As in: kohta 2 · Toimintamalli."""
        return " · ".join(part for part in (self.of(thread_id).short, self.origin(thread_id)) if part)


def place_names(sections: Sequence[SectionChoice]) -> PlaceNames:
    """The names of the sections, of the whole documents, and of the matter for the rest; no queries."""
    found: dict[int, PlaceName] = {}
    for one in sections:
        if one.whole_thread_id:
            found[one.whole_thread_id] = PlaceName(document=one.document, version=one.version)
        if one.thread_id:
            found[one.thread_id] = PlaceName(one.number, one.heading, one.document, one.version)
    return PlaceNames(found)
