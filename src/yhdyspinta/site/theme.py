"""An authority's look: its colours as a style sheet, its logo as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from yhdyspinta.authorities.colours import theme_css
from yhdyspinta.processes.loading import authority_of

_YEAR = "public, max-age=31536000, immutable"
_HOUR = "public, max-age=3600"


@require_safe
def theme(request: HttpRequest) -> HttpResponse:
    """The authority's colours; the address carries a version, so it can be kept for long."""
    authority = authority_of(request)
    response = HttpResponse(
        theme_css(authority.colour_main, authority.colour_accent), content_type="text/css; charset=utf-8"
    )
    response.headers["Cache-Control"] = _YEAR if request.GET.get("v") == str(authority.revision) else _HOUR
    return response


@require_safe
def logo(request: HttpRequest) -> HttpResponse:
    """The logo, a PNG of our own making."""
    authority = authority_of(request)
    if not authority.logo:
        raise Http404
    try:
        with authority.logo.open("rb") as file:
            body = file.read()
    except OSError:
        raise Http404 from None
    response = HttpResponse(body, content_type="image/png")
    response.headers["Cache-Control"] = _HOUR
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
