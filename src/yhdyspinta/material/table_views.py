"""The table of all comments of a round: filters, saved views, one deed to many, undoing it, and the file."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions import bulk, notes
from yhdyspinta.material.forms import REVEALS, ChangeForm, FilterForm, ViewForm, change_form, key_of, new_key
from yhdyspinta.material.loading import frame, round_of
from yhdyspinta.material.models import BulkAction, SavedView, Theme
from yhdyspinta.material.queries import WORKED_ON, chosen_by, colleagues, homes, page_of
from yhdyspinta.material.rows import Names, head_of_file, lines_of_file, row_of
from yhdyspinta.material.sections import DocumentLine, documents_of
from yhdyspinta.material.values import ABILITY, KINDS
from yhdyspinta.material.wanted import Wanted, read_query, read_wanted
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import abilities_here, moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui import dates
from yhdyspinta.ui.tables import Cell, csv_response
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, page_language
from yhdyspinta.wording.refusals import Refusal

PAGE = 50


def _sees_senders(request: HttpRequest) -> bool:
    return "see_senders" in abilities_here(request)


@require_safe
def table(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """All comments of the round that fit the choices."""
    found = round_of(request, process, activity)
    wanted = read_wanted(request.GET, sees_senders=_sees_senders(request))
    return _table_page(request, found, wanted, after=request.GET.get("after", "")[:1000])


def _table_page(
    request: HttpRequest,
    found: Activity,
    wanted: Wanted,
    *,
    after: str = "",
    form: ChangeForm | None = None,
    view_form: ViewForm | None = None,
    ticked: Collection[int] = (),
    all_ticked: bool = False,
) -> HttpResponse:
    around = frame(request, found)
    documents = documents_of(found, page_language())
    themes = list(Theme.objects.filter(activity=found))
    people = colleagues(found.process)
    page = page_of(_chosen(request, found, wanted, documents), wanted, after=after, size=PAGE)
    names, today = Names.of(documents, themes, page_language()), dates.in_helsinki(moment_of(request)).date()
    rows = [row_of(one, names, abilities_here(request), today=today) for one in page.items]
    for row in rows:
        row |= _ways(found, row, ticked=ticked, all_ticked=all_ticked)
    forms = {
        "form": form or change_form(None, found, themes, people),
        "filtering": FilterForm(
            initial=wanted.kept, auto_id="filter-%s", documents=documents, themes=themes, people=people,
            homes=homes(page_language()) if around["sees_senders"] else (),
        ),
        "view_form": view_form or ViewForm(may_share=around["may_change"], auto_id="view-%s"),
    }  # fmt: skip
    context = {
        **around, **forms, **_lists(request, found, wanted), "rows": rows, "wanted": wanted, "after": after,
        "key": new_key(), "pager": _pager(wanted, page), "sorts": _sorts(wanted), "head": _head(around["may_change"]),
        "total": found.comment_count + found.waiting_count + found.hidden_count,
    }  # fmt: skip
    failed = any(one.is_bound and one.errors for one in (forms["form"], forms["view_form"]))
    return render(request, "material/table.html", context, status=422 if failed else 200)


def _chosen(request: HttpRequest, found: Activity, wanted: Wanted, documents: Sequence[DocumentLine]) -> Any:
    today = dates.in_helsinki(moment_of(request)).date()
    return chosen_by(wanted, found, documents, person_id=actor_of(request).pk, today=today)


def _ways(found: Activity, row: dict[str, Any], *, ticked: Collection[int], all_ticked: bool) -> dict[str, Any]:
    comment = row["comment"]
    return {
        "path": activity_address(found, "material:comment", number=comment.number),
        "like_path": activity_address(found, "material:bunch", number=row["leader"]) if row["leader"] else "",
        "is_ticked": all_ticked or comment.pk in ticked,
        "may_tick": comment.state in WORKED_ON,
    }


def _lists(request: HttpRequest, found: Activity, wanted: Wanted) -> dict[str, Any]:
    """The kept views, and the deed that can be undone."""
    me = actor_of(request)
    base = activity_address(found, "material:table")
    kept = SavedView.objects.filter(Q(person=me) | Q(is_shared=True), activity=found).order_by("name", "pk")
    views = [
        {
            "name": view.name, "href": f"{base}?{view.query}", "current": view.query == wanted.query,
            "is_shared": view.is_shared, "is_mine": view.person_id == me.pk,
            "remove_path": activity_address(found, "material:remove_view", view=view.pk),
        }
        for view in kept
    ]  # fmt: skip
    fixed = [("", _("All comments")), ("answered=no", _("Waiting for an answer"))]
    fixed.append(("answered=no&assignee=me", _("Assigned to me")))
    ready = [{"name": name, "href": f"{base}?{query}", "current": query == wanted.query} for query, name in fixed]
    last = bulk.last_deed(found)
    return {"views": [*ready, *views], "own_views": views, "last": last, "last_words": _told(last) if last else ""}


def _told(deed: BulkAction) -> str:
    """As in: Theme added (Määräajat): 12 comments."""
    language = page_language()
    what = {
        "theme_added": Wording(deed.theme.name).text(language) if deed.theme else "",
        "assigned": str(deed.assignee) if deed.assignee else _("nobody"),
        "to_translate": CONTENT_LANGUAGES.get(deed.language, ""),
    }.get(deed.kind if deed.kind != "theme_removed" else "theme_added", "")
    count = ngettext("%(count)s comment", "%(count)s comments", deed.count) % {
        "count": dates.number(deed.count, language)
    }
    return f"{KINDS[deed.kind]}{f' ({what})' if what else ''}: {count}"


def _pager(wanted: Wanted, page: Any) -> dict[str, str]:
    def url(token: str) -> str:
        return f"?{urlencode([*wanted.kept.items(), ('after', token)])}" if token else ""

    return {"next_url": url(page.next_token), "previous_url": url(page.previous_token)}


def _sorts(wanted: Wanted) -> list[dict[str, Any]]:
    names = {
        "newest": _("Newest first"), "oldest": _("Oldest first"), "agreed": _("Most agreed"), "due": _("By due date")
    }  # fmt: skip
    now = wanted.sort or "newest"
    return [
        {"text": text, "href": f"?{urlencode({**wanted.filters, 'sort': key})}", "current": key == now}
        for key, text in names.items()
    ]


def _head(may_change: bool) -> list[dict[str, Any]]:
    columns = [_("No."), _("Comment"), _("Themes"), _("Stance"), _("Assigned to"), _("State")]
    return [*([{"hidden_text": _("Choose")}] if may_change else []), *({"text": text} for text in columns)]


def _ticked(request: HttpRequest) -> list[int]:
    found = [number_of(value) for value in request.POST.getlist("comments")]
    return [number for number in found if number is not None]


def _back(found: Activity, wanted: Wanted, after: str) -> str:
    pairs = [*wanted.kept.items(), *([("after", after)] if after else [])]
    base = activity_address(found, "material:table")
    return f"{base}?{urlencode(pairs)}" if pairs else base


@require_POST
def change(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Do one thing to the ticked comments, or after a page that asks once more to everything the choices find."""
    found = round_of(request, process, activity, ABILITY)
    wanted = read_query(request.POST.get("query", ""), sees_senders=_sees_senders(request))
    after = request.POST.get("after", "")[:1000]
    if request.POST.get("do") == "tick_all":
        return _table_page(request, found, wanted, after=after, all_ticked=True)
    themes, people = list(Theme.objects.filter(activity=found)), colleagues(found.process)
    form = change_form(request.POST, found, themes, people)
    try:
        if form.is_valid():
            asked = form.change()
            if request.POST.get("do") == "all":
                return _all(request, found, wanted, form, asked)
            return _done(request, found, asked, _ticked(request), _back(found, wanted, after))
    except Refusal as refusal:
        if refusal.status not in (409, 422):
            raise
        form.refuse(refusal)
    return _table_page(request, found, wanted, after=after, form=form, ticked=set(_ticked(request)))


