"""The page where somebody stops speaking for an organisation."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from yhdyspinta.audit import clock
from yhdyspinta.people.models import Organisation, Person, Representation
from yhdyspinta.people.visitors import someone
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import authority_of
from yhdyspinta.statements.models import Statement
from yhdyspinta.statements.receivers import others_who_speak
from yhdyspinta.statements.representing import stop_speaking
from yhdyspinta.wording.form_pages import Question, ask_page


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, organisation: int) -> HttpResponse:
    """What follows of it, and a button; again changes nothing."""
    authority, person = authority_of(request), someone(request)
    if not isinstance(person, Person) or person.is_guest:
        return redirect(f"{reverse('account_login')}?next={request.path}")
    of = get_object_or_404(Organisation.objects.select_related("authority"), pk=organisation, authority=authority)
    row = (
        Representation.objects.select_related("organisation__authority").filter(person=person, organisation=of).first()
    )
    if row is None and request.method != "POST":
        raise Http404

    def act() -> None:
        if row is not None:
            stop_speaking(actor=person, organisation=row.organisation, at=clock.now())

    name = {"name": row.organisation.name if row is not None else ""}
    question = Question(
        _("Stop speaking for %(name)s?") % name,
        back=address("people:my_data", authority),
        shown="statements/_leaving.html",
        button=_("Stop speaking for it"),
    )
    done = _("You no longer speak for: %(name)s.") % name if row is not None else ""
    return ask_page(request, question, act, done=done, **(_what_follows(row) if row is not None else {}))


def _what_follows(row: Representation) -> dict[str, Any]:
    """Of what is sent and not sent; nothing for one who was never confirmed, and so has had no part in either."""
    if row.confirmed_at is None:
        return {"was_confirmed": False}
    statements = Statement.objects.filter(organisation=row.organisation).order_by("pk")
    unsent = statements.filter(receipt=None).select_related("activity__process")
    return {
        "was_confirmed": True,
        "others": len(others_who_speak(row.organisation, row.person)),
        "unsent": [statement.activity.process.title for statement in unsent],
        "has_sent": statements.filter(receipt__sender__person=row.person_id).exists(),
    }
