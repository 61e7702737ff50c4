"""Error pages in the person's language that say what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from yhdyspinta.wording.refusals import Refusal


def _page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    return render(request, "ui/error.html", {"error_title": title, "error_text": text}, status=status)


def refusal_page(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Say why something cannot be done. What was typed is still in the browser: Back brings it."""
    if refusal.code == "second_factor_needed" and request.method in {"GET", "HEAD"}:
        return redirect(f"{reverse('sign_in:second_factor')}?{urlencode({'next': request.get_full_path()})}")
    return _page(request, refusal.status, _("This cannot be done"), refusal.words)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request, 400, _("We could not read that"), _("The address or form was not whole. Go back and try again.")
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 403, _("You cannot open this page"), _("The page is for others. Sign in or go to the front page."))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        404,
        _("The page was not found"),
        _("Check the address, or look for the matter with search. The page may also not be public yet."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return _page(
        request, 500, _("Something went wrong on our side"), _("Nothing you sent was lost. Try again in a moment.")
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(
        request,
        403,
        _("The form had been open too long"),
        _("Go back, reload the page and send again. The browser keeps what you wrote. Cookies must be allowed."),
    )
