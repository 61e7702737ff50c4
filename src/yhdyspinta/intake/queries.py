"""What the desk and the intake pages read."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.comments.values import CHANNELS
from yhdyspinta.intake.codes import places_of
from yhdyspinta.intake.events import events_of
from yhdyspinta.intake.models import Batch, Sheet, TableLink, Upload
from yhdyspinta.people.capacities import FORMER_AGE_GROUPS
from yhdyspinta.people.models import RoleGrant
from yhdyspinta.people.roles import ROLES
from yhdyspinta.places.models import Area
from yhdyspinta.processes.models import Activity, ProcessPartner, ProcessRole
from yhdyspinta.wording.fields import Wording

#: Channels that a table tells only where something came by them.
_ONLY_WHERE_USED: Final = frozenset({"elsewhere", "supported"})


def comments_with_answers(receipts: Iterable[Receipt]) -> list[Comment]:
    """The comments of receipts, each with its answer and the reason of closing, if any."""
    found = Comment.objects.filter(receipt__in=list(receipts)).select_related(
        "activity__process__owner",
        "sender__person",
        "receipt",
        "thread__section",
        "answered__answer",
        "closure",
        "unsaid",
    )
    return list(found.prefetch_related(Prefetch("thread__section__texts"), "transfers__receiver").order_by("number"))


def places(activity: Activity, language: str) -> list[tuple[str, str]]:
    """The parts that can be commented on, with the codes that stand on the paper form; three queries."""
    return [
        (str(one.thread_id), one.versioned(f"{one.code} {one.document}{f': {one.heading}' if one.number else ''}"))
        for one in places_of(activity, language)
    ]


@dataclass(frozen=True)
class ChannelRow:
    """How much came by one way: senders' receipts, and comments by what became of them."""

    words: str
    receipts: int
    comments: int
    visible: int
    waiting: int
    away: int  # hidden or withdrawn
    is_sum: bool = False
    beside: str = ""  # of events: how many tables, and people who were present


def by_channel(activity: Activity) -> list[ChannelRow]:
    """Every channel and, last, their sum; four queries, counted from the rows for staff.

    People at events are told as staff counted them there, also a few: the same page lists each event with its own.
    """
    receipts = dict(
        Receipt.objects.filter(activity=activity).values_list("channel").annotate(n=Count("pk")).order_by("channel")
    )
    states: dict[str, Counter[str]] = {}
    rows = Comment.objects.filter(activity=activity).values_list("channel", "state").annotate(n=Count("pk"))
    for channel, state, count in rows:
        states.setdefault(channel, Counter())[state] += count
    known = [key for key in CHANNELS if key not in _ONLY_WHERE_USED or key in receipts or key in states]
    keys = [*known, *(key for key in states if key not in CHANNELS)]
    beside = {"event": events_of(activity.pk).in_words}
    found = [
        replace(
            _channel_row(str(CHANNELS.get(key, key)), receipts.get(key, 0), states.get(key, Counter())),
            beside=beside.get(key, ""),
        )
        for key in keys
    ]
    everything = sum(states.values(), Counter())
    return [*found, _channel_row(_("Together"), sum(receipts.values()), everything, is_sum=True)]


def _channel_row(words: str, receipts: int, states: Mapping[str, int], *, is_sum: bool = False) -> ChannelRow:
    away = states.get("hidden", 0) + states.get("withdrawn", 0)
    visible, waiting = states.get("visible", 0), states.get("waiting", 0)
    return ChannelRow(words, receipts, visible + waiting + away, visible, waiting, away, is_sum)


def notes_waiting(batches: Collection[int]) -> dict[int, int]:
    """How many notes from the tables of events wait to be taken in, by event; one query."""
    rows = TableLink.objects.filter(waiting_count__gt=0, batch__in=batches).values_list("batch")
    return dict(rows.annotate(n=Sum("waiting_count")).order_by())


