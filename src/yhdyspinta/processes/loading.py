"""Objects reach a view only through these: what somebody may not see does not exist for them (404)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.http import Http404, HttpRequest

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.database.prepared import Prepared, attach
from yhdyspinta.people.visitors import Someone, someone
from yhdyspinta.processes.models import Activity, FormerAddress, Process, Stage
from yhdyspinta.processes.permissions import staff_abilities
from yhdyspinta.processes.preview import may_preview
from yhdyspinta.processes.taking_comments import keys_of_comment_methods
from yhdyspinta.wording.refusals import Refusal

_PROCESS: Final[Prepared[Process]] = Prepared(lambda owner, slug: Process.objects.filter(owner=owner, slug=slug))
_STAGE_FIELDS: Final = tuple(field.attname for field in Stage._meta.concrete_fields)  # noqa: SLF001
_TIMES: Final = frozenset({"opens_at", "closes_at"})
_ACTIVITY: Final[Prepared[Activity]] = Prepared(
    lambda owner, process, slug: (
        Activity.objects.filter(
            process__owner__slug=owner, process__owner__is_on=True, process__slug=process, slug=slug
        )
        .select_related("process__owner__area")
        .annotate(
            read_at=clock.ReadAt(),
            stages_read=ArraySubquery(
                Stage.objects.filter(activity=OuterRef("pk")).values(
                    read=JSONObject(**{name: name for name in _STAGE_FIELDS})
                )
            ),
        )
    )
)
_STAGES: Final[Prepared[Stage]] = Prepared(lambda activities: Stage.objects.filter(activity__in=activities))


def authority_of(request: HttpRequest) -> Authority:
    """The authority of the address, set by the middleware; 404 where the page has none."""
    authority: Authority | None = getattr(request, "authority", None)
    if authority is None:
        raise Http404
    return authority


def abilities_here(request: HttpRequest) -> frozenset[str]:
    """What the loader found that they may do in the process."""
    found: frozenset[str] = getattr(request, "abilities", frozenset())
    return found


def moment_of(request: HttpRequest) -> datetime:
    """The request's instant by the database's clock, read once with the authority or by the loader."""
    found: datetime = getattr(request, "moment", None) or clock.now()
    return found


class Moved(Exception):
    """The process passed to a successor: the same page stands at another address now."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def _moved(request: HttpRequest, authority: Authority, slug: str) -> Moved | None:
    process = process_passed_on(authority.slug, slug)
    if process is None:
        return None
    _, _, language, kind, _, rest = request.path.split("/", 5)
    return Moved(f"/{process.owner.slug}/{language}/{kind}/{process.slug}/{rest}")


def process_passed_on(authority: str, slug: str) -> Process | None:
    """The public process that was at the authority's address and is another authority's now: old addresses lead on."""
    former = FormerAddress.objects.select_related("process__owner").filter(authority__slug=authority, slug=slug).first()
    if former is None or former.process.owner_id == former.authority_id or not former.process.is_public(clock.now()):
        return None
    return former.process


def public_process(request: HttpRequest, slug: str) -> Process:
    """A process of the address, when the public, its staff or the holder of its preview link may see it."""
    authority = authority_of(request)
    process = _PROCESS.first(owner=authority.pk, slug=slug)
    if process is None:
        raise _moved(request, authority, slug) or Http404
    process.owner = authority
    at = moment_of(request)
    if process.is_public(at) or _may_see_early(request, process):
        return process
    raise Http404


def _may_see_early(request: HttpRequest, process: Process) -> bool:
    """The holder of the preview link, and staff who gave their second factor, see what is not public."""
    return may_preview(request, process) or staff_ask(request, process)


def staff_ask(request: HttpRequest, process: Process) -> bool:
    """Whether staff of the process ask who see all of it, and gave their second factor."""
    person = someone(request)
    return has_second_factor(request, person) and "see_desk" in staff_abilities(person, process)


def arrive(request: HttpRequest, owner: str, process: str, slug: str) -> Authority | None:
    """The authority of an address that names an activity, which is read with it; one query, None when there is none."""
    found = _ACTIVITY.first(owner=owner, process=process, slug=slug)
    if found is None:
        return None
    stages = [Stage.from_db("default", _STAGE_FIELDS, _stage_values(row)) for row in found.stages_read]  # type: ignore[attr-defined]
    attach(found, "stages", stages)
    request.arrived_at = found  # type: ignore[attr-defined]
    request.moment = found.read_at  # type: ignore[attr-defined]
    return found.process.owner


def _stage_values(row: dict[str, Any]) -> list[Any]:
    return [datetime.fromisoformat(row[name]) if name in _TIMES else row[name] for name in _STAGE_FIELDS]


