"""The menu of staff: each page of the desk that the person may open, the current one marked."""

from typing import Any, Final

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.addresses import address
from yhdyspinta.site.desk_reach import Work

#: (words, address, ability, whether the ability is asked of the authority itself)
_PAGES: Final[tuple[tuple[Promise, str, str, bool], ...]] = (
    (_("Desk"), "site:desk", "open_desk", False),
    (_("Processes"), "site:desk_processes", "see_desk", False),
    (_("Answers"), "site:desk_answers", "answer", False),
    (_("Checking"), "moderation:authority_queue", "moderate", False),
    (_("Register"), "authorities:received", "register", True),
    (_("Data protection"), "authorities:data_protection", "see_data_protection", True),
    (_("Settings"), "authorities:settings", "administer", True),
)
#: Pages below a page of the menu, by their namespace.
_OF_NAMESPACE: Final = {
    "answers": "site:desk_answers",
    "transfers": "site:desk_answers",
    "moderation": "moderation:authority_queue",
}


def is_desk(request: HttpRequest) -> bool:
    """Whether the page stands below the desk of an authority."""
    return request.path.split("/")[3:4] == ["desk"]


def staff_menu(request: HttpRequest, authority: Authority, work: Work) -> list[dict[str, Any]]:
    """The entries of the menu on a page of the desk."""
    shown = [
        (words, name)
        for words, name, ability, own in _PAGES
        if ability in (work.in_authority if own else work.somewhere)
    ]
    here = _here(request, authority, [name for _words, name in shown])
    return [{"text": str(words), "href": address(name, authority), "current": name == here} for words, name in shown]


def _here(request: HttpRequest, authority: Authority, names: list[str]) -> str:
    """The entry that the page belongs to: by its subject, otherwise by the longest address that it stands below."""
    match = request.resolver_match
    named = _OF_NAMESPACE.get(match.namespace, "") if match is not None else ""
    if match is not None and match.namespace == "transfers" and "activity" in match.kwargs:
        named = ""  # passing on is work on the round's comments, as its own menu says
    if named in names:
        return named
    below = [
        (len(path), name)
        for name in names
        if request.path.startswith(path := address(name, authority)) and (name != "site:desk" or request.path == path)
    ]
    return max(below)[1] if below else ""
