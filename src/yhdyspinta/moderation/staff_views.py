"""Moderators' pages: the queue, a comment with its history, and the decisions."""

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode

from django.contrib import messages
from django.core import signing
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Document
from yhdyspinta.moderation import actions, appeals, queries
from yhdyspinta.moderation.forms import AppealDecisionForm, FilterForm, HideForm, MaskForm, number
from yhdyspinta.moderation.models import Decision
from yhdyspinta.people.visitors import someone
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import staff_authority, staff_process
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.permissions import may_staff
from yhdyspinta.ui.paging import keyset
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

ABILITY: Final = "moderate"
PAGE: Final = 25
_UNDO: Final = "moderation.undo"
_MOST: Final = 200


class Scope:
    """Whose queue it is: one process, or all processes of an authority."""

    def __init__(self, authority: Authority, process: Process | None = None) -> None:
        self.authority = authority
        self.process = process

    @property
    def processes(self) -> QuerySet[Process]:
        if self.process is not None:
            return Process.objects.filter(pk=self.process.pk)
        return Process.objects.filter(owner=self.authority)

    def path(self, name: str) -> str:
        if self.process is not None:
            return process_address(self.process, f"moderation:{name}")
        return address(f"moderation:authority_{name}", self.authority)


def _of_process(request: HttpRequest, slug: str) -> Scope:
    process = staff_process(request, slug, ABILITY)
    return Scope(process.owner, process)


def _of_authority(request: HttpRequest) -> Scope:
    return Scope(staff_authority(request, ABILITY))


@require_safe
def queue(request: HttpRequest, process: str) -> HttpResponse:
    """What waits for a moderator in one process."""
    return _queue_page(request, _of_process(request, process))


@require_safe
def authority_queue(request: HttpRequest) -> HttpResponse:
    """What waits for a moderator in all processes of the authority."""
    return _queue_page(request, _of_authority(request))


@require_POST
def decide(request: HttpRequest, process: str) -> HttpResponse:
    return _decide(request, _of_process(request, process))


@require_POST
def decide_in_authority(request: HttpRequest) -> HttpResponse:
    return _decide(request, _of_authority(request))


@require_POST
def undo(request: HttpRequest, process: str) -> HttpResponse:
    return _undo(request, _of_process(request, process))


@require_POST
def undo_in_authority(request: HttpRequest) -> HttpResponse:
    return _undo(request, _of_authority(request))


def _queue_page(request: HttpRequest, scope: Scope, *, form: HideForm | None = None, problem: str = "") -> HttpResponse:
    at, language = clock.now(), page_language()
    filtering = FilterForm(request.GET or None, documents=_documents(scope, language))
    wanted = _wanted(filtering)
    found = queries.queue(scope.processes, wanted)
    page = keyset(found, order=queries.ORDER, after=request.GET.get("after") or "", size=PAGE)
    chosen = set(request.POST.getlist("comments"))
    context = {
        "scope": scope,
        "process": scope.process,
        "lines": [_entry(row, language, at, request, form) for row in page.items],
        "has_many": len(page.items) > 1 or form is not None,
        "filtering": filtering,
        "narrowed": bool(request.GET),
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
        "checked": str(row.pk) in request.POST.getlist("comments") and form is not None,
        "form": HideForm(auto_id=f"c{row.pk}_%s"),
    }


