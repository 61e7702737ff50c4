"""Staff pages: answers that the service cannot tell by itself, opened and marked one by one or printed a page at once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.intake import actions
from yhdyspinta.intake.forms import LettersForm
from yhdyspinta.intake.letters import letters_of
from yhdyspinta.intake.loading import find_path, process_frame, receipt_in
from yhdyspinta.intake.models import Entry
from yhdyspinta.intake.owing import letters_due, processes_owing
from yhdyspinta.intake.rules import TAKES_IN
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import authority_of, moment_of, staff_authority, staff_process
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.permissions import staff_abilities
from yhdyspinta.ui.paging import MOST, paged
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

#: What of an address says which part of the list is looked at.
_PARTS: Final = ("process", "by", "after")


@dataclass(frozen=True)
class _Asked:
    """The part of the list that an address asks for, and whose it is."""

    authority: Authority
    process: Process | None
    due: QuerySet[Entry]


@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """Answers that wait to be told by staff: by letter, by phone, or at an address that is not confirmed."""
    asked, form = _asked(request), LettersForm(initial=request.GET.dict())
    due, ways = paged(request, asked.due, order=("pk",))
    if not due and request.GET.get("after"):  # all from there on have been told meanwhile
        return redirect(_list_path(request, asked.authority, ("process", "by")))
    every = TAKES_IN in staff_abilities(actor_of(request), asked.authority)
    own = [asked.process] if asked.process else []
    form.offer_processes([*(processes_owing(asked.authority) if every else []), *own], every=every)
    is_narrowed = bool(asked.process or request.GET.get("by"))
    context = {
        "rows": [_row(request, entry) for entry in due],
        "pager": ways,
        "at": moment_of(request),
        "form": form,
        "is_narrowed": is_narrowed,
        "clear_path": address("intake:letters", asked.authority) if every and is_narrowed else "",
        "process": asked.process,
        "process_path": process_address(asked.process, "processes:overview") if asked.process else "",
        "letter_count": sum(entry.reply_by == Entry.ReplyBy.LETTER for entry in due),
        "print_path": address("intake:print_letters", asked.authority) + _query(request),
        "desk_path": address("site:desk", asked.authority),
        "find_path": find_path(request, asked.authority),
    }
    return render(request, "intake/letters.html", context)


def _row(request: HttpRequest, entry: Entry) -> dict[str, Any]:
    process = entry.receipt.activity.process
    paths = {
        f"{name}_path": process_address(process, f"intake:{name}", receipt=entry.receipt_id) + _query(request)
        for name in ("letter", "told")
    }
    return {"entry": entry, "title": Wording(process.title).text(page_language()), **paths}


@require_safe
def print_letters(request: HttpRequest) -> HttpResponse:
    """The letters of a page of the list, each on a sheet of its own."""
    asked = _asked(request)
    entries, _ways = paged(request, asked.due, order=("pk",))
    at = moment_of(request)
    context = {
        "letters": letters_of([one for one in entries if one.reply_by == Entry.ReplyBy.LETTER], at=at),
        "at": at,
        "sent_path": address("intake:letters_sent", asked.authority) + _query(request),
        "list_path": _list_path(request, asked.authority),
        "desk_path": address("site:desk", asked.authority),
    }
    return render(request, "intake/print_letters.html", context)


@require_POST
def letters_sent(request: HttpRequest) -> HttpResponse:
    """All the letters of the page that was printed were sent."""
    asked = _asked(request)
    chosen = [number_of(said) or 0 for said in request.POST.getlist("letter")[:MOST]]
    own = Entry.objects.filter(pk__in=chosen, receipt__activity__process__owner=asked.authority)
    told = actions.mark_all_told(
        actor=actor_of(request), entries=own.values_list("pk", flat=True), at=clock.now(), seen_at=_seen_at(request)
    )
    words = ngettext("%(count)s letter was marked as sent.", "%(count)s letters were marked as sent.", told.count)
    messages.success(request, words % {"count": told.count})
    if told.owed_anew:
        stays = ngettext(
            "The answer of %(count)s of them has changed since you opened it: it stays on the list.",
            "The answers of %(count)s of them have changed since you opened them: they stay on the list.",
            told.owed_anew,
        )
        messages.warning(request, stays % {"count": told.owed_anew})
    return redirect(_list_path(request, asked.authority))


@require_safe
def letter(request: HttpRequest, process: str, receipt: int) -> HttpResponse:
    """The answer as a letter in the sender's language, ready for printing."""
    owner = staff_process(request, process, TAKES_IN)
    kept = receipt_in(owner, receipt)
    kept.activity.process = owner
    kept.entry.receipt = kept
    from_list = bool(_query(request))
    context = process_frame(request, owner) | {
        "entry": kept.entry,
        "letter": letters_of([kept.entry], at=moment_of(request))[0],
        "at": moment_of(request),
        "told_path": process_address(owner, "intake:told", receipt=kept.pk) + _query(request),
        "is_due": letters_due(owner.owner).filter(pk=kept.entry.pk).exists(),
        "list_path": _list_path(request, owner.owner) if from_list else "",
        "receipt_path": process_address(owner, "intake:entered", receipt=kept.pk),
    }
    return render(request, "intake/letter.html", context)


@require_POST
def told(request: HttpRequest, process: str, receipt: int) -> HttpResponse:
    """The letter was sent, or the answer was told by phone."""
    owner = staff_process(request, process, TAKES_IN)
    entry = receipt_in(owner, receipt).entry
    actions.mark_told(actor=actor_of(request), entry=entry, at=clock.now(), seen_at=_seen_at(request))
    messages.success(request, _("Marked as told."))
    if not _query(request) and TAKES_IN not in staff_abilities(actor_of(request), owner.owner):
        return redirect(address("intake:letters", owner.owner) + f"?process={owner.slug}")
    return redirect(_list_path(request, owner.owner))


def _asked(request: HttpRequest) -> _Asked:
    """What the address asks for: of one process for whoever tells its senders, of all for who does so in the authority."""
    slug, by = request.GET.get("process", ""), request.GET.get("by", "")
    process = staff_process(request, slug, TAKES_IN) if slug else None
    authority = authority_of(request) if process else staff_authority(request, TAKES_IN)
    due = letters_due(authority)
    if process is not None:
        due = due.filter(receipt__activity__process=process)
    if by in Entry.ReplyBy:
        due = due.filter(reply_by=by)
    return _Asked(authority, process, due)


def _query(request: HttpRequest, parts: tuple[str, ...] = _PARTS) -> str:
    """What the address says of the list, to come back to the same place."""
    given = [(name, request.GET[name]) for name in parts if request.GET.get(name)]
    return f"?{urlencode(given)}" if given else ""


def _list_path(request: HttpRequest, authority: Authority, parts: tuple[str, ...] = _PARTS) -> str:
    return address("intake:letters", authority) + _query(request, parts)


def _seen_at(request: HttpRequest) -> datetime | None:
    """When the page was made on which the button stood; None for what is no moment."""
    try:
        found = parse_datetime(request.POST.get("seen", ""))
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None
