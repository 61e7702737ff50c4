"""Staff pages of roles and invitations, of an authority and of a process."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.actions import end_role
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.people.roles import ROLES
from yhdyspinta.people.rules import roles_to_give
from yhdyspinta.people.visitors import actor_of, someone
from yhdyspinta.processes import invitations
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import authority_of, staff_authority, staff_process
from yhdyspinta.processes.models import Invitation, Process, ProcessRole
from yhdyspinta.processes.team_forms import InviteForm
from yhdyspinta.processes.team_frame import asked, desk_values
from yhdyspinta.ui.paging import paged
from yhdyspinta.wording.form_pages import Question, form_page

# --- Of an authority ------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Who has which role in the authority, open invitations, and a new one."""
    authority = staff_authority(request, "give_roles")
    actor = actor_of(request)
    may_give = roles_to_give(actor, authority)
    form = InviteForm(request.POST if request.method == "POST" else None, roles=may_give)

    def save() -> HttpResponse:
        return _invite(request, form, authority, None, address("team:people", authority))

    grants = RoleGrant.objects.filter(authority=authority, ended_at=None, role__in=ROLES).select_related("person")
    rows, ways = paged(request, grants, order=("role", "pk"))
    offers, offer_ways = paged(request, _open(authority, None), order=("-pk",), name="invitations")
    context = {
        **desk_values(authority),
        "rows": [
            {
                "name": str(grant.person),
                "email": grant.person.email or "",
                "role": ROLES[grant.role].name,
                "since": grant.given_at,
                "end_path": address("team:end_role", authority, grant=grant.pk) if grant.role in may_give else "",
            }
            for grant in rows
        ],
        "ways": ways,
        "offer_ways": offer_ways,
        "offers": _offers(offers, lambda one: address("team:revoke", authority, invitation=one.pk)),
    }
    return form_page(request, "processes/team/people.html", form, save, **context)


def _open(authority: Authority, process: Process | None) -> QuerySet[Invitation]:
    return Invitation.objects.filter(
        authority=authority, process=process, accepted_at=None, revoked_at=None, expires_at__gt=clock.now(),
        role__in=ROLES,
    )  # fmt: skip


def _offers(found: Iterable[Invitation], path_of: Callable[[Invitation], str]) -> list[dict[str, Any]]:
    return [
        {"email": one.email, "role": ROLES[one.role].name, "until": one.expires_at, "revoke_path": path_of(one)}
        for one in found
    ]


def _invite(
    request: HttpRequest, form: InviteForm, authority: Authority, process: Process | None, back: str
) -> HttpResponse:
    data = form.cleaned_data
    invitations.invite(
        actor=actor_of(request), authority=authority, process=process, role=data["role"], email=data["email"],
        at=clock.now(),
    )  # fmt: skip
    messages.success(request, _("The invitation was sent. It can be used for two weeks."))
    return redirect(back)


@require_http_methods(["GET", "HEAD", "POST"])
def end_authority_role(request: HttpRequest, grant: int) -> HttpResponse:
    """End a role in the authority."""
    authority = staff_authority(request, "give_roles")
    found = get_object_or_404(
        RoleGrant.objects.select_related("person"), pk=grant, authority=authority, ended_at=None, role__in=ROLES
    )
    return asked(
        request,
        Question(
            _("End the role?"),
            back=address("team:people", authority),
            told=[
                f"{found.person}: {ROLES[found.role].name}",
                _("It stops working at the person's next request. What they did stays."),
            ],
            button=_("End the role"),
        ),
        lambda: end_role(actor=actor_of(request), grant=found, at=clock.now()),
        done=_("The role has ended."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: HttpRequest, invitation: int) -> HttpResponse:
    """Take an invitation to the authority back."""
    authority = staff_authority(request, "give_roles")
    found = get_object_or_404(Invitation, pk=invitation, authority=authority, process=None)
    return _revoke(request, found, address("team:people", authority))


def _revoke(request: HttpRequest, found: Invitation, back: str) -> HttpResponse:
    return asked(
        request,
        Question(
            _("Take the invitation back?"),
            back=back,
            told=[found.email, _("Its link stops working.")],
            button=_("Take back"),
        ),
        lambda: invitations.revoke_invitation(actor=actor_of(request), invitation=found, at=clock.now()),
        done=_("The invitation was taken back."),
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


# --- Of a process ------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def process_people(request: HttpRequest, process: str) -> HttpResponse:
    """Who has a role in this process only, open invitations, and a new one."""
    found = staff_process(request, process, "give_roles")
    here = process_address(found, "team:process_people")
    form = InviteForm(
        request.POST if request.method == "POST" else None,
        roles=[key for key, role in ROLES.items() if role.for_process],
    )

    def save() -> HttpResponse:
        return _invite(request, form, found.owner, found, here)

    roles = ProcessRole.objects.filter(process=found, ended_at=None, role__in=ROLES).select_related("person")
    rows, ways = paged(request, roles, order=("role", "pk"))
    offers, offer_ways = paged(request, _open(found.owner, found), order=("-pk",), name="invitations")
    context = {
        **desk_values(found.owner),
        "process": found,
        "overview_path": process_address(found, "processes:overview"),
        "rows": [
            {
                "name": str(one.person),
                "email": one.person.email or "",
                "role": ROLES[one.role].name,
                "since": one.given_at,
                "end_path": process_address(found, "team:end_process_role", role=one.pk),
            }
            for one in rows
        ],
        "ways": ways,
        "offer_ways": offer_ways,
        "offers": _offers(offers, lambda one: process_address(found, "team:revoke_in_process", invitation=one.pk)),
    }
    return form_page(request, "processes/team/people.html", form, save, **context)


@require_http_methods(["GET", "HEAD", "POST"])
def end_role_in_process(request: HttpRequest, process: str, role: int) -> HttpResponse:
    """End a role in the process."""
    found = staff_process(request, process, "give_roles")
    held = get_object_or_404(
        ProcessRole.objects.select_related("person"), pk=role, process=found, ended_at=None, role__in=ROLES
    )
    return asked(
        request,
        Question(
            _("End the role?"),
            back=process_address(found, "team:process_people"),
            told=[
                f"{held.person}: {ROLES[held.role].name}",
                _("It stops working at the person's next request. What they did stays."),
            ],
            button=_("End the role"),
        ),
        lambda: invitations.end_process_role(actor=actor_of(request), role=held, at=clock.now()),
        done=_("The role has ended."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def revoke_in_process(request: HttpRequest, process: str, invitation: int) -> HttpResponse:
    """Take an invitation to the process back."""
    found = staff_process(request, process, "give_roles")
    offer = get_object_or_404(Invitation, pk=invitation, process=found)
    return _revoke(request, offer, process_address(found, "team:process_people"))
