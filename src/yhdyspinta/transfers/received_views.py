"""The receiving authority's list: what was passed on to it and by it."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import moment_of, staff_authority
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.rows import row_of
from yhdyspinta.ui.paging import paged

ABILITY = "answer"
SIZE = 20


@require_safe
def transfers(request: HttpRequest) -> HttpResponse:
    """What waits here, what was answered here, and what this authority passed on."""
    authority = staff_authority(request, ABILITY)
    tabs = {"waiting": _("To be answered"), "done": _("Answered and given back"), "sent": _("Passed on by us")}
    show = request.GET.get("show", "waiting")
    show = show if show in tabs else "waiting"
    found, order = _listed(authority, show)
    found_rows, ways = paged(request, found, order=order, size=SIZE)
    rows = [row_of(authority, row, at=moment_of(request)) for row in found_rows]
    context = {
        "tabs": [{"text": words, "href": f"?show={key}", "current": key == show} for key, words in tabs.items()],
        "show": show,
        "rows": rows,
        "may_tick": show == "waiting" and sum(row["may_tick"] for row in rows) > 1,
        "ways": ways,
        "together_path": address("transfers:together", authority),
        "desk_path": address("site:desk", authority),
        "translations_path": address("translating:authority_texts", authority),
    }
    return render(request, "transfers/list.html", context)


def _listed(authority: Authority, show: str) -> tuple[Any, tuple[str, ...]]:
    rows = Transfer.objects.select_related("receiver", "comment__activity__process__owner", "joined_to__comment")
    if show == "sent":
        return rows.filter(comment__activity__process__owner=authority), ("-pk",)
    rows = rows.filter(receiver=authority)
    if show == "done":
        return rows.filter(state__in=(Transfer.State.ANSWERED, Transfer.State.RETURNED)), ("-pk",)
    correction = Q(state=Transfer.State.ANSWERED, ready_at__isnull=False)
    waiting = rows.filter(Q(state=Transfer.State.WAITING) | correction, comment__state=Comment.State.VISIBLE)
    return waiting, ("due_on", "pk")
