"""Staff pages of organisations and those who speak for them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.contrib import messages
from django.db.models import Case, Exists, IntegerField, Max, OuterRef, Prefetch, Q, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Organisation, Representation, SpeakerInvitation
from yhdyspinta.people.organisations import (
    confirm_representation,
    end_representation,
    take_back_verification,
    verify_organisation,
)
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.processes.loading import staff_authority
from yhdyspinta.processes.permissions import may_staff
from yhdyspinta.processes.team_frame import desk_values
from yhdyspinta.ui.mail_addresses import masked_address
from yhdyspinta.ui.paging import paged


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """Organisations that take part here, and who says they speak for them; the unconfirmed first."""
    authority = staff_authority(request, "moderate")
    found, ways = paged(request, _waiting_first(authority), order=("is_settled", "name", "pk"))
    sent = _what_they_sent([one.pk for one in found])
    sees_addresses = bool(may_staff(actor_of(request), "see_senders", authority))
    rows = [
        {
            "name": one.name,
            "is_verified": one.verified_at is not None,
            "path": address("team:organisation_step", authority, organisation=one.pk),
            "invite_path": address("team:invite_speaker", authority, organisation=one.pk),
            "offers": [_offer(offer, authority, sees_addresses=sees_addresses) for offer in one.invitations.all()],
            "people": [
                {
                    **_known(who, sent[one.pk, who.person_id], sees_addresses=sees_addresses),
                    "path": address("team:representation_step", authority, representation=who.pk),
                }
                for who in one.representations.all()
            ],
        }
        for one in found
    ]
    shown = {"rows": rows, "ways": ways, "sees_addresses": sees_addresses}
    context = {**desk_values(authority), **shown, "add_path": address("team:add_organisation", authority)}
    return render(request, "processes/team/organisations.html", context)


def _offer(offer: SpeakerInvitation, authority: Authority, *, sees_addresses: bool) -> dict[str, Any]:
    return {
        "email": offer.email if sees_addresses else masked_address(offer.email),
        "until": offer.expires_at,
        "revoke_path": address("team:revoke_speaker", authority, invitation=offer.pk),
    }


def _waiting_first(authority: Authority) -> QuerySet[Any]:
    """The authority's organisations with who speaks and is asked to; first those where somebody waits to be confirmed."""
    waits = Representation.objects.filter(organisation=OuterRef("pk"), confirmed_at=None)
    is_settled = Case(When(Q(verified_at=None) | Exists(waits), then=0), default=1, output_field=IntegerField())
    offers = SpeakerInvitation.objects.filter(accepted_at=None, revoked_at=None, expires_at__gt=clock.now())
    return (
        Organisation.objects.filter(authority=authority)
        .annotate(is_settled=is_settled)
        .prefetch_related("representations__person", Prefetch("invitations", queryset=offers.order_by("pk")))
    )


def _what_they_sent(organisations: Sequence[int]) -> dict[tuple[int, int], list[Any]]:
    """The senders who took part for the organisations, with the number of their last comment; one query."""
    senders: Any = apps.get_model("comments", "Sender")
    rows = senders.objects.filter(organisation__in=organisations).select_related("activity__process__owner")
    found = defaultdict(list)
    for sender in rows.annotate(last_comment=Max("comments__number")).order_by("pk"):
        found[sender.organisation_id, sender.person_id].append(sender)
    return found


def _known(who: Representation, senders: Sequence[Any], *, sees_addresses: bool) -> dict[str, Any]:
    """What is known of a representative: who they are, the addresses that they gave, and where they commented."""
    person = who.person
    named = next((sender.display_name for sender in senders if sender.display_name), "")
    guest = named or _("Guest %(number)s") % {"number": person.pk}
    emails = dict.fromkeys(filter(None, [person.email, *(sender.email for sender in senders)]))
    return {
        "name": guest if person.is_guest else person.name or _("Person %(number)s") % {"number": person.pk},
        "is_confirmed": who.confirmed_at is not None,
        "emails": list(emails) if sees_addresses else [],
        "comments": [
            {
                "number": sender.last_comment,
                "path": activity_address(sender.activity, "moderation:comment", number=sender.last_comment),
                "title": sender.activity.process.title,
            }
            for sender in senders
            if sender.last_comment
        ],
    }


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
