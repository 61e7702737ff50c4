"""Pages about oneself: what is kept, a copy of it, settings, messages, erasing. A guest sees what their cookie holds."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.notices.actions import read_messages
from yhdyspinta.notices.queries import messages_of, new_messages
from yhdyspinta.people import personal_registry
from yhdyspinta.people.actions import end_sessions, rename_self, save_notice_settings
from yhdyspinta.people.capacities import LEVELS
from yhdyspinta.people.erasure import erase_me
from yhdyspinta.people.forms import DIGESTS, LANGUAGES, EraseForm, SettingsForm
from yhdyspinta.people.identification.providers import provider
from yhdyspinta.people.models import Person, Representation
from yhdyspinta.people.roles import ROLES
from yhdyspinta.people.visitors import someone
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

_PAGE = 20


def _address(request: HttpRequest, name: str) -> str:
    authority: Authority | None = getattr(request, "authority", None)
    if authority is None:
        raise Http404
    return reverse(name, kwargs={"authority": authority.slug, "language": page_language()})


def _links(request: HttpRequest) -> dict[str, str]:
    names = ("my_data", "download", "settings", "contributions", "messages", "sign_out_elsewhere", "erase")
    return {name: _address(request, f"people:{name}") for name in names}


def _account(request: HttpRequest) -> Person | None:
    person = someone(request)
    return person if isinstance(person, Person) and not person.is_guest else None


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    return redirect(f"{reverse('account_login')}?next={_address(request, 'people:my_data')}")


@require_safe
def my_data(request: HttpRequest) -> HttpResponse:
    """What is kept about the person, and what they can do with it."""
    person = someone(request)
    links = _links(request)
    if not isinstance(person, Person):
        return render(
            request, "people/my_data_none.html", {"sign_in": f"{reverse('account_login')}?next={request.path}"}
        )
    context: dict[str, Any] = {"links": links, "holder": person, "is_guest": person.is_guest}
    if not person.is_guest:
        context |= _account_facts(person)
        context["identify"] = f"{reverse('sign_in:identify')}?next={request.path}" if provider("resident") else ""
    context["sign_in"] = f"{reverse('account_login')}?next={request.path}"
    return render(request, "people/my_data.html", context)


def _account_facts(person: Person) -> dict[str, Any]:
    home = person.home_municipality
    ways = set(Authenticator.objects.filter(user=person).values_list("type", flat=True))
    return {
        "level": LEVELS[person.level],
        "home": home.name if home else None,
        "language_name": dict(LANGUAGES).get(person.language.split("-")[0], person.language),
        "digest": dict(DIGESTS).get(Person.Digest(person.digest), ""),
        "roles": [
            (ROLES[grant.role].name, grant.authority.name)
            for grant in person.role_grants.filter(ended_at=None).select_related("authority")
            if grant.role in ROLES
        ],
        "organisations": [
            (one.organisation.name, one.confirmed_at is not None, _leaving(one))
            for one in person.representations.select_related("organisation__authority").order_by("pk")
        ],
        "has_password": person.has_usable_password(),
        "has_passkey": "webauthn" in ways,
        "has_app": "totp" in ways,
        "new_messages": new_messages(person, at=clock.now()),
    }


def _leaving(row: Representation) -> str:
    """Where one stops speaking for the organisation."""
    owner = row.organisation.authority.slug
    pieces = {"authority": owner, "language": page_language(), "organisation": row.organisation_id}
    return reverse("statements:leave", kwargs=pieces)


@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """A copy of everything as JSON."""
    person = someone(request)
    if not isinstance(person, Person):
        return _to_sign_in(request)
    response = JsonResponse(
        personal_registry.export_all(person),
        encoder=DjangoJSONEncoder,
        json_dumps_params={"indent": 2, "ensure_ascii": False},
    )
    response.headers["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def settings_page(request: HttpRequest) -> HttpResponse:
    """Name, language and how messages come."""
    person = _account(request)
    if person is None:
        return _to_sign_in(request)
    initial = {"name": person.name, "language": person.language.split("-")[0], "digest": person.digest}
    form = SettingsForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            _save_settings(person, form.cleaned_data)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Your settings were saved."))
            return redirect(_address(request, "people:my_data"))
    status = 422 if request.method == "POST" else 200
    return render(request, "people/settings.html", {"form": form, "links": _links(request)}, status=status)


def _save_settings(person: Person, data: dict[str, Any]) -> None:
    at = clock.now()
    if data["name"] != person.name:
        rename_self(actor=person, name=data["name"], at=at)
    save_notice_settings(actor=person, language=data["language"], digest=data["digest"], at=at)


@require_safe
def contributions(request: HttpRequest) -> HttpResponse:
    """What the person has written, in every authority."""
    person = someone(request)
    if not isinstance(person, Person):
        return _to_sign_in(request)
    lines, more = personal_registry.contributions(person, after=request.GET.get("after", ""))
    context = {"lines": lines, "older_url": "?" + urlencode({"after": more}) if more else "", "links": _links(request)}
    return render(request, "people/contributions.html", context)


@require_safe
def messages_page(request: HttpRequest) -> HttpResponse:
    """The person's messages, newest first."""
    person = _account(request)
    if person is None:
        return _to_sign_in(request)
    before = number_of(request.GET.get("before"))
    lines = messages_of(person, at=clock.now(), before=before, limit=_PAGE + 1)
    context = {
        "lines": lines[:_PAGE],
        "has_new": any(line.is_new for line in lines[:_PAGE]),
        "newest": lines[0].pk if lines else 0,
        "older": f"?before={lines[_PAGE - 1].pk}" if len(lines) > _PAGE else "",
        "read_path": _address(request, "people:read_messages"),
        "links": _links(request),
    }
    return render(request, "people/messages.html", context)


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark messages read, up to the newest that the page showed."""
    person = _account(request)
    if person is None:
        return _to_sign_in(request)
    newest = number_of(request.POST.get("newest"))
    if newest is not None:
        read_messages(actor=person, up_to=newest, at=clock.now())
    return redirect(_address(request, "people:messages"))


@require_POST
def sign_out_elsewhere(request: HttpRequest) -> HttpResponse:
    """End every session of the person but this one."""
    person = _account(request)
    if person is None:
        return _to_sign_in(request)
    update_session_auth_hash(request, end_sessions(actor=person, at=clock.now()))
    messages.success(request, _("You are signed out on all other devices."))
    return redirect(_address(request, "people:my_data"))


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """What erasing takes away and what stays, and the button."""
    person = someone(request)
    if not isinstance(person, Person):
        return _to_sign_in(request)
    form = EraseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            erase_me(actor=person, at=clock.now())
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            logout(request)
            return redirect(_address(request, "people:erased"))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "links": _links(request), "is_guest": person.is_guest}
    return render(request, "people/erase.html", context, status=status)


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """Everything has gone."""
    return render(request, "people/erased.html", {"home": _address(request, "site:home")})
