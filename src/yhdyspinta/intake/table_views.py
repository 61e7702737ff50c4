"""A table's own page for a facilitator without an account: whoever holds its link writes notes, on a phone."""

from datetime import timedelta
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from yhdyspinta.comments.models import Comment
from yhdyspinta.intake import actions
from yhdyspinta.intake.codes import Place, place_named, places_of
from yhdyspinta.intake.models import TableLink, TableNote
from yhdyspinta.intake.printed import in_order_of, told_of, with_version
from yhdyspinta.intake.rules import may_write_at_table
from yhdyspinta.intake.table_links import link_of
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.people.limits import Limit, allow
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import authority_of, moment_of
from yhdyspinta.processes.methods import method_of
from yhdyspinta.ui import forms
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.form_pages import READ_AND_WRITE, form_page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal
from yhdyspinta.wording.unsent import begin

_LATEST: Final = 10
_MOST_TRIES: Final = 60
_WITHIN: Final = timedelta(minutes=10)
_KEPT_PART: Final = "part"


class TableForm(forms.Form):
    """A note of the table whose link it is."""

    key = forms.KeyField()
    part = forms.ChoiceField(label=gettext_lazy("Part"), choices=[], select=True)
    text = forms.MultilineField(
        label=gettext_lazy("What was said"),
        help_text=gettext_lazy("One matter at a time. Write no names of those who take part."),
        rows=5,
        count=False,
    )
    name = forms.TextField(
        label=gettext_lazy("Your name"),
        help_text=gettext_lazy("Never shown on the site."),
        required=False,
        max_length=80,
        width=20,
        autocomplete="off",
    )

    def __init__(self, *args: Any, places: list[Place], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(place.code, place.with_code[:100]) for place in places]
        self.offer("part", [("", _("Choose")), *choices])


def _load(request: HttpRequest, token: str) -> TableLink:
    """The link of the address, while its process is there for everybody; 404 for anything else."""
    link = link_of(authority_of(request), token)
    if link is None or not link.batch.activity.process.is_public(moment_of(request)):
        raise Http404
    return link


@never_cache
@READ_AND_WRITE
def table(request: HttpRequest, token: str) -> HttpResponse:
    """Write the next note of the table; the part stays as it was."""
    link = _load(request, token)
    here = address("intake:table", link.batch.activity.process.owner, token=token)
    permit = may_write_at_table(link, at=moment_of(request))
    if not permit and request.method != "POST":
        return _over(request, link, permit.words, status=410 if permit.why_not == "table_link_ended" else 403)
    if {"unsent", "switch_to"} & set(request.POST):  # a page opened before words stayed on the device: nothing is saved
        return HttpResponse(status=204)
    places = in_order_of(link.batch, places_of(link.batch.activity, page_language()))
    if permit and request.method == "POST" and request.POST.get("step") == "take_back":
        return _take_back(request, link, places)
    form = _form(request, link, places)
    if not permit and not form.is_valid():  # a valid one may be a note that was stored before the link ended
        return _over(request, link, permit.words, text=request.POST.get("text", ""))

    def save() -> HttpResponse:
        try:
            note = _write(request, link, form, places)
        except Refusal as refusal:
            if refusal.code != "table_link_ended":
                raise
            return _over(request, link, refusal.words, text=form.cleaned_data["text"])
        messages.success(request, _("Note %(number)s is saved.") % {"number": note.number})
        return redirect(f"{here}?{_KEPT_PART}={form.cleaned_data['part']}")

    if form.is_bound or request.method != "POST":
        response = form_page(request, "intake/table.html", form, save, **_frame(link, places))
    else:  # the same words in another language; nothing is kept in a session, so that no cookie is needed for it
        response = render(request, "intake/table.html", {"form": form, **_frame(link, places)})
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _take_back(request: HttpRequest, link: TableLink, places: list[Place]) -> HttpResponse:
    """The note waits no more, and its words stand in the form to be mended; or it had been taken in already."""
    number = number_of(request.POST.get("number"), most_digits=6) or 0
    note = actions.take_back_note(link=link, number=number, at=moment_of(request))
    if note is None:
        messages.info(request, _("The coordinator has taken in or left out the note already. Tell them what to mend."))
        form = TableForm(places=places)
    else:
        messages.success(
            request, _("Note %(number)s was taken back. Mend it and save it again, or leave it.") % {"number": number}
        )
        codes, (thread_id, text) = {place.thread_id: place.code for place in places}, _as_written(note)
        form = TableForm(
            places=places, initial={"part": codes.get(thread_id or 0, ""), "text": text, "name": note.name}
        )
    response = render(request, "intake/table.html", {"form": form, **_frame(link, places)})
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _form(request: HttpRequest, link: TableLink, places: list[Place]) -> TableForm:
    """The form as it was sent; begun from what was sent when only the page's language changes."""
    sent, asked_for = (with_version(link.batch, places, told) for told in (request.POST, request.GET))
    if request.POST.get("step") == "look":
        form = TableForm(places=places)
        begin(form, sent)
        return form
    return TableForm(sent or None, places=places, initial={"part": asked_for.get(_KEPT_PART, "")[:20]})


def _write(request: HttpRequest, link: TableLink, form: TableForm, places: list[Place]) -> TableNote:
    given = form.cleaned_data
    if not allow(Limit(f"table-note:{link.pk}", _MOST_TRIES, _WITHIN)):
        raise Refusal("too_many_notes", status=429)
    place = place_named(places, given["part"])
    return actions.write_at_table(
        link=link, key=given["key"], thread_id=place.thread_id if place else 0, text=given["text"],
        name=given["name"], at=moment_of(request),
    )  # fmt: skip


def _frame(link: TableLink, places: list[Place]) -> dict[str, Any]:
    codes = {place.thread_id: place.code for place in places}
    latest = TableNote.objects.filter(link=link).select_related("comment").order_by("-pk")[:_LATEST]
    activity = link.batch.activity
    return told_of(link.batch, places) | {
        "link": link,
        "batch": link.batch,
        "activity": activity,
        "latest": [_row(note, codes) for note in latest],
        "round_path": method_of(activity).card(activity, at=link.expires_at).path,
    }


def _row(note: TableNote, codes: dict[int, str]) -> dict[str, Any]:
    """A note of the table's; until it is a comment, of the part and with the words that the table wrote."""
    thread_id = note.thread_id if note.comment else _as_written(note)[0]
    is_mended = note.mended_at is not None and not note.is_taken_back
    return {"note": note, "code": codes.get(thread_id or 0, ""), "text": _shown(note), "is_mended": is_mended}


def _as_written(note: TableNote) -> tuple[int | None, str]:
    """The part and the words that the table wrote, also where staff have mended them since."""
    if note.mended_at is None:
        return note.thread_id, note.text
    return note.written_thread_id, note.written_text


def _shown(note: TableNote) -> str:
    """The words of a note: once it is a comment, no more of them than of the comment; none once it was taken back."""
    if note.is_taken_back:
        return ""
    if note.comment is None:
        return _as_written(note)[1]
    is_gone = note.comment.state in {Comment.State.HIDDEN, Comment.State.WITHDRAWN}
    return "" if is_gone else in_words(note.comment.public_text)


def _over(request: HttpRequest, link: TableLink, why: str, *, status: int = 410, text: str = "") -> HttpResponse:
    """Nothing more is written here; what was typed is shown, so that it is not lost."""
    context = {"link": link, "batch": link.batch, "why": why, "text": text}
    response = render(request, "intake/table_over.html", context, status=status)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
