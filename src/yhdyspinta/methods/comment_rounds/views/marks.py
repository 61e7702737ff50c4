"""Agree with a comment, or mark it well argued."""

from datetime import timedelta
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from yhdyspinta.comments.models import Comment
from yhdyspinta.methods.comment_rounds import actions, queries, rules
from yhdyspinta.methods.comment_rounds.queries.paths import path_of
from yhdyspinta.methods.comment_rounds.views.frame import language, load, network_address
from yhdyspinta.people.limits import allow
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import person_who_writes, someone
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.permissions import require
from yhdyspinta.wording.refusals import Refusal

MOST_BY_PERSON: Final = 200
MOST_BY_ADDRESS: Final = 500  # two marks by 200 people, and some undone


@require_POST
def mark(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Give a mark or take it back; with htmx only the comment's buttons change."""
    found = load(request, process, activity)
    at = moment_of(request)
    comment = (
        Comment.objects.filter(activity=found, number=number, state=Comment.State.VISIBLE)
        .select_related("sender")
        .first()
    )
    if comment is None:
        raise Http404
    comment.activity = found
    require(rules.ask(someone(request), "endorse", found, at=at))
    person = person_who_writes(request, at=at, language=language())
    _limit(person, network_address(request), comment)
    act = actions.take_mark_back if request.POST.get("undo") else actions.mark
    act(actor=person, comment=comment, kind=request.POST.get("kind", ""), at=at)
    if request.htmx:  # type: ignore[attr-defined]
        shown = queries.comment_page(found, number, person, language())
        return render(request, "comment_rounds/_marks.html", {"comment": shown, "can_mark": True})
    return HttpResponseRedirect(_back(request, path_of(found, "comment", number=number), number), status=303)


def _limit(person: Person, address: str, comment: Comment) -> None:
    """A person has an hourly limit; new guests behind one network address have a daily one for each comment.

    A school or a care home of 200 people is within it.
    """
    ways = [(f"mark:{person.pk}", MOST_BY_PERSON, timedelta(hours=1))]
    if person.is_guest and address:
        ways.append((f"mark:{comment.pk}:{address}", MOST_BY_ADDRESS, timedelta(days=1)))
    if not all(allow(key, times=times, within=within) for key, times, within in ways):
        raise Refusal("too_many_tries", status=429)


def _back(request: HttpRequest, default: str, number: int) -> str:
    """The page where the button was, when it is one of ours."""
    target = request.POST.get("back", "")
    if target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        return f"{target.split('#')[0]}#comment-{number}"
    return default
