"""Documents reach a view only through these: what somebody may not see does not exist for them (404)."""

from django.http import Http404, HttpRequest

from yhdyspinta.documents.models import Attachment, Document, DocumentVersion, Section
from yhdyspinta.processes.loading import public_process, staff_activity, staff_ask
from yhdyspinta.processes.models import Activity, Process


def staff_document(request: HttpRequest, process: str, activity: str, document: str, ability: str) -> Document:
    """A document for a member of staff with the ability in its process."""
    return _document(staff_activity(request, process, activity, ability), document)


def draft_of(document: Document) -> DocumentVersion:
    """The version that is being written; 404 when there is none."""
    version = document.versions.filter(published_at=None).first()
    if version is None:
        raise Http404
    version.document = document
    return version


def draft_section(document: Document, pk: int) -> Section:
    """A section of the draft, with its texts; 404 when it was removed."""
    found = Section.objects.filter(version__document=document, version__published_at=None, pk=pk)
    section = found.select_related("version").prefetch_related("texts").first()
    if section is None:
        raise Http404
    section.version.document = document
    return section


def public_document(request: HttpRequest, process: str, activity: str, document: str) -> Document:
    """A document with a published version, of a process that the reader may see."""
    found = _document(_activity(public_process(request, process), activity), document)
    if not found.versions.filter(published_at__isnull=False).exists():
        raise Http404
    return found


def readable_attachment(request: HttpRequest, process: str, pk: int) -> Attachment:
    """A file beside a published document; staff of the process read those of drafts too."""
    owner = public_process(request, process)
    found = Attachment.objects.filter(pk=pk, removed_at=None, document__activity__process=owner).first()
    if found is None:
        raise Http404
    published = DocumentVersion.objects.filter(document=found.document_id, published_at__isnull=False).exists()
    if not published and not staff_ask(request, owner):
        raise Http404
    return found


def _activity(process: Process, slug: str) -> Activity:
    activity = Activity.objects.filter(process=process, slug=slug).first()
    if activity is None:
        raise Http404
    activity.process = process
    return activity


def _document(activity: Activity, slug: str) -> Document:
    document = Document.objects.filter(activity=activity, slug=slug).first()
    if document is None:
        raise Http404
    document.activity = activity
    return document
