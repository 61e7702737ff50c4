"""Many comments of a round that belong to another authority: passed on together, with one reason."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.staff_loading import ABILITY
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.table_page import address_back, sees_senders
from yhdyspinta.material.wanted import read_query
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import moment_of, staff_round
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.actions.passing_many import Passed
from yhdyspinta.transfers.actions.passing_many import pass_many_on as pass_on_together
from yhdyspinta.transfers.forms import PassManyForm
from yhdyspinta.transfers.loading import others_than
from yhdyspinta.transfers.passable import Sorted, from_address, in_address, sort_out
from yhdyspinta.transfers.rows import comment_row
from yhdyspinta.transfers.telling import senders_are_told, senders_were_told
from yhdyspinta.ui import dates
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.languages import page_language


@require_http_methods(["GET", "HEAD", "POST"])
def pass_many_on(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Choose the authority and write why, for all the comments that the address names; it also tells the list they are of."""
    found = staff_round(request, process, activity, ABILITY)
    owner = found.process.owner
    numbers = from_address(request.GET.get("comments", ""))
    chosen = _chosen(found, numbers)
    others = others_than(owner)
    form = PassManyForm(
        request.POST if request.method == "POST" else None, authorities=others, languages=Languages.of(owner),
    )  # fmt: skip

    def save() -> HttpResponse:
        given = form.cleaned_data
        to = form.destination()
        passed = pass_on_together(
            actor=actor_of(request), activity=found, comments=[one.pk for one in chosen], key=given["key"],
            to=to, reason=given["reason"], due_on=None if to.receiver else given["due_on"], at=moment_of(request),
        )  # fmt: skip
        _tell(request, passed)
        return redirect(f"{activity_address(found, 'answers:work')}?show=passed")

    place = f"{request.path}?comments={in_address(numbers)}"  # what is typed for some is not for others
    context = {**_context(found, sort_out(chosen)), "back": _way_back(request, found)}
    return form_page(request, "transfers/pass_many_on.html", form, save, keeps=True, place=place, **context)


def _way_back(request: HttpRequest, found: Activity) -> str:
    """The table as it was narrowed when the comments were chosen, at the same page of it."""
    wanted = read_query(request.GET.get("query", ""), sees_senders=sees_senders(request))
    return address_back(found, wanted, request.GET.get("after", "")[:1000])


def _chosen(found: Activity, numbers: Sequence[int]) -> list[Comment]:
    rows = Comment.objects.filter(activity=found, number__in=numbers)
    return list(rows.select_related("sender__person").order_by("number"))


def _context(found: Activity, chosen: Sorted) -> dict[str, Any]:
    return {
        "process": found.process,
        "count": len(chosen.passable),
        "left": chosen.left_words,
        "rows": [comment_row(found, one) for one in chosen.passable],
        "who_is_told": senders_are_told(chosen.passable),
        "desk_path": address("site:desk", found.process.owner),
        "process_path": process_address(found.process, "processes:overview"),
        "table_path": activity_address(found, "material:table"),
    }


def _tell(request: HttpRequest, passed: Passed) -> None:
    """What was done and who was told; and what stayed as it was, with the reasons."""
    count = len(passed.transfers)
    words = ngettext("%(count)s comment was passed on.", "%(count)s comments were passed on.", count)
    done = words % {"count": dates.number(count, page_language())}
    messages.success(request, f"{done} {senders_were_told(one.comment for one in passed.transfers)}".strip())
    if passed.left.left:
        told = "; ".join(f"{numbers} ({why})" for numbers, why in passed.left.left_words)
        messages.warning(request, _("These stayed as they are: %(comments)s.") % {"comments": told})
