"""Drafts brought in: kept as a proposal until staff approve its mends and its sections."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from yhdyspinta.documents.actions.locks import MOST_SECTIONS, locked_document, locked_draft, noted
from yhdyspinta.documents.actions.order import ordered, renumber
from yhdyspinta.documents.actions.sections import LONGEST_BODY, LONGEST_HEADING, make_section
from yhdyspinta.documents.importing.markdown import parts_of_markdown
from yhdyspinta.documents.importing.mends import mended
from yhdyspinta.documents.importing.parts import Part
from yhdyspinta.documents.importing.paste import parts_of_paste
from yhdyspinta.documents.models import Document, DocumentDraftImport, DocumentVersion, Section, SectionText
from yhdyspinta.documents.texts import joined_body
from yhdyspinta.documents.values import SOURCES, first_heading
from yhdyspinta.people.models import Person
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

MOST_PARTS = 300  # the approval form has a few fields for each
#: Where an imported part goes: a new section, or the part before it; otherwise the number of a section.
NEW, BEFORE = "new", "before"


@dataclass(frozen=True)
class Placing:
    """What staff decided of one imported part."""

    target: str  # NEW, BEFORE or a section's pk
    heading: str
    mends: frozenset[int] = frozenset()  # which of its mends are made, by their place


@transaction.atomic
def import_draft(
    *, actor: Person, document: Document, language: str, source: str, at: datetime, text: str = "", content: bytes = b""
) -> DocumentDraftImport:
    """Read a draft into proposed sections; nothing of the document changes yet.

    Raises Refusal when the source has nothing to read, or the file is not one that we take.
    """
    document = locked_document(actor, document)
    if language not in CONTENT_LANGUAGES or source not in SOURCES:
        raise Refusal("language_unknown", status=422)
    if not document.versions.filter(published_at=None).exists():
        raise Refusal("no_draft")
    parts = _read(source, text, content)
    if not any(part.heading or part.body for part in parts):
        raise Refusal("import_empty", field="file" if source == "docx" else "text", status=422)
    if len(parts) > MOST_PARTS:
        raise Refusal("too_many_sections", most=MOST_PARTS, status=422)
    parts = [_fitting(part) for part in parts]
    for part in parts:
        _require_length(part.heading, part.body, field="file" if source == "docx" else "text")
    found = DocumentDraftImport.objects.create(
        document=document,
        language=language,
        source=source,
        sections=[part.stored() for part in parts],
        created_at=at,
        created_by=actor,
    )
    noted("documents.imported", actor=actor, target=found, document=document, at=at, source=source, language=language)
    return found


def _read(source: str, text: str, content: bytes) -> list[Part]:
    if source == "docx":
        from yhdyspinta.documents.importing.word import parts_of_word  # heavy, and few files are brought in

        return parts_of_word(content)
    return parts_of_markdown(text) if source == "markdown" else parts_of_paste(text)


def _fitting(part: Part) -> Part:
    """A heading too long to be one goes on in the text; nothing is cut away."""
    if len(part.heading) <= LONGEST_HEADING:
        return part
    cut = part.heading.rfind(" ", 0, LONGEST_HEADING)
    cut = cut if cut > 0 else LONGEST_HEADING
    body = "\n\n".join(piece for piece in (part.heading[cut:].strip(), part.body) if piece)
    return Part(part.heading[:cut].strip(), part.level, body, part.mends)


def _require_length(heading: str, body: str, *, field: str | None = None) -> None:
    """A section brought in may be as long as one that is written in the form, and no longer."""
    if len(body) <= LONGEST_BODY:
        return
    code = "import_section_too_long" if heading else "import_section_without_heading_too_long"
    raise Refusal(code, field=field, status=422, heading=heading, length=len(body), most=LONGEST_BODY)


@transaction.atomic
def approve_import(
    *, actor: Person, draft_import: DocumentDraftImport, placings: Sequence[Placing], at: datetime
) -> DocumentVersion:
    """Put the imported parts into the draft: each as a new section, joined to the part before, or as a section's text.

    Refused as a whole when the draft was published, the import was used already, or a chosen section is gone.
    """
    version = DocumentVersion.objects.filter(document=draft_import.document_id, published_at=None).first()
    if version is None:
        raise Refusal("no_draft")
    version = locked_draft(actor, version)
    found = DocumentDraftImport.objects.select_for_update().get(pk=draft_import.pk)
    if found.used_at is not None:
        raise Refusal("import_used")
    parts = [Part.of(kept) for kept in found.sections]
    if len(parts) != len(placings):
        raise Refusal("import_changed", status=422)
    _place(version, found.language, parts, placings)
    found.used_at = at
    found.save(update_fields=["used_at"])
    noted("documents.import_approved", actor=actor, target=found, document=version.document, at=at, parts=len(parts))
    return version


def _place(version: DocumentVersion, language: str, parts: Sequence[Part], placings: Sequence[Placing]) -> None:
    sections = ordered(version)
    by_key = {str(section.pk): section for section in sections}
    anchors = {section.anchor for section in sections}
    gathered: dict[int, tuple[str, str]] = {}
    current: Section | None = None
    for part, placing in zip(parts, placings, strict=True):
        heading, body = _approved(part, placing, language)
        if placing.target == BEFORE and current is not None:
            own_heading, own_body = gathered[current.pk]
            gathered[current.pk] = (own_heading, joined_body(own_body, heading if part.heading else "", body))
            continue
        if placing.target in {NEW, BEFORE}:
            current = make_section(version, {language: heading}, part.level, anchors, len(sections) + 1)
            anchors.add(current.anchor)
            sections.append(current)
        elif placing.target in by_key:
            current = by_key[placing.target]
        else:
            raise Refusal("section_gone", status=409)
        if current.pk in gathered:
            own_heading, own_body = gathered[current.pk]
            gathered[current.pk] = (own_heading, joined_body(own_body, heading, body))
        else:
            gathered[current.pk] = (heading, body)
    if len(sections) > MOST_SECTIONS:
        raise Refusal("too_many_sections", most=MOST_SECTIONS, status=422)
    for heading, body in gathered.values():
        _require_length(heading, body)
    renumber(sections)
    _write_texts(language, gathered)


def _approved(part: Part, placing: Placing, language: str) -> tuple[str, str]:
    accepted = [mend for index, mend in enumerate(part.mends) if index in placing.mends]
    heading = " ".join(mended(placing.heading or part.heading, accepted).split()) or first_heading(language)
    body = mended(part.body, accepted)
    if len(heading) > LONGEST_HEADING:
        raise Refusal("heading_too_long", status=422, most=LONGEST_HEADING)
    return heading, body


def _write_texts(language: str, gathered: dict[int, tuple[str, str]]) -> None:
    existing = {text.section_id: text for text in SectionText.objects.filter(section__in=gathered, language=language)}
    new, changed = [], []
    for section, (heading, body) in gathered.items():
        text = existing.get(section)
        if text is None:
            new.append(SectionText(section_id=section, language=language, heading=heading, body=body))
        else:
            text.heading, text.body, text.revision = heading, body, text.revision + 1
            changed.append(text)
    SectionText.objects.bulk_create(new)
    SectionText.objects.bulk_update(changed, ["heading", "body", "revision"])


def proposed_targets(parts: Sequence[Part], sections: Collection[Section], language: str) -> list[str]:
    """Where each part goes unless staff say otherwise: sections without a text in the language, in order; then new."""
    waiting = [
        section
        for section in sections
        if not any(text.language == language and (text.heading or text.body) for text in section.texts.all())
    ]
    return [str(waiting[index].pk) if index < len(waiting) else NEW for index in range(len(parts))]