def _all(request: HttpRequest, found: Activity, wanted: Wanted, form: ChangeForm, asked: bulk.Change) -> HttpResponse:
    """Ask once more, telling how many; then do it to those that were there when it was asked."""
    upto = number_of(request.POST.get("upto"), most_digits=9)
    documents = documents_of(found, page_language())
    rows = _chosen(request, found, wanted, documents).filter(state__in=WORKED_ON)
    if asked.kind == "closed":
        rows = rows.filter(state=Comment.State.VISIBLE, handling=Comment.Handling.OPEN, answered=None)
    if upto is not None:
        chosen = list(rows.filter(number__lte=upto).order_by("pk").values_list("pk", flat=True))
        return _done(request, found, asked, chosen, _back(found, wanted, ""))
    count = rows.filter(number__lte=found.last_comment_number).count()
    if not count:
        raise Refusal("no_comments_chosen", status=422, field="comments")
    if asked.kind == "closed" and count > bulk.MOST_CLOSED:
        raise Refusal("too_many_to_close", status=422, field="kind", most=bulk.MOST_CLOSED)
    own = {"csrfmiddlewaretoken", "comments", "upto"}
    context = {
        **frame(request, found),
        "count": count,
        "upto": found.last_comment_number,
        "words": KINDS[asked.kind],
        "facts": _facts(form),
        "back": _back(found, wanted, ""),
        "posted": [(name, value) for name, values in request.POST.lists() if name not in own for value in values],
    }
    return render(request, "material/confirm.html", context)


