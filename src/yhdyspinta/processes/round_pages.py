"""The pages on which staff work on a round, by the stages of the work. Every app tells of its own in its `ready()`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.methods import StaffLink, method_of
from yhdyspinta.processes.models import Activity, Process

#: States of a process in which pages are needed most: `processes.values.PROCESS_STATES`.
BEFORE: Final = frozenset({"draft", "upcoming"})
OPEN: Final = frozenset({"open", "paused"})
AFTER: Final = frozenset({"processing", "answered", "archived"})

#: The stages of the work, in the order of the menu.
GROUPS: Final[Mapping[str, Promise | str]] = MappingProxyType(
    {
        "overview": _("Overview"),
        "preparing": _("Preparing"),
        "channels": _("Channels"),
        "material": _("Material"),
        "answers": _("Answers"),
        "results": _("Results"),
    }
)


@dataclass(frozen=True)
class RoundPage:
    """A page of the menu: its stage of the work, the name of its address, and the ability that it asks for.

    `under` names the pages that are reached from it ("material:theme", or all the rest of an app, "material:").
    """

    group: str
    words: Promise | str
    name: str
    ability: str
    place: int  # among the pages of its group
    states: frozenset[str] = frozenset()
    under: tuple[str, ...] = ()
    method: str = ""  # of one method's rounds only
    of_process: bool = False  # its address names no round
    held: str = ""  # only of rounds held here ("here"), or of those held in another service ("elsewhere")


_PAGES: Final[list[RoundPage]] = []
_LOOKED_AT: Final = 10  # activities of a process, to tell whether it has one round


def register_round_pages(*pages: RoundPage) -> None:
    """Put pages in the menu of every round that takes comments, or of one method's rounds."""
    _PAGES.extend(page for page in pages if page not in _PAGES)
    _PAGES.sort(key=lambda page: (list(GROUPS).index(page.group), page.place))


def pages_of(activity: Activity) -> Sequence[StaffLink]:
    """The registered pages of a round, in the order of the menu; no queries."""
    held = "elsewhere" if activity.is_held_elsewhere else "here"
    mine = (page for page in _PAGES if page.method in {"", activity.method_key} and page.held in {"", held})
    return [_link(page, activity) for page in mine]


def _link(page: RoundPage, activity: Activity) -> StaffLink:
    if page.of_process:
        path = process_address(activity.process, page.name)
    else:
        path = activity_address(activity, page.name)
    return StaffLink(str(page.words), path, page.ability, page.states, page.group, page.name, page.under)


def in_groups(links: Sequence[StaffLink]) -> list[tuple[str, list[StaffLink]]]:
    """Links by their stage of the work, each with its words; what has no stage stands with the first."""
    found = {
        key: [link for link in links if link.group == key or (not link.group and key == "overview")] for key in GROUPS
    }
    return [(str(GROUPS[key]), own) for key, own in found.items() if own]


def round_menu(request: HttpRequest) -> dict[str, Any]:
    """The menu of the round that staff work on at this page, the current page marked; empty elsewhere.

    No queries, but one on a page of the process that stands in the menu: it shows the menu of the process's only round.
    """
    activity: Activity | None = getattr(request, "works_on", None) or _only_round(request)
    abilities: frozenset[str] = getattr(request, "abilities", frozenset())
    if activity is None:
        return {}
    method = method_of(activity)
    links = [link for link in method.staff_links(activity) if link.ability in abilities]
    here, mark = _here(links, request)
    groups = [
        {
            "text": words,
            "href": own[0].path,
            "current": (mark if len(own) == 1 else "true") if here in own else "",
            "pages": [{"text": one.words, "href": one.path, "current": mark if one is here else ""} for one in own],
        }
        for words, own in in_groups(links)
    ]
    at, process = getattr(request, "moment", None), activity.process
    public = f"{process_address(process)}{method.path}/{activity.slug}/" if at and process.is_public(at) else ""
    return {"groups": groups, "here": here.words if here else "", "public_href": public}


def _only_round(request: HttpRequest) -> Activity | None:
    """The only round of the process whose page of the menu is shown; of many, none is meant."""
    process: Process | None = getattr(request, "works_in", None)
    name = _name_of(request)
    if process is None or not any(page.of_process and _leads_to(page, name) for page in _PAGES):
        return None
    rounds = []
    for activity in Activity.objects.filter(process=process).order_by("pk")[:_LOOKED_AT]:
        activity.process = process
        if any(_leads_to(link, name) for link in method_of(activity).staff_links(activity)):
            rounds.append(activity)
    return rounds[0] if len(rounds) == 1 else None


def _name_of(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match is not None else ""


def _leads_to(page: RoundPage | StaffLink, name: str) -> bool:
    return page.name == name or name in page.under or f"{name.partition(':')[0]}:" in page.under


def _here(links: Sequence[StaffLink], request: HttpRequest) -> tuple[StaffLink | None, str]:
    """The page of the menu that is shown ("page"), or from which the shown one was reached ("true")."""
    for mark, matches in _ways(_name_of(request)):
        found = next((link for link in links if matches(link)), None)
        if found is not None:
            return found, mark
    return None, ""


def _ways(name: str) -> Iterator[tuple[str, Any]]:
    app = f"{name.partition(':')[0]}:"
    yield "page", lambda link: link.name == name
    yield "true", lambda link: name in link.under
    yield "true", lambda link: app in link.under
