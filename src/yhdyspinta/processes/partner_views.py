"""The staff pages of a process's partners and its successor."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes import actions, forms
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.loading import staff_process
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.staff_frame import frame
from yhdyspinta.wording.form_pages import Question, ask_page, form_page
from yhdyspinta.wording.languages import page_language


def _others(process: Process) -> list[tuple[str, str]]:
    language = page_language()
    found = Authority.objects.on().exclude(pk=process.owner_id)
    return sorted(((authority.slug, authority.name.text(language)) for authority in found), key=lambda pair: pair[1])


def _chosen(form: forms.ChooseAuthorityForm) -> Authority:
    return Authority.objects.on().get(slug=form.cleaned_data["authority"])


@require_http_methods(["GET", "HEAD", "POST"])
def partners(request: HttpRequest, process: str) -> HttpResponse:
    """The partner authorities of a process: see, add."""
    found = staff_process(request, process, "choose_partners")
    form = forms.ChooseAuthorityForm(request.POST or None, choices=_others(found))

    def save() -> HttpResponse:
        actor = actor_of(request)
        actions.add_partner(actor=actor, process=found, authority=_chosen(form), at=clock.now())
        messages.success(request, _("The partner was added."))
        return redirect(process_address(found, "processes:partners"))

    partnerships = found.partnerships.filter(left_at=None).select_related("authority")
    return form_page(request, "processes/partners.html", form, save, **frame(found), partnerships=partnerships)


@require_http_methods(["GET", "HEAD", "POST"])
def remove_partner(request: HttpRequest, process: str, partner: str) -> HttpResponse:
    """Ask first, then end the partnership."""
    found = staff_process(request, process, "choose_partners")
    partnership = found.partnerships.filter(left_at=None, authority__slug=partner).select_related("authority").first()
    if partnership is None:
        raise Http404
    partner_authority = partnership.authority
    return ask_page(
        request,
        Question(
            _("Remove the partner?"),
            back=process_address(found, "processes:partners"),
            about=[partner_authority.name],
            told=[_("Its people can no longer work in the process. What they did stays.")],
            button=_("Remove the partner"),
        ),
        lambda: actions.remove_partner(
            actor=actor_of(request), process=found, authority=partner_authority, at=clock.now()
        ),
        done=_("The partner was removed."),
        base="processes/base.html",
        **frame(found),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, process: str) -> HttpResponse:
    """Pass the process to a successor authority."""
    found = staff_process(request, process, "hand_over")
    form = forms.ChooseAuthorityForm(request.POST or None, choices=_others(found))

    def save() -> HttpResponse:
        successor = _chosen(form)
        actor = actor_of(request)
        passed = actions.hand_over(actor=actor, process=found, successor=successor, at=clock.now())
        messages.success(request, _("The process now belongs to its successor. Old links lead to its new address."))
        return redirect(process_address(passed))

    return form_page(request, "processes/hand_over.html", form, save, **frame(found))
