"""Activities, packs and releases for those who may see them: others get 404 or the reason why not."""

from datetime import datetime
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest

from yhdyspinta.authorities.models import Authority
from yhdyspinta.database.prepared import Prepared
from yhdyspinta.launch.actions.writing import ABILITY
from yhdyspinta.launch.models import LaunchPack, LaunchRelease
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import (
    authority_of,
    moment_of,
    public_process,
    require_held_here,
    staff_activity,
    with_stages,
)
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.staff_frame import staff_crumbs

_MOST: Final = 50


def activity_to_launch(request: HttpRequest, process: str, activity: str, ability: str = ABILITY) -> Activity:
    """The activity for somebody who prepares the process; one held elsewhere has no pack."""
    return require_held_here(staff_activity(request, process, activity, ability))


def pack_of(activity: Activity) -> LaunchPack | None:
    """The draft with its picture."""
    return LaunchPack.objects.select_related("picture").filter(activity=activity).first()


def public_releases(request: HttpRequest, process: str, activity: str, number: int = 0) -> list[LaunchRelease]:
    """What has been released of the activity, newest first, and the numbered one with its piece; 404 without any."""
    owner = public_process(request, process)
    rows = LaunchRelease.objects.filter(activity__process=owner, activity__slug=activity)
    rows = rows.filter(release_at__lte=moment_of(request)).select_related("activity", "picture").order_by("-number")
    shown = Q(pk__in=rows.values("pk")[:_MOST])
    if number:
        shown |= Q(piece__in=rows.filter(number=number).values("piece"))
    found = list(rows.filter(shown))
    if not found:
        raise Http404
    one = found[0].activity
    one.process = owner
    with_stages([one])
    for row in found:
        row.activity = one
    return found


def news_path(release: LaunchRelease) -> str:
    """Where this piece of news stands, whatever is released after it."""
    return activity_address(release.activity, "launch:news_of", version=release.number)


def material_stands(activity: Activity, release: LaunchRelease, at: datetime) -> bool:
    """Whether others may go on using what was released: not what asked to take part in what has closed or is stopped."""
    process = activity.process
    is_past = activity.has_closed_at(at) and not activity.has_closed_at(release.release_at)
    return not (is_past or process.paused_at or process.cancelled_at)


def material_path(activity: Activity, at: datetime) -> str:
    """Where others find what they may use to tell of the activity, if there is anything; one query."""
    newest = next(iter(_NEWEST.rows(activity=activity.pk, at=at)), None)
    if newest is None or not material_stands(activity, newest, at):
        return ""
    return activity_address(activity, "launch:material")


def _newest(*, activity: int, at: datetime) -> QuerySet[LaunchRelease]:
    rows = LaunchRelease.objects.filter(activity=activity, release_at__lte=at).defer("words")
    return rows.order_by("-number")[:1]


_NEWEST: Final[Prepared[LaunchRelease]] = Prepared(_newest)


def public_activity_of(request: HttpRequest, number: int | None) -> Activity:
    """The activity of a short link, where everybody may see it."""
    authority, at = authority_of(request), moment_of(request)
    rows = (
        Activity.objects.filter(pk=number, process__owner=authority) if number is not None else Activity.objects.none()
    )
    found = rows.select_related("process").prefetch_related("stages").first()
    if found is None or not found.process.is_public(at):
        raise Http404
    found.process.owner = authority
    return found


def staff_frame(activity: Activity, title: str) -> dict[str, Any]:
    """What every staff page here shows around itself."""
    process = activity.process
    names = ("edit", "preview", "take_back", "download", "staff_picture")
    return {
        "process": process,
        "activity": activity,
        "links": {name: activity_address(activity, f"launch:{name}") for name in names},
        "breadcrumbs": staff_crumbs(process, (title, "")),
    }


def news_of(process: Process, at: datetime) -> list[LaunchRelease]:
    """The pieces of news of a process, each as it was last corrected, newest first; one query."""
    found = _NEWS.rows(_MOST, process=process.pk, at=at)
    for row in found:
        row.activity.process = process
    return found


def _news(most: int, *, process: int, at: datetime) -> QuerySet[LaunchRelease]:
    rows = _standing(LaunchRelease.objects.filter(activity__process=process, release_at__lte=at))
    return rows.select_related("activity").order_by("-release_at", "-pk")[:most]


def _standing(rows: QuerySet[LaunchRelease]) -> QuerySet[LaunchRelease]:
    """Of these, what no other of them corrects."""
    corrected = rows.filter(activity=OuterRef("activity"), piece=OuterRef("piece"), number__gt=OuterRef("number"))
    return rows.filter(~Exists(corrected))


_NEWS: Final[Prepared[LaunchRelease]] = Prepared(_news)


def news_of_authority(authority: Authority, at: datetime, *, most: int = 50) -> list[LaunchRelease]:
    """The newest pieces of news of the public processes that the authority's pages show; one query."""
    return _NEWS_OF_AUTHORITY.rows(most, authority=authority.pk, at=at)


def _news_of_authority(most: int, *, authority: int, at: datetime) -> QuerySet[LaunchRelease]:
    processes = Process.objects.of(authority).published(at)
    rows = _standing(LaunchRelease.objects.filter(activity__process__in=processes, release_at__lte=at))
    rows = rows.select_related("activity__process__owner")
    return rows.order_by("-release_at", "-pk")[:most]


_NEWS_OF_AUTHORITY: Final[Prepared[LaunchRelease]] = Prepared(_news_of_authority)
