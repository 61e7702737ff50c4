"""A card of a round for the pages of others: the only page that may stand in a frame; published things only (W6)."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from yhdyspinta.notices.addresses import absolute
from yhdyspinta.open_data.api.addresses import activity_page
from yhdyspinta.open_data.loading import public_round
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import moment_of, require_held_here, staff_round
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, INTERFACE_LANGUAGES, page_language

#: No script, no cookie, nothing of others: and anybody's page may hold it.
_POLICY: Final = {
    "default-src": ["'none'"],
    "style-src": ["'self'"],
    "font-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "frame-ancestors": ["*"],
}


@require_safe
@xframe_options_exempt
def card(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The card."""
    found = require_held_here(public_round(request, process, activity))
    at, language, owner = moment_of(request), page_language(), found.process.owner
    context = {
        "card": method_of(found).card(found, at=at),
        "authority_name": owner.name.text(language),
        "theme_css_url": address("site:theme", owner) + f"?v={owner.revision}",
        "page_url": absolute(activity_page(found, language)),
        "is_open": found.stage_at(at) is not None and not (found.process.paused_at or found.process.cancelled_at),
    }
    response = render(request, "open_data/card.html", context)
    response._csp_config = _POLICY  # type: ignore[attr-defined] # noqa: SLF001 (django-csp's way)
    response.headers["Cache-Control"] = "public, max-age=60"
    return response


@require_safe
def share(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The code of the card in each language of the round, for copying."""
    found = require_held_here(staff_round(request, process, activity, "see_desk"))
    owner = found.process
    context = {
        "process": owner,
        "is_public": owner.is_public(moment_of(request)),
        "rows": [_snippets(found, language) for language in _languages(found)],
        "breadcrumbs": [
            {"text": _("Desk"), "href": address("site:desk", owner.owner)},
            {"text": Wording(owner.title).text(page_language()), "href": process_address(owner)},
            {"text": _("Card for other sites")},
        ],
    }
    return render(request, "open_data/share.html", context)


def _languages(activity: Activity) -> list[str]:
    """The languages of the site that the round is written in."""
    title = Wording(activity.process.title)
    return [language for language in INTERFACE_LANGUAGES if title.get(language)] or [page_language()]


def _snippets(activity: Activity, language: str) -> dict[str, Any]:
    path = activity_address(activity, "open_data:card", language=language)
    title = escape(Wording(activity.process.title).text(language))
    page = escape(absolute(activity_page(activity, language)))
    with override(language):
        words = escape(_("Read and comment"))
    frame = (
        f'<iframe src="{escape(absolute(path))}" title="{title}" lang="{language}" width="100%" height="340" '
        'loading="lazy" referrerpolicy="no-referrer" style="border:0;max-width:40rem"></iframe>'
    )
    return {
        "code": language,
        "name": CONTENT_LANGUAGES[language],
        "card_path": path,
        "frame": frame,
        "link": f'<a href="{page}" lang="{language}" hreflang="{language}">{title}: {words}</a>',
    }
