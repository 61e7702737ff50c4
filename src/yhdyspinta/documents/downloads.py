"""Files that somebody brought, given to readers."""

from typing import Protocol

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404


class Brought(Protocol):
    """What is kept of a file that somebody brought."""

    @property
    def file(self) -> FieldFile: ...

    @property
    def original_name(self) -> str: ...

    @property
    def content_type(self) -> str: ...


def to_be_saved(brought: Brought) -> FileResponse:
    """The file, always to be saved: it opens nothing in the browser and runs nothing; 404 when it is lost."""
    try:
        stored = brought.file.open("rb")
    except OSError:
        raise Http404 from None
    response = FileResponse(
        stored, as_attachment=True, filename=brought.original_name, content_type=brought.content_type
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
