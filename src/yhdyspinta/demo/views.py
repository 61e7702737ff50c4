"""The demo's own pages: choose who you are, and one button."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yhdyspinta.demo.cast import PARTS, Part
from yhdyspinta.demo.sign_in import part_of, person_of, sign_in_path
from yhdyspinta.people.roles import ROLES

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def part_words(part: Part) -> str:
    """What the part is, in the reader's language."""
    own = {
        "resident": _("Resident"),
        "swedish_resident": _("Swedish-speaking resident"),
        "swedish_coordinator": _("Swedish-speaking coordinator"),
        "swedish_answerer": _("Swedish-speaking answerer"),
        "organisation": _("Organisation's representative"),
        "partner_coordinator": _("Partner municipality's coordinator"),
        "operator": _("Operator of the installation"),
    }
    return str(own.get(part.key) or ROLES[part.role].name)


@require_http_methods(["GET", "HEAD"])
@never_cache
def cast(request: HttpRequest) -> HttpResponse:
    """Everybody whom a visitor of the demo may be."""
    if not settings.DEMO:
        raise Http404
    people = [{"name": part.name, "words": part_words(part), "path": sign_in_path(part)} for part in PARTS.values()]
    return render(request, "demo/cast.html", {"people": people})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def sign_in(request: HttpRequest, token: str) -> HttpResponse:
    """A page with one button; the change is a POST."""
    part = part_of(token)
    person = person_of(part)
    if request.method == "POST":
        login(request, person, backend=_BACKEND)
        request.session["second_factor"] = True
        if part.is_operator:
            return redirect("installation:overview", language=person.language)
        return redirect(f"/{part.authority}/{person.language}/{'desk/' if part.role else ''}")
    return render(request, "demo/sign_in.html", {"name": part.name, "words": part_words(part)})
