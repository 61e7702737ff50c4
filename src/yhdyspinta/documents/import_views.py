"""Staff pages for bringing in a draft: choose the source, then approve mends and sections."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from yhdyspinta.audit import clock
from yhdyspinta.documents import actions
from yhdyspinta.documents.actions.imports import proposed_targets
from yhdyspinta.documents.import_forms import ApprovalForm, ImportForm
from yhdyspinta.documents.importing.parts import Part
from yhdyspinta.documents.loading import draft_of, staff_document
from yhdyspinta.documents.models import Document, DocumentDraftImport, DocumentVersion
from yhdyspinta.documents.paths import document_frame, document_path
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.wording.form_pages import READ_AND_WRITE, form_page
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal


@READ_AND_WRITE
def bring_in(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """Paste, Markdown or a Word file, in one language."""
    found = staff_document(request, process, activity, document, "edit_documents")
    draft_of(found)
    languages = found.activity.process.owner.languages
    form = ImportForm(
        request.POST or None,
        request.FILES or None,
        languages=languages,
        initial={"language": languages[0] if languages else "fi"},
    )

    def save() -> HttpResponse:
        made = _import(request, found, form)
        return redirect(document_path(found, "approve_import", draft=made.pk))

    return form_page(request, "documents/import.html", form, save, keeps=True, **document_frame(found))


def _import(request: HttpRequest, document: Document, form: ImportForm) -> DocumentDraftImport:
    cleaned = form.cleaned_data
    file = cleaned["file"]
    return actions.import_draft(
        actor=actor_of(request),
        document=document,
        language=cleaned["language"],
        source=cleaned["source"],
        text=form.text(),
        content=file.read() if file and cleaned["source"] == "docx" else b"",
        at=clock.now(),
    )


@READ_AND_WRITE
def approve(request: HttpRequest, process: str, activity: str, document: str, draft: int) -> HttpResponse:
    """What was read from the draft: its parts, where each goes, and what may be mended."""
    found = staff_document(request, process, activity, document, "edit_documents")
    version = draft_of(found)
    kept = DocumentDraftImport.objects.filter(pk=draft, document=found).first()
    if kept is None:
        raise Http404
    if kept.used_at is not None:
        messages.info(request, Refusal("import_used").words)
        return redirect(document_path(found))
    return _approve(request, found, version, kept)


def _approve(
    request: HttpRequest, document: Document, version: DocumentVersion, kept: DocumentDraftImport
) -> HttpResponse:
    parts = [Part.of(part) for part in kept.sections]
    sections = list(version.sections.prefetch_related("texts"))
    form = ApprovalForm(
        request.POST or None,
        parts=parts,
        sections=sections,
        language=kept.language,
        targets=proposed_targets(parts, sections, kept.language),
    )

    def save() -> HttpResponse:
        actions.approve_import(actor=actor_of(request), draft_import=kept, placings=form.placings(), at=clock.now())
        messages.success(request, _("The draft was brought in. Check the sections."))
        return redirect(document_path(document))

    name = CONTENT_LANGUAGES[kept.language]
    context: dict[str, Any] = {"language": kept.language, "language_name": name, "has_sections": bool(sections)}
    page = "documents/approve_import.html"
    return form_page(request, page, form, save, keeps=True, **document_frame(document), **context)
