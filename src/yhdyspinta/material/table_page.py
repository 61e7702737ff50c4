"""The page of all comments of a round: what its choices find, what can be done with them, and the kept views."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from yhdyspinta.comments.models import Comment
from yhdyspinta.material.counting import count_found
from yhdyspinta.material.forms import ChangeForm, FilterForm, ViewForm, change_form
from yhdyspinta.material.homes import homes_shown, refuse_few, senders_told
from yhdyspinta.material.last_change import last_change
from yhdyspinta.material.loading import frame
from yhdyspinta.material.models import SavedView, Theme
from yhdyspinta.material.queries import WORKED_ON, chosen_by, colleagues, page_of
from yhdyspinta.material.rows import Names, row_of
from yhdyspinta.material.sections import DocumentLine, documents_of
from yhdyspinta.material.wanted import Wanted
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import abilities_here, moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui import dates
from yhdyspinta.ui.fields import new_key
from yhdyspinta.ui.paging import Page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

PAGE = 50


def sees_senders(request: HttpRequest) -> bool:
    """Whether the reader may ask where senders live."""
    return "see_senders" in abilities_here(request)


def chosen(
    request: HttpRequest, found: Activity, wanted: Wanted, documents: Sequence[DocumentLine]
) -> QuerySet[Comment]:
    """The comments that the choices find, in no order yet; raises what `counted` raises."""
    return counted(request, found, wanted, documents)[0]


def counted(
    request: HttpRequest, found: Activity, wanted: Wanted, documents: Sequence[DocumentLine]
) -> tuple[QuerySet[Comment], dict[str, int] | None]:
    """The comments that the choices find, in no order yet, and how many, where that had to be asked already.

    Raises Refusal("home_not_shown") for a municipality that too few have told, and ("homes_apart") for choices that
    take a few of those who told it apart from the others.
    """
    if wanted.municipality and wanted.municipality not in dict(homes_shown(found, page_language())):
        raise Refusal("home_not_shown", status=400)
    today = dates.in_helsinki(moment_of(request)).date()
    reads_unseen = "moderate" in abilities_here(request)
    rows = chosen_by(wanted, found, documents, person_id=actor_of(request).pk, today=today, reads_unseen=reads_unseen)
    return rows, refuse_few(rows, found, wanted)


def address_back(found: Activity, wanted: Wanted, after: str = "") -> str:
    """The table with the same choices, on the same page."""
    pairs = [*wanted.kept.items(), *([("after", after)] if after else [])]
    base = activity_address(found, "material:table")
    return f"{base}?{urlencode(pairs)}" if pairs else base


def table_page(
    request: HttpRequest,
    found: Activity,
    wanted: Wanted,
    *,
    after: str = "",
    form: ChangeForm | None = None,
    view_form: ViewForm | None = None,
    ticked: Collection[int] = (),
    all_ticked: bool = False,
    asked: QueryDict | None = None,
) -> HttpResponse:
    """The table as the choices ask for it; 422 with a form that failed, also the choices as they were `asked` for."""
    around = frame(request, found)
    documents = documents_of(found, page_language())
    themes = list(Theme.objects.filter(activity=found))
    people = colleagues(found.process)
    rows, known, refused = _counted_or_refused(request, found, wanted, documents)
    page = page_of(rows, wanted, after=after, size=PAGE)
    filtering = FilterForm(
        asked, initial=wanted.initial, auto_id="filter-%s", documents=documents, themes=themes, people=people,
        homes=homes_shown(found, page_language()) if around["sees_senders"] else (),
    )  # fmt: skip
    form = form or change_form(None, found, themes, people, of_many=True)
    view_form = view_form or ViewForm(may_share=around["may_change"], auto_id="view-%s")
    shown = _rows(request, found, page, Names.of(documents, themes, page_language()))
    whole = None if after or page.next_token else page.items
    context = {
        **around, **_lists(request, found, wanted), "form": form, "view_form": view_form, "filtering": filtering,
        "rows": [row | _ticking(row, ticked=ticked, all_ticked=all_ticked) for row in shown], "wanted": wanted,
        "after": after, "key": new_key(), "pager": _pager(wanted, page), "sorts": _sorts(wanted),
        "head": _head(around["may_change"]), "choices": filtering.chosen,
        "clear_path": activity_address(found, "material:table") if wanted.is_narrowed or asked else "",
        "found": count_found(rows, found, wanted, whole=whole, known=known),
        "refused": refused, "of_home": senders_told(found, wanted),
    }  # fmt: skip
    failed = context["page_failed"] = any(one.is_bound and one.errors for one in (form, view_form, filtering))
    return render(request, "material/table.html", context, status=422 if failed else 400 if refused else 200)


def _counted_or_refused(
    request: HttpRequest, found: Activity, wanted: Wanted, documents: Sequence[DocumentLine]
) -> tuple[QuerySet[Comment], dict[str, int] | None, str]:
    """As `counted`; where the choices take a few of a municipality apart, no comments, and why not."""
    try:
        return *counted(request, found, wanted, documents), ""
    except Refusal as refusal:
        if refusal.code != "homes_apart":
            raise
        return Comment.objects.none(), None, refusal.words


def _rows(request: HttpRequest, found: Activity, page: Page[Comment], names: Names) -> list[dict[str, Any]]:
    today = dates.in_helsinki(moment_of(request)).date()
    rows = [row_of(one, names, abilities_here(request), today=today) for one in page.items]
    for row in rows:
        row["path"] = activity_address(found, "material:comment", number=row["comment"].number)
        leader = row["leader"]
        row["like_path"] = activity_address(found, "material:bunch", number=leader) if leader else ""
    return rows


def _ticking(row: dict[str, Any], *, ticked: Collection[int], all_ticked: bool) -> dict[str, bool]:
    comment = row["comment"]
    return {"is_ticked": all_ticked or comment.pk in ticked, "may_tick": comment.state in WORKED_ON}


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
    return {"views": [*ready, *views], "own_views": views, **last_change(request, found)}


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
