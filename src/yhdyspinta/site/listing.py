"""The list of processes: filters from fixed lists, two orders, paged by key."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.methods import methods
from yhdyspinta.processes.models import Activity, Process, SearchEntry
from yhdyspinta.processes.searching import found
from yhdyspinta.processes.values import PROCESS_STATES
from yhdyspinta.site.front import lead_of, owner_words, public_processes, title_of
from yhdyspinta.site.states import COLOURS, NEVER, with_states
from yhdyspinta.ui.dates import day, moment

ORDERS: Final = {"newest": ("-published_at", "-pk"), "closing": ("closes_at", "pk")}
SIZE: Final = 20


@dataclass(frozen=True)
class Choices:
    """What the visitor chose; every value comes from a fixed list, the keyword is clean text."""

    state: str = ""
    method: str = ""
    influence: str = ""
    keyword: str = ""
    sort: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether something may be left out; the order leaves nothing out."""
        return any(key != "sort" for key in self.kept())

    def kept(self) -> dict[str, str]:
        return {key: value for key, value in asdict(self).items() if value}


def processes_chosen(authority: Authority, choices: Choices, language: str, at: datetime) -> QuerySet[Process]:
    """The public processes that fit the choices, with their states."""
    rows: QuerySet[Any] = with_states(public_processes(authority, at), at).select_related("owner")
    if choices.state:
        rows = rows.filter(state=choices.state)
    if choices.influence:
        rows = rows.filter(influence=choices.influence)
    if choices.method:
        rows = rows.filter(Exists(Activity.objects.filter(process=OuterRef("pk"), method_key=choices.method)))
    if choices.keyword:
        hits = found(SearchEntry.objects.filter(kind="process"), choices.keyword, language).order_by().values("process")
        rows = rows.filter(
            Q(pk__in=hits) | Q(keywords__icontains=choices.keyword) | Q(title__icontains=choices.keyword)
        )
    return rows


def process_cards(rows: Sequence[Process], authority: Authority, language: str) -> list[dict[str, Any]]:
    """Processes as cards; one query for what can be done in them."""
    counts: dict[int, list[Activity]] = {}
    for activity in Activity.objects.filter(process__in=[row.pk for row in rows]).order_by("pk"):
        counts.setdefault(activity.process_id, []).append(activity)
    return [_card(row, counts.get(row.pk, []), authority, language) for row in rows]


def _card(process: Process, activities: Sequence[Activity], authority: Authority, language: str) -> dict[str, Any]:
    state: str = process.state  # type: ignore[attr-defined]
    card: dict[str, Any] = {
        "heading": title_of(process.title, language),
        "href": process_address(process),
        "text": lead_of(process.summary, language),
        "tag": {"text": _tag_words(state, activities), "colour": COLOURS.get(state, "")},
        "left": _left(activities) or owner_words(process, authority, language),
        "right": _right(process, state, language),
        "level": 2,
    }
    if _left(activities) and owner_words(process, authority, language):
        card["left"] = f"{card['left']} · {owner_words(process, authority, language)}"
    return card


def _tag_words(state: str, activities: Sequence[Activity]) -> str:
    kinds = [
        str(methods()[key].name) for key in dict.fromkeys(row.method_key for row in activities) if key in methods()
    ]
    return " · ".join([*kinds[:2], str(PROCESS_STATES[state])])


def _left(activities: Sequence[Activity]) -> str:
    comments = sum(activity.comment_count for activity in activities)
    return ngettext("%(count)s comment", "%(count)s comments", comments) % {"count": comments} if comments else ""


def _right(process: Process, state: str, language: str) -> str:
    closes_at: datetime = process.closes_at  # type: ignore[attr-defined]
    if state == "open" and closes_at < NEVER:
        return _("closes %(when)s") % {"when": moment(closes_at, language)}
    if process.answers_promised_on and state == "processing":
        return _("answers by %(day)s") % {"day": day(process.answers_promised_on, language)}
    return ""
