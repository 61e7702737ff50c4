"""What is written of one section, of a draft as a whole or of the whole matter, and the whole given back to be mended."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from yhdyspinta.comments.languages import language_of
from yhdyspinta.comments.whole import whole_threads
from yhdyspinta.documents.models import DocumentVersion, Section
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.statements import actions, approval, rules
from yhdyspinta.statements.forms import GiveBackForm, PartForm
from yhdyspinta.statements.models import Statement, StatementPart
from yhdyspinta.statements.places import Place
from yhdyspinta.statements.shown import Row, label_of, rows_of
from yhdyspinta.statements.views import frame, load, path_of, with_form
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.conflicts import both_texts
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def part(request: HttpRequest, process: str, activity: str, statement: int, section: int) -> HttpResponse:
    """Write on one section; two who write at once see both texts."""
    found = load(request, process, activity, statement)
    rows = Section.objects.filter(pk=section, version__document__activity=found.activity)
    place = rows.filter(version__published_at__isnull=False, thread__isnull=False).prefetch_related("texts").first()
    if place is None:
        raise Http404
    body = Wording({text.language: text.body for text in place.texts.all()})
    own = path_of(found, "part", section=place.pk)
    return _page(request, found, place, own, {"label": label_of(place), "body": body})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def whole(request: HttpRequest, process: str, activity: str, statement: int, version: int) -> HttpResponse:
    """Write on a draft as a whole: the general part of the statement."""
    found = load(request, process, activity, statement)
    rows = DocumentVersion.objects.filter(pk=version, document__activity=found.activity, thread__isnull=False)
    place = rows.filter(published_at__isnull=False).select_related("document").first()
    if place is None:
        raise Http404
    title = Wording(place.document.title).text(page_language())
    label = _("%(title)s as a whole") % {"title": title}
    return _page(request, found, place, path_of(found, "whole", version=place.pk), {"label": label})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def matter(request: HttpRequest, process: str, activity: str, statement: int) -> HttpResponse:
    """Write on the whole matter: what is of no draft."""
    found = load(request, process, activity, statement)
    place = whole_threads(found.activity).first()
    if place is None:
        raise Http404
    return _page(request, found, place, path_of(found, "matter"), {"label": _("The whole matter")})


def _page(request: HttpRequest, found: Statement, place: Place, own: str, shown: dict[str, Any]) -> HttpResponse:
    rows = rows_of(found)
    kept = next((row for row in rows if row.path == own), None) or actions.part_on(found, place)
    initial = {"text": kept.text if kept else "", "revision": kept.revision if kept else 0}
    form = PartForm(request.POST or None, initial=initial)
    before, after = _beside(rows, own)

    def save() -> HttpResponse:
        actions.save_part(
            actor=actor_of(request),
            statement=found,
            place=place,
            text=form.cleaned_data["text"],
            revision=number_of(form.cleaned_data["revision"], most_digits=8) or 0,
            at=moment_of(request),
        )
        messages.success(request, _("Saved. Nothing is sent before the statement is approved."))
        goes_on = after is not None and "then_next" in request.POST
        return redirect(after["href"] if after is not None and goes_on else path_of(found))

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            return {}
        told = refusal.values
        return both_texts(form, saved=told["saved"], typed=told["typed"], revision=told["revision"])

    at = moment_of(request)
    permit = rules.may_still_write(actor_of(request), found, at=at)
    context = frame(found.activity, shown["label"], at, permit) | shown
    context |= {"back": path_of(found), "before": before, "after": after, "statement": found, "kept": kept}
    context |= {
        "can_write": found.receipt is None and bool(permit),
        "language": _language(found, kept),
    }
    return form_page(request, "statements/part.html", form, save, refused=refused, keeps=True, **context)


def _language(found: Statement, kept: Row | StatementPart | None) -> str:
    sent = kept.language if isinstance(kept, Row) else ""
    return sent or language_of(kept.text if kept else "", found.language)


def _beside(rows: Sequence[Row], own: str) -> tuple[dict[str, str] | None, dict[str, str] | None]:
    """The places before and after, in the order of the whole statement."""
    at = next((number for number, row in enumerate(rows) if row.path == own), None)
    if at is None:
        return None, None
    before = (
        {"href": rows[at - 1].path, "text": _("Previous section"), "label_text": rows[at - 1].label} if at else None
    )
    later = rows[at + 1] if at + 1 < len(rows) else None
    after = {"href": later.path, "text": _("Next section"), "label_text": later.label} if later else None
    return before, after


@require_POST
def give_back(request: HttpRequest, process: str, activity: str, statement: int) -> HttpResponse:
    """The approver gives the words back with what should be mended."""
    found = load(request, process, activity, statement)
    form = GiveBackForm(request.POST)

    def write() -> None:
        words = form.cleaned_data["words"]
        approval.give_back(actor=actor_of(request), statement=found, words=words, at=moment_of(request))

    return with_form(
        request, found, form, write, name="give_back", done=_("The statement was given back to be mended.")
    )
