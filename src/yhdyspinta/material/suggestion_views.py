"""Themes that the calculation suggests: asked for, read comment by comment, accepted or refused."""

from collections.abc import Collection, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from yhdyspinta.answers.forms import numbers_of
from yhdyspinta.answers.languages import Languages
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions import suggestions
from yhdyspinta.material.forms import ThemeForm
from yhdyspinta.material.loading import frame, round_of
from yhdyspinta.material.models import ThemeSuggestion
from yhdyspinta.material.queries import WORKED_ON
from yhdyspinta.material.rows import shown_text
from yhdyspinta.material.values import ABILITY
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import abilities_here, moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.paging import paged
from yhdyspinta.ui.text import beginning
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

PAGE = 50
_EXCERPT = 200


def offered(found: Activity) -> list[dict[str, Any]]:
    """What is offered, each with a few of its comments; two queries however many there are."""
    some = list(ThemeSuggestion.objects.filter(activity=found, state="offered").select_related("theme").order_by("pk"))
    central = [pk for one in some for pk in one.central]
    texts = Comment.objects.filter(activity=found, state=Comment.State.VISIBLE, pk__in=central)
    words = {pk: (text, tag) for pk, text, tag in texts.values_list("pk", "public_text", "language")}
    return [
        {
            "suggestion": one,
            "label": _label(one),
            "like": one.theme.name if one.theme else "",
            "count": len(one.comments),
            "left_out": len(one.left_out),
            "examples": [_example(*words[pk]) for pk in one.central if pk in words and pk not in one.left_out],
            "path": activity_address(found, "material:suggestion", suggestion=one.pk),
        }
        for one in some
    ]


def _label(one: ThemeSuggestion) -> str:
    return ", ".join(one.label)


def _example(text: str, language: str) -> dict[str, Any]:
    return {"text": beginning(in_words(text), _EXCERPT), "language": language}


@require_POST
def suggest(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Ask for suggestions."""
    found = round_of(request, process, activity, ABILITY)
    suggestions.ask_for_themes(actor=actor_of(request), activity=found, at=moment_of(request))
    messages.success(request, _("Suggestions were asked for. They appear on this page in a minute or two."))
    return redirect(activity_address(found, "material:themes"))


@require_http_methods(["GET", "HEAD", "POST"])
def suggestion(request: HttpRequest, process: str, activity: str, suggestion: int) -> HttpResponse:
    """Read the comments of a suggested theme, leave some out, and accept the rest under a name; or refuse it."""
    found = round_of(request, process, activity, ABILITY)
    one = ThemeSuggestion.objects.filter(activity=found, pk=suggestion).select_related("theme").first()
    if one is None:
        raise Http404
    one.activity = found
    if request.method != "POST":
        return _page(request, found, one, _name_form(one))
    if request.POST.get("do") == "refuse":
        suggestions.refuse_suggestion(actor=actor_of(request), suggestion=one, at=moment_of(request))
        messages.success(request, _("The suggestion was refused."))
        return redirect(activity_address(found, "material:themes"))
    return _chosen(request, found, one)


def _chosen(request: HttpRequest, found: Activity, one: ThemeSuggestion) -> HttpResponse:
    """Keep what is ticked on this page; then accept, or go on reading."""
    actor, at = actor_of(request), moment_of(request)
    accepts = request.POST.get("do") == "accept"
    if "shown" in request.POST and one.state == "offered":
        shown, ticked = (numbers_of(request.POST.getlist(name)) for name in ("shown", "comments"))
        one = suggestions.choose_comments(actor=actor, suggestion=one, shown=shown, ticked=ticked, at=at)
    if not accepts:
        messages.success(request, _("The choices were saved."))
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(f"{activity_address(found, 'material:suggestion', suggestion=one.pk)}{query}")
    form = _name_form(one, request.POST)
    try:
        if form.is_valid():
            name = Wording(form.cleaned_data["name"])
            suggestions.accept_suggestion(actor=actor, suggestion=one, name=name, at=at)
            messages.success(request, _("The theme was made and given to its comments."))
            return redirect(activity_address(found, "material:themes"))
    except Refusal as refusal:
        if refusal.status != 422:
            raise
        form.refuse(refusal)
    return _page(request, found, one, form, status=422)


def _page(
    request: HttpRequest, found: Activity, one: ThemeSuggestion, form: ThemeForm, *, status: int = 200
) -> HttpResponse:
    rows = Comment.objects.filter(activity=found, pk__in=one.comments, state__in=WORKED_ON).defer("text")
    some, pager = paged(request, rows, order=("pk",), size=PAGE)
    left_out = set(one.left_out)
    context = frame(request, found) | {
        "suggestion": one,
        "label": _label(one),
        "like": one.theme,
        "like_name": Wording(one.theme.name).text(page_language()) if one.theme else "",
        "taken": len(one.comments) - len(left_out),
        "rows": _rows(some, left_out, abilities_here(request)),
        "pager": pager,
        "form": form,
        "path": activity_address(found, "material:suggestion", suggestion=one.pk),
    }
    return render(request, "material/suggestion.html", context, status=status)


def _rows(some: Sequence[Comment], left_out: set[int], abilities: Collection[str]) -> list[dict[str, Any]]:
    return [
        {
            "pk": one.pk, "number": one.number, "text": shown_text(one, abilities), "language": one.language,
            "is_taken": one.pk not in left_out,
        }
        for one in some
    ]  # fmt: skip


def _name_form(one: ThemeSuggestion, data: Any = None) -> ThemeForm:
    """The words of the suggestion stand as the name in the reader's language, to be written better; or the like theme's."""
    first = one.theme.name if one.theme else {page_language(): ", ".join(one.label[:2]).capitalize()}
    languages = Languages.of(one.activity.process.owner)
    return ThemeForm(data, initial={"name": first}, languages=languages)
