"""Staff pages about decisions and measures of a process."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.models import Answer
from yhdyspinta.outcomes import actions, measures
from yhdyspinta.outcomes.forms import MeasureForm, OutcomeForm, ProgressForm
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.outcomes.promised_days import has_earlier_round
from yhdyspinta.outcomes.queries import NOT_DONE, answers_offered, decided_later, is_late, outcomes_offered
from yhdyspinta.outcomes.reminding import Reminding
from yhdyspinta.outcomes.staff_history import history_of
from yhdyspinta.outcomes.unshown import begun_from
from yhdyspinta.outcomes.values import MEASURE_STATES, OUTCOMES
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import moment_of, staff_process
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.telling import tells, who_is_told
from yhdyspinta.ui.dates import day
from yhdyspinta.ui.forms import Form
from yhdyspinta.ui.paging import paged
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.conflicts import both_texts
from yhdyspinta.wording.form_pages import Question, ask_page, form_page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

ABILITY = "decide_outcome"


def frame(process: Process) -> dict[str, Any]:
    """What every page here shows around itself."""
    return {
        "process": process,
        "process_path": process_address(process, "processes:overview"),
        "staff_path": process_address(process, "outcomes:staff"),
        "results_path": process_address(process, "outcomes:results"),
        "desk_path": address("site:desk", process.owner),
    }


@require_safe
def staff(request: HttpRequest, process: str) -> HttpResponse:
    """What was decided and what is done, with what is still a draft."""
    owner = staff_process(request, process, ABILITY)
    today = _today(request)
    told = Outcome.objects.filter(process=owner)
    outcomes, outcome_ways = paged(request, told, order=("-on", "-pk"), name="decisions")
    done = Measure.objects.filter(process=owner).select_related("answer")
    reminding = Reminding.of(owner)
    rows, measure_ways = paged(request, done, order=("-pk",), name="measures")
    context = frame(owner) | {
        "outcomes": [
            {"outcome": row, "kind": OUTCOMES.get(row.kind, ""), "paths": _outcome_paths(owner, row)}
            for row in outcomes
        ],
        "outcome_ways": outcome_ways,
        "measure_ways": measure_ways,
        "measures": [
            {
                "measure": row,
                "state": MEASURE_STATES.get(row.state, ""),
                "is_late": is_late(row, today),
                "reminded": reminding.in_words(row) if row.state in NOT_DONE else "",
                "paths": _measure_paths(owner, row),
            }
            for row in rows
        ],
        "new_outcome_path": process_address(owner, "outcomes:new_outcome"),
        "new_measure_path": process_address(owner, "outcomes:new_measure"),
    }
    return render(request, "outcomes/staff.html", context)


def _today(request: HttpRequest) -> date:
    return timezone.localtime(moment_of(request)).date()


def _outcome_paths(process: Process, outcome: Outcome) -> dict[str, str]:
    names = ("outcome", "publish_outcome", "take_back_outcome")
    return {name: process_address(process, f"outcomes:{name}", outcome=outcome.pk) for name in names}


def _measure_paths(process: Process, measure: Measure) -> dict[str, str]:
    names = ("measure", "publish_measure", "progress", "remove_measure")
    return {name: process_address(process, f"outcomes:{name}", measure=measure.pk) for name in names}


@require_http_methods(["GET", "HEAD", "POST"])
def outcome(request: HttpRequest, process: str, outcome: int | None = None) -> HttpResponse:
    """Write what was decided."""
    owner = staff_process(request, process, ABILITY)
    kept = _found(Outcome.objects.filter(process=owner, pk=outcome).first()) if outcome else None
    first: dict[str, Any] = {"revision": 0, "kind": "decided"}
    if kept is not None:
        first = vars(actions.OutcomeText.of(kept)) | {"revision": kept.revision}
    form = OutcomeForm(
        request.POST or None,
        languages=Languages.of(owner.owner),
        to_publish=_is_to_publish(request, kept),
        initial=first,
    )

    def save() -> HttpResponse:
        saved = actions.save_outcome(
            actor=actor_of(request),
            process=owner,
            outcome=kept,
            text=form.text(),
            revision=number_of(form.cleaned_data["revision"]) or 0,
            at=moment_of(request),
        )
        if request.POST.get("then") == "publish" and saved.published_at is None:
            return redirect(process_address(owner, "outcomes:publish_outcome", outcome=saved.pk))
        messages.success(request, _("What was decided is saved."))
        return redirect(process_address(owner, "outcomes:staff"))

    return _form_page(request, "outcomes/outcome.html", form, save, frame(owner) | {"kept": kept})


@require_http_methods(["GET", "HEAD", "POST"])
def measure(request: HttpRequest, process: str, measure: int | None = None) -> HttpResponse:
    """Write a measure: what you said, what we decided, what will be done."""
    owner = staff_process(request, process, ABILITY)
    rows = Measure.objects.filter(process=owner).select_related("reminded")
    kept = _found(rows.filter(pk=measure).first()) if measure else None
    chosen = answers_offered(owner, kept, number_of(request.GET.get("answer")))
    form = MeasureForm(
        request.POST or None,
        languages=Languages.of(owner.owner),
        answers=chosen,
        outcomes=outcomes_offered(owner, kept),
        staff=Reminding.of(owner).choices(kept),
        is_earlier=has_earlier_round(owner),
        to_publish=_is_to_publish(request, kept),
        initial=_measure_initial(kept, chosen, request.GET.get("answer")),
    )

    def save() -> HttpResponse:
        saved = measures.save_measure(
            actor=actor_of(request),
            process=owner,
            measure=kept,
            text=form.text(),
            revision=number_of(form.cleaned_data["revision"]) or 0,
            at=moment_of(request),
        )
        if request.POST.get("then") == "publish" and saved.published_at is None:
            return redirect(process_address(owner, "outcomes:publish_measure", measure=saved.pk))
        messages.success(request, _("The measure is saved."))
        return redirect(process_address(owner, "outcomes:staff"))

    return _form_page(request, "outcomes/measure.html", form, save, frame(owner) | {"kept": kept})


def _is_to_publish(request: HttpRequest, kept: Outcome | Measure | None) -> bool:
    """Whether what is sent is public already, or goes on to be published."""
    return request.POST.get("then") == "publish" or (kept is not None and kept.published_at is not None)


def _measure_initial(kept: Measure | None, answers: list[Answer], asked: str | None) -> dict[str, Any]:
    """The measure's own words, or those of the answer that it begins from."""
    if kept is not None:
        text = measures.MeasureText.of(kept)
        return vars(text) | {
            "answer": text.answer_id or "",
            "outcome": text.outcome_id or "",
            "reminded": text.reminded_id or "",
            "revision": kept.revision,
        }
    wanted = number_of(asked)
    answer = next((row for row in answers if row.pk == wanted), None)
    if answer is None:
        return {"revision": 0}
    return {**begun_from(answer), "answer": answer.pk, "revision": 0}


