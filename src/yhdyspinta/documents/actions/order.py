"""The order and numbers of a draft's sections."""

from collections.abc import Sequence

from yhdyspinta.documents.models import DocumentVersion, Section
from yhdyspinta.documents.numbering import numbers


def ordered(version: DocumentVersion) -> list[Section]:
    """The sections of a version, locked, in their order."""
    found = list(Section.objects.select_for_update(of=("self",)).filter(version=version).order_by("position", "pk"))
    for section in found:
        section.version = version
    return found


def renumber(sections: Sequence[Section]) -> None:
    """Give positions, levels and numbers in the order given."""
    numbered(sections)
    Section.objects.bulk_update(sections, ["position", "level", "number"])


def numbered(sections: Sequence[Section]) -> None:
    """The same, not stored yet."""
    given = numbers(section.level for section in sections)
    for position, (section, (level, number)) in enumerate(zip(sections, given, strict=True), start=1):
        section.position, section.level, section.number = position, level, number
