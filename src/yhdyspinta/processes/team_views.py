"""Staff pages of people: roles and invitations, blocks, organisations, messages that could not be sent."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.notices.actions import send_again
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import kinds
from yhdyspinta.notices.queries import parked_of
from yhdyspinta.people.actions import block_person, end_role, lift_block
from yhdyspinta.people.models import Block, Organisation, Person, Representation, RoleGrant
from yhdyspinta.people.organisations import (
    confirm_representation,
    end_representation,
    take_back_verification,
    verify_organisation,
)
from yhdyspinta.people.personal_registry import takes_part_in
from yhdyspinta.people.roles import ROLES
from yhdyspinta.people.rules import roles_to_give
from yhdyspinta.people.visitors import someone
from yhdyspinta.processes import invitations
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import authority_of, staff_authority, staff_process
from yhdyspinta.processes.models import Invitation, Process, ProcessRole
from yhdyspinta.processes.team_forms import BlockForm, InviteForm
from yhdyspinta.wording.refusals import Refusal

_MOST = 200


def _desk(authority: Authority) -> dict[str, Any]:
    names = ("people", "blocked", "organisations", "parked")
    return {
        "desk_path": address("site:desk", authority),
        "team": {name: address(f"team:{name}", authority) for name in names},
    }


def _actor(request: HttpRequest) -> Person:
    person = someone(request)
    if not isinstance(person, Person):
        raise Http404
    return person


def _confirm(request: HttpRequest, act: Callable[[], object], *, done: str, back: str, **words: Any) -> HttpResponse:
    """A page with one question and one button; the button does it."""
    if request.method == "POST":
        try:
            act()
        except Refusal as refusal:
            messages.error(request, refusal.words)
        else:
            messages.success(request, done)
        return redirect(back)
    return render(request, "processes/team/confirm.html", {"back": back, **words})


# --- Roles and invitations of an authority ---------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Who has which role in the authority, open invitations, and a new one."""
    authority = staff_authority(request, "give_roles")
    actor = _actor(request)
    may_give = roles_to_give(actor, authority)
    form = InviteForm(request.POST if request.method == "POST" else None, roles=may_give)
    if request.method == "POST" and form.is_valid():
        response = _invite(request, form, authority, None, address("team:people", authority))
        if response is not None:
            return response
    grants = (
        RoleGrant.objects.filter(authority=authority, ended_at=None).select_related("person").order_by("role", "pk")
    )
    context = {
        **_desk(authority),
        "form": form,
        "rows": [
            {
                "name": str(grant.person),
                "email": grant.person.email or "",
                "role": ROLES[grant.role].name,
                "since": grant.given_at,
                "end_path": address("team:end_role", authority, grant=grant.pk) if grant.role in may_give else "",
            }
            for grant in grants[:_MOST]
            if grant.role in ROLES
        ],
        "offers": _offers(_open(authority, None), lambda one: address("team:revoke", authority, invitation=one.pk)),
    }
    return render(request, "processes/team/people.html", context, status=422 if request.method == "POST" else 200)


def _open(authority: Authority, process: Process | None) -> QuerySet[Invitation]:
    return Invitation.objects.filter(
        authority=authority, process=process, accepted_at=None, revoked_at=None, expires_at__gt=clock.now()
    ).order_by("-pk")


def _offers(found: QuerySet[Invitation], path_of: Callable[[Invitation], str]) -> list[dict[str, Any]]:
    return [
        {"email": one.email, "role": ROLES[one.role].name, "until": one.expires_at, "revoke_path": path_of(one)}
        for one in found[:_MOST]
        if one.role in ROLES
    ]


def _invite(
    request: HttpRequest, form: InviteForm, authority: Authority, process: Process | None, back: str
) -> HttpResponse | None:
    data = form.cleaned_data
    try:
        invitations.invite(
            actor=_actor(request), authority=authority, process=process, role=data["role"], email=data["email"],
            at=clock.now(),
        )  # fmt: skip
    except Refusal as refusal:
        form.refuse(refusal)
        return None
    messages.success(request, _("The invitation was sent. It can be used for two weeks."))
    return redirect(back)


