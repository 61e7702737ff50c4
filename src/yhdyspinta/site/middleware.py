"""What every request needs before its page: language, authority, person; and refusals as pages."""

import errno
import logging
import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import InterfaceError, InternalError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import VISITOR, read_guest, set_guest_cookie
from yhdyspinta.processes.loading import Moved, arrive
from yhdyspinta.site.desk_menu import is_desk
from yhdyspinta.site.errors import away, not_allowed, refusal_page
from yhdyspinta.site.text_choices import asked_text, is_reader_page
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES
from yhdyspinta.wording.reader import ORDINARY, reading
from yhdyspinta.wording.refusals import Refusal

_BROKEN: Final = re.compile("[\x00\ud800-\udfff]")
#: Out of reach, shutting down, too slow, out of room, or for reading only.
_AWAY: Final = (OperationalError, InterfaceError, InternalError)
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EROFS, errno.EDQUOT})
_log: Final = logging.getLogger(__name__)
_AUTHORITY: Final[Prepared[Any]] = Prepared(
    lambda slug: Authority.objects.on().select_related("area").annotate(read_at=clock.ReadAt()).filter(slug=slug)
)
Respond = Callable[[HttpRequest], HttpResponse]


class LanguageMiddleware:
    """The language of the address; elsewhere the one last used, then the browser's, then Finnish."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = _language_of(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def _language_of(request: HttpRequest) -> str:
    parts = request.path_info.split("/")
    if len(parts) > 2 and parts[2] in INTERFACE_LANGUAGES:
        return parts[2]
    chosen = request.GET.get("language") or request.COOKIES.get("language", "")
    if chosen in INTERFACE_LANGUAGES:
        return chosen
    preferred = translation.get_language_from_request(request)
    return preferred if preferred in INTERFACE_LANGUAGES else settings.LANGUAGE_CODE


class PersonMiddleware:
    """Who the request is from, and the authority of the address."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        if user.is_authenticated and isinstance(user, Person):
            request.person = user  # type: ignore[attr-defined]
        else:
            request.person = read_guest(request) or VISITOR  # type: ignore[attr-defined]
        response = self.get_response(request)
        guest = getattr(request, "new_guest", None)
        if guest is not None:
            set_guest_cookie(response, guest)
        if request.person.pk is not None or not request.session.is_empty():  # type: ignore[attr-defined]
            # A session alone may open a receipt or a draft: what it shows is kept by no browser.
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        slug = kwargs.pop("authority", None)
        language = kwargs.pop("language", None)
        if slug is None:
            return None
        authority = _arrived(request, slug, kwargs) or _named(request, slug)
        if authority is None or language not in INTERFACE_LANGUAGES:
            raise Http404
        request.authority = authority  # type: ignore[attr-defined]
        return _way_to_sign_in(request) if is_desk(request) else None


def _arrived(request: HttpRequest, slug: str, kwargs: Mapping[str, Any]) -> Authority | None:
    """The authority with the activity that a public address names."""
    if is_desk(request) or not {"process", "activity"} <= kwargs.keys():
        return None
    return arrive(request, slug, kwargs["process"], kwargs["activity"])


def _named(request: HttpRequest, slug: str) -> Authority | None:
    authority: Authority | None = _AUTHORITY.first(slug=slug)
    if authority is not None:
        request.moment = authority.read_at  # type: ignore[attr-defined]
    return authority


def _way_to_sign_in(request: HttpRequest) -> HttpResponse | None:
    """Whoever has not signed in is asked to at every page of a desk alike, before anybody looks what is there."""
    if request.user.is_authenticated or request.method not in {"GET", "HEAD"} or "HX-Request" in request.headers:
        return None
    return redirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")


class TextMiddleware:
    """The text that a reader chose, on public pages only; kept in a cookie that the browser forgets when it closes."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_reader_page(request):
            return self.get_response(request)
        asked = asked_text(request)
        with reading(asked or request.COOKIES.get(settings.TEXT_COOKIE, "")):
            response = self.get_response(request)
        if asked == ORDINARY:
            _keep_text(response, "", max_age=0)
        elif asked:
            _keep_text(response, asked)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ("Cookie",))
        return response


def _keep_text(response: HttpResponse, text: str, *, max_age: int | None = None) -> None:
    secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(
        settings.TEXT_COOKIE, text, max_age=max_age, httponly=True, samesite="Lax", secure=secure, path="/"
    )


class RefusalMiddleware:
    """A refusal that a view did not turn into a message becomes a page that says why and what to do."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            return not_allowed(request, response.headers.get("Allow", ""))
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Moved):
            return HttpResponsePermanentRedirect(exception.path)
        if isinstance(exception, _AWAY) or (isinstance(exception, OSError) and exception.errno in _NO_ROOM):
            _log.error("the database or the file store could not do it", exc_info=exception)
            return away(request)
        return refusal_page(request, exception) if isinstance(exception, Refusal) else None


class CleanQueryMiddleware:
    """What an address asks reaches no view with a NUL or half a character in it: the database takes neither."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = (text for name, values in request.GET.lists() for text in (name, *values))
        if any(_BROKEN.search(text) for text in (request.path, *asked)):
            raise BadRequest("Not a text.")
        return self.get_response(request)
