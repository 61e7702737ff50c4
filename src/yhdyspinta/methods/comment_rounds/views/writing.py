"""Write comments: one, or many at once; kept as a draft until they are sent."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from yhdyspinta.comments.drafts import draft_of, items_of, place_of, sender_of
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Section
from yhdyspinta.methods.comment_rounds import actions, queries, rules
from yhdyspinta.methods.comment_rounds.actions.sending import facts_known
from yhdyspinta.methods.comment_rounds.forms import CommentForm, ManyForm
from yhdyspinta.methods.comment_rounds.queries import Place
from yhdyspinta.methods.comment_rounds.queries.paths import path_of
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.methods.comment_rounds.views.frame import began_at, began_token, frame, language, load
from yhdyspinta.methods.comment_rounds.views.keeping import initial_of, kept_of, with_errors
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.people.visitors import person_who_writes, someone
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import Permit
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording import unsent
from yhdyspinta.wording.refusals import Refusal


def _number(text: str | None) -> int | None:
    return number_of(text, most_digits=9)


def _may_write(request: HttpRequest, activity: Activity, at: datetime, token: str) -> Permit:
    draft = draft_of(someone(request), activity)
    began = draft.began_at if draft is not None else began_at(activity, token, at)
    return rules.may_send(someone(request), activity, began_at=began, at=at)


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """A comment on a section, on chosen words, on a whole, or in reply."""
    found = load(request, process, activity)
    at = moment_of(request)
    parent = _parent(request, found)
    place = _place(request, found, parent)
    key = place_of(place.thread_id, parent.pk if parent else None)
    kept = items_of(draft_of(someone(request), found)).get(key, {})
    form = CommentForm(
        request.POST if request.method == "POST" else None,
        initial=initial_of(kept, place, passage=request.GET.get("passage")) | {"began": began_token(found, at)},
        place=place,
        label=_label(place, parent),
        is_heading=True,
    )
    here = request.get_full_path()
    other = unsent.answer(
        request,
        page=f"{place.path}#write" if request.POST.get("here") == "section" and place.section else "",
        place=here,
        keeps=lambda: _keep(request, found, form, key=key, parent=parent, at=at),
    )
    if other is not None:
        return other
    unsent.recall(request, form, place=here, form_id="write")
    status = 200
    if request.method == "POST":
        if _keep(request, found, form, key=key, parent=parent, at=at) and form.is_valid():
            unsent.forget(request, here)
            return HttpResponseRedirect(next_step(request, found), status=303)
        status = 422
    elif form.unsent_at is None:
        form = with_errors(form, kept)
    context = {
        **_around(request, found, place, parent),
        "form": form,
        "permit": _may_write(request, found, at, form["began"].value() or ""),
    }
    return render(request, "comment_rounds/write.html", context, status=status)


def _around(request: HttpRequest, activity: Activity, place: Place, parent: Comment | None) -> dict[str, Any]:
    """What stands around the form: where one writes, and what one replies to."""
    return {
        **frame(request, activity, (_("Comment round"), path_of(activity, "round")), (place.label, "")),
        "place": place,
        "parent": parent,
        "parent_words": in_words(parent.public_text) if parent else "",
        "draft_path": path_of(activity, "draft"),
        "query": request.META.get("QUERY_STRING", ""),
    }


def _label(place: Place, parent: Comment | None) -> str:
    if parent is not None:
        return _("Reply to comment %(number)s") % {"number": parent.number}
    if place.section:
        return _("Comment on: %(place)s") % {"place": place.label}
    return _("Comment on the whole") if place.document else _("Comment on the whole matter")


def _parent(request: HttpRequest, activity: Activity) -> Comment | None:
    number = request.GET.get("reply")
    if not number:
        return None
    rows = Comment.objects.filter(
        activity=activity, number=_number(number) or 0, state=Comment.State.VISIBLE, parent=None
    )
    parent = rows.select_related("sender__organisation").first()
    if parent is None or not RoundSettings.of(activity).opens_replies:
        raise Http404
    return parent


def _place(request: HttpRequest, activity: Activity, parent: Comment | None) -> Place:
    if parent is not None:
        found = queries.place_by_thread(activity, parent.thread_id, language())
        if found is not None:  # a reply quotes nothing
            return Place(found.thread_id, found.label, found.path)
        raise Http404
    place = queries.place_of_item(
        activity,
        language(),
        document=request.GET.get("document", "")[:80],
        section=request.GET.get("section", "")[:80],
        version=_number(request.GET.get("version")),
    )
    if place is None:
        raise Http404
    return place


def _keep(
    request: HttpRequest, activity: Activity, form: CommentForm, *, key: str, parent: Comment | None, at: datetime
) -> bool:
    """Keep the comment in the draft, also one that is too long to go on with."""
    text = kept_of(form)
    if not text:
        return False
    token = form.cleaned_data.get("began") or ""
    permit = _may_write(request, activity, at, token)
    if not permit:
        form.refuse(Refusal(permit.why_not, **permit.values))
        return False
    person = person_who_writes(request, at=at, language=language())
    items = {key: _item(form, text, parent)}
    try:
        actions.save_items(actor=person, activity=activity, items=items, began_at=began_at(activity, token, at), at=at)
    except Refusal as refusal:
        form.refuse(refusal)
        return False
    return True


def _item(form: CommentForm, text: str, parent: Comment | None) -> dict[str, Any]:
    """A comment as the draft keeps it."""
    item: dict[str, Any] = {"text": text, "language": language()}
    quote = form.quote() if form.place.passages else None
    if quote:
        item["quote"] = quote
    if parent is not None:
        item["parent"] = parent.pk
    return item


def next_step(request: HttpRequest, activity: Activity) -> str:
    """Who one is, when it is not known yet; otherwise the check."""
    person = someone(request)
    sender = sender_of(person, activity)
    known = facts_known(draft_of(person, activity), sender, RoundSettings.of(activity).naming)
    return path_of(activity, "check" if known else "about")


@require_http_methods(["GET", "HEAD", "POST"])
def many(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """Every section of a document with its own box, sent once."""
    found = load(request, process, activity)
    at = moment_of(request)
    places = _places(found, document)
    items = items_of(draft_of(someone(request), found))
    initial = {f"text-{place.thread_id}": items.get(str(place.thread_id), {}).get("text", "") for place in places}
    form = ManyForm(
        request.POST if request.method == "POST" else None,
        places=places,
        initial={**initial, "began": began_token(found, at)},
    )
    other = unsent.answer(request, keeps=lambda: _keep_many(request, found, form, items, at))
    if other is not None:
        return other
    unsent.recall(request, form)
    status, saved = 200, False
    if request.method == "POST":
        saved = _keep_many(request, found, form, items, at)
        if saved:
            unsent.forget(request)
        if saved and not request.POST.get("save"):
            return HttpResponseRedirect(next_step(request, found), status=303)
        status = 200 if saved else 422
    context = {
        **frame(request, found, (_("Comment round"), path_of(found, "round")), (_("Comment on many sections"), "")),
        "form": form,
        "rows": [{"place": place, "field": form[f"text-{place.thread_id}"]} for place in places],
        "permit": _may_write(request, found, at, form["began"].value() or ""),
        "draft_path": path_of(found, "draft"),
        "document_path": path_of(found, "document", document=document),
        "saved": saved,
    }
    return render(request, "comment_rounds/many.html", context, status=status)


def _places(activity: Activity, document: str) -> list[Place]:
    rows = (
        Section.objects.filter(version__document__activity=activity, version__document__slug=document)
        .exclude(version__published_at=None)
        .exclude(thread=None)
        .select_related("version__document")
        .prefetch_related("texts")
        .order_by("-version__number", "position")
    )
    sections = list(rows)
    if not sections:
        raise Http404
    newest = sections[0].version_id
    return [queries.section_place(activity, row, language()) for row in sections if row.version_id == newest]


def _keep_many(
    request: HttpRequest, activity: Activity, form: ManyForm, kept: dict[str, dict[str, Any]], at: datetime
) -> bool:
    is_valid = form.is_valid()
    token = form.cleaned_data.get("began") or ""
    permit = _may_write(request, activity, at, token)
    if not permit:
        form.refuse(Refusal(permit.why_not, **permit.values))
        return False
    texts = {place.thread_id: kept_of(form, f"text-{place.thread_id}") for place in form.places}
    if not is_valid and not any(texts.values()):
        return False
    if not any(texts.values()):
        form.add_error(f"text-{form.places[0].thread_id}", _("Write at least one comment."))
        return False
    items = {
        str(thread): {**kept.get(str(thread), {}), "text": text, "language": language()} if text else {}
        for thread, text in texts.items()
    }
    person = person_who_writes(request, at=at, language=language())
    actions.save_items(actor=person, activity=activity, items=items, began_at=began_at(activity, token, at), at=at)
    return is_valid


@require_POST
def autosave(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Keep what is typed while it is typed; answers with a line for the form, also when it cannot be kept."""
    found = load(request, process, activity)
    at = moment_of(request)
    try:
        parent = _parent(request, found)
        place = _place(request, found, parent)
    except Http404:
        return HttpResponse(status=204)
    form = CommentForm(request.POST, place=place)
    key = place_of(place.thread_id, parent.pk if parent else None)
    kept = _keep(request, found, form, key=key, parent=parent, at=at)
    if kept:
        query = request.META.get("QUERY_STRING", "")
        unsent.forget(request, path_of(found, "comment_form") + (f"?{query}" if query else ""))
    return render(request, "comment_rounds/_saved.html", {"kept": kept, "now": at})
