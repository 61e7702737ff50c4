"""Staff pages: the documents of an activity, and the outline of one document."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.documents import actions, forms
from yhdyspinta.documents.gaps import gaps_of_draft
from yhdyspinta.documents.loading import staff_document
from yhdyspinta.documents.models import Document, DocumentVersion
from yhdyspinta.documents.paths import document_frame, document_path, frame_of, languages_of, list_path
from yhdyspinta.documents.revisions import begin_again, whole
from yhdyspinta.documents.rows import document_rows, section_rows
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.loading import abilities_here, staff_activity
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import READ_AND_WRITE, Question, ask_page, form_page
from yhdyspinta.wording.refusals import Refusal


@require_safe
def documents(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The documents of an activity, with what state each is in."""
    found = staff_activity(request, process, activity, "see_desk")
    return render(
        request,
        "documents/documents.html",
        {
            **frame_of(found),
            "rows": document_rows(found),
            "may_edit": _may_edit(request),
        },
    )


def _may_edit(request: HttpRequest) -> bool:
    return "edit_documents" in abilities_here(request)


@READ_AND_WRITE
def new_document(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """A new document begins with its title."""
    found = staff_activity(request, process, activity, "edit_documents")
    form = forms.DocumentForm(request.POST or None, **languages_of(found))

    def save() -> HttpResponse:
        made = actions.create_document(
            actor=actor_of(request),
            activity=found,
            title=Wording(form.cleaned_data["title"]),
            summary=Wording(form.cleaned_data["summary"]),
            at=clock.now(),
        )
        messages.success(request, _("The document was made. Bring in a draft or add sections."))
        return redirect(document_path(made))

    return form_page(request, "documents/new_document.html", form, save, keeps=True, **frame_of(found))


@require_safe
def document(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """The outline of the draft: its sections with what is missing, and what can be done to each."""
    found = staff_document(request, process, activity, document, "see_desk")
    versions = list(found.versions.all())
    draft = next((version for version in versions if version.published_at is None), None)
    published = [version for version in versions if version.published_at is not None]
    shown = draft or (published[-1] if published else None)
    return render(
        request,
        "documents/document.html",
        {
            **document_frame(found),
            "draft": draft,
            "published": published[-1] if published else None,
            "shown": shown,
            "rows": section_rows(found, shown, is_draft=draft is not None) if shown else [],
            "gap_count": _gap_count(draft, found),
            "may_edit": _may_edit(request),
            "may_publish": "publish" in abilities_here(request),
        },
    )


def _gap_count(draft: DocumentVersion | None, document: Document) -> int:
    if draft is None:
        return 0
    draft.document = document
    return len(gaps_of_draft(draft))


@READ_AND_WRITE
def details(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """A document's title and summary. When somebody else saved meanwhile, both texts are shown."""
    found = staff_document(request, process, activity, document, "edit_documents")
    initial = {"title": found.title, "summary": found.summary, "revision": found.revision}
    form = forms.DocumentForm(request.POST or None, **languages_of(found.activity), initial=initial)

    def save() -> HttpResponse:
        cleaned = form.cleaned_data
        actions.edit_document(
            actor=actor_of(request),
            document=found,
            title=Wording(cleaned["title"]),
            summary=Wording(cleaned["summary"]),
            revision=whole(cleaned["revision"]),
            at=clock.now(),
        )
        messages.success(request, _("Saved."))
        return redirect(document_path(found))

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            return {}
        begin_again(form, {"revision": str(refusal.values["revision"])})
        return {"theirs": refusal.values}

    page = "documents/details.html"
    return form_page(request, page, form, save, refused=refused, keeps=True, **document_frame(found))


@require_POST
def move(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """Change places with the neighbouring document."""
    found = staff_document(request, process, activity, document, "edit_documents")
    up = request.POST.get("direction") == "up"
    actions.move_document(actor=actor_of(request), document=found, up=up, at=clock.now())
    return redirect(f"{list_path(found.activity)}#document-{found.slug}")


@READ_AND_WRITE
def remove(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """Ask before removing a document that was never published."""
    found = staff_document(request, process, activity, document, "edit_documents")
    return ask_page(
        request,
        Question(
            _("Remove the document?"),
            back=list_path(found.activity),
            about=[found.title],
            told=[_("Its draft and its attachments go with it. This cannot be undone.")],
            button=_("Remove the document"),
        ),
        lambda: actions.remove_document(actor=actor_of(request), document=found, at=clock.now()),
        done=_("The document was removed."),
        **document_frame(found),
    )
