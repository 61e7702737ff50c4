"""The staff page where the words of a launch pack are written, drafted from the round itself."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yhdyspinta.launch import actions
from yhdyspinta.launch.actions import releasing
from yhdyspinta.launch.drafting import beginnings, first_words
from yhdyspinta.launch.forms import PackForm
from yhdyspinta.launch.loading import activity_to_launch, pack_of, staff_frame
from yhdyspinta.launch.models import LaunchPack, LaunchRelease
from yhdyspinta.launch.pictures import SentPicture
from yhdyspinta.launch.words import LaunchWords
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording import unsent
from yhdyspinta.wording.conflicts import both_texts
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.refusals import Refusal

_MOST = 20


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Write the texts side by side and choose the picture.

    Asked for with `?begin=`, the form has fresh words of what there is to tell now; the saved draft stands until these
    are saved.
    """
    found = activity_to_launch(request, process, activity)
    at, kept = moment_of(request), pack_of(found)
    kinds = beginnings(found, at=at)
    asked = request.GET.get("begin", "")
    begun = asked if asked in kinds else ""
    words = _first(found, kept, begun, at)
    form = _form(request, found, kept, words, is_fresh=bool(begun))
    if request.POST.get("begin") in kinds:
        return _begun(request, found, form, words)

    def save() -> HttpResponse:
        _save(request, found, form)
        if begun:
            unsent.forget(request)  # what was typed for the draft that this one took the place of
        if request.POST.get("then") == "preview":
            return redirect(activity_address(found, "launch:preview"))
        messages.success(request, _("The launch pack was saved. Nothing is public before you release it."))
        return redirect(activity_address(found, "launch:edit"))

    context = staff_frame(found, _("Launch pack")) | {"kept": kept, "releases": _releases(found, at)}
    context |= {"begun": begun, "kinds": [] if begun else list(kinds.items())}
    place = f"{request.path}?begin={begun}" if begun else ""
    refused = lambda refusal: _refused(form, refusal)  # noqa: E731
    return form_page(request, "launch/edit.html", form, save, refused=refused, keeps=True, place=place, **context)


def _form(
    request: HttpRequest, activity: Activity, kept: LaunchPack | None, words: LaunchWords, *, is_fresh: bool
) -> PackForm:
    return PackForm(
        request.POST or None,
        request.FILES or None,
        activity=activity,
        has_picture=bool(kept and kept.picture_id),
        replaces=bool(is_fresh and kept and _is_unreleased(kept)),
        initial=vars(words) | {"revision": kept.revision if kept else 0},
    )


def _first(activity: Activity, kept: LaunchPack | None, begun: str, at: datetime) -> LaunchWords:
    """What the form begins from; a picture that stays keeps its words."""
    if kept is None:
        return first_words(activity, begun, at=at)
    saved = LaunchWords.of(kept)
    return replace(first_words(activity, begun, at=at), picture_text=saved.picture_text) if begun else saved


def _is_unreleased(pack: LaunchPack) -> bool:
    last = LaunchRelease.objects.filter(activity=pack.activity_id).order_by("-number").first()
    return last is None or not releasing.holds(last, pack)


def _begun(request: HttpRequest, activity: Activity, form: PackForm, words: LaunchWords) -> HttpResponse:
    """On to a fresh draft; what was typed and not saved waits in this browser."""
    if not form.is_valid() or form.words() != words:
        unsent.set_aside(request)
    return redirect(f"{activity_address(activity, 'launch:edit')}?begin={request.POST['begin']}")


def _refused(form: PackForm, refusal: Refusal) -> dict[str, Any]:
    if refusal.code != "changed_meanwhile":
        return {}
    told = refusal.values
    return both_texts(form, saved=vars(told["saved"]), typed=vars(told["typed"]), revision=told["revision"])


def _save(request: HttpRequest, activity: Activity, form: PackForm) -> LaunchPack:
    sent = form.cleaned_data["picture"]
    picture = SentPicture(sent.read(), sent.name, sent.content_type or "") if sent else None
    return actions.save_pack(
        actor=actor_of(request),
        activity=activity,
        words=form.words(),
        revision=number_of(form.cleaned_data["revision"], most_digits=8) or 0,
        at=moment_of(request),
        picture=picture,
        drop_picture=bool(form.cleaned_data.get("drop_picture")),
    )


def _releases(activity: Activity, at: datetime) -> list[dict[str, Any]]:
    rows = LaunchRelease.objects.filter(activity=activity).defer("words").order_by("-number")[:_MOST]
    return [
        {
            "release": row,
            "path": activity_address(activity, "launch:news_of", version=row.number),
            "is_overdue": row.told_at is None and row.release_at <= at,
        }
        for row in rows
    ]