def _decide(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Show or hide one or many; what is refused is said above the queue and nothing is done."""
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
            actor=request.person,  # type: ignore[attr-defined]
            comments=comments,
            kind=Decision.Kind.HIDE if hides else Decision.Kind.SHOW,
            reason=given.get("reason", ""),
            words=given.get("words", ""),
            at=clock.now(),
        )
    except Refusal as refusal:
        if refusal.status == 403:
            raise
        return _queue_page(request, scope, problem=refusal.words)
    count = len(comments)
    said = (
        ngettext("%(count)s comment is now hidden.", "%(count)s comments are now hidden.", count)
        if hides
        else ngettext("%(count)s comment is now shown.", "%(count)s comments are now shown.", count)
    )
    messages.success(request, said % {"count": count})
    request.session[_UNDO] = signing.dumps([one.pk for one in made], salt=_UNDO)
    return redirect(_back(request, scope))


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
        count = actions.undo(actor=request.person, decisions=decisions, at=clock.now())  # type: ignore[attr-defined]
    except Refusal as refusal:
        return _queue_page(request, scope, problem=refusal.words)
    said = ngettext("%(count)s decision was undone.", "%(count)s decisions were undone.", count)
    messages.success(request, said % {"count": count})
    return redirect(_back(request, scope))


def _back(request: HttpRequest, scope: Scope) -> str:
    asked = request.POST.get("next") or ""
    own = url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith(scope.path("queue"))
    return asked if own else scope.path("queue")


def _activity(request: HttpRequest, process: str, slug: str) -> Activity:
    owner = staff_process(request, process, ABILITY)
    found = Activity.objects.filter(process=owner, slug=slug).first()
    if found is None:
        raise Http404
    found.process = owner
    return found


def _comment(activity: Activity, number: int) -> Comment:
    found = queries.one_for_staff(activity, number)
    if found is None:
        raise Http404
    return found


@require_safe
def comment(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """One comment with its context and history, and everything that can be decided of it."""
    found = _activity(request, process, activity)
    return _comment_page(request, _comment(found, number))


def _comment_page(request: HttpRequest, row: Comment, *, failed: Any = None) -> HttpResponse:
    at = request.moment  # type: ignore[attr-defined]
    shown = queries.line(row, page_language(), at=at, with_history=True)
    scope = Scope(row.activity.process.owner, row.activity.process)
    decided_by = shown.appeal.decision.by_id if shown.appeal else None
    context = {
        "line": shown,
        "process": row.activity.process,
        "text": row.text,
        "form": failed,
        "hide_form": HideForm(auto_id="hide_%s"),
        "mask_form": failed
        if isinstance(failed, MaskForm)
        else MaskForm(auto_id="mask_%s", text=row.text, initial={"revision": row.revision}),
        "appeal_form": failed if isinstance(failed, AppealDecisionForm) else AppealDecisionForm(auto_id="appeal_%s"),
        "is_own_decision": decided_by is not None and decided_by == request.person.pk,  # type: ignore[attr-defined]
        "paths": {
            name: activity_address(row.activity, f"moderation:{name}", number=row.number)
            for name in ("comment", "mask", "unmask", "decide_appeal")
        },
        "decide_path": scope.path("decide"),
        "queue_path": scope.path("queue"),
        "block_path": _block_path(request, row),
        "desk_path": address("site:desk", scope.authority),
    }
    return render(request, "moderation/comment.html", context, status=422 if failed is not None else 200)


def _block_path(request: HttpRequest, row: Comment) -> str:
    """Where the sender can be blocked, for those who may block; nothing when who sent it is forgotten."""
    owner, sender = row.activity.process.owner, row.sender.person_id
    if sender is None or not may_staff(someone(request), "block", owner):
        return ""
    return address("team:block", owner, person=sender)


def _save(request: HttpRequest, row: Comment, form: Any, save: Callable[[], str]) -> HttpResponse:
    """Do it and go back to the queue, or show the comment again with the reason why not."""
    if form.is_valid():
        try:
            messages.success(request, save())
            return redirect(process_address(row.activity.process, "moderation:queue"))
        except Refusal as refusal:
            form.refuse(refusal)
    return _comment_page(request, row, failed=form)


@require_POST
def mask(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Cover passages of a comment."""
    row = _comment(_activity(request, process, activity), number)
    form = MaskForm(request.POST, auto_id="mask_%s", text=row.text)

    def save() -> str:
        given = form.cleaned_data
        actions.mask(
            actor=request.person,  # type: ignore[attr-defined]
            comment=row,
            spans=form.spans(),
            reason=given["reason"],
            words=given["words"],
            revision=number_of(given["revision"]) or 0,
            at=clock.now(),
        )
        return _("The passage is covered and the rest of the comment is shown.")

    return _save(request, row, form, save)


@require_POST
def unmask(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Lift every mask of a comment."""
    row = _comment(_activity(request, process, activity), number)
    keys = [one.pk for one in row.masks.all()]
    actions.unmask(actor=request.person, comment=row, mask_ids=keys, at=clock.now())  # type: ignore[attr-defined]
    messages.success(request, _("The comment is shown as its sender wrote it."))
    return redirect(process_address(row.activity.process, "moderation:queue"))


@require_http_methods(["POST"])
def decide_appeal(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Decide what a sender asked."""
    row = _comment(_activity(request, process, activity), number)
    form = AppealDecisionForm(request.POST, auto_id="appeal_%s")
    waiting = queries.line(row, page_language(), at=clock.now()).appeal
    if waiting is None:
        raise Http404

    def save() -> str:
        appeals.decide_appeal(
            actor=request.person,  # type: ignore[attr-defined]
            appeal=waiting,
            is_upheld=form.cleaned_data["result"] == "upheld",
            reply=form.cleaned_data["reply"],
            at=clock.now(),
        )
        return _("The appeal is decided and the sender is told.")

    return _save(request, row, form, save)
