"""Staff pages: a pile of paper typed sheet by sheet, left and continued; and how much has come by each channel."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.comments.codes import shown_code
from yhdyspinta.comments.languages import language_name
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake import actions
from yhdyspinta.intake.batch_forms import BatchForm, PrintedForm, SheetForm
from yhdyspinta.intake.codes import Place, places_of, round_code
from yhdyspinta.intake.forms import MOST, boxes_of
from yhdyspinta.intake.loading import frame, staff_batch, takes_in
from yhdyspinta.intake.models import Batch, Sheet
from yhdyspinta.intake.printed import Texts, in_order_of, texts_among, texts_chosen, texts_of, told_of, usual_of
from yhdyspinta.intake.queries import by_channel, checks_waiting, has_former_groups, municipalities, notes_waiting
from yhdyspinta.intake.rules import TYPES, may_declare_earlier, may_still_type
from yhdyspinta.intake.shown_names import named_as, naming_in
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.loading import moment_of, staff_round
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui import dates
from yhdyspinta.ui.paging import paged
from yhdyspinta.wording import unsent
from yhdyspinta.wording.form_pages import READ_AND_WRITE, form_page
from yhdyspinta.wording.languages import page_language

_LATEST = 5


@require_safe
def channels(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Every way in which comments come: how many by each, the piles, and where to go on."""
    found = staff_round(request, process, activity, TYPES, stages=True)
    seen = Batch.objects.filter(activity=found)
    if not takes_in(request):
        seen = seen.filter(kind=Batch.Kind.PILE)
    piles, ways = paged(request, seen, order=("-begun_at", "-id"), size=20)
    rows, waiting = by_channel(found), notes_waiting([pile.pk for pile in piles])
    to_check = checks_waiting([pile.pk for pile in piles], actor_of(request).pk)
    pages = ("begin_pile", "begin_event", "earlier")
    context = frame(request, found) | {
        "rows": rows,
        "piles": [
            {
                "batch": pile,
                "path": batch_path(found, pile),
                "waiting": waiting.get(pile.pk, 0),
                "to_check": to_check.get(pile.pk, 0),
                "waiting_path": activity_address(found, "intake:waiting_notes", batch=pile.pk),
            }
            for pile in piles
        ],
        "pager": ways,
        "paths": {name: activity_address(found, f"intake:{name}") for name in pages},
        "round_code": round_code(found),
        "may_type": may_still_type(found, at=moment_of(request)),
        "may_be_earlier": found.is_held_elsewhere or _may_be_earlier(found, rows[-1].receipts, at=moment_of(request)),
    }
    return render(request, "intake/channels.html", context)


def _may_be_earlier(activity: Activity, receipts: int, *, at: datetime) -> bool:
    """Whether the round may still be said to have been held elsewhere."""
    return not receipts and bool(may_declare_earlier(activity, at=at))


def batch_path(activity: Activity, batch: Batch) -> str:
    """Where work on a pile, or on the notes of an event, goes on."""
    if batch.kind == Batch.Kind.EVENT:
        return activity_address(activity, "intake:notes", batch=batch.pk)
    return activity_address(activity, "intake:check" if batch.finished_at else "intake:pile", batch=batch.pk)


