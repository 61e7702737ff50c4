"""Staff pages: the second typist's check of a pile."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yhdyspinta.audit import clock
from yhdyspinta.intake import actions
from yhdyspinta.intake.batch_forms import AgainForm, DrawForm
from yhdyspinta.intake.checking import Typed, compared, missed_in, typed_comments
from yhdyspinta.intake.codes import Place, place_named, places_of
from yhdyspinta.intake.facts import Facts, are_asked, differences, form_beginning, kept_second
from yhdyspinta.intake.forms import MOST
from yhdyspinta.intake.loading import frame, staff_batch, staff_sheet, takes_in
from yhdyspinta.intake.models import Batch, Sheet
from yhdyspinta.intake.printed import in_order_of, told_of, usual_of
from yhdyspinta.intake.queries import has_former_groups, municipalities, who_may_check
from yhdyspinta.intake.rules import TYPES, may_reopen
from yhdyspinta.intake.shown_names import naming_in
from yhdyspinta.intake.slips import has_mask
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.ui.paging import paged
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording import unsent
from yhdyspinta.wording.form_pages import READ_AND_WRITE, form_page
from yhdyspinta.wording.languages import page_language


@READ_AND_WRITE
def check(request: HttpRequest, process: str, activity: str, batch: int) -> HttpResponse:
    """Choose how much is checked, see what was drawn and how, and go through it."""
    kept = staff_batch(request, process, activity, batch, ability=TYPES)
    form = DrawForm(request.POST or None, initial={"percent": str(kept.check_percent or 10)})
    here = activity_address(kept.activity, "intake:check", batch=kept.pk)

    def save() -> HttpResponse:
        drawn = int(form.cleaned_data["percent"])
        actions.draw_sheets(actor=actor_of(request), batch=kept, percent=drawn, at=clock.now())
        return redirect(here)

    return form_page(request, "intake/check.html", form, save, **_check_frame(request, kept))


def _check_frame(request: HttpRequest, batch: Batch) -> dict[str, Any]:
    drawn = Sheet.objects.filter(batch=batch, is_drawn=True).select_related("receipt__entry")
    sheets, ways = paged(request, drawn, order=("number",), size=50)
    me = actor_of(request).pk
    rows = [
        {
            "sheet": one,
            "path": activity_address(batch.activity, "intake:check_sheet", batch=batch.pk, number=one.number),
            "mine": one.receipt.entry.entered_by_id == me,
        }
        for one in sheets
    ]
    kept = list(
        drawn.values_list("number", "checked_at", "words", "differing", "was_corrected", "marks", "marks_differing")
    )
    return frame(request, batch.activity, batch.name) | {
        "batch": batch,
        "rows": rows,
        "pager": ways,
        "numbers": [row[0] for row in kept],
        "checked": sum(1 for row in kept if row[1]),
        "words": sum(row[2] for row in kept if row[1]),
        "differing": sum(row[3] for row in kept if row[1]),
        "corrected": sum(1 for row in kept if row[4]),
        "marks": sum(row[5] for row in kept if row[1]),
        "marks_differing": sum(row[6] for row in kept if row[1]),
        "undecided": sum(1 for row in kept if not row[1] and (row[3] or row[6])),
        "undecided_words": sum(row[3] for row in kept if not row[1]),
        "others": who_may_check(batch),
        "sheets_path": activity_address(batch.activity, "intake:sheets", batch=batch.pk),
        "reopen_path": activity_address(batch.activity, "intake:reopen", batch=batch.pk)
        if batch.finished_at and may_reopen(batch, at=clock.now())
        else "",
        "finish_path": activity_address(batch.activity, "intake:finish", batch=batch.pk),
        "go_on_path": "" if batch.finished_at else activity_address(batch.activity, "intake:pile", batch=batch.pk),
    }


@READ_AND_WRITE
def check_sheet(request: HttpRequest, process: str, activity: str, batch: int, number: int) -> HttpResponse:
    """Type a sheet again, or compare it with the paper; then see what differs and decide."""
    sheet = staff_sheet(request, process, activity, batch, number)
    if not sheet.is_drawn or sheet.checked_at is not None:
        return redirect(_list_path(sheet))
    if sheet.second and request.GET.get("again") is None:
        return _decide(request, sheet)
    return _type_again(request, sheet)


def _list_path(sheet: Sheet) -> str:
    return activity_address(sheet.batch.activity, "intake:check", batch=sheet.batch_id)


def _sheet_path(sheet: Sheet) -> str:
    return activity_address(sheet.batch.activity, "intake:check_sheet", batch=sheet.batch_id, number=sheet.number)


def _sheet_frame(request: HttpRequest, sheet: Sheet, places: list[Place], *, asks: bool) -> dict[str, Any]:
    """What both pages of one sheet show around its form; `asks` where it tells of its sender."""
    title = _("Sheet %(number)s of the pile %(name)s") % {"number": sheet.number, "name": sheet.batch.name}
    return (
        frame(request, sheet.batch.activity, title)
        | told_of(sheet.batch, places)
        | {
            "sheet": sheet,
            "places": places,
            "municipalities": municipalities(page_language()) if asks else [],
            "list_path": _list_path(sheet),
        }
    )


def _type_again(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    places = in_order_of(sheet.batch, places_of(sheet.batch.activity, page_language()))
    by_eye, asks = request.GET.get("how") == "compare", are_asked(sheet)
    form, grows = _again_form(request, sheet, places, by_eye=by_eye)

    def save() -> HttpResponse:
        held = actions.type_again(
            actor=actor_of(request), sheet=sheet, typed=_typed(form, places), at=clock.now(),
            facts=form.facts() if asks else None,
            how=Sheet.How.COMPARED if by_eye else Sheet.How.TYPED,
        )  # fmt: skip
        return _onward(request, held)

    context = _sheet_frame(request, sheet, places, asks=asks) | {
        "by_eye": by_eye,
        "is_mine": sheet.receipt.entry.entered_by_id == actor_of(request).pk,
        "other_path": _sheet_path(sheet) + ("" if by_eye else "?how=compare"),
    }
    if grows:
        return render(request, "intake/type_again.html", context | {"form": form})
    return form_page(request, "intake/type_again.html", form, save, keeps=True, **context)


def _again_form(request: HttpRequest, sheet: Sheet, places: list[Place], *, by_eye: bool) -> tuple[AgainForm, bool]:
    """The form, by eye begun from the first typing; and whether one box more was asked for instead of sending it."""
    comments, asks = typed_comments(sheet.receipt), are_asked(sheet)
    initial: dict[str, Any] = {"arrived_on": sheet.batch.arrived_on, "language": sheet.batch.language}
    if by_eye:
        codes = {place.thread_id: place.code for place in places}
        for one in comments:
            shown = "" if has_mask(one) and not takes_in(request) else one.text
            initial |= {f"place_{one.number}": codes.get(one.thread_id, ""), f"text_{one.number}": shown}
        initial |= form_beginning(Facts.of(sheet.receipt), page_language()) if asks else {}
    grows = request.method == "POST" and request.POST.get("step") == "more"
    words = request.POST if request.method == "POST" else unsent.kept_words(request)
    boxes = min((number_of(words.get("boxes"), most_digits=3) or 0) + grows, max(MOST - len(comments), 0))
    form = AgainForm(
        None if grows else request.POST or None, places=places, numbers=[one.number for one in comments], boxes=boxes,
        asks=asks, usual=usual_of(sheet.batch, places), initial=initial, naming=naming_in(sheet.batch.activity),
        former=has_former_groups(sheet.batch.activity),
    )  # fmt: skip
    if asks and not by_eye:
        form.offer_by_words()
    if grows:
        unsent.begin(form, request.POST)
        form.initial["boxes"] = str(boxes)
    return form, grows


def _typed(form: AgainForm, places: list[Place]) -> dict[int, Typed]:
    found = {}
    for number in form.numbers:
        place = place_named(places, form.cleaned_data[f"place_{number}"] or "", form.usual)
        text = form.cleaned_data[f"text_{number}"]
        if number > 0 or text:
            found[number] = Typed(place.thread_id if place and text else 0, text)
    return found


def _onward(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    if sheet.checked_at is None:
        return redirect(_sheet_path(sheet))
    if sheet.was_corrected:
        messages.success(request, _("Sheet %(number)s was corrected and is checked.") % {"number": sheet.number})
    else:
        messages.success(request, _("Sheet %(number)s is checked: nothing was changed.") % {"number": sheet.number})
    return redirect(_list_path(sheet))


def _decide(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """Both typings word by word, and which words stand: begun from the second ones."""
    places = in_order_of(sheet.batch, places_of(sheet.batch.activity, page_language()))
    comments, second, told = typed_comments(sheet.receipt), _second_words(sheet), kept_second(sheet)
    numbers = [one.number for one in comments]
    if {number for number in second if number > 0} != set(numbers):
        return _type_again(request, sheet)
    codes = {place.thread_id: place.code for place in places}
    form = AgainForm(
        request.POST or None, places=places, numbers=numbers, boxes=len(missed_in(second)), asks=told is not None,
        usual=usual_of(sheet.batch, places), initial=_as_second(second, told, codes),
        naming=naming_in(sheet.batch.activity), former=has_former_groups(sheet.batch.activity),
    )  # fmt: skip

    def save() -> HttpResponse:
        stands, facts = _typed(form, places), form.facts() if form.asks else None
        if request.POST.get("stands") == "first":
            stands, facts = {one.number: Typed(one.thread_id, one.text) for one in comments}, None
        held = actions.decide_sheet(actor=actor_of(request), sheet=sheet, stands=stands, facts=facts, at=clock.now())
        return _onward(request, held)

    context = _sheet_frame(request, sheet, places, asks=told is not None) | {
        "pairs": _pairs(form, comments, second, codes),
        "facts": differences(Facts.of(sheet.receipt), told, page_language()) if told else [],
    }
    return form_page(request, "intake/decide.html", form, save, **context)


def _second_words(sheet: Sheet) -> dict[int, Typed]:
    """The words of the second typing, as the sheet keeps them."""
    kept = {number: one for number, one in sheet.second.items() if number != "facts"}
    return {int(number): Typed(one["place"], one["text"]) for number, one in kept.items()}


def _as_second(second: Mapping[int, Typed], told: Facts | None, codes: Mapping[int, str]) -> dict[str, Any]:
    """What the form begins from: as the second person typed it."""
    initial: dict[str, Any] = {}
    for number, one in second.items():
        initial |= {f"place_{number}": codes.get(one.thread_id, ""), f"text_{number}": one.text}
    return initial | (form_beginning(told, page_language()) if told else {})


def _pairs(
    form: AgainForm, comments: list[Any], second: dict[int, Typed], codes: dict[int, str]
) -> list[dict[str, Any]]:
    """Each comment with its differences beside the words that will stand."""
    differing = {one.number: one for one in compared(comments, second).differences}
    first = {comment.number: comment for comment in comments}
    found = []
    for row in form.rows:
        number = row["number"]
        told, one = differing.get(number), first.get(number)
        found.append(
            {
                "row": row,
                "language": one.language if one else "",
                "pieces": [{"kind": piece.kind, "text": piece.text} for piece in told.pieces] if told else [],
                "moved": bool(told and told.moved),
                "is_missed": one is None,
                "is_absent": one is not None and second[number].is_absent,
                "first_code": codes.get(one.thread_id, "") if one else "",
                "second_code": codes.get(second[number].thread_id, ""),
            }
        )
    return found
