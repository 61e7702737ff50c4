"""Staff pages: links and printed sheets for an event's tables, and the notes that came by them."""

from datetime import datetime, time
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.intake import actions
from yhdyspinta.intake.codes import places_of
from yhdyspinta.intake.loading import frame, staff_batch
from yhdyspinta.intake.models import Batch, TableLink, TableNote
from yhdyspinta.intake.printed import told_of
from yhdyspinta.intake.table_links import MOST_TABLES, latest_end, whole_link
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.ui import forms
from yhdyspinta.ui.dates import HELSINKI
from yhdyspinta.ui.qr_codes import qr_address
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.form_pages import READ_AND_WRITE, form_page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

_EVENING: Final = time(21)
_MOST_SHOWN: Final = 50


class LinksForm(forms.Form):
    """For how many tables, and until when."""

    tables = forms.IntegerField(label=gettext_lazy("How many tables are there?"), width=3)
    expires_at = forms.DateTimeField(
        label=gettext_lazy("Until when do the links work?"),
        help_text=gettext_lazy("They work from the day of the event until this time, at most until the end of the next day."),
    )  # fmt: skip


def event_of(request: HttpRequest, process: str, activity: str, batch: int) -> Batch:
    """An event of the round of the address."""
    return staff_batch(request, process, activity, batch, kind=Batch.Kind.EVENT)


def event_path(batch: Batch, name: str, **parts: Any) -> str:
    """A page of an event."""
    return activity_address(batch.activity, f"intake:{name}", batch=batch.pk, **parts)


def _evening(batch: Batch, at: datetime) -> datetime:
    """The evening of the event, or when it has passed, the last moment that there is."""
    found = datetime.combine(batch.arrived_on, _EVENING, tzinfo=HELSINKI)
    return found if found > at else latest_end(batch.arrived_on)


@never_cache
@READ_AND_WRITE
def table_links(request: HttpRequest, process: str, activity: str, batch: int) -> HttpResponse:
    """The links of an event's tables: make them, end one, print their sheets."""
    kept = event_of(request, process, activity, batch)
    links = list(TableLink.objects.filter(batch=kept, revoked_at=None))
    at = clock.now()
    start = {
        "tables": len(links) or None,
        "expires_at": max((one.expires_at for one in links), default=_evening(kept, at)),
    }
    form = LinksForm(request.POST or None, initial=start)

    def save() -> HttpResponse:
        given = form.cleaned_data
        made = actions.make_table_links(
            actor=actor_of(request), batch=kept, tables=given["tables"], expires_at=given["expires_at"], at=at
        )
        words = ngettext("%(count)s table has a link.", "%(count)s tables have a link.", len(made))
        messages.success(request, words % {"count": len(made)})
        return redirect(event_path(kept, "table_links"))

    context = event_frame(request, kept, _("Links for the tables")) | {
        "links": [
            {
                "link": one,
                "is_over": one.expires_at <= at,
                "address": _whole(one, kept) if one.expires_at > at and kept.finished_at is None else "",
                "end_path": event_path(kept, "end_table_link", link=one.pk),
            }
            for one in links
        ],
        "sheets_path": event_path(kept, "table_sheets"),
        "most": MOST_TABLES,
    }
    return form_page(request, "intake/table_links.html", form, save, **context)


def _whole(link: TableLink, batch: Batch) -> str:
    link.batch = batch
    return whole_link(link)


def event_frame(request: HttpRequest, batch: Batch, title: str) -> dict[str, Any]:
    """What the pages of an event's tables show around themselves."""
    return frame(request, batch.activity, title) | {"batch": batch, "notes_path": event_path(batch, "notes")}


@require_POST
def end_table_link(request: HttpRequest, process: str, activity: str, batch: int, link: int) -> HttpResponse:
    """One link stops working."""
    kept = event_of(request, process, activity, batch)
    found = TableLink.objects.filter(batch=kept, pk=link).first()
    if found is None:
        raise Http404
    actions.end_table_link(actor=actor_of(request), link=found, at=clock.now())
    messages.success(request, _("The link of table %(table)s works no more.") % {"table": found.table})
    return redirect(event_path(kept, "table_links"))


@never_cache
@require_safe
def table_sheets(request: HttpRequest, process: str, activity: str, batch: int) -> HttpResponse:
    """A sheet of paper for each table: what to do, the link and its QR code."""
    kept = event_of(request, process, activity, batch)
    running = TableLink.objects.filter(batch=kept, revoked_at=None, expires_at__gt=clock.now())
    sheets = []
    for link in running:
        whole = _whole(link, kept)
        if whole:
            sheets.append({"link": link, "address": whole, "qr": qr_address(whole)})
    places = places_of(kept.activity, page_language())
    context = (
        event_frame(request, kept, _("Sheets for the tables"))
        | told_of(kept, places)
        | {
            "sheets": sheets,
            "links_path": event_path(kept, "table_links"),
        }
    )
    return render(request, "intake/table_sheets.html", context)


@READ_AND_WRITE
def waiting_notes(request: HttpRequest, process: str, activity: str, batch: int) -> HttpResponse:
    """The notes that came by links: take them in as comments of their tables, or leave them out."""
    kept = event_of(request, process, activity, batch)
    why, status = "", 200
    if request.method == "POST":
        try:
            return _settle(request, kept)
        except Refusal as refusal:
            why, status = refusal.words, 422
    codes = {place.thread_id: place for place in places_of(kept.activity, page_language())}
    waiting = TableNote.objects.select_related("link").filter(link__batch=kept, settled_at=None)
    rows = list(waiting.order_by("pk")[: _MOST_SHOWN + 1])
    context = event_frame(request, kept, _("Notes from the tables")) | {
        "rows": [
            {
                "note": note,
                "place": codes.get(note.thread_id),
                "mend_path": event_path(kept, "mend_note", note=note.pk),
            }
            for note in rows[:_MOST_SHOWN]
        ],
        "has_more": len(rows) > _MOST_SHOWN,
        "problems": [{"text": why, "href": f"#note-{rows[0].pk}" if rows else ""}] if why else [],
        "page_failed": bool(why),
    }
    return render(request, "intake/waiting_notes.html", context, status=status)


def _settle(request: HttpRequest, batch: Batch) -> HttpResponse:
    take = request.POST.get("step") != "leave"
    chosen = [
        number for text in request.POST.getlist("note")[:_MOST_SHOWN] if (number := number_of(text, most_digits=15))
    ]
    count = actions.settle_notes(actor=actor_of(request), batch=batch, notes=chosen, take=take, at=clock.now())
    words = (
        ngettext("%(count)s note was taken in.", "%(count)s notes were taken in.", count)
        if take
        else ngettext("%(count)s note was left out.", "%(count)s notes were left out.", count)
    )
    messages.success(request, words % {"count": count})
    return redirect(event_path(batch, "waiting_notes"))
