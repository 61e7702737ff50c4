"""The staff pages that change where a process stands: publish, pause, cancel, resume, take off, archive."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yhdyspinta.audit import clock
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes import actions, forms
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import abilities_here, staff_process
from yhdyspinta.processes.mending import missing_from
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.staff_frame import frame
from yhdyspinta.processes.telling import followers_told
from yhdyspinta.wording.form_pages import Question, ask_page, form_page

_CLOSINGS: dict[str, tuple[str, Callable[..., Process]]] = {
    "pause": ("close", actions.pause_process),
    "cancel": ("close", actions.cancel_process),
}
_TURNS: dict[str, tuple[str, Callable[..., Process]]] = {
    "resume": ("close", actions.resume_process),
    "unpublish": ("publish", actions.unpublish_process),
    "archive": ("close", actions.archive_process),
    "renew-preview": ("edit", actions.renew_preview),
}


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, process: str) -> HttpResponse:
    """What is missing, and then publishing now or at a set time."""
    found = staff_process(request, process, "publish")
    form = forms.ScheduleForm(request.POST if "publish_at_0" in request.POST or "schedule" in request.POST else None)
    actor, at = actor_of(request), clock.now()
    context = {
        **frame(found),
        "gaps": missing_from(found, abilities_here(request), at=at),
        "schedule_form": form,
        "is_public": found.is_public(at),
        "is_over": found.cancelled_at is not None or found.archived_at is not None,
        "is_scheduled": found.published_at is not None and found.published_at > at and found.unpublished_at is None,
    }
    if request.method == "POST" and "now" in request.POST and not context["gaps"]:
        actions.publish_process(actor=actor, process=found, at=at)
        messages.success(request, _("The process is public."))
        return redirect(process_address(found, "processes:overview"))

    def save() -> HttpResponse:
        moment = form.cleaned_data["publish_at"]
        actions.schedule_process(actor=actor, process=found, publish_at=moment, at=at)
        messages.success(request, _("The process becomes public by itself at the time you chose."))
        return redirect(process_address(found, "processes:overview"))

    return form_page(request, "processes/publish.html", form, save, **context)


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, process: str, how: str) -> HttpResponse:
    """Pause or cancel, with the reason that everybody reads."""
    ability, action = _CLOSINGS[how]
    found = staff_process(request, process, ability)
    form = forms.ReasonForm(request.POST or None, languages=found.owner.duty_languages or ["fi"])

    def save() -> HttpResponse:
        actor = actor_of(request)
        action(actor=actor, process=found, reason=form.cleaned_data["reason"], at=clock.now())
        messages.success(request, _("Done.") + " " + followers_told(found))
        return redirect(process_address(found, "processes:overview"))

    context = frame(found) | {"how": how, "who_is_told": followers_told(found)}
    return form_page(request, "processes/stop.html", form, save, keeps=True, **context)


@require_http_methods(["GET", "HEAD", "POST"])
def turn(request: HttpRequest, process: str, how: str) -> HttpResponse:
    """Resume, take off the site, archive or renew the preview link: ask, then do."""
    ability, action = _TURNS[how]
    found = staff_process(request, process, ability)
    return ask_page(
        request,
        _turning(found, how),
        lambda: action(actor=actor_of(request), process=found, at=clock.now()),
        done=_("Done."),
        base="processes/base.html",
        **frame(found),
    )


def _turning(process: Process, how: str) -> Question:
    title, told = {
        "resume": (_("Go on after the pause?"), _("Taking part opens again.")),
        "unpublish": (
            _("Take the process off the site?"),
            _("Nobody but staff sees it. Everything is kept and you can publish it again."),
        ),
        "archive": (
            _("Archive the process?"),
            _("It leaves the lists of current matters. Its page and addresses stay."),
        ),
        "renew-preview": (_("Make a new preview link?"), _("The old link stops working at once.")),
    }[how]
    if how == "resume":
        told = f"{told} {followers_told(process)}"
    back = process_address(process, "processes:overview")
    return Question(title, back=back, told=[told], button=_("Yes, do it"), is_warning=False, cancel=_("Go back"))


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, process: str) -> HttpResponse:
    """Show what goes, and ask; only a draft that was never published can be removed."""
    found = staff_process(request, process, "publish")
    return ask_page(
        request,
        _removing(found),
        lambda: actions.remove_process(actor=actor_of(request), process=found, at=clock.now()),
        done=_("The process was removed."),
        then=address("site:desk", found.owner),
        base="processes/base.html",
        **frame(found),
    )


def _removing(process: Process) -> Question:
    """What goes with a process; one that people have seen or spoken in stays."""
    activities = list(process.activities.select_related("process__owner"))
    begun = process.published_at is not None or any(method_of(one).has_begun(one) for one in activities)
    title, back = _("Remove the process?"), process_address(process, "processes:overview")
    if begun:
        told = _("The process, or a document of it, has been published, or somebody has commented. What people have seen or said stays: take the process off the site or archive it instead.")  # fmt: skip
        return Question(title, back=back, about=[process.title], told=[told], cancel=_("Back to the process"))
    return Question(
        title,
        back=back,
        about=[process.title],
        listed=[one.title for one in activities],
        told=[_("Its texts, its timeline and everything prepared for it go. This cannot be undone.")],
        button=_("Remove the process"),
    )
