"""Staff pages: a facilitator's notes at an event, on a phone: the table, the part, the words."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from yhdyspinta.audit import clock
from yhdyspinta.intake import actions
from yhdyspinta.intake.batch_forms import PeopleForm
from yhdyspinta.intake.batch_views import begin
from yhdyspinta.intake.codes import Place, place_named, places_of
from yhdyspinta.intake.loading import ABILITY, frame, staff_batch
from yhdyspinta.intake.models import Batch, Note
from yhdyspinta.intake.printed import in_order_of, told_of, with_version
from yhdyspinta.intake.queries import notes_waiting
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.loading import staff_round
from yhdyspinta.ui import forms
from yhdyspinta.wording.form_pages import READ_AND_WRITE, form_page
from yhdyspinta.wording.languages import page_language

_LATEST = 10


class NoteForm(forms.Form):
    """A note of a table."""

    key = forms.KeyField()
    table = forms.TextField(label=gettext_lazy("Table"), max_length=40, width=10, autocomplete="off")
    part = forms.ChoiceField(label=gettext_lazy("Part"), choices=[], select=True)
    text = forms.MultilineField(label=gettext_lazy("What was said"), rows=5, count=False)

    def __init__(self, *args: Any, places: list[Place], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(place.code, place.with_code[:100]) for place in places]
        self.offer("part", [("", _("Choose")), *choices])


@READ_AND_WRITE
def begin_event(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """What the event is called, and its day and language."""
    return begin(request, staff_round(request, process, activity, ABILITY, stages=True), Batch.Kind.EVENT, "event")


@READ_AND_WRITE
def notes(request: HttpRequest, process: str, activity: str, batch: int) -> HttpResponse:
    """Write the next note; the table and the part stay as they were."""
    kept = staff_batch(request, process, activity, batch, kind=Batch.Kind.EVENT)
    places = in_order_of(kept, places_of(kept.activity, page_language()))
    asked_for = with_version(kept, places, request.GET)
    start = {"table": asked_for.get("table", "")[:40], "part": asked_for.get("part", "")[:20]}
    sent = with_version(kept, places, request.POST) if request.method == "POST" else None
    form = NoteForm(sent, places=places, initial=start)
    here = activity_address(kept.activity, "intake:notes", batch=kept.pk)

    def save() -> HttpResponse:
        given = form.cleaned_data
        place = place_named(places, given["part"])
        actions.note_at_table(
            actor=actor_of(request), batch=kept, key=given["key"], table=given["table"],
            thread_id=place.thread_id if place else 0, text=given["text"], at=clock.now(),
        )  # fmt: skip
        asked = QueryDict(mutable=True)
        asked.update({"table": given["table"], "part": given["part"]})
        return redirect(f"{here}?{asked.urlencode()}")

    return form_page(request, "intake/notes.html", form, save, keeps=True, **_frame(request, kept, places))


def _frame(request: HttpRequest, batch: Batch, places: list[Place]) -> dict[str, Any]:
    codes = {place.thread_id: place.code for place in places}
    latest = Note.objects.filter(batch=batch).select_related("comment__receipt__sheet").order_by("-pk")[:_LATEST]
    return (
        frame(request, batch.activity, batch.name)
        | told_of(batch, places)
        | {
            "batch": batch,
            "latest": [
                {
                    "table": note.comment.receipt.sheet.table,
                    "code": codes.get(note.comment.thread_id, ""),
                    "comment": note.comment,
                    "path": process_address(batch.activity.process, "intake:entered", receipt=note.comment.receipt_id),
                }
                for note in latest
            ],
            "finish_path": activity_address(batch.activity, "intake:finish_event", batch=batch.pk),
            "people_path": activity_address(batch.activity, "intake:people_present", batch=batch.pk),
            "links_path": activity_address(batch.activity, "intake:table_links", batch=batch.pk),
            "waiting_path": activity_address(batch.activity, "intake:waiting_notes", batch=batch.pk),
            "waiting": notes_waiting([batch.pk]).get(batch.pk, 0),
            "check_path": activity_address(batch.activity, "intake:check", batch=batch.pk),
        }
    )


@READ_AND_WRITE
def people_present(request: HttpRequest, process: str, activity: str, batch: int) -> HttpResponse:
    """About how many people were at the event; asked also once it is over."""
    kept = staff_batch(request, process, activity, batch, kind=Batch.Kind.EVENT)
    form = PeopleForm(request.POST or None, initial={"people": kept.people})
    back = activity_address(kept.activity, "intake:notes", batch=kept.pk)

    def save() -> HttpResponse:
        actions.tell_people_present(
            actor=actor_of(request), batch=kept, people=form.cleaned_data["people"], at=clock.now()
        )
        messages.success(request, _("Saved."))
        return redirect(back)

    context = frame(request, kept.activity, _("How many people were present?")) | {"batch": kept, "back": back}
    return form_page(request, "intake/people.html", form, save, **context)


@require_POST
def finish_event(request: HttpRequest, process: str, activity: str, batch: int) -> HttpResponse:
    """The event is over: no more notes."""
    kept = staff_batch(request, process, activity, batch, kind=Batch.Kind.EVENT)
    actions.finish_batch(actor=actor_of(request), batch=kept, at=clock.now())
    messages.success(request, _("The notes are finished."))
    return redirect(activity_address(kept.activity, "intake:notes", batch=kept.pk))
