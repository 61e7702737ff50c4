"""Staff pages of a written launch pack: a look at the whole, release now or at a set time, the whole as a file."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yhdyspinta.launch import actions
from yhdyspinta.launch.actions import releasing, writing
from yhdyspinta.launch.forms import CORRECTION, ReleaseForm
from yhdyspinta.launch.loading import activity_to_launch, pack_of, staff_frame
from yhdyspinta.launch.models import LaunchPack, LaunchPicture, LaunchRelease
from yhdyspinta.launch.pictures import TYPES
from yhdyspinta.launch.shown import packed, sheets_of
from yhdyspinta.launch.words import NAMES, LaunchWords, lacks_of, left_out_of
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import abilities_here, moment_of
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.telling import followers_told
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.refusals import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The whole pack as it will look, every text to be copied, and the buttons that release it."""
    sends = request.method == "POST"
    found = activity_to_launch(request, process, activity, releasing.ABILITY if sends else writing.ABILITY)
    kept = pack_of(found)
    if kept is None:
        return redirect(activity_address(found, "launch:edit"))
    if sends and "again" in request.POST:
        return _tried_again(request, found)
    words = LaunchWords.of(kept)
    standing = _standing(found, kept, moment_of(request))
    form = ReleaseForm(
        request.POST or None,
        former=None if standing["is_same"] else standing["last"],
        is_timed="now" not in request.POST,
    )
    context = staff_frame(found, _("Preview")) | {
        "kept": kept,
        "sheets": sheets_of(found, words),
        "lacks": lacks_of(found, words, has_picture=kept.picture_id is not None),
        "left_out": [NAMES[name] for name in left_out_of(words)],
        "may_release": releasing.ABILITY in abilities_here(request),
        "submit_revision": request.POST.get("revision") or kept.revision,
    }
    refused = lambda _refusal: _standing(found, kept, moment_of(request))  # noqa: E731
    save = lambda: _released(request, found, form)  # noqa: E731
    return form_page(request, "launch/preview.html", form, save, refused=refused, **context, **standing)


def _released(request: HttpRequest, activity: Activity, form: ReleaseForm) -> HttpResponse:
    release = actions.release_pack(
        actor=actor_of(request),
        activity=activity,
        revision=number_of(request.POST.get("revision"), most_digits=8) or 0,
        at=moment_of(request),
        release_at=form.cleaned_data["release_at"],
        as_correction=form.cleaned_data.get("kind") == CORRECTION,
    )
    if release.told_at is None:
        messages.success(request, _("The pack goes out by itself at the time you chose."))
    else:
        messages.success(request, _out(activity.process, release))
    return redirect(activity_address(activity, "launch:preview"))


def _out(process: Process, release: LaunchRelease | None) -> str:
    """What has happened now that it is out: followers hear of news, not of corrections."""
    if release is not None and release.is_correction:
        return _("The correction is out: it has taken the place of the news. Nobody was told anew.")
    return _("The pack is out: the news is public.") + " " + followers_told(process)


def _tried_again(request: HttpRequest, activity: Activity) -> HttpResponse:
    """What did not go out by the clock, tried at once."""
    try:
        is_out = actions.try_again(actor=actor_of(request), activity=activity, at=moment_of(request))
    except Refusal as refusal:
        messages.error(request, refusal.words)
    else:
        if is_out:
            last = LaunchRelease.objects.filter(activity=activity).order_by("number").last()
            messages.success(request, _out(activity.process, last))
        else:
            messages.error(request, _("It did not go out this time either. The reason stands below."))
    return redirect(activity_address(activity, "launch:preview") + "#release")


def _standing(activity: Activity, pack: LaunchPack, at: datetime) -> dict[str, Any]:
    """What has been released already, and whether the pack as it stands is that."""
    last = LaunchRelease.objects.filter(activity=activity).order_by("-number").first()
    is_planned = last is not None and last.told_at is None
    return {
        "last": last,
        "is_planned": is_planned,
        "can_take_back": last is not None and releasing.can_take_back(last, activity.process, at),
        "is_overdue": last is not None and is_planned and last.release_at <= at,
        "is_off_site": not activity.process.is_public(at),
        "is_same": last is not None and releasing.holds(last, pack),
        "news_path": activity_address(activity, "launch:news"),
        "material_path": activity_address(activity, "launch:material"),
    }


@require_POST
def take_back(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Take a planned release back."""
    found = activity_to_launch(request, process, activity, releasing.ABILITY)
    number = number_of(request.POST.get("number"), most_digits=4) or 0
    try:
        actions.take_back(actor=actor_of(request), activity=found, number=number, at=moment_of(request))
    except Refusal as refusal:
        messages.error(request, refusal.words)
    else:
        messages.success(request, _("The planned release was taken back."))
    return redirect(activity_address(found, "launch:preview"))


@require_safe
def download(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Texts, picture and QR codes in one ZIP, as they are saved now."""
    found = activity_to_launch(request, process, activity)
    kept = pack_of(found)
    if kept is None:
        raise Http404
    try:
        content = packed(found, LaunchWords.of(kept), kept.picture)
    except OSError:
        raise Http404 from None
    response = HttpResponse(content, content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{found.process.slug}-{found.slug}.zip"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
def staff_picture(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The picture of the draft."""
    kept = pack_of(activity_to_launch(request, process, activity))
    if kept is None or kept.picture is None:
        raise Http404
    return picture_response(kept.picture)


def picture_response(picture: LaunchPicture) -> HttpResponse:
    """A picture of our own drawing."""
    try:
        with picture.file.open("rb") as file:
            body = file.read()
    except OSError:
        raise Http404 from None
    response = HttpResponse(body, content_type=TYPES[picture.kind])
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
