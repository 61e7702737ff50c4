"""Sections of a draft: written, added, moved, removed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from yhdyspinta.audit.models import Entry
from yhdyspinta.audit.trail import reference
from yhdyspinta.documents.actions.locks import MOST_SECTIONS, drafted_section, locked_draft, noted
from yhdyspinta.documents.actions.order import numbered, ordered, renumber
from yhdyspinta.documents.models import DocumentVersion, Section, SectionText
from yhdyspinta.documents.numbering import DEEPEST, anchor_for
from yhdyspinta.people.models import Person
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

LONGEST_HEADING = 300
LONGEST_BODY = 200_000
_ONE_SITTING = timedelta(minutes=15)


@transaction.atomic
def save_section_text(
    *, actor: Person, section: Section, language: str, heading: str, body: str, revision: int, at: datetime
) -> SectionText:
    """Store a section's heading and Markdown in one language; `revision` is the one the editor began from, 0 for none.

    Raises Refusal("changed_meanwhile") with the other editor's `heading`, `body` and `revision` when somebody saved
    meanwhile. Saving again within a quarter of an hour adds no further line to the trail.
    """
    section = drafted_section(actor, section)
    check_text(language, heading, body)
    text = SectionText.objects.select_for_update().filter(section=section, language=language).first()
    if text is None:
        text = SectionText(section=section, language=language, revision=0)
    if (text.heading, text.body) == (heading, body):
        return text
    if text.revision != revision:
        raise Refusal("changed_meanwhile", heading=text.heading, body=text.body, revision=text.revision)
    text.heading, text.body, text.revision = heading, body, text.revision + 1
    text.save()
    recent = Entry.objects.filter(
        target=reference(section),
        actor=reference(actor),
        verb="documents.section_saved",
        at__gt=at - _ONE_SITTING,
        detail__language=language,
    )
    if not recent.exists():
        noted(
            "documents.section_saved",
            actor=actor,
            target=section,
            document=section.version.document,
            at=at,
            language=language,
        )
    return text


@dataclass(frozen=True)
class TextFacts:
    """A section's text in one language as its editor sends it."""

    heading: str
    body: str
    revision: int


@transaction.atomic
def save_section(
    *,
    actor: Person,
    section: Section,
    texts: Mapping[str, TextFacts],
    questions: Wording,
    revision: int,
    at: datetime,
) -> dict[str, int]:
    """Store a section's texts and questions together; returns the new revision of each language.

    Raises Refusal("changed_meanwhile") with `texts` (by language) and perhaps `questions` that others saved meanwhile;
    then nothing is stored.
    """
    clashes: dict[str, Mapping[str, Any]] = {}
    others: dict[str, Any] = {}
    revisions: dict[str, int] = {}
    for language, facts in texts.items():
        try:
            revisions[language] = save_section_text(
                actor=actor, section=section, language=language, at=at, **vars(facts)
            ).revision
        except Refusal as refusal:
            if refusal.code != "changed_meanwhile":
                raise
            clashes[language] = refusal.values
    try:
        saved = set_questions(actor=actor, section=section, questions=questions, revision=revision, at=at)
        revisions[""] = saved.revision
    except Refusal as refusal:
        if refusal.code != "changed_meanwhile":
            raise
        others = dict(refusal.values)
    if clashes or others:
        raise Refusal("changed_meanwhile", texts=clashes, **others)
    return revisions


def check_text(language: str, heading: str, body: str) -> None:
    """Refuse a language that is not known and texts that are too long."""
    if language not in CONTENT_LANGUAGES:
        raise Refusal("language_unknown", status=422)
    if len(heading) > LONGEST_HEADING:
        raise Refusal("heading_too_long", field="heading", status=422, most=LONGEST_HEADING)
    if len(body) > LONGEST_BODY:
        raise Refusal("body_too_long", field="body", status=422, most=LONGEST_BODY)


@transaction.atomic
def add_section(
    *, actor: Person, version: DocumentVersion, headings: Wording, at: datetime, after: Section | None = None
) -> Section:
    """Add a section after another, or at the end."""
    version = locked_draft(actor, version)
    sections = ordered(version)
    if len(sections) >= MOST_SECTIONS:
        raise Refusal("too_many_sections", most=MOST_SECTIONS)
    for language, heading in headings.items():
        check_text(language, heading, "")
    place = next((index + 1 for index, other in enumerate(sections) if after and other.pk == after.pk), len(sections))
    level = sections[place - 1].level if place else 1
    section = make_section(version, headings, level, {other.anchor for other in sections}, len(sections) + 1)
    renumber([*sections[:place], section, *sections[place:]])
    noted("documents.section_added", actor=actor, target=section, document=version.document, at=at)
    return section