def _facts(form: ChangeForm) -> list[str]:
    """What was chosen beside what to do, in words."""
    fields = REVEALS[form.cleaned_data["kind"]]
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
    words = ngettext("%(count)s comment was changed.", "%(count)s comments were changed.", deed.count)
    messages.success(request, words % {"count": dates.number(deed.count, page_language())})
    return redirect(back)


@require_POST
def undo(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Undo the last deed of the round."""
    found = round_of(request, process, activity, ABILITY)
    wanted = read_query(request.POST.get("query", ""), sees_senders=_sees_senders(request))
    deed = BulkAction.objects.filter(activity=found, pk=number_of(request.POST.get("deed")) or 0).first()
    if deed is None:
        raise Refusal("not_the_last", status=409)
    deed.activity = found
    bulk.undo(actor=actor_of(request), deed=deed, at=moment_of(request))
    messages.success(request, _("The last change was undone."))
    return redirect(_back(found, wanted, request.POST.get("after", "")[:1000]))


@require_POST
def save_view(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Keep the choices under a name."""
    found = round_of(request, process, activity)
    wanted = read_query(request.POST.get("query", ""), sees_senders=_sees_senders(request))
    form = ViewForm(request.POST, may_share=ABILITY in abilities_here(request), auto_id="view-%s")
    try:
        if form.is_valid():
            view = notes.save_view(
                actor=actor_of(request), activity=found, name=form.cleaned_data["name"], query=wanted.query,
                is_shared=bool(form.cleaned_data.get("is_shared")), at=moment_of(request),
            )  # fmt: skip
            messages.success(request, _("The view was saved: %(name)s.") % {"name": view.name})
            return redirect(_back(found, wanted, ""))
    except Refusal as refusal:
        form.refuse(refusal)
    return _table_page(request, found, wanted, view_form=form)


@require_POST
def remove_view(request: HttpRequest, process: str, activity: str, view: int) -> HttpResponse:
    """Forget a view."""
    found = round_of(request, process, activity)
    kept = SavedView.objects.filter(activity=found, pk=view).first()
    if kept is None:
        raise Http404
    kept.activity = found
    notes.remove_view(actor=actor_of(request), view=kept, at=moment_of(request))
    messages.success(request, _("The view was removed."))
    return redirect(activity_address(found, "material:table"))


@require_POST
def download(request: HttpRequest, process: str, activity: str) -> HttpResponseBase:
    """Everything the choices find as a file, written while it is sent."""
    found = round_of(request, process, activity)
    wanted = read_query(request.POST.get("query", ""), sees_senders=_sees_senders(request))
    language = page_language()
    documents = documents_of(found, language)
    names = Names.of(documents, list(Theme.objects.filter(activity=found)), language)
    rows = _chosen(request, found, wanted, documents)
    notes.note_download(actor=actor_of(request), activity=found, at=moment_of(request))

    def lines() -> Iterator[Sequence[Cell]]:
        with translation.override(language):
            yield from lines_of_file(rows, names)

    return csv_response("comments", head_of_file(), lines())
