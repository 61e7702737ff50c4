"""Look once more, then publish; or, where the authority wants it, ask for approval, approve, or give back."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from yhdyspinta.answers import approval, publishing, telling, worklist
from yhdyspinta.answers.drafts import next_step
from yhdyspinta.answers.hints import hints
from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.links import staff_path
from yhdyspinta.answers.looks import mark_of
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.place_names import names_in
from yhdyspinta.answers.queries import shown
from yhdyspinta.answers.staff_loading import frame, staff_answer
from yhdyspinta.comments.models import Comment
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.ui import forms
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, html_lang, page_language
from yhdyspinta.wording.refusals import Refusal

#: So many of the comments stand open beside the answer; the rest under a heading.
FIRST_SHOWN: Final = 3


class ReturnForm(forms.Form):
    """What the approver wants mended."""

    words = forms.MultilineField(label=gettext_lazy("What should be mended?"), rows=4, max_length=2_000)


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Publish an answer, or take the step before it that the authority wants."""
    answer = staff_answer(request, process, activity, number)
    if answer.published_at is not None:
        return redirect(staff_path(answer))
    returning = request.POST.get("do") == "return"
    form = ReturnForm(request.POST if returning else None)
    if request.method != "POST":
        return _page(request, answer, form)
    if returning and not form.is_valid():
        return _page(request, answer, form, status=422)
    try:
        return _step(request, answer, form)
    except Refusal as refusal:
        if returning:
            form.refuse(refusal)
        answer = staff_answer(request, process, activity, number)  # as it is now
        return _page(request, answer, form, refusal=refusal, status=refusal.status)


def _step(request: HttpRequest, answer: Answer, form: ReturnForm) -> HttpResponse:
    common: dict[str, Any] = {"actor": actor_of(request), "answer": answer, "at": moment_of(request)}
    looked: dict[str, Any] = {
        "revision": number_of(request.POST.get("revision")) or 0, "seen": request.POST.get("seen", "")
    }  # fmt: skip
    step, was_waiting = request.POST.get("do"), answer.ready_at is not None
    if step == "return":
        approval.return_answer(**common, words=form.cleaned_data["words"])
        messages.success(request, _("The answer was given back to its writer."))
    elif step == "ask":
        approval.ask_approval(**common, **looked)
        messages.success(request, _("The answer waits for approval by somebody else."))
    else:
        publishing.publish_answer(**common, **looked)
        messages.success(request, _("The answer was published."))
    path = activity_address(answer.activity, "answers:work")
    return redirect(f"{path}?show=drafts" if was_waiting else path)


def _page(
    request: HttpRequest, answer: Answer, form: ReturnForm, *, refusal: Refusal | None = None, status: int = 200
) -> HttpResponse:
    comments: list[Comment] = worklist.comments_of(answer)
    names = names_in(answer.activity)
    lines = [worklist.line(comment, names) for comment in comments]
    context = frame(answer.activity) | {
        "answer": answer,
        "view": shown(answer, page_language()),
        "texts": texts_of(answer),
        "hints": hints(answer),
        "first": lines[:FIRST_SHOWN],
        "rest": lines[FIRST_SHOWN:],
        "reach": telling.reach(comment.sender for comment in comments),
        "count": len(comments),
        "seen": mark_of(comments),
        "edit_path": staff_path(answer),
        "step": next_step(answer, answer.activity.process.owner, actor_of(request)),
        "form": form,
        "refusal": refusal,
        "page_failed": refusal is not None,
    }
    return render(request, "answers/publish.html", context, status=status)


def texts_of(answer: Answer) -> list[dict[str, str]]:
    """The words in each language in which there is an answer; a missing title is what readers get instead."""
    found = []
    for tag in Languages.of_agenda(answer.activity.process.owner).all:
        if answer.body.get(tag):
            own = tag if answer.title.get(tag) else next((one for one in answer.title if answer.title[one]), tag)
            found.append({
                "tag": html_lang(tag), "name": CONTENT_LANGUAGES[tag], "body": answer.body[tag],
                "title": answer.title.get(own, ""), "title_tag": html_lang(own),
                "title_name": CONTENT_LANGUAGES[own] if own != tag else "",
                "reason": answer.reason_words.get(tag, ""),
            })  # fmt: skip
    return found
