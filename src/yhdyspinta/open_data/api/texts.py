"""Documents, what was said of them and what was answered: public fields only, and none that tells who wrote."""

from collections.abc import Sequence
from operator import attrgetter, itemgetter
from typing import Any, Final

from yhdyspinta.answers.values import CLOSURE_CHOICES, HANDLINGS, PASSED_ON, REASONS
from yhdyspinta.comments.languages import COMMENT_LANGUAGES
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.values import CHANNELS
from yhdyspinta.documents.models import DocumentVersion
from yhdyspinta.material.translations import translations_told
from yhdyspinta.material.values import STANCES
from yhdyspinta.moderation.masking import MASK_MARK
from yhdyspinta.open_data.api.addresses import activity_page, api_address, pages, pieces_of
from yhdyspinta.open_data.api.fields import (
    Field,
    Shape,
    address,
    code,
    codes,
    day,
    flag,
    many,
    moment,
    number,
    text,
    texts,
)
from yhdyspinta.open_data.places import MASKED, organisation_of, place_of, shown_text
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.transfers.shown import current
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.languages import CONTENT_LANGUAGES

_LANGUAGE: Final = {"enum": list(CONTENT_LANGUAGES)}
_WRITTEN_IN: Final = {"enum": list(COMMENT_LANGUAGES)}


def _one_of_activity(name: str) -> Any:
    return lambda row: api_address(name, **pieces_of(row.activity), number=row.number)


VERSION: Final = Shape(
    "Version", "A published version; it never changes.",
    (
        number("number"),
        texts("name"),
        texts("what_changed"),
        moment("published_at"),
    ),
)  # fmt: skip

DOCUMENT: Final = Shape(
    "Document", "A text that people comment on.",
    (
        text("slug"),
        number("position"),
        texts("title"),
        texts("summary"),
        many("versions", VERSION, "Published versions, oldest first.", lambda row: row.versions.all()),
    ),
)  # fmt: skip


def _by_language(name: str) -> Any:
    return lambda row: {each.language: getattr(each, name) for each in row.texts.all() if getattr(each, name)}


def _version_of(row: Any) -> DocumentVersion:
    found: DocumentVersion = row.version
    return found


SECTION: Final = Shape(
    "Section", "A numbered part of one version of a document.",
    (
        text("document", "The slug of its document.", lambda row: _version_of(row).document.slug),
        number("version", "The number of its version.", lambda row: _version_of(row).number),
        number("position"),
        number("level", "1 is a chapter, 2 a part of it."),
        text("number", "As printed, for example 2.1."),
        text("anchor", "Its name in addresses."),
        texts("heading", "", _by_language("heading")),
        texts("body", "Markdown.", _by_language("body")),
        texts("questions", "Guiding questions, one a line."),
        number("comment_count", "Visible comments on it.",
               lambda row: row.thread.visible_count if row.thread_id else 0),
    ),
)  # fmt: skip


def _organisation(row: Comment) -> str | None:
    return organisation_of(row) or None


def _published_answer(row: Comment) -> Any:
    found = getattr(row, "answered", None)
    return found.answer if found is not None and found.answer.published_at is not None else None


def _closure(row: Comment) -> str | None:
    found = getattr(row, "closure", None)
    return found.reason if found is not None and found.reason != PASSED_ON else None


#: How a comment may have been handled.
HANDLING_KEYS: Final = (*Comment.Handling.values, PASSED_ON)


def _passed(name: str) -> Any:
    """A fact of the transfer that tells where the comment is now."""

    def read(row: Comment) -> Any:
        found = current(row.transfers.all())
        return getattr(found, name) if found is not None else None

    return read


QUOTE: Final = Shape(
    "Quote", "The passage that the comment speaks of.",
    (
        number("version", "The number of the document's version."),
        Field("language", _LANGUAGE, "", lambda row: row.language),
        number("passage", "Its place in the section, counted from 1."),
        text("words"),
    ),
)  # fmt: skip

TRANSLATION: Final = Shape(
    "Translation", "A comment in another language, translated by the authority: not the sender's own words.",
    (
        Field("language", _LANGUAGE, "", itemgetter(0)),
        text("text", f"A passage that the authority has hidden reads {MASKED}", lambda row: shown_text(row[1])),
    ),
)  # fmt: skip


def _translations(row: Comment) -> Sequence[Any]:
    kept = ((one.language, one.text, one.of_words) for one in row.translations.all())
    return list(translations_told(row.public_text, row.language, kept).items())


