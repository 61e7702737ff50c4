"""Translations of a process and of an authority: what lacks one, the file out, the file back, and a look before it is taken."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yhdyspinta.translating import pages
from yhdyspinta.translating.places import of_authority, of_process


@require_safe
def texts(request: HttpRequest, process: str) -> HttpResponse:
    """What a process lacks."""
    return pages.texts(request, of_process(request, process))


@require_safe
def give(request: HttpRequest, process: str) -> HttpResponse:
    """Its file for the translator."""
    return pages.give(request, of_process(request, process))


@require_POST
def bring_in(request: HttpRequest, process: str) -> HttpResponse:
    """Its file back."""
    return pages.bring_in(request, of_process(request, process))


@require_http_methods(["GET", "HEAD", "POST"])
def returned(request: HttpRequest, process: str, returned: int) -> HttpResponse:
    """What the file changes."""
    return pages.returned(request, of_process(request, process), returned)


@require_safe
def authority_texts(request: HttpRequest) -> HttpResponse:
    """What the authority itself lacks: its settings, templates, and answers to what was passed on to it."""
    return pages.texts(request, of_authority(request))


@require_safe
def authority_give(request: HttpRequest) -> HttpResponse:
    """Its file for the translator."""
    return pages.give(request, of_authority(request))


@require_POST
def authority_bring_in(request: HttpRequest) -> HttpResponse:
    """Its file back."""
    return pages.bring_in(request, of_authority(request))


@require_http_methods(["GET", "HEAD", "POST"])
def authority_returned(request: HttpRequest, returned: int) -> HttpResponse:
    """What the file changes."""
    return pages.returned(request, of_authority(request), returned)
