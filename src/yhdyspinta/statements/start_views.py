"""Where an organisation's statement begins: whom one speaks for, and saying that one does."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yhdyspinta.people.models import Organisation, Person
from yhdyspinta.people.visitors import actor_of, someone
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.processes.loading import moment_of, public_activity
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.taking_statements import keys_of_statement_methods, statement_method_of
from yhdyspinta.statements import actions, rules
from yhdyspinta.statements.forms import SpeakForm
from yhdyspinta.statements.models import Statement
from yhdyspinta.statements.representing import say_one_speaks
from yhdyspinta.statements.views import frame, path_of
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The organisations for which one speaks, and a button that begins the statement of each, or goes on with it."""
    found = public_activity(request, process, keys_of_statement_methods())
    person = someone(request)
    organisations, waiting = rules.spoken_for(person, found.process.owner)
    refusal = None
    if request.method == "POST":
        if not organisations:
            raise Refusal("statement_not_yours", status=403)
        try:
            return redirect(path_of(_begun(request, found, organisations)))
        except Refusal as problem:
            refusal = problem
    at = moment_of(request)
    permit = rules.may_still_begin(person, found, at=at)
    begun = _begun_by(found, organisations, goes_on=bool(permit))
    has_one = {one["organisation"] for one in begun}
    context = frame(found, _("An organisation's statement"), at, permit) | {
        "organisations": [one for one in organisations if one.pk not in has_one] if permit else [],
        "speaks": bool(organisations),
        "begun": begun,
        "waiting": waiting,
        "leaving": [
            {"name": one.name, "path": address("statements:leave", found.process.owner, organisation=one.pk)}
            for one in (*organisations, *waiting)
        ],
        "signed_in": isinstance(person, Person) and not person.is_guest,
        "sign_in": f"{reverse('account_login')}?next={request.path}",
        "represent": activity_address(found, "statements:represent"),
        "refusal": refusal,
    }
    return render(request, "statements/start.html", context, status=refusal.status if refusal else 200)


def _begun_by(activity: Activity, organisations: list[Organisation], *, goes_on: bool) -> list[dict[str, Any]]:
    """The statements that the organisations have: to be gone on with, or read once they are sent or it is too late."""
    rows = Statement.objects.filter(activity=activity, organisation__in=organisations).select_related("organisation")
    found = []
    for row in rows.order_by("organisation__name", "pk"):
        row.activity = activity
        goes = goes_on and row.receipt_id is None
        name, path = row.organisation.name, path_of(row)
        found.append({"name": name, "path": path, "organisation": row.organisation_id, "goes_on": goes})
    return found


def _begun(request: HttpRequest, activity: Activity, organisations: list[Organisation]) -> Statement:
    number = number_of(request.POST.get("organisation"), most_digits=15)
    chosen = next((row for row in organisations if row.pk == number), None)
    if chosen is None:
        raise Refusal("statement_not_yours", status=422)
    made = actions.begin_statement(
        actor=actor_of(request),
        activity=activity,
        organisation=chosen,
        language=page_language(),
        at=moment_of(request),
    )
    made.activity = activity
    return made


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def represent(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Say that one speaks for an organisation: it stands unconfirmed until staff have confirmed it."""
    found = public_activity(request, process, keys_of_statement_methods())
    person, back = someone(request), activity_address(found, "statements:start")
    if not isinstance(person, Person) or person.is_guest:
        return redirect(f"{reverse('account_login')}?next={request.path}")
    form = SpeakForm(request.POST or None)

    def save() -> HttpResponse:
        name = form.cleaned_data["organisation"]
        made = say_one_speaks(actor=person, activity=found, name=name, at=moment_of(request))
        if made.confirmed_at is None or made.organisation.verified_at is None:
            messages.success(request, _("The authority was told. You get a message when you have been confirmed."))
        return redirect(back)

    permit = statement_method_of(found).may_send(person, found, began_at=None, at=moment_of(request))
    context = frame(found, _("An organisation's statement"), moment_of(request)) | {"back": back, "permit": permit}
    return form_page(request, "statements/represent.html", form, save, **context)
