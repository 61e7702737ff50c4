"""Where a comment stands in the documents, and for whom its sender speaks: as the API and the downloads tell it."""

from dataclasses import dataclass
from typing import Final

from yhdyspinta.comments.models import Comment
from yhdyspinta.moderation.masking import MASK_MARK

MASKED: Final = "[…]"


def shown_text(public_text: str) -> str:
    """The public words; a masked passage is the same sign in every language."""
    return public_text.replace(MASK_MARK, MASKED)


@dataclass(frozen=True)
class Place:
    """A document, its version, and the section; empty for a comment on the whole round."""

    document: str = ""
    version: int | None = None
    anchor: str = ""
    section: str = ""


#: What `place_of` needs loaded.
PLACE_PATHS = ("thread__section__version__document", "thread__document_version__document")


def place_of(comment: Comment) -> Place:
    """The place of a comment; no queries when `PLACE_PATHS` are loaded."""
    thread = comment.thread
    section = getattr(thread, "section", None)
    if section is not None:
        version = section.version
        return Place(version.document.slug, version.number, section.anchor, section.number)
    version = getattr(thread, "document_version", None)
    return Place(version.document.slug, version.number) if version is not None else Place()


def organisation_of(comment: Comment) -> str:
    """The organisation where the authority has confirmed it and who speaks for it; anybody can type a name."""
    organisation = comment.sender.organisation
    sure = organisation is not None and organisation.verified_at and getattr(comment, "speaks_for_it", False)
    return organisation.name if organisation is not None and sure else ""
