"""Agree with a comment, or mark it well argued."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_POST

from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.queries import ALL_LENGTH, PAGE_LENGTH, Wanted, read_wanted
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.methods.comment_rounds import actions, queries, rules
from yhdyspinta.methods.comment_rounds.queries.paths import path_of
from yhdyspinta.methods.comment_rounds.views.frame import language, load, network_address
from yhdyspinta.people.limits import Limit, allow
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import person_who_writes, someone
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.permissions import require
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.refusals import Refusal

MOST_BY_PERSON: Final = 200
_MARKED: Final[Prepared[Comment]] = Prepared(
    lambda activity, number: Comment.objects.filter(
        activity=activity, number=number, state=Comment.State.VISIBLE
    ).select_related("sender")
)
MOST_BY_ADDRESS: Final = 500  # two marks by 200 people, and some undone


@require_POST
def mark(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Give a mark or take it back; with htmx only the comment's buttons change."""
    found = load(request, process, activity)
    at = moment_of(request)
    comment = _MARKED.first(activity=found.pk, number=number)
    if comment is None:
        raise Http404
    comment.activity = found
    if not isinstance(someone(request), Person):  # who may not write leaves nothing behind; the action asks the others
        require(rules.ask(someone(request), "endorse", found, at=at))
    person = person_who_writes(request, at=at, language=language())
    _limit(person, network_address(request), comment)
    act = actions.take_mark_back if request.POST.get("undo") else actions.mark
    act(actor=person, comment=comment, kind=request.POST.get("kind", ""), at=at)
    if request.htmx:  # type: ignore[attr-defined]
        shown = queries.comment_page(found, number, person, language())
        context = {"comment": shown, "can_mark": True, "this_page": request.POST.get("back", "")}
        return render(request, "comment_rounds/_marks.html", context)
    return HttpResponseRedirect(_back(comment, request.POST.get("back", "")), status=303)


def _limit(person: Person, address: str, comment: Comment) -> None:
    """A person has an hourly limit; new guests behind one network address have a daily one for each comment.

    A school or a care home of 200 people is within it.
    """
    limits = [Limit(f"mark:{person.pk}", MOST_BY_PERSON, timedelta(hours=1))]
    if person.is_guest and address:
        limits.append(Limit(f"mark:{comment.pk}:{address}", MOST_BY_ADDRESS, timedelta(days=1)))
    if not allow(*limits):
        raise Refusal("too_many_tries", status=429)


def _back(comment: Comment, target: str) -> str:
    """The page where the button was when it shows the comment still: a mark moves it in the order. Else its own page."""
    path, _question, query = target.partition("#")[0].partition("?")
    asked = QueryDict(query, mutable=True)
    try:
        wanted = _list_page(comment, path, asked)
    except (Refusal, Resolver404):
        wanted = None
    anchor = f"#comment-{comment.number}"
    if wanted is None:
        return path_of(comment.activity, "comment", number=comment.number) + anchor
    asked.pop("after", None)
    if wanted.after:
        asked["after"] = "-".join(str(number) for number in wanted.after)
    return f"{path}?{asked.urlencode()}{anchor}" if asked else f"{path}{anchor}"


def _list_page(comment: Comment, path: str, asked: QueryDict) -> Wanted | None:
    """The page of the list at the address on which the comment stands; None when the address is no list of this round.

    Raises Refusal or Resolver404 for an address that is not ours.
    """
    if not path.startswith(path_of(comment.activity, "round")):
        return None
    page = resolve(path)
    name, wanted = page.url_name, read_wanted(asked)
    if name == "comments" and not asked.get("document") and asked.get("place") != "whole":
        return queries.page_that_shows(comment, wanted, threads=(), length=ALL_LENGTH)
    if name not in {"section", "comments"} or not _is_of(comment, {**asked.dict(), "section": "", **page.kwargs}):
        return None
    length = queries.BESIDE_THE_TEXT if name == "section" else PAGE_LENGTH
    return queries.page_that_shows(comment, wanted, threads=(comment.thread_id,), length=length)


def _is_of(comment: Comment, named: Mapping[str, Any]) -> bool:
    """Whether the comment is on the section, document or matter that an address names."""
    document = str(named.get("document", "")).replace("\x00", "")
    place = queries.place_of_item(
        comment.activity, language(), document=document, section=named["section"],
        version=number_of(named.get("version"), most_digits=5),
    )  # fmt: skip
    return place is not None and place.thread_id == comment.thread_id
