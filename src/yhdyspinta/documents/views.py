"""Public pages: a document to be printed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yhdyspinta.documents.loading import public_document
from yhdyspinta.documents.paths import file_links
from yhdyspinta.documents.queries import reading
from yhdyspinta.documents.revisions import whole
from yhdyspinta.wording.languages import page_language


@require_safe
def print_document(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """A published version with its section numbers, for reading on paper; `?version=` asks for an older one."""
    found = public_document(request, process, activity, document)
    asked = request.GET.get("version", "")
    number = whole(asked) if asked else None
    shown = reading(found, page_language(), number=number)
    if shown is None:
        raise Http404
    files = file_links(found.activity.process, shown.attachments)
    return render(request, "documents/print.html", {"document": found, "reading": shown, "files": files})
