"""Tell in what capacity one writes, check everything, and send."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yhdyspinta.comments.drafts import SAID, draft_of, items_of, place_in, sender_of
from yhdyspinta.comments.languages import WRITTEN_IN, language_of
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.comments.queries import capacity_words
from yhdyspinta.methods.comment_rounds import actions, queries, rules
from yhdyspinta.methods.comment_rounds.actions.sending import facts_known, name_warnings
from yhdyspinta.methods.comment_rounds.forms.about import AboutForm
from yhdyspinta.methods.comment_rounds.forms.languages import SENDING, LanguagesForm, chosen_languages
from yhdyspinta.methods.comment_rounds.queries.paths import path_of
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.methods.comment_rounds.views.frame import (
    began_at,
    began_token,
    frame,
    language,
    load,
    network_address,
)
from yhdyspinta.methods.comment_rounds.views.keeping import is_too_long
from yhdyspinta.moderation.checks import warnings_in
from yhdyspinta.moderation.spam import TRAP_FIELD, is_crowd, must_wait
from yhdyspinta.moderation.values import WARNINGS
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import person_who_writes, someone
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.refusals import Refusal


def _sender(request: HttpRequest, activity: Activity) -> Sender | None:
    person = someone(request)
    return sender_of(person, activity)


@require_http_methods(["GET", "HEAD", "POST"])
def about(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """In what capacity: asked once in a round, remembered, changeable."""
    found = load(request, process, activity)
    at = moment_of(request)
    naming = RoundSettings.of(found).naming
    known = facts_known(draft_of(someone(request), found), _sender(request, found), naming) or {}
    form = AboutForm(
        request.POST if request.method == "POST" else None,
        naming=naming,
        initial={**known, "began": began_token(found, at)},
    )

    def save() -> HttpResponse:
        began = began_at(found, form.cleaned_data.get("began") or "", at)
        person = _writer(request, found, began)
        actions.save_about(actor=person, activity=found, facts=form.facts(), began_at=began, at=at)
        return HttpResponseRedirect(path_of(found, "check"), status=303)

    return form_page(request, "comment_rounds/about.html", form, save, keeps=True, **_around_about(request, found))


def _around_about(request: HttpRequest, activity: Activity) -> dict[str, Any]:
    return frame(request, activity, (_("Comment round"), path_of(activity, "round")), (_("About you"), ""))


def _ask_again(request: HttpRequest, activity: Activity, person: Person, refusal: Refusal) -> HttpResponse:
    """The page about the sender with what they told, and what to mend at its field; what is to be sent stays kept."""
    _keep_languages(request, activity, person)
    naming = RoundSettings.of(activity).naming
    told = facts_known(draft_of(person, activity), sender_of(person, activity), naming) or {}
    form = AboutForm(
        {**told, "began": began_token(activity, moment_of(request))},
        naming=naming,
    )
    form.refuse(refusal)
    context = {**_around_about(request, activity), "form": form, "about_path": path_of(activity, "about")}
    return render(request, "comment_rounds/about.html", context, status=refusal.status)


def _writer(request: HttpRequest, activity: Activity, began: datetime) -> Person:
    """Ask before a guest is made: who may not write leaves nothing behind."""
    at = moment_of(request)
    draft = draft_of(someone(request), activity)
    permit = rules.may_send(someone(request), activity, began_at=draft.began_at if draft else began, at=at)
    if not permit:
        raise Refusal(permit.why_not, status=403, **permit.values)
    return person_who_writes(request, at=at, language=language())


@require_safe
def check(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Everything that is about to be sent, each with its way to change it."""
    return _check_page(request, load(request, process, activity))


def _check_page(
    request: HttpRequest, activity: Activity, refusal: Refusal | None = None, posted: Any = None
) -> HttpResponse:
    draft = draft_of(someone(request), activity)
    items = items_of(draft)
    if draft is None or not items:
        if refusal is not None:
            raise refusal
        return HttpResponseRedirect(path_of(activity, "round"))
    facts = facts_known(draft, _sender(request, activity), RoundSettings.of(activity).naming)
    if facts is None:
        return HttpResponseRedirect(path_of(activity, "about"))
    languages = _languages(items, posted)
    rows, codes = _rows(activity, items, languages)
    too_long = next((row for row in rows if is_too_long(row["text"])), None)
    if too_long is not None:  # its own page tells what to mend
        return HttpResponseRedirect(too_long["change"], status=303)
    named = name_warnings(facts.get("display_name") or "", facts.get("organisation") or "")
    context = {
        **frame(request, activity, (_("Comment round"), path_of(activity, "round")), (_("Check and send"), "")),
        "rows": rows,
        "warned": [str(WARNINGS[code]) for code in dict.fromkeys((*codes, *named)) if code in WARNINGS],
        "will_wait": must_wait(codes, checked_before=bool(named) or RoundSettings.of(activity).checked_before),
        "facts": facts,
        "capacities": capacity_words(facts["capacities"]),
        "key": draft.key,
        "trap": TRAP_FIELD,
        "refusal": refusal,
        "languages": languages,
        "sending": SENDING,
        "page_failed": refusal is not None or languages.failed,
        "permit": rules.may_send(someone(request), activity, began_at=draft.began_at, at=moment_of(request)),
        "send_path": path_of(activity, "send"),
        "remove_path": path_of(activity, "remove"),
    }
    status = refusal.status if refusal else 422 if languages.failed else 200
    return render(request, "comment_rounds/check.html", context, status=status)


