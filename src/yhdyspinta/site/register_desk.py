"""The desk's line of what no export of the register covers."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, DateTimeField, QuerySet, Value
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.methods import DeskItem
from yhdyspinta.site.unregistered import waiting_of_no_process, waiting_processes


def register_counts(authority: Authority) -> list[QuerySet[Any, Any]]:
    """How many processes have received something since they were last exported, and whether what belongs to none has.

    Rows for the union.
    """
    found: tuple[tuple[str, QuerySet[Any, Any]], ...] = (
        ("register", waiting_processes(authority)),
        ("register_own", waiting_of_no_process(authority)),
    )
    at = Value(None, DateTimeField())
    return [waiting.values_list(Value(kind)).annotate(n=Count("pk"), first=at).order_by() for kind, waiting in found]


def register_lines(authority: Authority, rows: Mapping[str, tuple[int, Any]]) -> list[DeskItem]:
    """What no export of the register covers: in how many processes, or outside them."""
    count, own = rows.get("register", (0, None))[0], rows.get("register_own", (0, None))[0]
    if not count and not own:
        return []
    words = ngettext(
        "%(count)s process has received something since the latest export",
        "%(count)s processes have received something since the latest export",
        count,
    )
    told = [words % {"count": count}] if count else []
    told += [_("Something that belongs to no process has come since the latest export of everything")] if own else []
    path = address("authorities:received", authority)
    return [DeskItem(_("Take what was received to the case register"), "", ". ".join(told), None, path, "register")]