@READ_AND_WRITE
def begin_pile(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """What the pile is called, and what every sheet begins with."""
    return begin(request, staff_round(request, process, activity, TYPES, stages=True), Batch.Kind.PILE, "paper")


def begin(request: HttpRequest, activity: Activity, kind: str, channel: str) -> HttpResponse:
    """Begin a pile, or the notes of an event."""
    is_event = kind == Batch.Kind.EVENT
    texts = [] if is_event else texts_among(places_of(activity, page_language()))  # at an event each note tells its own
    form = _batch_form(request, channel, texts, is_event=is_event)

    def save() -> HttpResponse:
        given = form.cleaned_data
        batch = actions.begin_batch(
            actor=actor_of(request), activity=activity, key=given["key"], kind=kind, name=given["name"],
            channel=given.get("channel", channel), arrived_on=given["arrived_on"], language=given["language"],
            at=clock.now(), printed_of=texts_chosen(texts, given.get("printed_of")), people=given.get("people"),
        )  # fmt: skip
        return redirect(batch_path(activity, batch))

    title = _("Begin the notes of an event") if is_event else _("Begin a pile of paper")
    context = frame(request, activity, title) | {
        "may_type": may_still_type(activity, at=clock.now()),
        "is_event": is_event,
    }
    return form_page(request, "intake/begin.html", form, save, keeps=True, **context)


def _batch_form(request: HttpRequest, channel: str, texts: list[Texts], *, is_event: bool) -> BatchForm:
    start = {
        "channel": channel, "arrived_on": dates.in_helsinki(clock.now()).date(), "language": page_language(),
        "printed_of": texts[-1].key if texts else "",
    }  # fmt: skip
    form = BatchForm(request.POST or None, texts=texts, initial=start)
    if is_event:
        form.fields["name"].label, form.fields["name"].help_text = _("What is the event called?"), ""
        form.fields["arrived_on"].label = _("Which day is it?")
        del form.fields["channel"]
    else:
        del form.fields["people"]
    return form


@READ_AND_WRITE
def pile(request: HttpRequest, process: str, activity: str, batch: int) -> HttpResponse:
    """Type the next sheet."""
    kept = staff_batch(request, process, activity, batch, kind=Batch.Kind.PILE, ability=TYPES)
    if kept.finished_at is not None:
        return redirect(activity_address(kept.activity, "intake:check", batch=kept.pk))
    places = in_order_of(kept, places_of(kept.activity, page_language()))
    if request.method == "POST" and request.POST.get("step") == "printed_of":
        return _say_printed_of(request, kept, places)
    form, grows = _sheet_form(request, kept, places)
    if grows:
        return render(request, "intake/pile.html", _pile_frame(request, kept, places) | {"form": form})

    def save() -> HttpResponse:
        sheet = _type(request, kept, form)
        told = _("Sheet %(number)s is saved. Its code is %(code)s.")
        said = told % {"number": sheet.number, "code": shown_code(sheet.receipt)}
        messages.success(request, " ".join(filter(None, (said, _guessed(sheet, form), _waits(sheet)))))
        return redirect(activity_address(kept.activity, "intake:pile", batch=kept.pk))

    return form_page(request, "intake/pile.html", form, save, keeps=True, **_pile_frame(request, kept, places))


def _sheet_form(request: HttpRequest, batch: Batch, places: list[Place]) -> tuple[SheetForm, bool]:
    """The form with as many boxes as were sent or kept; and whether one more was asked for instead of sending it."""
    grows = request.method == "POST" and request.POST.get("step") == "more"
    words = request.POST if request.method == "POST" else unsent.kept_words(request)
    form = SheetForm(
        request.POST if request.method == "POST" and not grows else None,
        places=places,
        boxes=min(boxes_of(words) + grows, MOST),
        initial={"arrived_on": batch.arrived_on, "language": batch.language},
        former=has_former_groups(batch.activity),
        naming=naming_in(batch.activity),
        usual=usual_of(batch, places),
    )
    if grows:
        unsent.begin(form, request.POST)
        form.initial["boxes"] = str(form.count)
    return form, grows


def _say_printed_of(request: HttpRequest, batch: Batch, places: list[Place]) -> HttpResponse:
    """Of which version the rest of the pile is."""
    texts = texts_among(places)
    said = texts_chosen(texts, request.POST.get("printed_of"))
    if said is not None:
        actions.say_printed_of(actor=actor_of(request), batch=batch, printed_of=said, at=clock.now())
        messages.success(
            request, _("Codes without a version now mean the one that you chose. What was typed before stays.")
        )
    return redirect(activity_address(batch.activity, "intake:pile", batch=batch.pk))


def _printed_form(batch: Batch, places: list[Place]) -> PrintedForm | None:
    """Asked where there are several versions."""
    texts, now = texts_among(places), texts_of(batch, places)
    return PrintedForm(None, texts=texts, initial={"printed_of": now.key}) if now else None


def _guessed(sheet: Sheet, form: SheetForm) -> str:
    """In which language the words told that the sheet is, where the rest of the pile is in another."""
    language = sheet.receipt.language
    if not form.is_by_words or language == form.usual_language:
        return ""
    return _("By its words it is in this language: %(language)s.") % {"language": language_name(language)}


def _waits(sheet: Sheet) -> str:
    """That something of the sheet is not shown yet, so that whoever typed it looks at the words once more."""
    count = sheet.receipt.comments.filter(state=Comment.State.WAITING).count()
    words = ngettext(
        "%(count)s comment of it waits to be checked before it is shown.",
        "%(count)s comments of it wait to be checked before they are shown.",
        count,
    )
    return words % {"count": count} if count else ""


def _type(request: HttpRequest, batch: Batch, form: SheetForm) -> Sheet:
    given = form.cleaned_data
    return actions.type_sheet(
        actor=actor_of(request),
        batch=batch,
        key=given["key"],
        arrived_on=given["arrived_on"],
        words=form.words(),
        facts=SenderFacts(
            language=given["language"],
            capacities=tuple(given["capacities"]),
            email=given["email"],
            **named_as(naming_in(batch.activity), given.get("display_name", ""), is_of_age=bool(given.get("of_age"))),
        ),
        organisation=given["organisation"] if "organisation" in given["capacities"] else "",
        background=form.background(),
        reply=form.reply(),
        at=clock.now(),
    )


def _pile_frame(request: HttpRequest, batch: Batch, places: list[Place]) -> dict[str, Any]:
    activity = batch.activity
    latest = Sheet.objects.filter(batch=batch).select_related("receipt").order_by("-number")[:_LATEST]
    path = "intake:entered"
    sheets = ngettext("%(count)s sheet", "%(count)s sheets", batch.sheet_count)
    return (
        frame(request, activity, batch.name)
        | told_of(batch, places)
        | {
            "batch": batch,
            "places": places,
            "printed_form": _printed_form(batch, places),
            "municipalities": municipalities(page_language()),
            "latest": [
                {"number": one.number, "path": process_address(activity.process, path, receipt=one.receipt_id)}
                for one in latest
            ],
            "sheet_words": sheets % {"count": dates.number(batch.sheet_count, page_language())},
            "next_number": batch.sheet_count + 1,
            "here": activity_address(activity, "intake:pile", batch=batch.pk),
            "finish_path": activity_address(activity, "intake:finish", batch=batch.pk),
            "sheets_path": activity_address(activity, "intake:sheets", batch=batch.pk),
        }
    )


@require_POST
def finish(request: HttpRequest, process: str, activity: str, batch: int) -> HttpResponse:
    """Nothing more is added; a sheet that was begun and not saved is told of first."""
    kept = staff_batch(request, process, activity, batch, ability=TYPES)
    here = activity_address(kept.activity, "intake:pile", batch=kept.pk)
    words = unsent.kept_words(request, here)
    if any(name.startswith("text_") and str(said).strip() for name, said in words.items()):
        messages.error(request, _("A sheet is begun and not saved. Save it, or throw its words away; then finish."))
        return redirect(here)
    actions.finish_batch(actor=actor_of(request), batch=kept, at=clock.now())
    messages.success(
        request,
        _("Finished. Now somebody else can check what was typed. If a sheet was missed, the pile can be opened again."),
    )
    return redirect(activity_address(kept.activity, "intake:check", batch=kept.pk))
