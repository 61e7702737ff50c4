"""Themes of a round by hand, and those that the calculation suggests."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from yhdyspinta.answers.languages import Languages
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions import themes
from yhdyspinta.material.forms import MergeForm, ThemeForm
from yhdyspinta.material.loading import frame, round_of
from yhdyspinta.material.models import Looking, Theme, ThemeSuggestion
from yhdyspinta.material.values import ABILITY
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.conflicts import both_texts, go_on_from
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

_EXCERPT = 200


@require_http_methods(["GET", "HEAD", "POST"])
def list_themes(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The themes with their counts, a form for a new one, and the suggestions."""
    found = round_of(request, process, activity, "see_desk" if request.method != "POST" else ABILITY)
    form = ThemeForm(request.POST or None, languages=Languages.of(found.process.owner))

    def save() -> HttpResponse:
        name = Wording(form.cleaned_data["name"])
        themes.make_theme(actor=actor_of(request), activity=found, name=name, at=moment_of(request))
        messages.success(request, _("The theme was made."))
        return redirect(activity_address(found, "material:themes"))

    return form_page(request, "material/themes.html", form, save, **frame(request, found), **_context(found))


def _context(found: Activity, refused: tuple[int, ThemeForm] | None = None) -> dict[str, Any]:
    rows = [
        {
            "theme": theme,
            "path": activity_address(found, "material:theme", theme=theme.pk),
            "comments_path": f"{activity_address(found, 'material:table')}?theme={theme.pk}",
        }
        for theme in Theme.objects.filter(activity=found).order_by("-comment_count", "pk")
    ]
    looking = Looking.objects.filter(activity=found).first()
    return {"rows": rows, "looking": looking, "suggestions": _suggestions(found, refused)}


def _suggestions(found: Activity, refused: tuple[int, ThemeForm] | None) -> list[dict[str, Any]]:
    offered = list(ThemeSuggestion.objects.filter(activity=found, state="offered").order_by("pk"))
    central = [pk for one in offered for pk in one.central]
    texts = Comment.objects.filter(activity=found, state=Comment.State.VISIBLE, pk__in=central)
    words = {
        pk: (number, text, tag)
        for pk, number, text, tag in texts.values_list("pk", "number", "public_text", "language")
    }
    languages = Languages.of(found.process.owner)
    return [
        {
            "suggestion": one,
            "label": ", ".join(one.label),
            "count": len(one.comments),
            "examples": [_example(*words[pk]) for pk in one.central if pk in words],
            "path": activity_address(found, "material:suggestion", suggestion=one.pk),
            "form": refused[1] if refused and refused[0] == one.pk else _name_form(one, languages),
        }
        for one in offered
    ]


def _example(number: int, text: str, language: str) -> dict[str, Any]:
    words = in_words(text)
    short = words if len(words) <= _EXCERPT else words[:_EXCERPT].rsplit(" ", 1)[0] + "…"
    return {"number": number, "text": short, "language": language}


def _name_form(one: ThemeSuggestion, languages: Languages, data: Any = None) -> ThemeForm:
    """The words of the suggestion stand as the name in the reader's language, to be written better."""
    first = {page_language(): ", ".join(one.label[:2]).capitalize()}
    return ThemeForm(data, initial={"name": first}, languages=languages, auto_id=f"suggestion-{one.pk}-%s")


@require_http_methods(["GET", "HEAD", "POST"])
def theme(request: HttpRequest, process: str, activity: str, theme: int) -> HttpResponse:
    """Rename a theme, merge it with another, or remove it when no comment has it."""
    found = round_of(request, process, activity, ABILITY)
    one = _theme_of(found, theme)
    others = [other for other in Theme.objects.filter(activity=found).order_by("pk") if other.pk != one.pk]
    first = {"name": one.name, "revision": one.revision}
    is_rename = request.method == "POST" and request.POST.get("do", "rename") == "rename"
    form = ThemeForm(request.POST if is_rename else None, initial=first, languages=Languages.of(found.process.owner))
    if request.method == "POST" and not is_rename:
        return _other_step(request, found, one, form, others)

    def save() -> HttpResponse:
        themes.rename_theme(
            actor=actor_of(request), theme=one, name=Wording(form.cleaned_data["name"]),
            revision=number_of(form.cleaned_data["revision"]) or 0, at=moment_of(request),
        )  # fmt: skip
        messages.success(request, _("The theme was renamed."))
        return redirect(activity_address(found, "material:themes"))

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            go_on_from(form, _theme_of(found, theme).revision)
            return {}
        told = refusal.values
        return both_texts(form, saved={"name": told["saved"]}, typed=form.cleaned_data, revision=told["revision"])

    merging = MergeForm(others=others) if others else None
    context = frame(request, found) | {"theme": one, "merging": merging}
    return form_page(request, "material/theme.html", form, save, refused=refused, **context)


def _theme_of(found: Activity, pk: int) -> Theme:
    one = Theme.objects.filter(activity=found, pk=pk).first()
    if one is None:
        raise Http404
    one.activity = found
    return one


def _other_step(
    request: HttpRequest, found: Activity, one: Theme, form: ThemeForm, others: list[Theme]
) -> HttpResponse:
    """Merge or remove."""
    merging = MergeForm(request.POST, others=others)
    actor, at = actor_of(request), moment_of(request)
    try:
        if request.POST.get("do") == "remove":
            themes.remove_theme(actor=actor, theme=one, at=at)
            messages.success(request, _("The theme was removed."))
            return redirect(activity_address(found, "material:themes"))
        if merging.is_valid():
            themes.merge_themes(actor=actor, theme=one, into=int(merging.cleaned_data["into"]), at=at)
            messages.success(request, _("The themes were merged."))
            return redirect(activity_address(found, "material:themes"))
    except Refusal as refusal:
        merging.refuse(refusal)
    context = frame(request, found) | {"theme": one, "merging": merging, "form": form}
    return render(request, "material/theme.html", context, status=422)


@require_POST
def suggest(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Ask for suggestions."""
    found = round_of(request, process, activity, ABILITY)
    themes.ask_for_themes(actor=actor_of(request), activity=found, at=moment_of(request))
    messages.success(request, _("Suggestions were asked for. They appear on this page in a minute or two."))
    return redirect(activity_address(found, "material:themes"))


@require_POST
def suggestion(request: HttpRequest, process: str, activity: str, suggestion: int) -> HttpResponse:
    """Accept a suggested theme under a name, or refuse it."""
    found = round_of(request, process, activity, ABILITY)
    one = ThemeSuggestion.objects.filter(activity=found, pk=suggestion).first()
    if one is None:
        raise Http404
    one.activity = found
    actor, at = actor_of(request), moment_of(request)
    if request.POST.get("do") == "refuse":
        themes.refuse_suggestion(actor=actor, suggestion=one, at=at)
        messages.success(request, _("The suggestion was refused."))
        return redirect(activity_address(found, "material:themes"))
    languages = Languages.of(found.process.owner)
    form = _name_form(one, languages, request.POST)
    try:
        if form.is_valid():
            name = Wording(form.cleaned_data["name"])
            themes.accept_suggestion(actor=actor, suggestion=one, name=name, at=at)
            messages.success(request, _("The theme was made and given to its comments."))
            return redirect(activity_address(found, "material:themes"))
    except Refusal as refusal:
        form.refuse(refusal)
    context = frame(request, found) | _context(found, (one.pk, form)) | {"form": ThemeForm(languages=languages)}
    return render(request, "material/themes.html", context | {"refused_form": form}, status=422)