@require_http_methods(["GET", "HEAD", "POST"])
def progress(request: HttpRequest, process: str, measure: int) -> HttpResponse:
    """Tell how far a measure is."""
    owner = staff_process(request, process, ABILITY)
    kept = _found(Measure.objects.filter(process=owner, pk=measure).first())
    kept.process = owner
    first = {"state": kept.state, "done_count": kept.done_count, "words": kept.status_words, "revision": kept.revision}
    first["done_on"] = kept.done_on or _today(request)
    form = ProgressForm(
        request.POST or None,
        languages=Languages.of(owner.owner),
        is_counted=kept.total_count is not None,
        initial=first,
    )

    def save() -> HttpResponse:
        told = measures.update_measure(
            actor=actor_of(request),
            measure=kept,
            progress=form.progress(),
            revision=number_of(form.cleaned_data["revision"]) or 0,
            at=moment_of(request),
        )
        messages.success(request, _("The measure is brought up to date."))
        if decided := decided_later(told):
            words = _("The day when it was done is before the decision (%(day)s). If it is wrong, correct it.")
            messages.warning(request, words % {"day": day(decided, page_language())})
        return redirect(process_address(owner, "outcomes:staff"))

    context = frame(owner) | {"kept": kept, "history": history_of(kept), "tells": tells(owner, is_done=True)}
    return _form_page(request, "outcomes/progress.html", form, save, context)