@require_http_methods(["GET", "HEAD", "POST"])
def end_authority_role(request: HttpRequest, grant: int) -> HttpResponse:
    """End a role in the authority."""
    authority = staff_authority(request, "give_roles")
    found = get_object_or_404(
        RoleGrant.objects.select_related("person"), pk=grant, authority=authority, ended_at=None, role__in=ROLES
    )
    return _confirm(
        request,
        lambda: end_role(actor=_actor(request), grant=found, at=clock.now()),
        done=_("The role has ended."),
        back=address("team:people", authority),
        title=_("End the role?"),
        text=f"{found.person}: {ROLES[found.role].name}",
        hint=_("It stops working at the person's next request. What they did stays."),
        button=_("End the role"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: HttpRequest, invitation: int) -> HttpResponse:
    """Take an invitation to the authority back."""
    authority = staff_authority(request, "give_roles")
    found = get_object_or_404(Invitation, pk=invitation, authority=authority, process=None)
    return _revoke(request, found, address("team:people", authority))


def _revoke(request: HttpRequest, found: Invitation, back: str) -> HttpResponse:
    return _confirm(
        request,
        lambda: invitations.revoke_invitation(actor=_actor(request), invitation=found, at=clock.now()),
        done=_("The invitation was taken back."),
        back=back,
        title=_("Take the invitation back?"),
        text=found.email,
        hint=_("Its link stops working."),
        button=_("Take back"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The page that an invitation's mail leads to: what is offered, and one button."""
    authority = authority_of(request)
    found = invitations.read_token(authority, token)
    at = clock.now()
    person = someone(request)
    signed_in = isinstance(person, Person) and not person.is_guest
    if request.method == "POST":
        if not isinstance(person, Person) or person.is_guest:
            return redirect(f"{reverse('account_login')}?next={request.path}")
        invitations.accept_invitation(actor=person, invitation=found, at=at)
        messages.success(request, _("Welcome to the work. The desk shows what waits for you."))
        return redirect(address("site:desk", authority))
    context = {
        "place": found.process.title if found.process else authority.name,
        "role": ROLES[found.role],
        "is_open": invitations.is_open(found, at),
        "until": found.expires_at,
        "signed_in": signed_in,
        "sign_in": f"{reverse('account_login')}?next={request.path}",
        "sign_up": f"{reverse('account_signup')}?next={request.path}",
    }
    return render(request, "processes/team/invitation.html", context)


# --- Roles and invitations of a process ------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def process_people(request: HttpRequest, process: str) -> HttpResponse:
    """Who has a role in this process only, open invitations, and a new one."""
    found = staff_process(request, process, "give_roles")
    here = process_address(found, "team:process_people")
    form = InviteForm(
        request.POST if request.method == "POST" else None,
        roles=[key for key, role in ROLES.items() if role.for_process],
    )
    if request.method == "POST" and form.is_valid():
        response = _invite(request, form, found.owner, found, here)
        if response is not None:
            return response
    roles = ProcessRole.objects.filter(process=found, ended_at=None).select_related("person").order_by("role", "pk")
    context = {
        **_desk(found.owner),
        "process": found,
        "overview_path": process_address(found, "processes:overview"),
        "form": form,
        "rows": [
            {
                "name": str(one.person),
                "email": one.person.email or "",
                "role": ROLES[one.role].name,
                "since": one.given_at,
                "end_path": process_address(found, "team:end_process_role", role=one.pk),
            }
            for one in roles[:_MOST]
            if one.role in ROLES
        ],
        "offers": _offers(
            _open(found.owner, found), lambda one: process_address(found, "team:revoke_in_process", invitation=one.pk)
        ),
    }
    return render(request, "processes/team/people.html", context, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def end_role_in_process(request: HttpRequest, process: str, role: int) -> HttpResponse:
    """End a role in the process."""
    found = staff_process(request, process, "give_roles")
    held = get_object_or_404(
        ProcessRole.objects.select_related("person"), pk=role, process=found, ended_at=None, role__in=ROLES
    )
    return _confirm(
        request,
        lambda: invitations.end_process_role(actor=_actor(request), role=held, at=clock.now()),
        done=_("The role has ended."),
        back=process_address(found, "team:process_people"),
        title=_("End the role?"),
        text=f"{held.person}: {ROLES[held.role].name}",
        hint=_("It stops working at the person's next request. What they did stays."),
        button=_("End the role"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def revoke_in_process(request: HttpRequest, process: str, invitation: int) -> HttpResponse:
    """Take an invitation to the process back."""
    found = staff_process(request, process, "give_roles")
    offer = get_object_or_404(Invitation, pk=invitation, process=found)
    return _revoke(request, offer, process_address(found, "team:process_people"))


# --- Blocks ----------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def block(request: HttpRequest, person: int) -> HttpResponse:
    """Block somebody who has taken part here, with a reason and an end."""
    authority = staff_authority(request, "block")
    found = Person.objects.filter(pk=person, erased_at=None).first()
    if found is None or not takes_part_in(found, authority):
        raise Http404
    form = BlockForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        at = clock.now()
        try:
            block_person(
                actor=_actor(request), person=found, authority=authority, reason=form.cleaned_data["reason"],
                until=at + form.length, at=at,
            )  # fmt: skip
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("The person cannot take part here for the time."))
            return redirect(address("team:blocked", authority))
    status = 422 if request.method == "POST" else 200
    return render(request, "processes/team/block.html", {**_desk(authority), "form": form}, status=status)


@require_safe
def blocked_people(request: HttpRequest) -> HttpResponse:
    """Who cannot take part here now, why and until when."""
    authority = staff_authority(request, "block")
    found = Block.objects.filter(authority=authority, lifted_at=None, until__gt=clock.now()).select_related("person")
    rows = [
        {
            "name": str(one.person) if not one.person.is_guest else _("Guest %(number)s") % {"number": one.person_id},
            "reason": one.reason,
            "since": one.since,
            "until": one.until,
            "lift_path": address("team:lift", authority, block=one.pk),
        }
        for one in found.order_by("until")[:_MOST]
    ]
    return render(request, "processes/team/blocked.html", {**_desk(authority), "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def lift(request: HttpRequest, block: int) -> HttpResponse:
    """Let somebody take part again."""
    authority = staff_authority(request, "block")
    found = get_object_or_404(Block, pk=block, authority=authority)
    return _confirm(
        request,
        lambda: lift_block(actor=_actor(request), block=found, at=clock.now()),
        done=_("The block was lifted."),
        back=address("team:blocked", authority),
        title=_("Lift the block?"),
        text=found.reason,
        hint=_("The person can take part again at once, and is told."),
        button=_("Lift the block"),
    )


# --- Organisations ---------------------------------------------------------------------------------------------------


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """Organisations that take part here, and who says they speak for them; the unconfirmed first."""
    authority = staff_authority(request, "moderate")
    found = (
        Organisation.objects.filter(authority=authority)
        .prefetch_related("representations__person")
        .order_by("verified_at", "name")[:_MOST]
    )
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
    return render(request, "processes/team/organisations.html", {**_desk(authority), "rows": rows})


@require_POST
def organisation_step(request: HttpRequest, organisation: int) -> HttpResponse:
    """Verify an organisation, or take the verification back."""
    authority = staff_authority(request, "moderate")
    found = get_object_or_404(Organisation, pk=organisation, authority=authority)
    act = take_back_verification if request.POST.get("step") == "take_back" else verify_organisation
    act(actor=_actor(request), organisation=found, at=clock.now())
    messages.success(request, _("Saved."))
    return redirect(address("team:organisations", authority))


@require_POST
def representation_step(request: HttpRequest, representation: int) -> HttpResponse:
    """Confirm that somebody speaks for an organisation, or end it."""
    authority = staff_authority(request, "moderate")
    found = get_object_or_404(Representation, pk=representation, organisation__authority=authority)
    if request.POST.get("step") == "end":
        end_representation(actor=_actor(request), representation=found, at=clock.now())
    else:
        confirm_representation(actor=_actor(request), representation=found, at=clock.now())
    messages.success(request, _("Saved."))
    return redirect(address("team:organisations", authority))


# --- Messages that could not be sent ---------------------------------------------------------------------------------


@require_safe
def parked_messages(request: HttpRequest) -> HttpResponse:
    """Messages that could not be sent after five tries."""
    authority = staff_authority(request, "administer")
    names = kinds()
    rows = [
        {
            "name": names[one.kind].name if one.kind in names else one.kind,
            "address": one.address,
            "owed_at": one.owed_at,
            "problem": one.problem,
            "path": address("team:send_again", authority, notice=one.pk),
        }
        for one in parked_of(authority)[:_MOST]
    ]
    return render(request, "processes/team/parked.html", {**_desk(authority), "rows": rows})


@require_POST
def send_message_again(request: HttpRequest, notice: int) -> HttpResponse:
    """Try a message again."""
    authority = staff_authority(request, "administer")
    found = get_object_or_404(Notice, pk=notice, authority=authority)
    try:
        send_again(actor=_actor(request), notice=found, at=clock.now())
    except Refusal as refusal:
        messages.error(request, refusal.words)
    else:
        messages.success(request, _("The message is sent again soon."))
    return redirect(address("team:parked", authority))
