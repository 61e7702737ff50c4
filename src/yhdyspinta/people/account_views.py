"""Pages of signing in beside allauth's own: the second factor, and identification by OpenID Connect."""

from datetime import timedelta
from typing import Any, Final

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.people.accounts import client_address, is_own_page
from yhdyspinta.people.identification import conversation
from yhdyspinta.people.identification.actions import identify, identity_hash
from yhdyspinta.people.identification.providers import Provider, provider
from yhdyspinta.people.limits import Limit, allow
from yhdyspinta.people.models import Person
from yhdyspinta.people.networks import line_of
from yhdyspinta.people.signing_in import SECOND_FACTOR, raise_session
from yhdyspinta.people.visitors import someone
from yhdyspinta.ui.mail_addresses import address_key
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

_BACKEND = "django.contrib.auth.backends.ModelBackend"
#: Of one network line, far above what two hundred people behind it need who sign in together.
_MOST_BEGUN: Final = 600
_WITHIN: Final = timedelta(minutes=10)


def next_page(request: HttpRequest) -> str:
    """Where to go on to: a page of ours, or the front page."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    is_whole = asked.startswith(("/", "http://", "https://"))  # a bare word is no address, though it leaves no host
    return asked if is_whole and is_own_page(asked) else "/"


@require_safe
@never_cache
@login_required
def second_factor(request: HttpRequest) -> HttpResponse:
    """Why a second factor is asked, and the way to give it or to set one up, and back."""
    then = next_page(request)
    if request.session.get(SECOND_FACTOR):
        return HttpResponseRedirect(then)
    ways = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    onward = urlencode({"next": then})
    request.session["second_factor_then"] = then
    return render(
        request,
        "people/second_factor.html",
        {
            "has_app": bool(ways & {"totp", "recovery_codes"}),
            "has_key": "webauthn" in ways,
            "app_path": f"{reverse('mfa_reauthenticate')}?{onward}",
            "key_path": f"{reverse('mfa_reauthenticate_webauthn')}?{onward}",
            "set_up_app_path": f"{reverse('mfa_activate_totp')}?{onward}",
            "set_up_key_path": f"{reverse('mfa_add_webauthn')}?{onward}",
            "then": then,
        },
    )


def _needed(key: str) -> Provider:
    found = provider(key)
    if found is None:
        raise Http404
    return found


def _begin(request: HttpRequest, key: str, template: str, back: str) -> HttpResponse:
    asked = _needed(key)
    if request.method == "POST":
        if not allow(Limit(f"identify:{line_of(client_address(request))}", _MOST_BEGUN, _WITHIN)):
            raise Refusal("too_many_tries", status=429)
        to = conversation.begin(
            asked, request.session, back_to=absolute(reverse(back)), then=next_page(request),
            language=page_language(), at=clock.now(),
        )  # fmt: skip
        return HttpResponseRedirect(to)
    response = render(request, template, {"next": next_page(request)})
    response._csp_update = {"form-action": [asked.origin]}  # type: ignore[attr-defined] # noqa: SLF001 (django-csp's way)
    return response


@require_http_methods(["GET", "POST"])
@never_cache
def identify_resident(request: HttpRequest) -> HttpResponse:
    """What strong identification is for and what is kept of it, with one button."""
    return _begin(request, "resident", "people/identify.html", "sign_in:identify_back")


@require_http_methods(["GET", "POST"])
@never_cache
def identify_staff(request: HttpRequest) -> HttpResponse:
    """The way in for staff through their employer's directory."""
    return _begin(request, "staff", "people/identify_staff.html", "sign_in:staff_back")


@require_safe
@never_cache
def back_resident(request: HttpRequest) -> HttpResponse:
    """The browser comes back from strong identification."""
    asked = _needed("resident")
    at = clock.now()
    claims, then = conversation.finish(
        asked, request.session, request.GET.dict(), back_to=absolute(reverse("sign_in:identify_back")), at=at
    )
    actor = someone(request)
    person = identify(
        actor=actor if isinstance(actor, Person) else None,
        known_as=identity_hash(str(claims.get(asked.identity_claim, ""))),
        municipality_code=str(claims.get(asked.municipality_claim, "")),
        language=page_language(),
        at=at,
    )
    _sign_in(request, person)
    return redirect(then)


@require_safe
@never_cache
def back_staff(request: HttpRequest) -> HttpResponse:
    """The browser comes back from the employer's directory: only accounts that exist here are let in."""
    asked = _needed("staff")
    claims, then = conversation.finish(
        asked, request.session, request.GET.dict(), back_to=absolute(reverse("sign_in:staff_back")), at=clock.now()
    )
    email = address_key(str(claims.get("email", ""))) if claims.get("email_verified") is True else ""
    person = Person.objects.filter(email=email, is_guest=False, is_active=True).first() if email else None
    if person is None or not EmailAddress.objects.filter(user=person, email=email, verified=True).exists():
        raise Refusal("no_staff_account", status=403)
    _sign_in(request, person)
    if _used_two_factors(asked, claims):
        raise_session(request)
    return redirect(then)


def _used_two_factors(asked: Provider, claims: dict[str, Any]) -> bool:
    amr = claims.get("amr")
    said = {str(claims.get("acr", "")), *(map(str, amr) if isinstance(amr, list) else ())}
    return bool(said & set(asked.strong_values))


def _sign_in(request: HttpRequest, person: Person) -> None:
    """Sign in, or raise the level of the present session: it gets a new id either way."""
    if request.user.is_authenticated and request.user.pk == person.pk:
        request.session.cycle_key()
        return
    login(request, person, backend=_BACKEND)
