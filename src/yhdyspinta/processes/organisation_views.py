"""Staff pages of organisations and those who speak for them."""

from django.contrib import messages
from django.db.models import Case, IntegerField, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.people.models import Organisation, Representation
from yhdyspinta.people.organisations import (
    confirm_representation,
    end_representation,
    take_back_verification,
    verify_organisation,
)
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import staff_authority
from yhdyspinta.processes.team_frame import desk_values
from yhdyspinta.ui.paging import paged


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """Organisations that take part here, and who says they speak for them; the unconfirmed first."""
    authority = staff_authority(request, "moderate")
    is_verified = Case(When(verified_at=None, then=0), default=1, output_field=IntegerField())
    every = Organisation.objects.filter(authority=authority).annotate(is_verified=is_verified)
    found, ways = paged(request, every.prefetch_related("representations__person"), order=("is_verified", "name", "pk"))
    rows = [
        {
            "name": one.name,
            "is_verified": one.verified_at is not None,
            "path": address("team:organisation_step", authority, organisation=one.pk),
            "people": [
                {
                    "name": str(who.person)
                    if not who.person.is_guest
                    else _("Guest %(number)s") % {"number": who.person_id},
                    "is_confirmed": who.confirmed_at is not None,
                    "path": address("team:representation_step", authority, representation=who.pk),
                }
                for who in one.representations.all()
            ],
        }
        for one in found
    ]
    return render(request, "processes/team/organisations.html", {**desk_values(authority), "rows": rows, "ways": ways})


@require_POST
def organisation_step(request: HttpRequest, organisation: int) -> HttpResponse:
    """Verify an organisation, or take the verification back."""
    authority = staff_authority(request, "moderate")
    found = get_object_or_404(Organisation, pk=organisation, authority=authority)
    act = take_back_verification if request.POST.get("step") == "take_back" else verify_organisation
    act(actor=actor_of(request), organisation=found, at=clock.now())
    messages.success(request, _("Saved."))
    return redirect(address("team:organisations", authority))


@require_POST
def representation_step(request: HttpRequest, representation: int) -> HttpResponse:
    """Confirm that somebody speaks for an organisation, or end it."""
    authority = staff_authority(request, "moderate")
    found = get_object_or_404(Representation, pk=representation, organisation__authority=authority)
    if request.POST.get("step") == "end":
        end_representation(actor=actor_of(request), representation=found, at=clock.now())
    else:
        confirm_representation(actor=actor_of(request), representation=found, at=clock.now())
    messages.success(request, _("Saved."))
    return redirect(address("team:organisations", authority))
