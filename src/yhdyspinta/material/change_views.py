"""One deed to many comments of the table, or to everything that the choices find, and its undoing."""

from collections.abc import Sequence

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from yhdyspinta.answers.links import staff_path
from yhdyspinta.answers.queries import WAITS_IN_NO_DRAFT
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions import bulk, undoing
from yhdyspinta.material.counting import left_out
from yhdyspinta.material.forms import PASSING_ON, REVEALS, ChangeForm, change_form
from yhdyspinta.material.loading import frame, round_of, table_of
from yhdyspinta.material.models import BulkAction, Theme
from yhdyspinta.material.queries import WORKED_ON, colleagues
from yhdyspinta.material.sections import documents_of
from yhdyspinta.material.table_page import address_back, chosen, sees_senders, table_page
from yhdyspinta.material.telling import who_is_told
from yhdyspinta.material.values import ABILITY, GROUPING, KINDS
from yhdyspinta.material.wanted import Wanted, read_query
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.passable import MOST as MOST_PASSED_ON
from yhdyspinta.transfers.passable import in_address
from yhdyspinta.ui import dates
from yhdyspinta.ui.fields import key_of
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal


def _ticked(request: HttpRequest) -> list[int]:
    found = [number_of(value) for value in request.POST.getlist("comments")]
    return [number for number in found if number is not None]


