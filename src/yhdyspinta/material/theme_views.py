"""Themes of a round by hand: the list, and one of them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from yhdyspinta.answers.languages import Languages
from yhdyspinta.material.actions import gone_themes, themes
from yhdyspinta.material.forms import MergeForm, ThemeForm
from yhdyspinta.material.last_change import last_change
from yhdyspinta.material.loading import frame, round_of
from yhdyspinta.material.models import Looking, Theme
from yhdyspinta.material.suggestion_views import offered
from yhdyspinta.material.values import ABILITY
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.dates import number
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.conflicts import both_texts, go_on_from
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import Question, ask_page, form_page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
def list_themes(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The themes with their counts, a form for a new one, and the suggestions."""
    found = round_of(request, process, activity, "see_desk" if request.method != "POST" else ABILITY)
    form = ThemeForm(request.POST or None, languages=Languages.of_agenda(found.process.owner))

    def save() -> HttpResponse:
        name = Wording(form.cleaned_data["name"])
        themes.make_theme(actor=actor_of(request), activity=found, name=name, at=moment_of(request))
        messages.success(request, _("The theme was made."))
        return redirect(activity_address(found, "material:themes"))

    return form_page(request, "material/themes.html", form, save, **frame(request, found), **_context(request, found))


def _context(request: HttpRequest, found: Activity) -> dict[str, Any]:
    rows = [
        {
            "theme": theme,
            "path": activity_address(found, "material:theme", theme=theme.pk),
            "comments_path": f"{activity_address(found, 'material:table')}?theme={theme.pk}",
        }
        for theme in Theme.objects.filter(activity=found).order_by("-comment_count", "pk")
    ]
    looking = Looking.objects.filter(activity=found).first()
    return {"rows": rows, "looking": looking, "suggestions": offered(found), **last_change(request, found)}


@require_http_methods(["GET", "HEAD", "POST"])
def theme(request: HttpRequest, process: str, activity: str, theme: int) -> HttpResponse:
    """Rename a theme, merge it with another, or remove it."""
    found = round_of(request, process, activity, ABILITY)
    one = _theme_of(found, theme)
    others = [other for other in Theme.objects.filter(activity=found).order_by("pk") if other.pk != one.pk]
    first = {"name": one.name, "revision": one.revision}
    is_rename = request.method == "POST" and request.POST.get("do", "rename") == "rename"
    form = ThemeForm(
        request.POST if is_rename else None, initial=first, languages=Languages.of_agenda(found.process.owner)
    )
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
    """Merge; or remove, after a page that tells how many comments lose the theme."""
    merging = MergeForm(request.POST, others=others)
    actor, at = actor_of(request), moment_of(request)
    try:
        if request.POST.get("do") == "remove":
            return _remove(request, found, one)
        if merging.is_valid():
            gone_themes.merge_themes(actor=actor, theme=one, into=int(merging.cleaned_data["into"]), at=at)
            messages.success(request, _("The themes were merged."))
            return redirect(activity_address(found, "material:themes"))
    except Refusal as refusal:
        merging.refuse(refusal)
    context = frame(request, found) | {"theme": one, "merging": merging, "form": form}
    return render(request, "material/theme.html", context, status=422)


def _remove(request: HttpRequest, found: Activity, one: Theme) -> HttpResponse:
    """Remove a theme, after asking where comments lose it."""
    undone = _("Published reports stay as they are. You can undo it for an hour, as long as nobody changes anything after it.")  # fmt: skip
    losing = ngettext(
        "%(shown)s comment loses this theme. Its other themes, its stance and its answer stay.",
        "%(shown)s comments lose this theme. Their other themes, their stances and their answers stay.",
        one.comment_count,
    ) % {"shown": number(one.comment_count, page_language())}
    return ask_page(
        request,
        Question(
            _("Remove the theme?"),
            back=activity_address(found, "material:themes"),
            about=[one.name],
            told=[losing, undone],
            button=_("Remove the theme"),
            crumb=_("Themes"),
            posted=[("do", "remove"), ("sure", "yes")],
        ),
        lambda: gone_themes.remove_theme(actor=actor_of(request), theme=one, at=moment_of(request)),
        done=_("The theme was removed."),
        sure=not one.comment_count or "sure" in request.POST,
        base="material/base.html",
        **frame(request, found),
    )
