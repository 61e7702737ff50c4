"""Attachments: uploaded by staff, given out only as files to be saved."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.audit import clock
from yhdyspinta.documents import actions, forms
from yhdyspinta.documents.downloads import to_be_saved
from yhdyspinta.documents.loading import readable_attachment, staff_document
from yhdyspinta.documents.models import Attachment, Document
from yhdyspinta.documents.paths import document_frame, document_path, languages_of
from yhdyspinta.documents.queries import attachment_line
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import READ_AND_WRITE, Question, ask_page, form_page


@require_safe
def attachment(request: HttpRequest, process: str, attachment: int) -> HttpResponseBase:
    """The file, always to be saved: it opens nothing in the browser and runs nothing."""
    return to_be_saved(readable_attachment(request, process, attachment))


@READ_AND_WRITE
def attachments(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """The files beside a document, and a form for one more."""
    found = staff_document(request, process, activity, document, "edit_documents")
    form = forms.AttachmentForm(request.POST or None, request.FILES or None, **languages_of(found.activity))

    def save() -> HttpResponse:
        _add(request, found, form)
        messages.success(request, _("The file was added."))
        return redirect(document_path(found, "attachments"))

    rows = [
        {
            "line": attachment_line(file),
            "path": process_address(found.activity.process, "documents:attachment", attachment=file.pk),
            "remove_path": document_path(found, "remove_attachment", attachment=file.pk),
        }
        for file in found.attachments.filter(removed_at=None).order_by("pk")
    ]
    return form_page(request, "documents/attachments.html", form, save, **document_frame(found), rows=rows)


def _add(request: HttpRequest, document: Document, form: forms.AttachmentForm) -> None:
    file = form.cleaned_data["file"]
    actions.add_attachment(
        actor=actor_of(request),
        document=document,
        content=file.read(),
        file_name=file.name,
        declared_type=file.content_type or "",
        name=Wording(form.cleaned_data["name"]) or None,
        language=form.cleaned_data["language"],
        at=clock.now(),
    )


@READ_AND_WRITE
def remove(request: HttpRequest, process: str, activity: str, document: str, attachment: int) -> HttpResponse:
    """Take a file off the pages, after asking."""
    found = staff_document(request, process, activity, document, "edit_documents")
    file = Attachment.objects.filter(pk=attachment, document=found, removed_at=None).first()
    if file is None:
        raise Http404
    return ask_page(
        request,
        Question(
            _("Remove the file?"),
            back=document_path(found, "attachments"),
            about=[attachment_line(file).name],
            told=[_("It disappears from the pages at once, and links to it stop working.")],
            button=_("Remove the file"),
            crumb=_("Attachments"),
        ),
        lambda: actions.remove_attachment(actor=actor_of(request), attachment=file, at=clock.now()),
        done=_("The file was removed."),
        **document_frame(found),
    )