def public_activity(request: HttpRequest, process_slug: str, methods: Collection[str]) -> Activity:
    """The activity of the address, of a method whose page asks; no queries for the public."""
    authority = authority_of(request)
    activity: Activity | None = getattr(request, "arrived_at", None)
    if activity is None or activity.method_key not in methods:
        raise _moved(request, authority, process_slug) or Http404
    if not activity.process.is_public(moment_of(request)) and not _may_see_early(request, activity.process):
        raise Http404
    return activity


def with_stages(activities: Sequence[Activity]) -> None:
    """Set the stages of activities that have none set yet; one query where there are any."""
    bare = [activity for activity in activities if "stages" not in vars(activity).get("_prefetched_objects_cache", {})]
    if not bare:
        return
    found: dict[int, list[Stage]] = {activity.pk: [] for activity in bare}
    for stage in _STAGES.rows(activities=list(found)):
        found[stage.activity_id].append(stage)
    for activity in bare:
        attach(activity, "stages", found[activity.pk])


def staff_authority(request: HttpRequest, ability: str) -> Authority:
    """The authority of the address for a member of staff with the ability there; 404 for others."""
    authority = authority_of(request)
    _second_factor(request)
    if ability not in staff_abilities(someone(request), authority):
        raise Http404
    return authority


def staff_process(request: HttpRequest, slug: str, ability: str) -> Process:
    """A process for a member of staff with the ability in it; 404 for others.

    Raises Refusal("second_factor_needed") before a second factor was given.
    """
    process = Process.objects.select_related("owner").filter(owner=authority_of(request), slug=slug).first()
    if process is None:
        raise Http404
    abilities = staff_abilities(someone(request), process)
    if not abilities:
        raise Http404
    _second_factor(request)
    if ability not in abilities:
        raise Refusal("not_your_role", status=403)
    request.abilities = abilities  # type: ignore[attr-defined]
    request.moment = clock.now()  # type: ignore[attr-defined]
    request.works_in = process  # type: ignore[attr-defined]
    return process


def staff_activity(
    request: HttpRequest, process: str, slug: str, ability: str, *, method_key: str = "", stages: bool = False
) -> Activity:
    """An activity, of one method or of any, for staff with the ability in its process; 404 for others."""
    owner = staff_process(request, process, ability)
    rows = Activity.objects.filter(process=owner, slug=slug)
    found = rows.filter(method_key=method_key).first() if method_key else rows.first()
    if found is None:
        raise Http404
    found.process = owner
    if stages:
        with_stages([found])
    return works_on(request, found)


def works_on(request: HttpRequest, activity: Activity) -> Activity:
    """The activity whose page staff look at: the frame shows its menu."""
    request.works_on = activity  # type: ignore[attr-defined]
    return activity


def require_held_here(activity: Activity) -> Activity:
    """The round, if people take part in it here. Raises Refusal("round_held_elsewhere")."""
    if activity.is_held_elsewhere:
        raise Refusal("round_held_elsewhere", status=404)
    return activity


def staff_round(
    request: HttpRequest,
    process: str,
    slug: str,
    ability: str,
    *,
    stages: bool = False,
    beside: Sequence[str] = (),
    also: Mapping[str, Any] | None = None,
) -> Activity:
    """A round, of any method that takes comments, for staff with the ability in its process; 404 for others.

    What stands `beside` it, one row each, is loaded with it in the same query, and what is `also` asked, by name.
    """
    found = round_in(staff_process(request, process, ability), slug, stages=stages, beside=beside, also=also)
    return works_on(request, found)


def round_in(
    process: Process, slug: str, *, stages: bool = False, beside: Sequence[str] = (),
    also: Mapping[str, Any] | None = None,
) -> Activity:  # fmt: skip
    """A round of a process that was loaded for whoever asks; with its stages where a page looks at times."""
    rounds = Activity.objects.filter(process=process, slug=slug, method_key__in=keys_of_comment_methods())
    rounds = rounds.annotate(**also or {})
    found = rounds.select_related(*beside).first() if beside else rounds.first()
    if found is None:
        raise Http404
    found.process = process
    if stages:
        with_stages([found])
    return found


def has_second_factor(request: HttpRequest, person: Someone) -> bool:
    """Whether the session was opened, or raised, with a second factor."""
    return bool(request.session.get("second_factor")) and person.pk is not None


def _second_factor(request: HttpRequest) -> None:
    person = someone(request)
    if person.pk is not None and not person.is_guest and not has_second_factor(request, person):
        raise Refusal("second_factor_needed", status=403)
