"""Sections of a draft joined and split; what each came from is kept right."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from yhdyspinta.documents.actions.locks import MOST_SECTIONS, drafted_section, noted
from yhdyspinta.documents.actions.order import ordered, renumber
from yhdyspinta.documents.actions.sections import check_text, make_section
from yhdyspinta.documents.models import Section, SectionText
from yhdyspinta.documents.numbering import anchor_for
from yhdyspinta.documents.texts import SplitText, joined_body, split_text
from yhdyspinta.people.models import Person
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def join_sections(*, actor: Person, section: Section, at: datetime) -> Section:
    """Join a section with the one after it. The joined one comes from everything that the two came from.

    Raises Refusal("no_next_section") for the last one.
    """
    section = drafted_section(actor, section)
    sections = ordered(section.version)
    place = next(index for index, other in enumerate(sections) if other.pk == section.pk)
    if place + 1 >= len(sections):
        raise Refusal("no_next_section")
    gone = sections[place + 1]
    _join_texts(section, gone)
    section.predecessors.add(*gone.predecessors.all())
    section.questions = _joined_questions(section.questions, gone.questions)
    section.revision += 1
    section.save(update_fields=["questions", "revision"])
    gone.delete()
    renumber([other for other in sections if other.pk != gone.pk])
    noted("documents.sections_joined", actor=actor, target=section, document=section.version.document, at=at)
    return section


def _join_texts(section: Section, gone: Section) -> None:
    texts = {text.language: text for text in section.texts.all()}
    for other in gone.texts.all():
        own = texts.get(other.language) or SectionText(section=section, language=other.language, revision=0)
        if own.revision:
            own.body = joined_body(own.body, other.heading, other.body)
        else:
            own.heading, own.body = other.heading, other.body
        own.revision += 1
        own.save()


def _joined_questions(first: Wording, second: Wording) -> Wording:
    tags = [*first, *(tag for tag in second if tag not in first)]
    return Wording({tag: "\n".join(text for text in (first.get(tag, ""), second.get(tag, "")) if text) for tag in tags})


@transaction.atomic
def split_section(
    *, actor: Person, section: Section, passages: Mapping[str, int], headings: Mapping[str, str], at: datetime
) -> Section:
    """Split a section before a passage, in each language before its own; returns the new, latter section.

    Both come from what the section came from. A language that is not named keeps its whole text in the first one.
    Raises Refusal("split_nowhere") when nothing would be left or taken.
    """
    section = drafted_section(actor, section)
    sections = ordered(section.version)
    if len(sections) >= MOST_SECTIONS:
        raise Refusal("too_many_sections", most=MOST_SECTIONS)
    texts = {text.language: text for text in section.texts.all()}
    parts = _parts(texts, passages, headings)
    place = next(index for index, other in enumerate(sections) if other.pk == section.pk)
    latter = _latter(section, parts, {other.anchor for other in sections}, len(sections) + 1)
    for language, part in parts.items():
        text = texts[language]
        text.body, text.revision = part.before, text.revision + 1
        text.save(update_fields=["body", "revision"])
    renumber([*sections[: place + 1], latter, *sections[place + 1 :]])
    noted("documents.section_split", actor=actor, target=section, document=section.version.document, at=at)
    return latter


def _parts(
    texts: Mapping[str, SectionText], passages: Mapping[str, int], headings: Mapping[str, str]
) -> dict[str, SplitText]:
    parts = {
        language: split_text(texts[language].body, number, headings.get(language, ""))
        for language, number in passages.items()
        if language in texts
    }
    if not parts:
        raise Refusal("split_nowhere", field="passages", status=422)
    for language, part in parts.items():
        check_text(language, part.heading, part.after)
    return parts


def _latter(section: Section, parts: Mapping[str, SplitText], anchors: set[str], position: int) -> Section:
    latter = make_section(section.version, {}, section.level, anchors, position)
    heading = str(Wording({language: part.heading for language, part in parts.items()}))
    latter.anchor = anchor_for(heading, anchors)
    latter.save(update_fields=["anchor"])
    SectionText.objects.bulk_create(
        SectionText(section=latter, language=language, heading=part.heading, body=part.after)
        for language, part in parts.items()
    )
    latter.predecessors.set(section.predecessors.all())
    return latter