@transaction.atomic
def add_outline(
    *, actor: Person, version: DocumentVersion, parts: Sequence[tuple[Wording, int]], at: datetime
) -> list[Section]:
    """Add sections at the end, each with its headings and its level, in their order: stored together, told in one line."""
    version = locked_draft(actor, version)
    sections = ordered(version)
    if len(sections) + len(parts) > MOST_SECTIONS:
        raise Refusal("too_many_sections", most=MOST_SECTIONS)
    made: list[Section] = []
    anchors = {other.anchor for other in sections}
    for headings, level in parts:
        for language, heading in headings.items():
            check_text(language, heading, "")
        anchor = anchor_for(str(Wording(headings)), anchors)
        anchors.add(anchor)
        made.append(Section(version=version, level=level, anchor=anchor))
    numbered([*sections, *made])
    Section.objects.bulk_create(made)
    SectionText.objects.bulk_create(
        SectionText(section=section, language=language, heading=heading)
        for section, (headings, _level) in zip(made, parts, strict=True)
        for language, heading in headings.items()
        if heading
    )
    if made:
        noted("documents.outline_added", actor=actor, target=version, document=version.document, at=at, count=len(made))
    return made


def make_section(
    version: DocumentVersion, headings: Mapping[str, str], level: int, anchors: set[str], position: int
) -> Section:
    """A new row with its headings; the caller numbers the version afterwards."""
    anchor = anchor_for(str(Wording(headings)), anchors)
    section = Section.objects.create(version=version, position=position, level=level, number="-", anchor=anchor)
    SectionText.objects.bulk_create(
        SectionText(section=section, language=language, heading=heading)
        for language, heading in headings.items()
        if heading
    )
    return section


@transaction.atomic
def move_section(*, actor: Person, section: Section, up: bool, at: datetime) -> None:
    """Move a section with its subsections over its neighbour; at the end of the document nothing happens."""
    section = drafted_section(actor, section)
    sections = ordered(section.version)
    start, end = _with_subsections(sections, section)
    if up and start:
        before = start - 1
        while sections[before].level > section.level and before:
            before -= 1
        moved = [*sections[:before], *sections[start:end], *sections[before:start], *sections[end:]]
    elif not up and end < len(sections):
        _next, after = _with_subsections(sections, sections[end])
        moved = [*sections[:start], *sections[end:after], *sections[start:end], *sections[after:]]
    else:
        return
    renumber(moved)
    noted("documents.section_moved", actor=actor, target=section, document=section.version.document, at=at)


def _with_subsections(sections: list[Section], section: Section) -> tuple[int, int]:
    start = next(index for index, other in enumerate(sections) if other.pk == section.pk)
    end = start + 1
    while end < len(sections) and sections[end].level > sections[start].level:
        end += 1
    return start, end


@transaction.atomic
def set_level(*, actor: Person, section: Section, deeper: bool, at: datetime) -> None:
    """Make a section, with its subsections, a part of the one before it, or lift it out of that."""
    section = drafted_section(actor, section)
    sections = ordered(section.version)
    start, end = _with_subsections(sections, section)
    step = 1 if deeper else -1
    can_sink = start > 0 and sections[start].level <= sections[start - 1].level
    deepest = max(other.level for other in sections[start:end])
    if (deeper and (not can_sink or deepest >= DEEPEST)) or (not deeper and sections[start].level == 1):
        raise Refusal("level_out_of_range")
    for other in sections[start:end]:
        other.level += step
    renumber(sections)
    noted("documents.section_moved", actor=actor, target=section, document=section.version.document, at=at)


@transaction.atomic
def remove_section(*, actor: Person, section: Section, at: datetime) -> None:
    """Remove a section from the draft; what it came from stays in the published version."""
    section = drafted_section(actor, section)
    rest = [other for other in ordered(section.version) if other.pk != section.pk]
    noted(
        "documents.section_removed",
        actor=actor,
        target=section,
        document=section.version.document,
        at=at,
        number=section.number,
    )
    section.delete()
    renumber(rest)


@transaction.atomic
def set_questions(*, actor: Person, section: Section, questions: Wording, revision: int, at: datetime) -> Section:
    """Set a section's guiding questions, one a line.

    Raises Refusal("changed_meanwhile") with the other editor's `questions` and `revision`.
    """
    section = drafted_section(actor, section)
    if Wording(section.questions) == questions:
        return section
    if section.revision != revision:
        raise Refusal("changed_meanwhile", questions=section.questions, revision=section.revision)
    section.questions = questions
    section.revision += 1
    section.save(update_fields=["questions", "revision"])
    noted("documents.questions_set", actor=actor, target=section, document=section.version.document, at=at)
    return section
