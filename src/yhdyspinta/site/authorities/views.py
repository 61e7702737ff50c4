"""An authority's settings: an overview, and one form page for each group."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.authorities import actions
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.visitors import actor_of, someone
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import staff_authority
from yhdyspinta.site.authorities import forms
from yhdyspinta.site.authorities.operator_views import installation_path
from yhdyspinta.wording.conflicts import both_texts
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import Question, ask_page, form_page
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal


@dataclass(frozen=True)
class Group:
    """A group of settings: its heading, form and action."""

    title: Promise
    form: type[forms.SettingsForm]
    action: Callable[..., Authority]


GROUPS: Final = {
    "names": Group(gettext_lazy("Names"), forms.NamesForm, actions.edit_names),
    "languages": Group(gettext_lazy("Languages"), forms.LanguagesForm, actions.edit_languages),
    "look": Group(gettext_lazy("Colours and logo"), forms.LookForm, actions.edit_look),
    "contact": Group(gettext_lazy("Contact, phone and paper"), forms.ContactForm, actions.edit_contact),
    "rules": Group(gettext_lazy("Local rules"), forms.RulesForm, actions.edit_rules),
}


def _frame(authority: Authority) -> dict[str, Any]:
    return {
        "desk_path": address("site:desk", authority),
        "settings_path": address("authorities:settings", authority),
    }


@require_safe
def settings(request: HttpRequest) -> HttpResponse:
    """Every group of settings with what it holds now."""
    authority = staff_authority(request, "administer")
    cards = [
        {
            "key": key,
            "title": group.title,
            "path": address("authorities:group", authority, group=key),
            "rows": list(_rows(group.form(authority=authority), authority)),
        }
        for key, group in GROUPS.items()
    ]
    context = {
        **_frame(authority),
        "authority": authority,
        "cards": cards,
        "regime": forms.REGIMES[authority.regime],
        "more": [
            {"words": _("People and roles"), "path": address("team:people", authority)},
            {
                "words": _("Translations of the authority’s own texts"),
                "path": address("translating:authority_texts", authority),
            },
            {"words": _("Messages that could not be sent"), "path": address("team:parked", authority)},
        ],
    }
    if someone(request).is_operator:
        context["more"].append({"words": _("The installation"), "path": installation_path()})
    return render(request, "authorities/settings.html", context)


def _rows(form: forms.SettingsForm, authority: Authority) -> Any:
    """What a group holds, as label and value."""
    for name in form.fact_names():
        value = getattr(authority, name)
        label = form.fields[name].label
        if isinstance(value, Wording):
            missing = [CONTENT_LANGUAGES[tag] for tag in value.missing(authority.duty_languages)]
            yield {"label": label, "wording": value, "missing": ", ".join(missing) if value else ""}
        elif isinstance(value, list):
            yield {"label": label, "text": ", ".join(CONTENT_LANGUAGES[tag] for tag in value)}
        elif isinstance(value, bool):
            yield {"label": label, "text": _("Yes") if value else _("No")}
        else:
            yield {"label": label, "text": value}


@require_http_methods(["GET", "HEAD", "POST"])
def group(request: HttpRequest, group: str) -> HttpResponse:
    """One group of settings."""
    authority = staff_authority(request, "administer")
    chosen = GROUPS[group]
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = chosen.form(*sent, authority=authority)
    context = {**_frame(authority), "title": chosen.title, "group": group, "authority": authority}
    if group == "look" and authority.logo:
        context["logo_path"] = address("site:logo", authority) + f"?v={authority.revision}"
        context["remove_path"] = address("authorities:remove_logo", authority)

    def save() -> HttpResponse:
        _save(request, chosen, form, authority)
        messages.success(request, _("Saved."))
        return redirect(context["settings_path"])

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            return {}
        authority.refresh_from_db()
        saved = {name: getattr(authority, name) for name in form.fact_names()}
        return both_texts(form, saved=saved, typed=vars(form.facts()), revision=authority.revision)

    return form_page(request, "authorities/group.html", form, save, refused=refused, keeps=True, **context)


def _save(request: HttpRequest, chosen: Group, form: forms.SettingsForm, authority: Authority) -> None:
    more: dict[str, Any] = {}
    if form.cleaned_data.get("logo"):
        more["logo"] = form.cleaned_data["logo"].read()
    chosen.action(
        actor=actor_of(request),
        authority=authority,
        facts=form.facts(),
        revision=form.revision_number,
        at=clock.now(),
        **more,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def remove_logo(request: HttpRequest) -> HttpResponse:
    """Ask first, then show the name instead."""
    authority = staff_authority(request, "administer")
    return ask_page(
        request,
        Question(
            _("Remove the logo?"),
            back=address("authorities:group", authority, group="look"),
            told=[_("The name is shown in its place.")],
            button=_("Remove the logo"),
        ),
        lambda: actions.remove_logo(
            actor=actor_of(request), authority=authority, revision=authority.revision, at=clock.now()
        ),
        done=_("The logo was removed."),
        then=address("authorities:settings", authority),
        base="authorities/base.html",
        **_frame(authority),
    )
