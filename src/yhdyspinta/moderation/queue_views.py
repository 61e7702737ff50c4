"""Moderators' queue: of a process, or of all processes of an authority; deciding one or many, and undoing."""

from typing import Any, Final
from urllib.parse import urlencode

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Document
from yhdyspinta.moderation import actions, queries
from yhdyspinta.moderation.forms import FilterForm, HideForm, number
from yhdyspinta.moderation.models import Decision
from yhdyspinta.moderation.staff_loading import Scope, scope_of
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.ui.paging import keyset
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

PAGE: Final = 25
_UNDO: Final = "moderation.undo"
_MOST: Final = 200


@require_safe
def queue(request: HttpRequest, process: str = "") -> HttpResponse:
    """What waits for a moderator in one process, or in all processes of the authority."""
    return _queue_page(request, scope_of(request, process))


@require_POST
def decide(request: HttpRequest, process: str = "") -> HttpResponse:
    """Show or hide one or many; what is refused is said above the queue and nothing is done."""
    return _decide(request, scope_of(request, process))


@require_POST
def undo(request: HttpRequest, process: str = "") -> HttpResponse:
    """Take back what was just decided."""
    return _undo(request, scope_of(request, process))


def _queue_page(request: HttpRequest, scope: Scope, *, form: HideForm | None = None, problem: str = "") -> HttpResponse:
    at, language = moment_of(request), page_language()
    filtering = FilterForm(request.GET or None, documents=_documents(scope, language))
    wanted = _wanted(filtering)
    found = queries.queue(scope.processes, wanted)
    page = keyset(found, order=queries.ORDER, after=request.GET.get("after") or "", size=PAGE)
    chosen = set(request.POST.getlist("comments"))
    if form is not None and page.items:
        form.whole_anchor = f"choose-{page.items[0].pk}"
    context = {
        "scope": scope,
        "process": scope.process,
        "process_path": scope.process_path,
        "lines": [_entry(row, language, at, request, form) for row in page.items],
        "has_many": len(page.items) > 1 or form is not None,
        "filtering": filtering,
        "narrowed": bool(request.GET),
        "clear_path": scope.path("queue") if wanted != queries.Wanted() else "",
        "in_bursts": queries.in_bursts(scope.processes),
        "queue_path": scope.path("queue"),
        "decide_path": scope.path("decide"),
        "undo_path": scope.path("undo"),
        "undo_token": _undo_token(request),
        "here": request.get_full_path() if request.method == "GET" else scope.path("queue"),
        "next_path": _with(request, page.next_token),
        "previous_path": _with(request, page.previous_token),
        "form": form or HideForm(auto_id="bulk_%s"),
        "problem": problem,
        "page_failed": form is not None or bool(problem),
        "chosen": chosen,
        "hours": scope.authority.moderation_hours,
        "desk_path": address("site:desk", scope.authority),
    }
    return render(request, "moderation/queue.html", context, status=422 if context["page_failed"] else 200)


def _documents(scope: Scope, language: str) -> list[tuple[str, str]]:
    """The documents to narrow by; among those of many processes each is named with its own."""
    rows = Document.objects.filter(activity__process__in=scope.processes).order_by("pk")
    found = []
    for pk, title, process in rows.values_list("pk", "title", "activity__process__title")[:_MOST]:
        of_process = "" if scope.process is not None else f" – {Wording(process).text(language)}"
        found.append((str(pk), Wording(title).text(language) + of_process))
    return found


def _wanted(form: FilterForm) -> queries.Wanted:
    given = form.cleaned_data if form.is_valid() else {}
    kind = given.get("kind") or "all"
    return queries.Wanted(kind=kind, warning=given.get("warning") or "", document=int(given.get("document") or 0))


def _with(request: HttpRequest, token: str) -> str:
    if not token:
        return ""
    kept = {key: value for key, value in request.GET.items() if key in {"kind", "warning", "document"}}
    return f"{request.path}?{urlencode({**kept, 'after': token})}"


def _entry(row: Comment, language: str, at: Any, request: HttpRequest, form: HideForm | None) -> dict[str, Any]:
    return {
        "line": queries.line(row, language, at=at),
        "path": activity_address(row.activity, "moderation:comment", number=row.number),
        "checked": str(row.pk) in request.POST.getlist("comments"),
        "form": HideForm(auto_id=f"c{row.pk}_%s"),
    }


def _decide(request: HttpRequest, scope: Scope) -> HttpResponse:
    keys = [number(text) for text in request.POST.getlist("comments")[:_MOST]]
    comments = list(Comment.objects.filter(pk__in=keys, activity__process__in=scope.processes))
    if len(comments) != len(set(keys)):
        raise Http404
    hides = request.POST.get("do") == "hide"
    form = HideForm(request.POST, auto_id="bulk_%s")
    if hides and comments and not form.is_valid():
        return _queue_page(request, scope, form=form)
    given = form.cleaned_data if hides and comments else {}
    try:
        made = actions.decide_many(
            actor=actor_of(request),
            comments=comments,
            kind=Decision.Kind.HIDE if hides else Decision.Kind.SHOW,
            reason=given.get("reason", ""),
            words=given.get("words", ""),
            at=clock.now(),
        )
    except Refusal as refusal:
        if refusal.status == 403:
            raise
        if not hides:
            return _queue_page(request, scope, problem=refusal.words)
        form.refuse(refusal)
        return _queue_page(request, scope, form=form)
    messages.success(request, _said(len(comments), hides=hides))
    request.session[_UNDO] = signing.dumps([one.pk for one in made], salt=_UNDO)
    return redirect(_back(request, scope))


def _said(count: int, *, hides: bool) -> str:
    if hides:
        words = ngettext("%(count)s comment is now hidden.", "%(count)s comments are now hidden.", count)
    else:
        words = ngettext("%(count)s comment is now shown.", "%(count)s comments are now shown.", count)
    return words % {"count": count}


def _undo_token(request: HttpRequest) -> str:
    """What the button that undoes the last decision carries; offered once, on the next page."""
    return str(request.session.pop(_UNDO, "")) if request.method == "GET" and _UNDO in request.session else ""


def _undo(request: HttpRequest, scope: Scope) -> HttpResponse:
    try:
        keys = signing.loads(request.POST.get("undo") or "", salt=_UNDO, max_age=actions.UNDO_WITHIN)
    except signing.BadSignature:
        return _queue_page(request, scope, problem=Refusal("cannot_undo").words)
    decisions = list(Decision.objects.filter(pk__in=keys, comment__activity__process__in=scope.processes))
    try:
        count = actions.undo(actor=actor_of(request), decisions=decisions, at=clock.now())
    except Refusal as refusal:
        return _queue_page(request, scope, problem=refusal.words)
    said = ngettext("%(count)s decision was undone.", "%(count)s decisions were undone.", count)
    messages.success(request, said % {"count": count})
    return redirect(_back(request, scope))


def _back(request: HttpRequest, scope: Scope) -> str:
    asked = request.POST.get("next") or ""
    own = url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith(scope.path("queue"))
    return asked if own else scope.path("queue")
