"""The audit trail of a process, in words, for those who look after it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.audit.models import Entry
from yhdyspinta.audit.trail import SYSTEM, verb_words
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import staff_process
from yhdyspinta.ui.paging import keyset
from yhdyspinta.wording.languages import page_language


@require_safe
def trail(request: HttpRequest, process: str) -> HttpResponse:
    """Who did what and when, the newest first."""
    found = staff_process(request, process, "see_trail")
    lines = Entry.objects.filter(process_id=found.pk)
    page = keyset(lines, order=("-pk",), after=request.GET.get("after", ""))
    names = _names(entry.actor for entry in page.items)
    elsewhere = _authorities(entry.authority_id for entry in page.items if entry.authority_id != found.owner_id)
    context = {
        "process": found,
        "desk_path": address("site:desk", found.owner),
        "process_path": process_address(found, "processes:overview"),
        "lines": [
            {
                "at": entry.at,
                "actor": elsewhere.get(entry.authority_id) or names.get(entry.actor, _("Erased person")),
                "deed": verb_words(entry.verb),
            }
            for entry in page.items
        ],
        "previous_url": "?" + urlencode({"after": page.previous_token}) if page.previous_token else "",
        "next_url": "?" + urlencode({"after": page.next_token}) if page.next_token else "",
    }
    return render(request, "site/trail.html", context)


def _authorities(pks: Iterable[int | None]) -> dict[int | None, str]:
    """What other authorities are called: who of their staff did it is their own matter."""
    language = page_language()
    found = Authority.objects.filter(pk__in={pk for pk in pks if pk is not None})
    return {authority.pk: authority.name.text(language) for authority in found}


def _names(actors: Iterable[str]) -> dict[str, str]:
    """What each actor is called now. Members of staff by name; residents are not named here."""
    wanted = {actor for actor in actors if actor.startswith("person:")}
    pks = [int(actor.split(":")[1]) for actor in wanted]
    worked = Q(role_grants__isnull=False) | Q(process_roles__isnull=False) | Q(is_operator=True)
    staff = set(Person.objects.filter(worked, pk__in=pks).values_list("pk", flat=True))
    names = {SYSTEM: _("The service itself")}
    for person in Person.objects.filter(pk__in=pks):
        names[f"person:{person.pk}"] = _name(person, is_staff=person.pk in staff)
    return names


def _name(person: Any, *, is_staff: bool) -> str:
    if person.erased_at is not None:
        return _("Erased person")
    if person.is_guest:
        return _("Guest")
    return str(person) if is_staff else _("Participant")
