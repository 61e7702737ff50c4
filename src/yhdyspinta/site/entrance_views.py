"""The first page of an installation: which authorities are here."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.addresses import address
from yhdyspinta.site import asking
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

_GROUPS: Final = {
    Authority.Kind.COUNTY: _("Wellbeing services counties"),
    Authority.Kind.MUNICIPALITY: _("Municipalities"),
    Authority.Kind.NATIONAL: _("National organisations"),
}
_ALPHABET: Final = str.maketrans({"å": "z1", "ä": "z2", "ö": "z3"})


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The authorities that are on, by kind; where there is only one, its front page."""
    words = asking.short_text(request, "q", most=100)
    rows = list(Authority.objects.on())
    if len(rows) == 1 and not words:
        return redirect(address("site:home", rows[0]))
    language = page_language()
    shown = sorted((_row(row, language) for row in rows if _has(row, words)), key=lambda row: row["order"])
    groups = [
        {"title": title, "rows": [row for row in shown if row["kind"] == kind]} for kind, title in _GROUPS.items()
    ]
    context = {"groups": [group for group in groups if group["rows"]], "words": words, "has_any": bool(rows)}
    context["clear_path"] = request.path if words else ""
    return render(request, "site/entrance.html", context)


def _has(authority: Authority, words: str) -> bool:
    return not words or any(words.casefold() in name.casefold() for name in Wording(authority.name).values())


def _row(authority: Authority, language: str) -> dict[str, Any]:
    name, tag = Wording(authority.name).in_language(language)
    return {
        "name": name,
        "lang": tag if tag != language else "",
        "path": address("site:home", authority),
        "kind": authority.kind,
        "order": name.casefold().translate(_ALPHABET),
    }


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read what is public; staff and personal pages are not for them."""
    lines = [
        "User-agent: *",
        "Disallow: /account/",
        "Disallow: /installation/",
        "Disallow: /*/desk/",
        "Disallow: /*/my-data/",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