def _form_page(
    request: HttpRequest, template: str, form: Form, save: Callable[[], HttpResponse], context: dict[str, Any]
) -> HttpResponse:
    """The form, its unsaved words kept; when two wrote at once both texts are shown, and the typed can be saved over."""

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            return {}
        told = refusal.values
        return both_texts(form, saved=vars(told["saved"]), typed=vars(told["typed"]), revision=told["revision"])

    return form_page(request, template, form, save, refused=refused, keeps=True, **context)


def _found(thing: Any) -> Any:
    if thing is None:
        raise Http404
    return thing


@require_http_methods(["GET", "HEAD", "POST"])
def publish_outcome(request: HttpRequest, process: str, outcome: int) -> HttpResponse:
    """Look once more, then publish what was decided."""
    owner = staff_process(request, process, ABILITY)
    kept = _found(Outcome.objects.filter(process=owner, pk=outcome).first())
    kept.process = owner
    publish = lambda: actions.publish_outcome(actor=actor_of(request), outcome=kept, at=moment_of(request))  # noqa: E731
    context = frame(owner) | {"kept": kept, "kind": OUTCOMES[kept.kind], "paths": _outcome_paths(owner, kept)}
    context["tells"] = tells(owner, is_result=True)
    return _publish_page(request, "outcomes/publish_outcome.html", publish, context)


@require_http_methods(["GET", "HEAD", "POST"])
def publish_measure(request: HttpRequest, process: str, measure: int) -> HttpResponse:
    """Look once more, then publish the measure."""
    owner = staff_process(request, process, ABILITY)
    kept = _found(Measure.objects.filter(process=owner, pk=measure).first())
    kept.process = owner
    publish = lambda: measures.publish_measure(actor=actor_of(request), measure=kept, at=moment_of(request))  # noqa: E731
    reminded = Reminding.of(owner).in_words(kept) if kept.state in NOT_DONE else ""
    context = frame(owner) | {"kept": kept, "paths": _measure_paths(owner, kept), "reminded": reminded}
    context["tells"] = tells(owner, is_result=True, is_done=kept.state == "done")
    context["is_late"] = is_late(kept, _today(request))
    return _publish_page(request, "outcomes/publish_measure.html", publish, context)


def _publish_page(
    request: HttpRequest, template: str, publish: Callable[[], Any], context: dict[str, Any]
) -> HttpResponse:
    refusal = None
    if request.method == "POST":
        try:
            publish()
        except Refusal as problem:
            refusal = problem
        else:
            messages.success(request, _("It was published.") + " " + who_is_told(anybody=context["tells"]))
            return redirect(context["staff_path"])
    return render(request, template, context | {"refusal": refusal}, status=refusal.status if refusal else 200)


@require_POST
def take_back_outcome(request: HttpRequest, process: str, outcome: int) -> HttpResponse:
    """Take what was published back to a draft."""
    owner = staff_process(request, process, ABILITY)
    kept = _found(Outcome.objects.filter(process=owner, pk=outcome).first())
    kept.process = owner
    actions.unpublish_outcome(actor=actor_of(request), outcome=kept, at=moment_of(request))
    messages.success(request, _("It was taken back to a draft."))
    return redirect(process_address(owner, "outcomes:staff"))


@require_http_methods(["GET", "HEAD", "POST"])
def remove_measure(request: HttpRequest, process: str, measure: int) -> HttpResponse:
    """Throw away a measure that was never published, after asking."""
    owner = staff_process(request, process, ABILITY)
    kept = _found(Measure.objects.filter(process=owner, pk=measure).first())
    kept.process = owner
    return ask_page(
        request,
        _removing(kept, process_address(owner, "outcomes:staff")),
        lambda: measures.remove_measure(actor=actor_of(request), measure=kept, at=moment_of(request)),
        done=_("The draft was removed."),
        base="outcomes/base.html",
        **frame(owner),
    )


def _removing(measure: Measure, back: str) -> Question:
    """What goes with a measure; what residents have read stays."""
    about = [words for words in (measure.promise or measure.you_said,) if words]
    if measure.published_at is not None:
        told = str(Refusal("measure_is_published").words)
        return Question(_("Remove the measure?"), back=back, about=about, told=[told], cancel=_("Go back"))
    told = _("The words of the draft are lost. Residents have not seen them.")
    return Question(_("Remove the draft?"), back=back, about=about, told=[told], button=_("Remove the draft"))
