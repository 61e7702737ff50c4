"""Staff page: a table's note is mended before it is taken in."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.audit import clock
from yhdyspinta.intake import actions
from yhdyspinta.intake.forms import with_own_place
from yhdyspinta.intake.link_views import event_frame, event_of, event_path
from yhdyspinta.intake.models import Batch, TableNote
from yhdyspinta.intake.queries import places
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.ui import forms
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.conflicts import both_texts
from yhdyspinta.wording.form_pages import READ_AND_WRITE, form_page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal


class MendNoteForm(forms.Form):
    """A table's note as it is meant to be."""

    part = forms.ChoiceField(label=gettext_lazy("Which part is it about?"), choices=[], select=True)
    text = forms.MultilineField(label=gettext_lazy("Note"), rows=6)
    revision = forms.HiddenField()

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("part", choices)


@READ_AND_WRITE
def mend_note(request: HttpRequest, process: str, activity: str, batch: int, note: int) -> HttpResponse:
    """Mend the words or the part of a note before it is taken in."""
    kept = event_of(request, process, activity, batch)
    found = _waiting(kept, note)
    if found.settled_at is not None and request.method != "POST":  # what was typed meanwhile is kept beside the reason
        raise Refusal("note_is_settled", status=409)
    choices = with_own_place(places(kept.activity, page_language()), found.thread_id)
    start = {"part": str(found.thread_id), "text": found.text, "revision": found.revision}
    form = MendNoteForm(request.POST if request.method == "POST" else None, initial=start, choices=choices)
    back = event_path(kept, "waiting_notes")

    def save() -> HttpResponse:
        given = form.cleaned_data
        actions.mend_note(
            actor=actor_of(request), note=found, thread_id=int(given["part"]), text=given["text"],
            revision=number_of(given["revision"]) or 0, at=clock.now(),
        )  # fmt: skip
        messages.success(request, _("The note was mended."))
        return redirect(back)

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            return {}
        saved, revision = refusal.values["saved"], refusal.values["revision"]
        return both_texts(form, saved=saved, typed=form.cleaned_data, revision=revision)

    written = found.written_text if found.mended_at else ""
    context = event_frame(request, kept, _("Mend the note")) | {"note": found, "written": written, "back": back}
    return form_page(request, "intake/mend_note.html", form, save, refused=refused, keeps=True, **context)


def _waiting(event: Batch, pk: int) -> TableNote:
    """A note of the event, which may have been settled meanwhile."""
    found = TableNote.objects.select_related("link", "mended_by").filter(link__batch=event, pk=pk).first()
    if found is None:
        raise Http404
    found.link.batch = event
    return found
