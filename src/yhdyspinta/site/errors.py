"""Error pages in the person's language that say what to do."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from yhdyspinta.site.desk_menu import is_desk
from yhdyspinta.wording.refusals import Refusal


def _page(request: HttpRequest, status: int, title: str, text: str, *, back_url: str = "") -> HttpResponse:
    told = {"error_title": title, "error_text": text, "back_url": back_url}
    return render(request, "ui/error.html", told, status=status)


def refusal_page(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Say why something cannot be done. What was typed is still in the browser: Back brings it."""
    if refusal.code == "second_factor_needed" and request.method in {"GET", "HEAD"}:
        return redirect(f"{reverse('sign_in:second_factor')}?{urlencode({'next': request.get_full_path()})}")
    return _page(request, refusal.status, _("This cannot be done"), refusal.words)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)):
        return _page(
            request,
            413,
            _("You sent too much at once"),
            _("Go back: the browser keeps what you wrote. Shorten it or send it in parts, or call us."),
        )
    return _page(
        request, 400, _("We could not read that"), _("The address or form was not whole. Go back and try again.")
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request, 403, _("You cannot open this page"), _("The page is for others. Sign in or go to the front page.")
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        404,
        _("The page was not found"),
        _("Check the address. The page may have been removed, or be of a process in which you have no role.")
        if is_desk(request)
        else _("Check the address, or look for the matter with search. The page may also not be public yet."),
    )


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return refusal_page(request, Refusal("too_many_tries", status=429))


def not_allowed(request: HttpRequest, allowed: str) -> HttpResponse:
    """An address that only takes what a form sends was opened or reloaded by itself: on to the page above it."""
    response = _page(
        request,
        405,
        _("Go on from the page of the form"),
        _("This address only takes what is sent with a form, so it cannot be opened by itself. Nothing was changed."),
        back_url=_above(request.path_info),
    )
    response.headers["Allow"] = allowed
    return response


def _above(path: str) -> str:
    """The nearest address above that there is."""
    while path := path.rstrip("/").rpartition("/")[0]:
        try:
            resolve(f"{path}/")
        except Resolver404:
            continue
        return f"{path}/"
    return "/"


def server_error(request: HttpRequest) -> HttpResponse:
    """Also without the database: then a page that needs nothing, in three languages."""
    try:
        return _page(
            request, 500, _("Something went wrong on our side"), _("Nothing you sent was lost. Try again in a moment.")
        )
    except Exception:  # noqa: BLE001 (the page for errors must not fail, whatever else does)
        return HttpResponse(_BARE, status=500)


def away(request: HttpRequest) -> HttpResponse:
    """The database or the file store takes nothing now: what was typed is in the browser, and nothing was stored."""
    response = server_error(request)
    response.status_code = 503
    response.headers["Retry-After"] = "30"
    return response


_BARE = """<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Virhe – Fel – Error</title></head><body><main>
<h1>Palvelussa on vika</h1><p>Yritä hetken päästä uudelleen. Selaimesi säilyttää, mitä kirjoitit: palaa takaisin.</p>
<section lang="sv"><h1>Ett fel har uppstått i tjänsten</h1><p>Försök igen om en stund. Din webbläsare sparar det du skrev:
gå tillbaka.</p></section>
<section lang="en"><h1>Something went wrong on our side</h1><p>Try again in a moment. Your browser keeps what you wrote: go
back.</p></section></main></body></html>
"""


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(
        request,
        403,
        _("The form had been open too long"),
        _("Go back, reload the page and send again. The browser keeps what you wrote. Cookies must be allowed."),
    )
