"""What the front page of an authority shows: open now, news, what changed, upcoming."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from html import unescape
from typing import Any, Final

from django.db.models import F, Min, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.authorities.models import Authority
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.launch.loading import news_of_authority, news_path
from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.launch.words import LaunchWords
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.loading import with_stages
from yhdyspinta.processes.methods import Card, method_of
from yhdyspinta.processes.models import Activity, Phase, Process, Stage
from yhdyspinta.processes.values import PHASE_KINDS
from yhdyspinta.site.states import COLOURS
from yhdyspinta.ui.dates import day, in_helsinki, moment
from yhdyspinta.ui.markdown import render_markdown
from yhdyspinta.ui.text import beginning
from yhdyspinta.wording.fields import Version, Wording
from yhdyspinta.wording.marking import named, spoken

MOST_OPEN = 9
MOST_LOOPS = 3
MOST_UPCOMING = 6
MOST_NEWS = 3
NEWS_FOR = timedelta(days=60)
_SHORT = 160
_SOON = timedelta(days=14)
_LAST_DAYS = timedelta(days=2)


def public_processes(authority: Authority | int, at: datetime) -> QuerySet[Process]:
    """Every process that the authority's pages show to everybody: its own and those it is a partner in."""
    return Process.objects.of(authority).published(at)


def going_on(authority: Authority | int, at: datetime) -> QuerySet[Process]:
    """Those of them that have not been stopped."""
    return public_processes(authority, at).filter(cancelled_at=None, paused_at=None, archived_at=None)


def open_activities(authority: Authority, at: datetime) -> list[Activity]:
    """What is open now, soonest closing first; three queries. Owners are set by `with_owners`."""
    wanted = _OPEN.rows(authority=authority.pk, at=at)
    found = {row.pk: row for row in _ACTIVITIES.rows(wanted=wanted)} if wanted else {}
    with_stages(list(found.values()))
    return [found[pk] for pk in wanted if pk in found]


def _open(*, authority: int, at: datetime) -> QuerySet[Any, Any]:
    stages = Stage.objects.filter(opens_at__lte=at, closes_at__gt=at)
    stages = stages.filter(activity__process__in=going_on(authority, at).values("pk"))
    return stages.order_by("closes_at", "activity").values_list("activity", flat=True)[:MOST_OPEN]


_OPEN: Final[Prepared[int]] = Prepared(_open)
_ACTIVITIES: Final[Prepared[Activity]] = Prepared(
    lambda wanted: Activity.objects.select_related("process").filter(pk__in=wanted)
)


def with_owners(processes: Sequence[Process], authority: Authority) -> None:
    """Set the owners of processes: the authority itself is at hand, partners are read with one query."""
    others = {process.owner_id for process in processes} - {authority.pk}
    owners = {authority.pk: authority} | (Authority.objects.in_bulk(others) if others else {})
    for process in processes:
        process.owner = owners[process.owner_id]


def measures_told(authority: Authority, at: datetime) -> list[Measure]:
    """The measures last told of; one query, two when there are any. Owners are set by `with_owners`."""
    wanted = _TOLD.rows(authority=authority.pk, at=at)
    found = Measure.objects.select_related("process", "outcome", "answer").in_bulk(wanted) if wanted else {}
    return [found[pk] for pk in wanted if pk in found]


def _told(*, authority: int, at: datetime) -> QuerySet[Any, Any]:
    told = Measure.objects.filter(process__in=public_processes(authority, at).values("pk"), published_at__lte=at)
    return told.order_by("-published_at", "-pk").values_list("pk", flat=True)[:MOST_LOOPS]


_TOLD: Final[Prepared[int]] = Prepared(_told)


def fresh_news(authority: Authority, at: datetime) -> list[LaunchRelease]:
    """The newest news of what has not been stopped, while it is news; one query."""
    return [
        row
        for row in news_of_authority(authority, at, most=3 * MOST_NEWS)
        if row.release_at > at - NEWS_FOR and not _is_stopped(row.activity.process)
    ][:MOST_NEWS]


def _is_stopped(process: Process) -> bool:
    return any((process.cancelled_at, process.paused_at, process.archived_at))


def news_card(release: LaunchRelease, authority: Authority, language: str) -> dict[str, Any]:
    """A piece of news as a card; no queries."""
    process, words = release.activity.process, LaunchWords.read(release.words)
    return {
        "heading": title_of(words.headline, language),
        "href": news_path(release),
        "text": lead_of(words.news, language),
        "tag": {"text": _("News"), "colour": "frost"},
        "left": " · ".join(
            filter(None, [owner_words(process, authority, language), day(release.release_at, language)])
        ),
    }


