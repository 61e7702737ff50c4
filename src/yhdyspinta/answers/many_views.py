"""What is done with the ticked drafts of the work list; those that could not be are named with the reasons."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from yhdyspinta.answers import many
from yhdyspinta.answers.forms import ManyForm
from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.links import staff_path
from yhdyspinta.answers.many import Done, Ticked
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.staff_loading import ABILITY
from yhdyspinta.answers.staff_views import OfDrafts, work_page
from yhdyspinta.answers.written import ANSWER
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import moment_of, staff_round
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui import dates
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal


@require_POST
def do_many(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Do with the ticked drafts what the pressed button says; what was left stays ticked."""
    found = staff_round(request, process, activity, ABILITY)
    step = request.POST.get("do", "")
    if step == "choose_all":
        return work_page(request, found, of_drafts=OfDrafts(all_chosen=True))
    ticked = _ticked(request.POST.getlist("drafts"))
    wrong = _wrong_choices(request, found) if step == "handle" else []
    if wrong:
        return work_page(request, found, of_drafts=OfDrafts(wrong, frozenset(one.number for one in ticked)))
    try:
        if step not in _DEEDS:
            raise Refusal("unknown_choice", status=422)
        done = _DEEDS[step](request, found, ticked)
    except Refusal as refusal:
        problems = [{"text": refusal.words, "href": "#drafts"}]
        return work_page(request, found, of_drafts=OfDrafts(problems, frozenset(one.number for one in ticked)))
    if done.answers:
        messages.success(request, _WORDS[step](len(done.answers)))
    if not done.left:
        return redirect(f"{activity_address(found, 'answers:work')}?show=drafts")
    found.refresh_from_db(fields=["answered_count", "due_count"])  # the page tells what is left now
    problems = [{"text": _told(answer, why), "href": staff_path(answer)} for answer, why in done.left]
    return work_page(request, found, of_drafts=OfDrafts(problems, frozenset(one.number for one, _why in done.left)))


def _wrong_choices(request: HttpRequest, found: Activity) -> list[dict[str, str]]:
    """What of the handling and the reason does not fit; the page tells it at the field too."""
    form = ManyForm(request.POST, languages=Languages.of(found.process.owner))
    told = (str(words) for errors in form.errors.values() for words in errors)
    return [{"text": words, "href": "#many-title"} for words in dict.fromkeys(told)]


def _ticked(values: Iterable[str]) -> list[Ticked]:
    """What the checkboxes sent: the number of a draft, its revision and the mark of its comments."""
    found = []
    for value in values:
        number, _dash, looked = value.partition("-")
        revision, _dash, seen = looked.partition("-")
        found.append(Ticked(number_of(number) or 0, number_of(revision) or 0, seen))
    return found


def _common(request: HttpRequest, found: Activity, ticked: list[Ticked]) -> dict[str, Any]:
    return {"actor": actor_of(request), "activity": found, "ticked": ticked, "at": moment_of(request)}


def _publish(request: HttpRequest, found: Activity, ticked: list[Ticked]) -> Done:
    return many.publish_many(**_common(request, found, ticked))


def _ask(request: HttpRequest, found: Activity, ticked: list[Ticked]) -> Done:
    return many.ask_for_many(**_common(request, found, ticked))


def _handle(request: HttpRequest, found: Activity, ticked: list[Ticked]) -> Done:
    form = ManyForm(request.POST, languages=Languages.of(found.process.owner))
    form.is_valid()  # what does not fit was told before
    return many.handle_many(**_common(request, found, ticked), **form.given())


_DEEDS: Final[dict[str, Callable[[HttpRequest, Activity, list[Ticked]], Done]]] = {
    "publish": _publish,
    "ask": _ask,
    "handle": _handle,
}


def _counted(words: str, count: int) -> str:
    return words % {"count": dates.number(count, page_language())}


_WORDS: Final[dict[str, Callable[[int], str]]] = {
    "publish": lambda count: _counted(
        ngettext("%(count)s answer was published.", "%(count)s answers were published.", count), count
    ),
    "ask": lambda count: _counted(
        ngettext(
            "%(count)s answer waits for approval by somebody else.",
            "%(count)s answers wait for approval by somebody else.",
            count,
        ),
        count,
    ),
    "handle": lambda count: _counted(
        ngettext("The handling of %(count)s draft was set.", "The handling of %(count)s drafts was set.", count), count
    ),
}


def _told(answer: Answer, why: Iterable[Refusal]) -> str:
    """Which draft was left, and everything that it lacks."""
    name = Wording(answer.title).text(page_language())
    reasons = " ".join(dict.fromkeys(map(_of_text, why)))
    return _("Answer %(number)s (%(name)s): %(reasons)s") % {
        "number": answer.number, "name": name or "–", "reasons": reasons,
    }  # fmt: skip


def _of_text(refusal: Refusal) -> str:
    """Of a language that is missing also the text that lacks it: no field stands beside these words."""
    part = ANSWER.get((refusal.field or "").partition(":")[0])
    named = part if refusal.code == "language_missing" else None
    return f"{named.label}: {refusal.words}" if named else refusal.words
