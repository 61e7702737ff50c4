"""Staff pages: type what a sender gave off line, and more of it under the code that they have."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.comments.models import Receipt
from yhdyspinta.intake import actions, queries
from yhdyspinta.intake.forms import MOST, EntryForm, MoreForm, WordsForm, boxes_of
from yhdyspinta.intake.loading import process_frame, typed_receipt
from yhdyspinta.intake.rules import TYPES
from yhdyspinta.intake.shown_names import ask_for_name, named_as
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.loading import staff_round, works_on
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.taking_comments import comment_method_of
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording import unsent
from yhdyspinta.wording.languages import html_lang, page_language
from yhdyspinta.wording.refusals import Refusal

F = TypeVar("F", bound=WordsForm)
Save = Callable[[], HttpResponse]


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Type a comment; a phone call has its words read back before they are sent."""
    found = staff_round(request, process, activity, TYPES, stages=True)
    owner = found.process
    places = queries.places(found, page_language())
    start = {"channel": "phone", "reply_by": "none", "language": page_language(), "arrived_at": clock.now()}
    form = _begun(request, EntryForm, places, start)
    ask_for_name(form, comment_method_of(found).terms(found).naming)

    def save() -> HttpResponse:
        receipt = _enter(request, found, form)
        return redirect(process_address(owner, "intake:entered", receipt=receipt.pk))

    context = process_frame(request, owner) | {
        "activity": found,
        "municipalities": queries.municipalities(page_language()),
        "here": activity_address(found, "intake:enter"),
    }
    return _page(request, form, save, places, context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, process: str, receipt: int) -> HttpResponse:
    """More comments of a sender whose receipt was found by its code."""
    owner, kept = typed_receipt(request, process, receipt)
    found = works_on(request, _activity_of(kept, owner))
    places = queries.places(found, page_language())
    before = kept.comment_total  # type: ignore[attr-defined]
    start = {
        "channel": "phone",
        "language": html_lang(kept.language),
        "arrived_at": clock.now(),
        "after": str(before),
    }
    form = _begun(request, MoreForm, places, start)
    back = process_address(owner, "intake:entered", receipt=kept.pk)

    def save() -> HttpResponse:
        given = form.cleaned_data
        actions.add_to_receipt(
            actor=actor_of(request), receipt=kept, after=number_of(given["after"]) or 0, channel=given["channel"],
            arrived_at=given["arrived_at"], words=form.words(), language=form.written_in,
            read_back=request.POST.get("read_back") == "on", at=clock.now(),
        )  # fmt: skip
        messages.success(request, _("The comments were added. The code is the same as before."))
        return redirect(back)

    here = process_address(owner, "intake:add", receipt=kept.pk)
    return _page(
        request, form, save, places, process_frame(request, owner) | {"receipt": kept, "here": here, "back": back}
    )


def _activity_of(receipt: Receipt, process: Process) -> Activity:
    activity = receipt.activity
    activity.process = process
    return activity


def _begun(request: HttpRequest, kind: type[F], places: list[tuple[str, str]], start: dict[str, Any]) -> F:
    """The form with as many boxes as were sent or kept, and with one more when that was asked for."""
    if request.method != "POST":
        return kind(None, places=places, boxes=boxes_of(unsent.kept_words(request)), initial=start)
    boxes = boxes_of(request.POST)
    if request.POST.get("step") != "more":
        return kind(request.POST, places=places, boxes=boxes, initial=start)
    more = kind(None, places=places, boxes=min(boxes + 1, MOST), initial=start)
    unsent.begin(more, request.POST)
    more.initial["boxes"] = str(more.count)
    return more


def _page(
    request: HttpRequest, form: WordsForm, save: Save, places: list[tuple[str, str]], context: dict[str, Any]
) -> HttpResponse:
    """The form, or the words that are read aloud, or the way on when they were stored."""
    other = unsent.answer(request)
    if other is not None:
        return other
    unsent.recall(request, form, afresh=request.method == "POST")
    status, reading = 200, False
    if form.is_bound:
        reading, saved = _sent(request, form, save)
        if saved is not None:
            unsent.forget(request)
            return saved
        status = 422 if form.errors or request.POST.get("step") == "send" else 200
    names = dict(places)
    read = [{"place": names.get(str(one.thread_id), ""), "text": one.text} for one in form.words()] if reading else []
    facts = form.facts() if reading else []
    context |= {"form": form, "read": read, "facts": facts, "posted": _posted(request) if reading else []}
    return render(request, "intake/read_back.html" if reading else "intake/enter.html", context, status=status)


def _sent(request: HttpRequest, form: WordsForm, save: Save) -> tuple[bool, HttpResponse | None]:
    """Whether the words are to be read aloud, and the way on when they were stored."""
    _check_before_reading(form)
    step = request.POST.get("step")
    if not form.is_valid() or step == "back":
        return False, None
    reading = form.cleaned_data["channel"] == "phone"
    if reading and step != "send":
        return True, None
    try:
        return False, save()
    except Refusal as refusal:
        form.refuse(refusal)
        return reading and refusal.field == "read_back", None


def _check_before_reading(form: WordsForm) -> None:
    """What is missing for the answer is told before a caller hears their words."""
    if isinstance(form, EntryForm) and form.is_valid():
        try:
            actions.check_reply(form.reply(), email=form.cleaned_data["email"])
        except Refusal as refusal:
            form.refuse(refusal)


def _posted(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, carried through the page that is read aloud."""
    own = {"csrfmiddlewaretoken", "step", "read_back", "switch_to", "unsent"}
    return [(name, value) for name, values in request.POST.lists() if name not in own for value in values]


def _enter(request: HttpRequest, activity: Activity, form: EntryForm) -> Receipt:
    given, words, reply, background = form.cleaned_data, form.words(), form.reply(), form.background()
    name, is_of_age = given.get("display_name", ""), bool(given.get("of_age"))
    who = [given["channel"], name, given["email"], given["organisation"]]
    naming = comment_method_of(activity).terms(activity).naming
    return actions.enter_comments(
        actor=actor_of(request),
        activity=activity,
        key=actions.key_with(given["key"], words, reply, background, *who, str(is_of_age)),
        channel=given["channel"],
        arrived_at=given["arrived_at"],
        words=words,
        facts=SenderFacts(
            language=form.written_in,
            capacities=tuple(given["capacities"]),
            email=given["email"],
            **named_as(naming, name, background.age_group, is_of_age=is_of_age),
        ),
        organisation=given["organisation"] if "organisation" in given["capacities"] else "",
        background=background,
        reply=reply,
        read_back=request.POST.get("read_back") == "on",
        at=clock.now(),
    )
