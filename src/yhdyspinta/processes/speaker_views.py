"""Who is asked to speak for an organisation: staff add the organisation and ask by e-mail; the link's own page."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Organisation, Person, SpeakerInvitation
from yhdyspinta.people.speaker_invitations import (
    accept_speaker_invitation,
    invite_speaker,
    read_token,
    revoke_speaker_invitation,
    stands,
)
from yhdyspinta.people.visitors import Someone, actor_of, someone
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import authority_of, staff_authority
from yhdyspinta.processes.team_forms import OrganisationForm, SpeakerForm
from yhdyspinta.processes.team_frame import asked, desk_values
from yhdyspinta.ui.mail_addresses import masked_address, same_address
from yhdyspinta.wording.form_pages import Question, form_page
from yhdyspinta.wording.refusals import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Add an organisation and ask somebody to speak for it."""
    authority = staff_authority(request, "moderate")
    return _invite(request, authority, OrganisationForm(request.POST or None), {"title": _("Add an organisation")})


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, organisation: int) -> HttpResponse:
    """Ask somebody to speak for an organisation that is there."""
    authority = staff_authority(request, "moderate")
    found = get_object_or_404(Organisation, pk=organisation, authority=authority)
    shown = {"title": _("Invite a representative"), "organisation": found}
    return _invite(request, authority, SpeakerForm(request.POST or None), shown)


def _invite(request: HttpRequest, authority: Authority, form: SpeakerForm, shown: dict[str, Any]) -> HttpResponse:
    back = address("team:organisations", authority)
    organisation: Organisation | None = shown.get("organisation")

    def save() -> HttpResponse:
        data = form.cleaned_data
        invite_speaker(
            actor=actor_of(request), authority=authority, email=data["email"], at=clock.now(),
            name=organisation.name if organisation else data["organisation"],
        )  # fmt: skip
        messages.success(request, _("The invitation was sent. It can be used for two weeks."))
        return redirect(back)

    context = {**desk_values(authority), **shown, "back": back}
    return form_page(request, "processes/team/invite_speaker.html", form, save, **context)


@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: HttpRequest, invitation: int) -> HttpResponse:
    """Take back an invitation to speak for an organisation."""
    authority = staff_authority(request, "moderate")
    rows = SpeakerInvitation.objects.select_related("organisation")
    found = get_object_or_404(rows, pk=invitation, organisation__authority=authority)
    return asked(
        request,
        Question(
            _("Take the invitation back?"),
            back=address("team:organisations", authority),
            told=[
                f"{found.organisation.name}: {masked_address(found.email)}",
                _("Its link stops working. An organisation that nobody has used is removed from the list."),
            ],
            button=_("Take back"),
        ),
        lambda: revoke_speaker_invitation(actor=actor_of(request), invitation=found, at=clock.now()),
        done=_("The invitation was taken back."),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The page that the invitation's mail leads to: what is offered, and one button."""
    authority = authority_of(request)
    found, person = read_token(authority, token), someone(request)
    context = _offer(request, found, person)
    if request.method == "POST":
        if not context["signed_in"]:
            return redirect(context["sign_in"])
        try:
            accept_speaker_invitation(actor=actor_of(request), invitation=found, at=clock.now())
        except Refusal as refusal:
            if refusal.code != "speaker_invitation_of_another":
                raise
            return render(request, "processes/team/speak.html", context | {"refusal": refusal}, status=refusal.status)
        words = _("You now speak for: %(name)s. Open a round, and choose “Write for an organisation together” there.")
        messages.success(request, words % {"name": found.organisation.name})
        return redirect(address("site:home", authority))
    return render(request, "processes/team/speak.html", context)


def _offer(request: HttpRequest, found: SpeakerInvitation, person: Someone) -> dict[str, Any]:
    signed_in = isinstance(person, Person) and not person.is_guest
    own_address = (person.email or "") if isinstance(person, Person) and signed_in else ""
    return {
        "organisation": found.organisation,
        "authority_name": found.organisation.authority.name,
        "until": found.expires_at,
        "is_open": stands(found, clock.now()),
        "signed_in": signed_in,
        "is_another": signed_in and not same_address(own_address, found.email),
        "asked_address": masked_address(found.email),
        "own_address": own_address,
        "sign_in": f"{reverse('account_login')}?next={request.path}",
        "sign_up": f"{reverse('account_signup')}?next={request.path}",
        "sign_out": reverse("account_logout"),
    }