def has_former_groups(activity: Activity) -> bool:
    """Whether anybody in the round was asked the wider age groups of earlier forms; one query."""
    return Sender.objects.filter(activity=activity, age_group__in=FORMER_AGE_GROUPS).exists()


def sheets_to_check(person_id: int | None) -> QuerySet[Sheet]:
    """Drawn sheets that somebody else has typed, or whose differences wait for either typist to decide."""
    others = ~Q(receipt__entry__entered_by=person_id) | Q(receipt__entry__entered_by=None)
    return Sheet.objects.filter(others | ~Q(second={}), is_drawn=True, checked_at=None)


def checks_waiting(batches: Collection[int], person_id: int | None) -> dict[int, int]:
    """How many sheets a person may check, by pile; one query."""
    rows = sheets_to_check(person_id).filter(batch__in=batches).values_list("batch")
    return dict(rows.annotate(n=Count("pk")).order_by())


@dataclass(frozen=True)
class Taker:
    """Somebody who may take comments in, and so check what another has typed."""

    pk: int
    name: str
    roles: str


def who_may_check(batch: Batch) -> list[Taker]:
    """Who may check a sheet of a pile, by name, with the roles that let them: not one who typed every sheet; two queries."""
    process, sheets = batch.activity.process, Sheet.objects.filter(batch=batch)
    roles = [key for key, role in ROLES.items() if "type_in" in role.abilities]
    partners = ProcessPartner.objects.filter(process=process, left_at=None).values("authority")
    where = Q(authority=process.owner_id) | Q(authority__in=partners)
    found: dict[int, tuple[str, list[str]]] = {}
    working = {"ended_at": None, "role__in": roles, "person__is_active": True, "person__erased_at": None}
    typed_by_others = Exists(sheets.exclude(receipt__entry__entered_by=OuterRef("person")))
    for rows in (RoleGrant.objects.filter(where), ProcessRole.objects.filter(process=process)):
        may = rows.filter(typed_by_others, **working)
        for pk, name, role in may.values_list("person", "person__name", "role").distinct():
            named = str(ROLES[role].name)
            kept = found.setdefault(pk, (name, []))[1]
            if named not in kept:
                kept.append(named)
    everybody = [Taker(pk, name, ", ".join(kept)) for pk, (name, kept) in found.items()]
    return sorted(everybody, key=lambda one: (one.name.casefold(), one.pk))


@lru_cache(maxsize=8)
def municipalities(language: str) -> tuple[str, ...]:
    """The names of the municipalities, for suggestions. The carried list of areas stands as long as the service runs."""
    names = Area.objects.filter(kind=Area.Kind.MUNICIPALITY).values_list("name", flat=True)
    return tuple(sorted(Wording(name).text(language) for name in names))


@dataclass(frozen=True)
class Progress:
    """How far a long file is: so many of so many, and of what."""

    value: int
    of: int
    words: str
    is_storing: bool = False


def progress_of(upload: Upload) -> Progress | None:
    """Of a file that is worked on; no queries when its `progress` is loaded.

    What is to be brought in is read, read once more under the lock of the round, and stored.
    """
    if not upload.work:
        return None
    beside = getattr(upload, "progress", None)
    if upload.work != Upload.Work.IMPORT or upload.rows_read < upload.row_count or beside is None:
        return Progress(upload.rows_read, upload.row_count, _("rows read"))
    if beside.stored:
        return Progress(beside.stored, upload.found.get("comments", 0), _("comments stored"), is_storing=True)
    return Progress(beside.checked, upload.row_count, _("rows checked once more"))


def last_choices(upload: Upload) -> dict[str, Any]:
    """What was said of the columns of the round's last file: a mended one is sent with the same headings."""
    others = Upload.objects.filter(activity=upload.activity, kind=upload.kind, choices__has_key="columns")
    last = others.order_by("-uploaded_at", "-pk").values_list("choices", flat=True).first()
    return dict(last or upload.choices)
