"""The summary of what came in, and the end of a round."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yhdyspinta.answers import rounds, telling
from yhdyspinta.answers.forms import SummaryForm
from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.models import Summary
from yhdyspinta.answers.staff_loading import ABILITY, frame
from yhdyspinta.answers.totals import totals
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import abilities_here, moment_of, staff_round
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.telling import who_is_told
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.conflicts import both_texts, go_on_from
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.refusals import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
def summary(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Write what came in, and publish it before the answers."""
    found = staff_round(request, process, activity, ABILITY)
    kept = Summary.objects.filter(activity=found).first()
    first = {"body": kept.body if kept else {}, "revision": kept.revision if kept else 0}
    form = SummaryForm(request.POST or None, languages=Languages.of(found.process.owner), initial=first)

    def save() -> HttpResponse:
        _save_summary(request, found, form)
        return redirect(activity_address(found, "answers:summary"))

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            go_on_from(form, Summary.objects.get(activity=found).revision)
            return {}
        told = refusal.values
        return both_texts(form, saved={"body": told["saved"]}, typed=form.cleaned_data, revision=told["revision"])

    context = frame(found) | {"kept": kept, "tells": telling.hears_of_round(found)}
    return form_page(request, "answers/summary.html", form, save, refused=refused, keeps=True, **context)


def _save_summary(request: HttpRequest, found: Activity, form: SummaryForm) -> None:
    actor, at = actor_of(request), moment_of(request)
    revision = number_of(form.cleaned_data["revision"]) or 0
    rounds.save_summary(actor=actor, activity=found, body=Wording(form.cleaned_data["body"]), revision=revision, at=at)
    if request.POST.get("then") == "publish":
        rounds.publish_summary(actor=actor, activity=found, at=at)
        messages.success(request, _("The summary was published.") + _followers_told(found))
    else:
        messages.success(request, _("The summary was saved."))


def _followers_told(found: Activity) -> str:
    return " " + who_is_told(anybody=telling.hears_of_round(found))


@require_http_methods(["GET", "HEAD", "POST"])
def finish(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Record that everything is answered, or see what is still open."""
    found = staff_round(request, process, activity, ABILITY)
    at = moment_of(request)
    refusal = None
    if request.method == "POST":
        try:
            rounds.mark_round_answered(actor=actor_of(request), activity=found, at=at)
        except Refusal as problem:
            refusal = problem
        else:
            messages.success(request, _("Everything is marked answered.") + _followers_told(found))
            return redirect(activity_address(found, "answers:finish"))
    context = frame(found) | {
        "refusal": refusal,
        "may_finish": "close" in abilities_here(request),
        "is_open": found.stages.filter(closes_at__gt=at).exists(),
        "totals": totals(found),
        "tells": telling.hears_of_round(found),
    }
    return render(request, "answers/finish.html", context, status=refusal.status if refusal else 200)
