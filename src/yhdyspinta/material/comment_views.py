"""The staff page of one comment: what is marked of it, translations, notes, and everything that has happened to it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.rules import may_open
from yhdyspinta.material.actions import bulk, notes
from yhdyspinta.material.forms import ChangeForm, NoteForm, change_form
from yhdyspinta.material.history import history_of
from yhdyspinta.material.language_views import written_in
from yhdyspinta.material.loading import comment_of, frame, place_of, round_of, whole_comment_of
from yhdyspinta.material.models import StaffNote, Theme
from yhdyspinta.material.passed_on import passed_to
from yhdyspinta.material.queries import WORKED_ON, colleagues
from yhdyspinta.material.rows import Names, row_of, shown_text
from yhdyspinta.material.translation_views import lines_of
from yhdyspinta.material.values import ABILITY
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.loading import abilities_here, moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui import dates
from yhdyspinta.ui.fields import key_of, new_key
from yhdyspinta.ui.forms import Form
from yhdyspinta.ui.paging import paged
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal


@require_safe
def comment(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """The comment, its marks, its translations, its notes and its history."""
    return _page(request, round_of(request, process, activity), number)


def _page(
    request: HttpRequest,
    found: Activity,
    number: int,
    *,
    note_form: NoteForm | None = None,
    form: ChangeForm | None = None,
) -> HttpResponse:
    one, abilities = whole_comment_of(found, number), abilities_here(request)
    themes, people = list(Theme.objects.filter(activity=found)), colleagues(found.process)
    shown = row_of(
        one, Names.of((), themes, page_language()), abilities, today=dates.in_helsinki(moment_of(request)).date()
    )
    text, may_change = shown_text(one, abilities), ABILITY in abilities
    notes_of_it = StaffNote.objects.filter(comment=one).select_related("by")
    kept, note_ways = paged(request, notes_of_it, order=("-pk",), name="notes")
    context = {
        **frame(request, found),
        "comment": one,
        "row": shown,
        "text": text,
        "place": place_of(one, page_language()),
        "written_in": written_in(one),
        "translations": lines_of(one, may_read=bool(text), may_change=may_change),
        "may_translate": one.state == Comment.State.VISIBLE,
        "notes": [{"note": note, "remove_path": _remove_path(request, found, note)} for note in kept],
        "note_ways": note_ways,
        "note_form": note_form or NoteForm(),
        "form": form or change_form(None, found, themes, people),
        "key": new_key(),
        "may_mark": one.state in WORKED_ON,
        "events": history_of(one),
        "paths": _paths(found, one, shown, abilities) | {"typed": _typed_path(request, found, one)},
    }
    failed = any(each is not None and each.errors for each in (note_form, form))
    return render(request, "material/comment.html", context | {"page_failed": failed}, status=422 if failed else 200)


def _remove_path(request: HttpRequest, found: Activity, note: StaffNote) -> str:
    own = note.by_id == actor_of(request).pk
    return activity_address(found, "material:remove_note", note=note.pk) if own else ""


def _paths(found: Activity, one: Comment, shown: dict[str, Any], abilities: frozenset[str]) -> dict[str, str]:
    leader = shown["leader"]
    return {
        "note": activity_address(found, "material:note", number=one.number),
        "mark": activity_address(found, "material:mark", number=one.number),
        "like": activity_address(found, "material:bunch", number=leader) if leader else "",
        "moderation": activity_address(found, "moderation:comment", number=one.number)
        if "moderate" in abilities
        else "",
        **(_of_answering(found, one) if "answer" in abilities else {}),
    }


def _of_answering(found: Activity, one: Any) -> dict[str, str]:
    """To the answer of this very comment, or to where it is chosen to be answered; of one passed on, where it is."""
    there = activity_address(found, "transfers:pass_on", number=one.number)
    if one.handling == Comment.Handling.CLOSED and passed_to(one):
        return {"passed_on": there}
    waits = one.handling == Comment.Handling.OPEN and one.state == Comment.State.VISIBLE
    onward = {"pass_on": there} if waits else {}
    answered = getattr(one, "answered", None)
    if answered is not None:
        return {"answer": activity_address(found, "answers:edit", number=answered.answer.number)} | onward
    query = {"comment": one.number} | ({"show": "closed"} if one.handling == Comment.Handling.CLOSED else {})
    work = activity_address(found, "answers:work")
    return {"answers": f"{work}?{urlencode(query)}" if one.state == Comment.State.VISIBLE else work} | onward


def _typed_path(request: HttpRequest, found: Activity, one: Comment) -> str:
    """To what staff typed of it or brought in, where a slip is mended, for those who may open that."""
    receipt = one.receipt
    if getattr(receipt, "entry", None) is None:
        return ""
    is_open = may_open(receipt, actor_of(request), abilities_here(request))
    return process_address(found.process, "intake:entered", receipt=receipt.pk) if is_open else ""


@require_POST
def mark(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Do to this one what the table does to many."""
    found = round_of(request, process, activity, ABILITY)
    one = comment_of(found, number)
    themes, people = list(Theme.objects.filter(activity=found)), colleagues(found.process)
    form = change_form(request.POST, found, themes, people)

    def save() -> None:
        bulk.change_comments(
            actor=actor_of(request), activity=found, key=key_of(request.POST.get("key")), change=form.change(),
            comments=[one.pk], at=moment_of(request),
        )  # fmt: skip

    if _saved(form, save):
        messages.success(request, _("The comment was changed."))
        return redirect(activity_address(found, "material:comment", number=number))
    return _page(request, found, number, form=form)


@require_POST
def note(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Write a note for colleagues."""
    found = round_of(request, process, activity, ABILITY)
    one = comment_of(found, number)
    form = NoteForm(request.POST)

    def save() -> None:
        notes.write_note(
            actor=actor_of(request), comment=one, key=form.cleaned_data["key"],
            text=form.cleaned_data["text"], at=moment_of(request),
        )  # fmt: skip

    if _saved(form, save):
        messages.success(request, _("The note was kept."))
        return redirect(activity_address(found, "material:comment", number=number))
    return _page(request, found, number, note_form=form)


def _saved(form: Form, save: Callable[[], None]) -> bool:
    """Whether the form was in order and what it asks was done; otherwise the form tells why."""
    if not form.is_valid():
        return False
    try:
        save()
    except Refusal as refusal:
        if refusal.status not in (409, 422):
            raise
        form.refuse(refusal)
        return False
    return True


@require_POST
def remove_note(request: HttpRequest, process: str, activity: str, note: int) -> HttpResponse:
    """Take back a note of one's own."""
    found = round_of(request, process, activity, ABILITY)
    kept = StaffNote.objects.filter(comment__activity=found, pk=note).select_related("comment").first()
    if kept is None:
        raise Http404
    kept.comment.activity = found
    number = kept.comment.number
    notes.remove_note(actor=actor_of(request), note=kept, at=moment_of(request))
    messages.success(request, _("The note was taken back."))
    return redirect(activity_address(found, "material:comment", number=number))