COMMENT: Final = Shape(
    "Comment", f"A published comment. A passage that the authority has hidden reads {MASKED}",
    (
        address("url", "This object in the API.", _one_of_activity("comment")),
        number("number", "Its number in the activity."),
        day("arrived_on", "The day only: the second would tell which comments were sent together.",
            lambda row: in_helsinki(row.arrived_at).date()),
        day("edited_on", "When its sender last changed it, or had it changed. A mended slip of typing is not told.",
            lambda row: in_helsinki(row.rewritten_at).date() if row.rewritten_at else None),
        Field("language", _WRITTEN_IN, "What it was written in; `und` where it is none of the others.", lambda row: row.language),
        code("channel", CHANNELS, "How it came."),
        codes("capacities", CAPACITIES, "In what capacity the sender says to speak.", lambda row: row.sender.capacities),
        text("organisation", "Whom the sender speaks for, where the authority has confirmed it.", _organisation,
             missing=True),
        text("document", "The slug of the document that it is on.", lambda row: place_of(row).document or None,
             missing=True),
        number("version", "The number of the document's version.", lambda row: place_of(row).version, missing=True),
        text("section", "The anchor of the section.", lambda row: place_of(row).anchor or None, missing=True),
        text("section_number", "The section's number as printed.", lambda row: place_of(row).section or None,
             missing=True),
        many("quotes", QUOTE, "At most one.", lambda row: [row.quote] if hasattr(row, "quote") else []),
        number("reply_to", "The number of the comment that it replies to.",
               lambda row: row.parent.number if row.parent_id else None, missing=True),
        text("text", "The public words.", lambda row: shown_text(row.public_text)),
        many("translations", TRANSLATION, "By the authority, beside the words of the sender.", _translations),
        flag("is_masked", "Whether a passage is hidden.", lambda row: MASK_MARK in row.public_text),
        number("agree_count"),
        number("well_argued_count"),
        number("reply_count"),
        Field("handling", {"enum": list(HANDLING_KEYS)}, "Whether it has been answered, or passed on to another authority.",
              lambda row: row.told_handling),
        number("answer", "The number of the answer.",
               lambda row: answer.number if (answer := _published_answer(row)) else None, missing=True),
        code("closure_reason", CLOSURE_CHOICES, "Why it needs no answer.", _closure),
        texts("passed_to", "The authority that it was passed on to.", _passed("to")),
        texts("passed_answer", "What that authority answered. Markdown.", _passed("answer")),
        moment("passed_answered_at", "When that authority answered.", _passed("answered_at")),
        Field("themes", {"type": "array", "items": {"$ref": "#/components/schemas/Texts"}},
              "Themes that the newest published report tells of; others are staff's own.",
              lambda row: [dict(name) for name in row.told_themes]),
        code("stance", STANCES, "Its stance as staff read it, not the sender's vote. Told once the newest published report tells of stances.",
             attrgetter("told_stance")),
        pages("Its page.", lambda row, tag: f"{activity_page(row.activity, tag)}comments/{row.number}/"),
    ),
)  # fmt: skip


def _changed(name: str) -> Any:
    def read(row: Any) -> Any:
        section = row.changed_section
        if section is None:
            return None
        return {"document": section.version.document.slug, "version": section.version.number,
                "section": section.anchor}[name]  # fmt: skip

    return read


ANSWER: Final = Shape(
    "Answer", "The authority's reply to comments.",
    (
        address("url", "This object in the API.", _one_of_activity("answer")),
        number("number"),
        texts("title", "What the comments are about."),
        texts("body", "Markdown."),
        code("handling", HANDLINGS),
        code("reason", REASONS, "Why not, or only partly."),
        texts("reason_words"),
        texts("passed_to"),
        flag("is_final", "Not final: a preliminary summary.", lambda row: row.is_final),
        text("changed_document", "The slug of the document that was changed.", _changed("document"), missing=True),
        number("changed_version", "The number of its version.", _changed("version"), missing=True),
        text("changed_section", "The anchor of its section.", _changed("section"), missing=True),
        number("comment_count", "How many comments it answers."),
        moment("published_at"),
        moment("corrected_at"),
        pages("Its page.",
               lambda row, tag: activity_address(row.activity, "answers:answer", language=tag, number=row.number)),
    ),
)  # fmt: skip