def _languages(items: dict[str, dict[str, Any]], posted: Any) -> LanguagesForm:
    told = {
        key: item.get(SAID) or language_of(item["text"], item.get("language") or language())
        for key, item in items.items()
    }
    return LanguagesForm(posted, told=told)


def _rows(
    activity: Activity, items: dict[str, dict[str, Any]], languages: LanguagesForm
) -> tuple[list[dict[str, Any]], list[str]]:
    """Each comment with its place, its way to be changed, and every warning once."""
    keys = {key: place_in(key) for key in items}
    places = queries.places_of(activity, {thread for thread, _parent in keys.values()}, language())
    parents = {parent for _thread, parent in keys.values() if parent is not None}
    found = Comment.objects.filter(activity=activity, pk__in=parents) if parents else Comment.objects.none()
    numbers = dict(found.values_list("pk", "number")) if parents else {}
    rows, codes = [], dict[str, None]()
    for key, item in items.items():
        thread, parent = keys[key]
        place, reply = places.get(thread), numbers.get(parent) if parent is not None else None
        codes |= dict.fromkeys(warnings_in(item["text"]))
        rows.append(
            {
                "key": key,
                "label": place.label if place else "",
                "reply": reply,
                "text": item["text"],
                **_written_in(languages, key),
                "quote": (item.get("quote") or {}).get("words", ""),
                "change": f"{path_of(activity, 'comment_form')}?{_query(place, reply)}",
            }
        )
    return rows, list(codes)


def _written_in(languages: LanguagesForm, key: str) -> dict[str, Any]:
    """The language of a comment and its choice, which stands open where it is not the page's."""
    field, tag = languages.beside(key), languages.told[key]
    return {
        "field": field,
        "language": tag,
        "language_name": WRITTEN_IN.get(tag, tag),
        "is_asked": tag != language() or (field.value() or tag) != tag or bool(field.errors),
    }


def _query(place: queries.Place | None, reply: int | None) -> str:
    if reply is not None:
        return urlencode({"reply": reply})
    if place is None or not place.document:
        return ""
    named = {"document": place.document, "section": place.section, "version": place.version}
    return urlencode({name: value for name, value in named.items() if value})


@require_POST
def remove(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Take a comment, or all of them, out of what is about to be sent."""
    found = load(request, process, activity)
    person = someone(request)
    if "all" in request.POST:
        if isinstance(person, Person):
            actions.forget_items(actor=person, activity=found, at=moment_of(request))
            messages.success(request, _("Your unsent comments were removed."))
        return HttpResponseRedirect(path_of(found, "round"), status=303)
    if isinstance(person, Person):
        _keep_languages(request, found, person)
        actions.forget_item(actor=person, activity=found, place=request.POST.get("place", ""), at=moment_of(request))
    return HttpResponseRedirect(path_of(found, "check"), status=303)


def _keep_languages(request: HttpRequest, activity: Activity, person: Person) -> None:
    said = chosen_languages(request.POST)
    if said:
        actions.say_languages(actor=person, activity=activity, languages=said, at=moment_of(request))


def _go_first(request: HttpRequest, activity: Activity, person: Person, to: str) -> HttpResponse:
    """Before sending to another page, with the chosen languages kept: a comment to be changed, or a page of the round."""
    _keep_languages(request, activity, person)
    items = items_of(draft_of(person, activity))
    if to in items:
        rows, _codes = _rows(activity, {to: items[to]}, _languages(items, None))
        return HttpResponseRedirect(rows[0]["change"], status=303)
    return HttpResponseRedirect(path_of(activity, to if to in {"about", "round"} else "check"), status=303)


@require_POST
def send(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Send, once: a repeated request by the same sender shows the first receipt."""
    found = load(request, process, activity)
    try:
        key = UUID(request.POST.get("key", ""))
    except ValueError:
        return HttpResponseRedirect(path_of(found, "check"), status=303)
    person = someone(request)
    if not isinstance(person, Person):
        raise Refusal("draft_is_gone")
    if first := request.POST.get("first"):
        return _go_first(request, found, person, first)
    languages = chosen_languages(request.POST)
    if not set(languages.values()) <= WRITTEN_IN.keys():
        return _check_page(request, found, posted=request.POST)
    try:
        receipt = actions.send(
            actor=person,
            activity=found,
            key=key,
            trap=request.POST.get(TRAP_FIELD, ""),
            is_crowd=is_crowd(network_address(request)),
            languages=languages,
        )
    except Refusal as refusal:
        if refusal.field in AboutForm.base_fields:
            return _ask_again(request, found, person, refusal)
        return _check_page(request, found, refusal, request.POST)
    return HttpResponseRedirect(path_of(found, "receipt", receipt=receipt.pk), status=303)
