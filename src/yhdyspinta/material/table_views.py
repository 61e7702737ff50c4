"""The table of all comments of a round, the choices kept as views, and everything they find as a file."""

from collections.abc import Iterator, Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions import keeping
from yhdyspinta.material.forms import ViewForm
from yhdyspinta.material.loading import round_of, table_of
from yhdyspinta.material.models import SavedView, Theme
from yhdyspinta.material.rows import Names, head_of_file, lines_of_file
from yhdyspinta.material.sections import documents_of
from yhdyspinta.material.table_page import address_back, chosen, sees_senders, table_page
from yhdyspinta.material.values import ABILITY
from yhdyspinta.material.wanted import Wanted, read_query, read_wanted, unreadable_days
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import abilities_here, moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.tables import Cell, csv_response
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal


@require_safe
def table(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """All comments of the round that fit the choices."""
    found = table_of(request, process, activity)
    wanted = read_wanted(request.GET, sees_senders=sees_senders(request))
    if sought := request.GET.get("number", "").strip():
        return _to_the_numbered(request, found, sought, wanted)
    asked = request.GET if unreadable_days(request.GET) else None
    return table_page(request, found, wanted, after=request.GET.get("after", "")[:1000], asked=asked)


def _to_the_numbered(request: HttpRequest, found: Activity, sought: str, wanted: Wanted) -> HttpResponse:
    """Straight to the comment of that number, whatever else is chosen; back to the table, when there is none."""
    number = number_of(sought.removeprefix("#"), most_digits=9)
    if number is not None and Comment.objects.filter(activity=found, number=number).exists():
        return redirect(activity_address(found, "material:comment", number=number))
    messages.error(request, _("There is no comment with the number %(number)s.") % {"number": sought[:20]})
    return redirect(address_back(found, wanted))


@require_POST
def save_view(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Keep the choices under a name."""
    found = table_of(request, process, activity)
    wanted = read_query(request.POST.get("query", ""), sees_senders=sees_senders(request))
    request.read_at = address_back(found, wanted)  # type: ignore[attr-defined]
    form = ViewForm(request.POST, may_share=ABILITY in abilities_here(request), auto_id="view-%s")
    try:
        if form.is_valid():
            view = keeping.save_view(
                actor=actor_of(request), activity=found, name=form.cleaned_data["name"], query=wanted.query,
                is_shared=bool(form.cleaned_data.get("is_shared")), at=moment_of(request),
            )  # fmt: skip
            messages.success(request, _("The view was saved: %(name)s.") % {"name": view.name})
            return redirect(address_back(found, wanted))
    except Refusal as refusal:
        form.refuse(refusal)
    return table_page(request, found, wanted, view_form=form)


@require_POST
def remove_view(request: HttpRequest, process: str, activity: str, view: int) -> HttpResponse:
    """Forget a view."""
    found = round_of(request, process, activity)
    kept = SavedView.objects.filter(activity=found, pk=view).first()
    if kept is None:
        raise Http404
    kept.activity = found
    keeping.remove_view(actor=actor_of(request), view=kept, at=moment_of(request))
    messages.success(request, _("The view was removed."))
    return redirect(activity_address(found, "material:table"))


@require_POST
def download(request: HttpRequest, process: str, activity: str) -> HttpResponseBase:
    """Everything the choices find as a file, written while it is sent."""
    found = round_of(request, process, activity)
    wanted = read_query(request.POST.get("query", ""), sees_senders=sees_senders(request))
    language = page_language()
    documents = documents_of(found, language)
    names = Names.of(documents, list(Theme.objects.filter(activity=found)), language)
    rows = chosen(request, found, wanted, documents)
    keeping.note_download(actor=actor_of(request), activity=found, at=moment_of(request))

    def lines() -> Iterator[Sequence[Cell]]:
        with translation.override(language):
            yield from lines_of_file(rows, names)

    return csv_response("comments", head_of_file(), lines())
