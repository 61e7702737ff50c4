"""A correction beside the published words: approved by another, given back, or thrown away."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yhdyspinta.answers import corrections, telling, worklist
from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.further_languages import only_adds
from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.links import staff_path
from yhdyspinta.answers.models import Answer, Correction
from yhdyspinta.answers.publishing_views import ReturnForm
from yhdyspinta.answers.queries import shown
from yhdyspinta.answers.staff_loading import frame, staff_answer
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, html_lang, page_language
from yhdyspinta.wording.refusals import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
def correction(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Look at a correction beside what is published, and decide on it."""
    answer = staff_answer(request, process, activity, number)
    kept = corrections.correction_of(answer)
    returning = request.POST.get("do") == "return"
    form = ReturnForm(request.POST if returning else None)
    if request.method != "POST":
        return _page(request, answer, kept, form) if kept else redirect(staff_path(answer))
    if returning and not form.is_valid() and kept:
        return _page(request, answer, kept, form, status=422)
    try:
        return _step(request, answer, form)
    except Refusal as refusal:
        if kept is None:
            raise
        if returning:
            form.refuse(refusal)
        return _page(request, answer, kept, form, refusal=refusal, status=refusal.status)


def _step(request: HttpRequest, answer: Answer, form: ReturnForm) -> HttpResponse:
    common: dict[str, Any] = {"actor": actor_of(request), "answer": answer, "at": moment_of(request)}
    step = request.POST.get("do")
    if step == "return":
        corrections.return_correction(**common, words=form.cleaned_data.get("words", "") if form.is_valid() else "")
        messages.success(request, _("The correction was given back to its writer."))
    elif step == "drop":
        corrections.drop_correction(**common)
        messages.success(request, _("The correction was removed. The answer stands as it is published."))
    else:
        made = corrections.approve_correction(**common, revision=number_of(request.POST.get("revision")) or 0)
        messages.success(request, telling.corrected_words(made, worklist.comments_of(made), at=common["at"]))
    return redirect(staff_path(answer))


def _page(
    request: HttpRequest,
    answer: Answer,
    kept: Correction,
    form: ReturnForm,
    *,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    new = corrections.as_corrected(answer, kept)
    is_own = actor_of(request).pk == kept.saved_by_id
    told = () if only_adds(AnswerText.of(answer), AnswerText.of(new)) else worklist.comments_of(answer)
    context = frame(answer.activity) | {
        "answer": answer,
        "correction": kept,
        "sides": [
            {"name": _("Published now"), "view": shown(answer, page_language()), "texts": _texts(answer)},
            {"name": _("Correction"), "view": shown(new, page_language()), "texts": _texts(new)},
        ],
        "edit_path": staff_path(answer),
        "reach": telling.reach(comment.sender for comment in told),
        "step": "mend" if kept.returned_note else "wait" if is_own else "approve",
        "form": form,
        "refusal": refusal,
        "page_failed": refusal is not None,
    }
    return render(request, "answers/correction.html", context, status=status)


def _texts(answer: Answer) -> list[dict[str, str]]:
    """Title and words in each language that they have."""
    return [
        {
            "lang": html_lang(tag),
            "name": CONTENT_LANGUAGES[tag],
            "title": answer.title.get(tag, ""),
            "body": answer.body.get(tag, ""),
            "reason": answer.reason_words.get(tag, ""),
            "passed_to": answer.passed_to.get(tag, ""),
        }
        for tag in Languages.of_agenda(answer.activity.process.owner).all
        if answer.body.get(tag) or answer.title.get(tag)
    ]
