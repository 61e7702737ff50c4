"""Addresses that pages of a document show, as plain values."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from yhdyspinta.documents.models import Document
from yhdyspinta.documents.queries import AttachmentLine
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.staff_frame import staff_crumbs
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


def list_path(activity: Activity) -> str:
    return activity_address(activity, "documents:documents")


def document_path(document: Document, name: str = "document", **parts: Any) -> str:
    return activity_address(document.activity, f"documents:{name}", document=document.slug, **parts)


def file_links(process: Process, lines: Iterable[AttachmentLine]) -> list[dict[str, Any]]:
    """The files beside a document, each with the address that gives it out."""
    return [
        {"line": line, "path": process_address(process, "documents:attachment", attachment=line.pk)} for line in lines
    ]


def frame_of(activity: Activity) -> dict[str, Any]:
    """What every staff page of documents shows around itself."""
    return {
        "process": activity.process,
        "activity": activity,
        "breadcrumbs": staff_crumbs(activity.process, (_("Documents"), list_path(activity))),
        "list_path": list_path(activity),
    }


def document_frame(document: Document) -> dict[str, Any]:
    """The same with the document and its pages."""
    names = (
        "details",
        "move",
        "remove",
        "remove_draft",
        "new_version",
        "publish",
        "versions",
        "compare",
        "print_draft",
        "attachments",
        "import",
        "new_section",
    )
    frame = frame_of(document.activity)
    here = document_path(document)
    return {
        **frame,
        "breadcrumbs": [*frame["breadcrumbs"], {"text": in_words(document.title), "href": here}],
        "document": document,
        "document_path": here,
        "links": {name: document_path(document, name) for name in names},
    }


def in_words(value: Any) -> str:
    """A title in the reader's language, for links."""
    return Wording(value).text(page_language())


def languages_of(activity: Activity) -> dict[str, list[str]]:
    """For forms: the languages that the process's owner writes in, and those that publishing needs."""
    owner = activity.process.owner
    return {"languages": owner.languages, "needed": owner.duty_languages}
