"""A paper form of a round, made of its documents: for printing, in each language."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.intake.codes import round_code
from yhdyspinta.intake.loading import frame
from yhdyspinta.intake.paper import (
    PaperDocument,
    can_be_returned,
    matter_part,
    paper_documents,
    return_line,
    text_languages,
)
from yhdyspinta.intake.rules import TYPES
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.people.capacities import AGE_GROUPS, CAPACITIES
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import moment_of, public_process, require_held_here, round_in, staff_round
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.short_links import round_link
from yhdyspinta.processes.taking_comments import comment_method_of
from yhdyspinta.ui.qr_codes import qr_address
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import (
    CONTENT_LANGUAGES,
    EASY_OF,
    INTERFACE_LANGUAGES,
    TEXT_LANGUAGES,
    html_lang,
    page_language,
)
from yhdyspinta.wording.marking import spoken
from yhdyspinta.wording.reader import NAME, ORDINARY, chosen_text


@require_safe
def paper(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The form in each language that there is one in, and what it still lacks."""
    found = require_held_here(staff_round(request, process, activity, TYPES, stages=True))
    owner = found.process.owner
    context = frame(request, found, _("Paper form for printing")) | {
        "forms": _forms(found),
        "round_code": round_code(found),
        "has_address": bool(owner.postal_address),
        "returns": can_be_returned(owner),
    }
    return render(request, "intake/paper.html", context)


def _forms(activity: Activity) -> list[dict[str, str]]:
    """In the authority's languages, and in Sámi and easy language where the documents are: easy ones beside their own."""
    owner = activity.process.owner
    pages = [tag for tag in INTERFACE_LANGUAGES if tag in {*owner.languages, *owner.duty_languages}]
    existing = text_languages(activity)
    texts = [tag for tag in TEXT_LANGUAGES if tag in existing]
    found: list[tuple[str, str, str]] = [(tag, tag, ORDINARY if texts else "") for tag in pages]
    found += [(_page_of(tag, pages), tag, tag) for tag in texts if _page_of(tag, pages)]
    return [
        {
            "language": html_lang(tag),
            "name": CONTENT_LANGUAGES[tag],
            "path": activity_address(activity, "intake:paper_form", language=page)
            + (f"?{NAME}={text}" if text else ""),
        }
        for page, tag, text in found
    ]


def _page_of(tag: str, pages: Sequence[str]) -> str:
    """The language of the page that holds such texts: an easy one its own, a Sámi one the first."""
    own = next((page for page, easy in EASY_OF.items() if easy == tag), None)
    if own is None:
        return pages[0] if pages else ""
    return own if own in pages else ""


@require_safe
def paper_form(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The form itself: every part with its code, text and room to write, who answers, and where to return it."""
    owner = public_process(request, process)
    found = require_held_here(round_in(owner, activity, stages=True))
    stages = list(found.stages.all())
    documents = paper_documents(found, page_language())
    wanted = number_of(request.GET.get("document"), most_digits=3)
    if wanted is not None and not 1 <= wanted <= len(documents):
        raise Http404
    round_page = method_of(found).card(found, at=moment_of(request)).path
    link = round_link(found, page_language(), text=chosen_text())
    context: dict[str, Any] = {
        "breadcrumbs": _crumbs(found, round_page),
        "round_page": round_page,
        "whole_texts": link,
        "qr": qr_address(link),
        "privacy_page": absolute(address("site:privacy", owner.owner)),
        "process": owner,
        "activity": found,
        "authority": owner.owner,
        "round_code": round_code(found),
        "documents": [one for number, one in enumerate(documents, 1) if wanted in {None, number}],
        "alone": _alone(found, documents, wanted),
        "matter": matter_part(found) if documents else None,
        "returns": can_be_returned(owner.owner),
        "return_line": return_line(owner.owner),
        "capacities": list(CAPACITIES.values()),
        "age_groups": list(AGE_GROUPS.values()),
        "last_day": max((stage.closes_at - timedelta(seconds=1) for stage in stages), default=None),
        "naming": comment_method_of(found).terms(found).naming,
    }
    return render(request, "intake/paper_form.html", context)


def _crumbs(activity: Activity, round_page: str) -> list[dict[str, Any]]:
    """From the processes of the authority to the round."""
    owner, language = activity.process, page_language()
    return [
        {"text": _("Take part"), "href": address("site:processes", owner.owner)},
        {"text": spoken(Wording(owner.title).for_reader(language)), "href": process_address(owner)},
        {"text": spoken(Wording(activity.title).for_reader(language)), "href": round_page},
        {"text": _("Paper form"), "href": ""},
    ]


def _alone(activity: Activity, documents: list[PaperDocument], wanted: int | None) -> list[dict[str, Any]]:
    """Where there are several documents, the form of all and of each alone; the one at hand has no address."""
    if len(documents) < 2:
        return []
    path = activity_address(activity, "intake:paper_form")
    whole = {"text": _("All documents"), "path": path if wanted else "", "is_all": True}
    return [whole] + [
        {"title": one.title, "path": "" if wanted == number else f"{path}?document={number}"}
        for number, one in enumerate(documents, 1)
    ]
