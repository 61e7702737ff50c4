"""What is done with the chosen comments of the work list: answered, added, joined, closed, opened again."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from yhdyspinta.answers import actions, rounds
from yhdyspinta.answers.choosable import Choosable, choosable
from yhdyspinta.answers.forms import GroupForm, numbers_of
from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.staff_loading import ABILITY
from yhdyspinta.answers.staff_views import work_page
from yhdyspinta.answers.telling import reach, senders_told
from yhdyspinta.answers.titles import first_words
from yhdyspinta.comments.models import Sender
from yhdyspinta.material.queries import unanswered_like
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import moment_of, staff_round
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


@require_POST
def group(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Do with the chosen comments what the pressed button says; a refusal keeps every choice."""
    found = staff_round(request, process, activity, ABILITY)
    chosen = numbers_of(request.POST.getlist("comments"))
    choices = choosable(found)
    form = GroupForm(request.POST, languages=Languages.of(found.process.owner), choices=choices)
    if request.POST.get("do") == "choose_all":
        return work_page(request, found, form=form, all_chosen=True)
    do = _DOINGS.get(request.POST.get("do", "start").partition("-")[0])  # the Enter key presses no button
    try:
        if do is None:
            raise Refusal("unknown_choice", status=422)
        if form.is_valid():
            return redirect(do(request, found, chosen, form.cleaned_data, choices))
    except Refusal as refusal:
        form.refuse(refusal)
    return work_page(request, found, form=form)


def _start(request: HttpRequest, found: Activity, chosen: list[int], typed: dict[str, Any], _choices: Any) -> str:
    title = Wording(typed["title"]) or first_words(found, chosen)
    answer = actions.start_answer(
        actor=actor_of(request),
        activity=found,
        comments=chosen,
        title=title,
        at=moment_of(request),
    )
    return activity_address(found, "answers:edit", number=answer.number)


def _start_like(request: HttpRequest, found: Activity, _chosen: list[int], typed: dict[str, Any], choices: Any) -> str:
    """All that wait among like comments, however many pages they fill."""
    number = number_of(request.POST.get("like"), most_digits=9) or 0
    every = list(unanswered_like(found, number).order_by("pk").values_list("pk", flat=True))
    return _start(request, found, every, typed, choices)


def _add(request: HttpRequest, found: Activity, chosen: list[int], typed: dict[str, Any], choices: Choosable) -> str:
    answer = next((draft for draft in choices.drafts if str(draft.number) == typed["answer"]), None)
    if answer is None:
        raise Refusal("unknown_choice", status=422, field="answer")
    answer.activity = found
    actions.add_to_answer(actor=actor_of(request), answer=answer, comments=chosen, at=moment_of(request))
    return activity_address(found, "answers:edit", number=answer.number)


def _join(request: HttpRequest, found: Activity, chosen: list[int], typed: dict[str, Any], choices: Choosable) -> str:
    """Ask once more, showing the words of the published answer; the button of one answer names its number."""
    named = request.POST.get("do", "").partition("-")[2] or typed["published"]
    if named not in {str(answer.number) for answer in choices.published}:
        raise Refusal("published_missing", status=422, field="published")
    like = request.POST.get("like", "") if request.POST.get("do", "").startswith("join_like") else ""
    if not chosen and not like:
        raise Refusal("no_comments_chosen", status=422, field="comments")
    query = urlencode({"like": like} if like else {"comments": chosen}, doseq=True)
    return f"{activity_address(found, 'answers:join', number=int(named))}?{query}"


def _close(request: HttpRequest, found: Activity, chosen: list[int], typed: dict[str, Any], _choices: Any) -> str:
    closed = rounds.close_without_answer(
        actor=actor_of(request),
        activity=found,
        comments=chosen,
        reason=typed["reason"],
        at=moment_of(request),
    )
    words = ngettext("%(count)s comment was closed.", "%(count)s comments were closed.", len(closed))
    done = words % {"count": len(closed)}
    told = senders_told(reach(Sender.objects.filter(comments__in=chosen).select_related("person").distinct()))
    messages.success(request, f"{done} {told}".strip())
    return activity_address(found, "answers:work")


def _reopen(request: HttpRequest, found: Activity, chosen: list[int], _typed: dict[str, Any], _choices: Any) -> str:
    count = rounds.reopen(actor=actor_of(request), activity=found, comments=chosen, at=moment_of(request))
    words = ngettext("%(count)s comment was opened again.", "%(count)s comments were opened again.", count)
    messages.success(request, words % {"count": count})
    return activity_address(found, "answers:work")


_DOINGS: dict[str, Callable[..., str]] = {
    "start": _start,
    "start_like": _start_like,
    "add": _add,
    "join": _join,
    "join_like": _join,
    "close": _close,
    "reopen": _reopen,
}