def upcoming_phases(authority: Authority, at: datetime) -> list[Any]:
    """Phases that begin later, soonest first; one query, two when there are any. Owners are set by `with_owners`."""
    wanted = dict(_UPCOMING.rows(authority=authority.pk, at=at))
    found: dict[int, Any] = Phase.objects.select_related("process").in_bulk(wanted) if wanted else {}
    phases = [found[pk] for pk in wanted if pk in found]
    for phase in phases:
        phase.begins_at = wanted[phase.pk]
    return phases


def _upcoming(*, authority: int, at: datetime) -> QuerySet[Any, Any]:
    opening = Stage.objects.filter(opens_at__gt=at).values("activity__phase")
    later: QuerySet[Any] = Phase.objects.filter(
        Q(starts_at__gt=at) | Q(pk__in=opening)
    )  # few: only their stages are compared
    begins_at = Coalesce(Min("activities__stages__opens_at"), F("starts_at"))
    rows: QuerySet[Any] = later.filter(process__in=going_on(authority, at).values("pk"))
    rows = rows.exclude(kind__in=("answers", "follow_up")).values("pk").annotate(begins_at=begins_at)
    rows = rows.filter(begins_at__gt=at).order_by("begins_at", "pk")
    return rows.values_list("pk", "begins_at")[:MOST_UPCOMING]


_UPCOMING: Final[Prepared[tuple[int, datetime]]] = Prepared(_upcoming)


def version(value: Any, language: str) -> Version:
    """A text of content, or of a method's card, in the nearest language."""
    return Wording(value).for_reader(language) if isinstance(value, dict) else Version(str(value), language)


def title_of(value: Any, language: str) -> SafeString:
    """A text of content for a card or a link."""
    return spoken(version(value, language), language)


def lead_of(value: Any, language: str) -> SafeString:
    """The beginning of a text of content for a card; another language than the page's is named after it."""
    text, tag = version(value, language)
    return named(Version(shortened(text), tag), language)


@lru_cache(maxsize=512)
def shortened(text: str) -> str:
    """The beginning of a text, cut between words."""
    plain = " ".join(unescape(strip_tags(render_markdown(text))).split())
    return beginning(plain, _SHORT)


def activity_card(activity: Activity, authority: Authority, language: str, at: datetime) -> dict[str, Any]:
    """An activity as a card: what its method says, and the owner where it is another authority."""
    card: Card = method_of(activity).card(activity, at=at)
    return {
        "heading": title_of(card.title, language),
        "href": card.path,
        "text": lead_of(card.text, language),
        "tag": {"text": _label(card, at), "colour": COLOURS["open"] if _is_open(card, at) else "moss"},
        "left": " · ".join(filter(None, [owner_words(activity.process, authority, language), card.left])),
        "right": _closes(card, language, at) or card.right,
    }


def _is_open(card: Card, at: datetime) -> bool:
    return card.closes_at is not None and card.closes_at > at


def _label(card: Card, at: datetime) -> str:
    """The kind of participation, and how long is left when it is not long."""
    if card.closes_at is None or not at < card.closes_at < at + _SOON:
        return card.label
    days = (in_helsinki(card.closes_at).date() - in_helsinki(at).date()).days
    left = ngettext("%(count)s day left", "%(count)s days left", days) % {"count": days} if days else _("last day")
    return f"{card.label} · {left}"


def _closes(card: Card, language: str, at: datetime) -> str:
    """The closing day; on the last days also the time."""
    if card.closes_at is None or card.closes_at <= at:
        return ""
    when = moment(card.closes_at, language) if card.closes_at < at + _LAST_DAYS else day(card.closes_at, language)
    return _("closes %(when)s") % {"when": when}


def owner_words(process: Process, authority: Authority, language: str) -> str:
    """The owner's name where a partner shows its process."""
    return process.owner.name.for_reader(language).text if process.owner_id != authority.pk else ""


def phase_cards(phases: Sequence[Any], authority: Authority, language: str) -> list[dict[str, Any]]:
    """Upcoming phases as cards; no queries."""
    return [
        {
            "heading": title_of(phase.process.title, language),
            "href": f"{process_address(phase.process)}#phase-{phase.pk}",
            "text": lead_of(phase.description or phase.title, language),
            "tag": {"text": str(PHASE_KINDS.get(phase.kind, "")), "colour": "frost"},
            "left": " · ".join(
                [*filter(None, [owner_words(phase.process, authority, language)]), moment(phase.begins_at, language)]
            ),
            "right": title_of(phase.place, language),
        }
        for phase in phases
    ]