@require_POST
def change(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Do one thing to the ticked comments, or after a page that asks once more to everything the choices find."""
    found = table_of(request, process, activity, ABILITY)
    wanted = read_query(request.POST.get("query", ""), sees_senders=sees_senders(request))
    after = request.POST.get("after", "")[:1000]
    request.read_at = address_back(found, wanted, after)  # type: ignore[attr-defined]
    if request.POST.get("do") == "tick_all":
        return table_page(request, found, wanted, after=after, all_ticked=True)
    themes, people = list(Theme.objects.filter(activity=found)), colleagues(found.process)
    form = change_form(request.POST, found, themes, people, of_many=True)
    to_all = request.POST.get("do") == "all"
    try:
        if not to_all and not _ticked(request):
            raise Refusal("no_comments_chosen", status=422, field="comments")
        if form.is_valid():
            asked = form.change()
            if asked.kind == PASSING_ON:
                return _to_passing_on(request, found, wanted, to_all=to_all, after=after)
            if to_all:
                return _all(request, found, wanted, form, asked)
            return _done(request, found, asked, _ticked(request), address_back(found, wanted, after))
    except Refusal as refusal:
        if refusal.status not in (409, 422):
            raise
        form.refuse(refusal)
    return table_page(request, found, wanted, after=after, form=form, ticked=set(_ticked(request)))


def _to_passing_on(request: HttpRequest, found: Activity, wanted: Wanted, *, to_all: bool, after: str) -> HttpResponse:
    """To the page that asks where and why, with the ticked, or with everything found that waits for an answer."""
    rows = Comment.objects.filter(activity=found, pk__in=_ticked(request))
    if to_all:
        rows = chosen(request, found, wanted, documents_of(found, page_language())).filter(WAITS_IN_NO_DRAFT)
    numbers = list(rows.order_by().values_list("number", flat=True)[: MOST_PASSED_ON + 1])
    if not numbers:
        raise Refusal("no_comments_chosen", status=422, field="comments")
    if len(numbers) > MOST_PASSED_ON:
        raise Refusal("too_many_to_pass_on", status=422, field="kind", most=MOST_PASSED_ON)
    asked = {"comments": in_address(numbers), "query": wanted.query, "after": after}
    query = urlencode({name: value for name, value in asked.items() if value})
    return redirect(f"{activity_address(found, 'transfers:pass_many_on')}?{query}")


def _all(request: HttpRequest, found: Activity, wanted: Wanted, form: ChangeForm, asked: bulk.Change) -> HttpResponse:
    """Ask once more, telling how many; then do it to those that were there when it was asked.

    Where there are more of them than was told, as when a file with earlier numbers has come in, it is asked again.
    """
    upto, most = (number_of(request.POST.get(name), most_digits=9) for name in ("upto", "most"))
    documents = documents_of(found, page_language())
    everything = chosen(request, found, wanted, documents).filter(number__lte=found.last_comment_number)
    rows = everything.filter(WAITS_IN_NO_DRAFT if asked.kind in bulk.MOST else Q(state__in=WORKED_ON))
    if upto is not None:
        numbers = list(rows.filter(number__lte=upto).order_by("pk").values_list("pk", flat=True))
        if most is None or len(numbers) <= most:
            return _done(request, found, asked, numbers, address_back(found, wanted))
    numbers = list(rows.order_by("pk").values_list("pk", flat=True))
    _check_count(asked.kind, len(numbers))
    own = {"csrfmiddlewaretoken", "comments", "upto", "most"}
    context = {
        **frame(request, found),
        "count": len(numbers),
        "is_grouping": asked.kind in GROUPING,
        "upto": found.last_comment_number,
        "words": KINDS[asked.kind],
        "facts": _facts(form),
        "left_out": left_out(everything) if asked.kind in bulk.MOST else [],
        "told": who_is_told(asked.kind, numbers, asked.assignee, actor_of(request)),
        "back": address_back(found, wanted),
        "posted": [(name, value) for name, values in request.POST.lists() if name not in own for value in values],
    }
    return render(request, "material/confirm.html", context)


def _check_count(kind: str, count: int) -> None:
    if not count:
        if kind in GROUPING:
            raise Refusal("none_to_answer", status=422, field="kind")
        raise Refusal("no_comments_chosen", status=422, field="comments")
    most, refusal = bulk.MOST.get(kind, (count, ""))
    if count > most:
        raise Refusal(refusal, status=422, field="kind", most=most)


def _facts(form: ChangeForm) -> list[str]:
    """What was chosen beside what to do, in words."""
    fields = REVEALS.get(form.cleaned_data["kind"], ())
    told = []
    for name in fields:
        value = form.cleaned_data.get(name)
        choices = dict(getattr(form.fields[name], "choices", ()))
        words = choices.get(str(value)) if choices else (dates.day(value, page_language()) if value else "")
        if words:
            told.append(f"{form[name].label}: {words}")
    return told


def _done(
    request: HttpRequest, found: Activity, asked: bulk.Change, comments: Sequence[int], back: str
) -> HttpResponse:
    deed = bulk.change_comments(
        actor=actor_of(request), activity=found, key=key_of(request.POST.get("key")), change=asked,
        comments=comments, at=moment_of(request),
    )  # fmt: skip
    if deed.kind in GROUPING:
        return _to_draft(request, deed, comments, back)
    words = ngettext("%(count)s comment was changed.", "%(count)s comments were changed.", deed.count)
    done = words % {"count": dates.number(deed.count, page_language())}
    told = who_is_told(deed.kind, deed.comments, deed.assignee_id, actor_of(request)) if deed.comments else ""
    messages.success(request, f"{done} {told}".strip())
    return redirect(back)


def _to_draft(request: HttpRequest, deed: BulkAction, comments: Sequence[int], back: str) -> HttpResponse:
    """To the draft, telling what was put into it and what was left out; a repeated sending comes to the same one."""
    words = ngettext("%(count)s comment is in the draft.", "%(count)s comments are in the draft.", deed.count)
    told = [words % {"count": dates.number(deed.count, page_language())}]
    others = Comment.objects.filter(activity=deed.activity_id, pk__in=comments).exclude(pk__in=deed.comments)
    if left := left_out(others):
        told.append(_("Of those chosen these stay as they are: %(list)s.") % {"list": ", ".join(left)})
    told.append(_("You can undo it in the table of all comments for an hour."))
    messages.success(request, " ".join(told))
    return redirect(staff_path(deed.answer) if deed.answer else back)


@require_POST
def undo(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Undo the last deed of the round, if it is one's own and not old."""
    found = round_of(request, process, activity, ABILITY)
    wanted = read_query(request.POST.get("query", ""), sees_senders=sees_senders(request))
    deed = BulkAction.objects.filter(activity=found, pk=number_of(request.POST.get("deed")) or 0).first()
    try:
        if deed is None:
            raise Refusal("not_the_last", status=409)
        deed.activity = found
        undoing.undo(actor=actor_of(request), deed=deed, at=moment_of(request))
        messages.success(request, _("The last change was undone."))
    except Refusal as refusal:
        if refusal.code != "already_published":
            raise
        messages.error(request, refusal.words)
    if request.POST.get("from") == "themes":
        return redirect(activity_address(found, "material:themes"))
    return redirect(address_back(found, wanted, request.POST.get("after", "")[:1000]))
