"""Activities and answers for those who may answer: others get 404 or the reason why not."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from yhdyspinta.answers.models import Answer
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import staff_process, works_on
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.taking_comments import keys_of_comment_methods

ABILITY = "answer"


def staff_answer(request: HttpRequest, process: str, activity: str, number: int) -> Answer:
    """An answer with its activity and process loaded."""
    owner = staff_process(request, process, ABILITY)
    found = Answer.objects.select_related(
        "activity", "changed_section__version__document", "saved_by", "ready_by"
    ).filter(
        activity__process=owner,
        activity__slug=activity,
        activity__method_key__in=keys_of_comment_methods(),
        number=number,
    )
    answer = found.first()
    if answer is None:
        raise Http404
    answer.activity.process = owner
    works_on(request, answer.activity)
    return answer


def frame(activity: Activity) -> dict[str, Any]:
    """What every answering page shows around itself."""
    process = activity.process
    names = ("work", "summary", "finish")
    all_due = activity.answered_count + activity.due_count
    return {
        "process": process,
        "activity": activity,
        "links": {name: activity_address(activity, f"answers:{name}") for name in names},
        "outcomes_path": process_address(process, "outcomes:staff"),
        "results_path": process_address(process, "outcomes:results"),
        "desk_path": address("site:desk", process.owner),
        "rounds_path": address("site:desk_answers", process.owner),
        "answered": activity.answered_count,
        "all_due": all_due,
        "percent": round(100 * activity.answered_count / all_due) if all_due else 100,
        "promised_on": process.answers_promised_on,
        "conflict_title": _("Somebody else saved while you were writing"),
    }
