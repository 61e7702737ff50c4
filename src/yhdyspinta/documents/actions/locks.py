"""Rows locked for a change, and the questions every change of a document asks first."""

from datetime import datetime
from typing import Any

from django.db import models

from yhdyspinta.audit.trail import record
from yhdyspinta.documents.models import Document, DocumentVersion, Section
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal

MOST_SECTIONS = 500


def locked_document(actor: Person, document: Document, *, ability: str = "edit_documents") -> Document:
    """The document, locked, once the actor may work on it."""
    found = (
        Document.objects.select_for_update(of=("self",))
        .select_related("activity__process__owner")
        .filter(pk=document.pk)
        .first()
    )
    if found is None:
        raise Refusal("document_gone", status=404)
    require_staff(actor, ability, found.activity.process)
    return found


def hold_process(document: Document) -> None:
    """Lock the document's process, before the document: what search holds of it is then written in turn."""
    Process.objects.select_for_update(of=("self",)).filter(activities__documents=document.pk).first()


def locked_draft(actor: Person, version: DocumentVersion, *, ability: str = "edit_documents") -> DocumentVersion:
    """The version, locked, once the actor may work on it and it is still a draft."""
    found = (
        DocumentVersion.objects.select_for_update(of=("self",))
        .select_related("document__activity__process__owner")
        .filter(pk=version.pk)
        .first()
    )
    if found is None:
        raise Refusal("document_gone", status=404)
    require_staff(actor, ability, found.document.activity.process)
    if found.published_at is not None:
        raise Refusal("version_published")
    return found


def drafted_section(actor: Person, section: Section) -> Section:
    """A section of a draft; its version is locked, so that nobody renumbers meanwhile."""
    found = Section.objects.select_related("version").filter(pk=section.pk).first()
    if found is None:
        raise Refusal("section_gone", status=404)
    found.version = locked_draft(actor, found.version)
    fresh = Section.objects.filter(pk=section.pk).first()  # somebody may have removed it while we waited
    if fresh is None:
        raise Refusal("section_gone", status=404)
    fresh.version = found.version
    return fresh


def process_of(document: Document) -> Process:
    return document.activity.process


def noted(verb: str, *, actor: Person, target: models.Model, document: Document, at: datetime, **detail: Any) -> None:
    """A line in the trail of the document's process."""
    process = process_of(document)
    record(verb, actor=actor, target=target, at=at, process=process, **detail)
