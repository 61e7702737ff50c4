"""What was received and stands in no exported file yet: told by process, so that no export hides another's duty.

Every source of the register is asked here by the same rule (`registrar.Source`), so a new kind of row is told as well.
"""

from typing import Any, Final

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Greatest

from yhdyspinta.audit.models import Entry
from yhdyspinta.audit.trail import reference
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.site import register_rows as rows
from yhdyspinta.site.registrar import Choices, Source, sources

VERB: Final = "site.register_exported"
_UNNARROWED: Final = {"since": None, "until": None, "channel": None}


def _exported_at(authority: Authority, process: str) -> Subquery:
    """When a process was last exported so that nothing of what had come was left out.

    `process` is where the outer row tells its process; what belongs to none is covered by a copy of everything. A copy
    of one process covers that process alone, and one narrowed by days or channel counts only when it was found to
    leave nothing out (`leaves_out`).
    """
    covers = Q(process_id=None, passed_from__isnull=True)
    if process:
        covers |= Q(process_id=OuterRef(process)) | Q(passed_from=Cast(OuterRef(process), TextField()))
    whole = Q(detail__contains=_UNNARROWED) | Q(detail__contains={"whole": True})
    exports = Entry.objects.filter(target=reference(authority), verb=VERB)
    exports = exports.annotate(passed_from=KT("detail__passed_from")).filter(covers, whole)
    return Subquery(exports.order_by("-id").values("at")[:1])


def waiting_processes(authority: Authority) -> QuerySet[Process]:
    """Processes of which something came or was changed by its sender after they were last exported."""
    found = Q(pk__in=_rounds_with_comments(authority).values("process"))
    for source in sources(authority, Choices()):
        if source.process and source.rank != rows.COMMENT:
            found |= Q(pk__in=_newest_of_each(authority, source).values(source.process))
    return Process.objects.filter(found)


def _rounds_with_comments(authority: Authority) -> QuerySet[Activity]:
    """The newest comment of a round is found by its number, and the last changed one by an index of its own.

    So it does not matter how many there are, of all that is received the only kind that may be very many.
    """
    newest = Comment.objects.filter(activity=OuterRef("pk")).order_by("-number")
    changed = Comment.objects.filter(activity=OuterRef("pk"), rewritten_at__isnull=False).order_by("-rewritten_at")
    rounds = Activity.objects.filter(process__owner=authority).annotate(
        came_at=Subquery(newest.values("entered_at")[:1]),
        changed_at=Subquery(changed.values("rewritten_at")[:1]),
        exported_at=_exported_at(authority, "process_id"),
    )
    since = Q(came_at__gt=F("exported_at")) | Q(changed_at__gt=F("exported_at"))
    return rounds.filter(Q(exported_at=None, came_at__isnull=False) | since)


def _newest_of_each(authority: Authority, source: Source) -> QuerySet[Any, Any]:
    """Processes with the last moment of the source's rows, where that is after their last export: one look for each."""
    moments = [F(name) for name in source.moments]
    last = Max(Greatest(*moments) if len(moments) > 1 else moments[0])
    each = source.found.order_by().values(source.process).annotate(last_moment=last)
    each = each.annotate(exported_at=_exported_at(authority, source.process))
    found: QuerySet[Any, Any] = each.filter(Q(exported_at=None) | Q(last_moment__gt=F("exported_at")))
    return found


def waiting_of_no_process(authority: Authority) -> QuerySet[Authority]:
    """The authority itself, if something that belongs to no process came after everything was last exported."""
    found = Q()
    for source in sources(authority, Choices()):
        if not source.process:
            found |= Q(Exists(_waiting(authority, source)))
        elif source.rank == rows.REQUEST:  # of a draft that is gone
            found |= Q(Exists(_waiting(authority, source).filter(**{source.process: None})))
    return Authority.objects.filter(found, pk=authority.pk)


def what_waits(authority: Authority) -> tuple[list[int], bool]:
    """Numbers of the processes that wait, and whether what belongs to none does; one query."""
    own = waiting_of_no_process(authority).values_list(Value(0)).order_by()
    found = waiting_processes(authority).values_list("pk").order_by().union(own, all=True)
    numbers = [number for (number,) in found]
    return [number for number in numbers if number], 0 in numbers


def _waiting(authority: Authority, source: Source) -> QuerySet[Any]:
    """Those rows of the source that no export holds yet."""
    since = Q(exported_at=None)
    for name in source.moments:
        since |= Q(**{f"{name}__gt": F("exported_at")})
    found: QuerySet[Any] = source.found.annotate(exported_at=_exported_at(authority, source.process)).filter(since)
    return found


def leaves_out(authority: Authority, choices: Choices) -> bool:
    """Whether a copy with these days and this channel leaves out something that no export holds yet."""
    if not (choices.since or choices.until or choices.channel):
        return False
    whole = sources(authority, Choices(process=choices.process))
    return any(
        _waiting(authority, source).exclude(Exists(taken.found.filter(pk=OuterRef("pk")))).exists()
        for source, taken in zip(whole, sources(authority, choices), strict=True)
    )
