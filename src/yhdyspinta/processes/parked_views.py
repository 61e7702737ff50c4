"""Staff pages of messages that could not be sent."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.notices.actions import send_again
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import kinds
from yhdyspinta.notices.queries import parked_of
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import staff_authority
from yhdyspinta.processes.team_frame import desk_values
from yhdyspinta.ui.paging import paged
from yhdyspinta.wording.refusals import Refusal


@require_safe
def parked_messages(request: HttpRequest) -> HttpResponse:
    """Messages that could not be sent after five tries."""
    authority = staff_authority(request, "administer")
    names = kinds()
    found, ways = paged(request, parked_of(authority), order=("-pk",))
    rows = [
        {
            "name": names[one.kind].name if one.kind in names else one.kind,
            "address": one.address,
            "owed_at": one.owed_at,
            "problem": one.problem,
            "path": address("team:send_again", authority, notice=one.pk),
        }
        for one in found
    ]
    return render(request, "processes/team/parked.html", {**desk_values(authority), "rows": rows, "ways": ways})


@require_POST
def send_message_again(request: HttpRequest, notice: int) -> HttpResponse:
    """Try a message again."""
    authority = staff_authority(request, "administer")
    found = get_object_or_404(Notice, pk=notice, authority=authority)
    try:
        send_again(actor=actor_of(request), notice=found, at=clock.now())
    except Refusal as refusal:
        messages.error(request, refusal.words)
    else:
        messages.success(request, _("The message is sent again soon."))
    return redirect(address("team:parked", authority))
