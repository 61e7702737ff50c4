"""The demo's mailbox pages."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from yhdyspinta.notices.models import Letter
from yhdyspinta.ui.mail_addresses import address_key
from yhdyspinta.ui.paging import keyset

_SIZE = 50


def _only_in_demo() -> None:
    if not settings.DEMO:
        raise Http404


@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """Letters, newest first; those to one address when it is asked."""
    _only_in_demo()
    to = request.GET.get("to", "").replace("\x00", "").strip()[:254]
    found = Letter.objects.only("pk", "to", "subject", "sent_at")
    if to:
        found = found.filter(to=address_key(to))
    page = keyset(found, order=("-pk",), after=request.GET.get("after", "")[:500], size=_SIZE)
    rows = [
        {"to": one.to, "subject": one.subject, "at": one.sent_at, "path": reverse("mailbox_letter", args=[one.pk])}
        for one in page.items
    ]
    kept = {"to": to} if to else {}
    urls = {
        name: f"?{urlencode({**kept, 'after': token})}" if token else ""
        for name, token in (("previous_url", page.previous_token), ("next_url", page.next_token))
    }
    return render(request, "notices/mailbox.html", {"rows": rows, "to": to, **urls})


@require_safe
def letter(request: HttpRequest, letter: int) -> HttpResponse:
    """One letter as text, with its links."""
    _only_in_demo()
    found = get_object_or_404(Letter, pk=letter)
    context = {
        "letter": found,
        "headers": sorted(found.headers.items()),
        "html_path": reverse("mailbox_letter_html", args=[found.pk]) if found.html else "",
        "back": reverse("mailbox"),
    }
    return render(request, "notices/letter.html", context)


@require_safe
def letter_html(request: HttpRequest, letter: int) -> HttpResponse:
    """The letter's HTML part by itself, in a sandbox that runs nothing."""
    _only_in_demo()
    response = HttpResponse(get_object_or_404(Letter, pk=letter).html)
    response._csp_config = {  # type: ignore[attr-defined] # noqa: SLF001 (django-csp's way)
        "default-src": ["'none'"],
        "style-src": ["'unsafe-inline'"],
        "frame-ancestors": ["'none'"],
        "sandbox": ["allow-popups", "allow-top-navigation-by-user-activation"],
    }
    return response
