"""Staff pages of blocks."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.people.actions import block_person, lift_block
from yhdyspinta.people.models import Block, Person
from yhdyspinta.people.personal_registry import takes_part_in
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import staff_authority
from yhdyspinta.processes.team_forms import BlockForm
from yhdyspinta.processes.team_frame import asked, desk_values
from yhdyspinta.ui.paging import paged
from yhdyspinta.wording.form_pages import Question, form_page


@require_http_methods(["GET", "HEAD", "POST"])
def block(request: HttpRequest, person: int) -> HttpResponse:
    """Block somebody who has taken part here, with a reason and an end."""
    authority = staff_authority(request, "block")
    found = Person.objects.filter(pk=person, erased_at=None).first()
    if found is None or not takes_part_in(found, authority):
        raise Http404
    form = BlockForm(request.POST if request.method == "POST" else None)

    def save() -> HttpResponse:
        at = clock.now()
        reason = form.cleaned_data["reason"]
        until = at + form.length
        block_person(actor=actor_of(request), person=found, authority=authority, reason=reason, until=until, at=at)
        messages.success(request, _("The person cannot take part here for the time."))
        return redirect(address("team:blocked", authority))

    return form_page(request, "processes/team/block.html", form, save, keeps=True, **desk_values(authority))


@require_safe
def blocked_people(request: HttpRequest) -> HttpResponse:
    """Who cannot take part here now, why and until when."""
    authority = staff_authority(request, "block")
    now = Block.objects.filter(authority=authority, lifted_at=None, until__gt=clock.now()).select_related("person")
    found, ways = paged(request, now, order=("until", "pk"))
    rows = [
        {
            "name": str(one.person) if not one.person.is_guest else _("Guest %(number)s") % {"number": one.person_id},
            "reason": one.reason,
            "since": one.since,
            "until": one.until,
            "lift_path": address("team:lift", authority, block=one.pk),
        }
        for one in found
    ]
    return render(request, "processes/team/blocked.html", {**desk_values(authority), "rows": rows, "ways": ways})


@require_http_methods(["GET", "HEAD", "POST"])
def lift(request: HttpRequest, block: int) -> HttpResponse:
    """Let somebody take part again."""
    authority = staff_authority(request, "block")
    found = get_object_or_404(Block, pk=block, authority=authority)
    return asked(
        request,
        Question(
            _("Lift the block?"),
            back=address("team:blocked", authority),
            told=[found.reason, _("The person can take part again at once, and is told.")],
            button=_("Lift the block"),
        ),
        lambda: lift_block(actor=actor_of(request), block=found, at=clock.now()),
        done=_("The block was lifted."),
    )
