"""What was received and stands in no exported file yet: told by round, so that one export never hides another's duty."""

from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from yhdyspinta.audit.models import Entry
from yhdyspinta.audit.trail import reference
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.models import Activity
from yhdyspinta.site.registrar import Choices, answers_of_others
from yhdyspinta.transfers.models import FormerReply, Transfer

VERB = "site.register_exported"
_UNNARROWED = {"since": None, "until": None, "channel": None}


def _exported_at(authority: Authority, process: str) -> Subquery:
    """When a process's rounds were last exported so that nothing of what had come was left out.

    `process` is where the outer row tells its process. A copy of one process covers that process alone, and one
    narrowed by days or channel counts only when it was found to leave nothing out (`leaves_out`).
    """
    covers = Q(process_id=OuterRef(process)) | Q(process_id=None, passed_from__isnull=True)
    covers |= Q(passed_from=Cast(OuterRef(process), TextField()))
    whole = Q(detail__contains=_UNNARROWED) | Q(detail__contains={"whole": True})
    exports = Entry.objects.filter(target=reference(authority), verb=VERB)
    exports = exports.annotate(passed_from=KT("detail__passed_from")).filter(covers, whole)
    return Subquery(exports.order_by("-id").values("at")[:1])


def waiting_rounds(authority: Authority) -> QuerySet[Activity]:
    """Rounds of which something came, was changed by its sender or was passed on here, after they were last exported.

    The newest comment of a round is found by its number, and the last changed one by an index of its own, so it does
    not matter how many there are.
    """
    newest = Comment.objects.filter(activity=OuterRef("pk")).order_by("-number")
    changed = Comment.objects.filter(activity=OuterRef("pk"), rewritten_at__isnull=False).order_by("-rewritten_at")
    rounds = Activity.objects.filter(process__owner=authority).annotate(
        came_at=Subquery(newest.values("entered_at")[:1]),
        changed_at=Subquery(changed.values("rewritten_at")[:1]),
        exported_at=_exported_at(authority, "process_id"),
    )
    since = Q(came_at__gt=F("exported_at")) | Q(changed_at__gt=F("exported_at"))
    found = rounds.filter(Q(exported_at=None, came_at__isnull=False) | since)
    others = (found.values("pk"), _passed(authority).values("comment__activity"))
    either = Q(pk__in=others[0]) | Q(pk__in=others[1]) | Q(pk__in=_answered(authority).values("comment__activity"))
    return Activity.objects.filter(either)


def _passed(authority: Authority) -> QuerySet[Transfer]:
    """What other authorities passed on and no export holds yet."""
    exported = _exported_at(authority, "comment__activity__process_id")
    passed = Transfer.objects.filter(receiver=authority).annotate(exported_at=exported)
    return passed.filter(Q(exported_at=None) | Q(passed_at__gt=F("exported_at")))


def _answered(authority: Authority) -> QuerySet[Any]:
    """What other authorities answered, corrected or gave back, and no export holds yet."""
    exported = _exported_at(authority, "comment__activity__process_id")
    mended = FormerReply.objects.filter(transfer=OuterRef("pk")).order_by("-revision").values("replaced_at")[:1]
    answers: QuerySet[Any] = answers_of_others(authority, Choices()).annotate(
        exported_at=exported, mended_at=Subquery(mended)
    )
    since = Q(answered_at__gt=F("exported_at")) | Q(corrected_at__gt=F("exported_at"))
    since |= Q(mended_at__gt=F("exported_at"))  # the day of arrival alone, too
    return answers.filter(Q(exported_at=None) | since | Q(state="returned", ended_at__gt=F("exported_at")))


def leaves_out(authority: Authority, choices: Choices) -> bool:
    """Whether a copy with these days and this channel leaves out something that no export holds yet."""
    if not (choices.since or choices.until or choices.channel):
        return False
    comments: QuerySet[Any] = Comment.objects.filter(activity__process__owner=authority)
    passed, answered = _passed(authority), _answered(authority)
    if choices.process is not None:
        comments = comments.filter(activity__process=choices.process)
        passed = passed.filter(comment__activity__process=choices.process)
        answered = answered.filter(comment__activity__process=choices.process)
    if answered.exclude(pk__in=answers_of_others(authority, choices).values("pk")).exists():
        return True
    comments = comments.annotate(exported_at=_exported_at(authority, "activity__process_id"))
    since = Q(entered_at__gt=F("exported_at")) | Q(rewritten_at__gt=F("exported_at"))
    comments = comments.filter(Q(exported_at=None) | since)
    wanted = choices.times() & (Q(channel=choices.channel) if choices.channel else Q())
    if comments.exclude(wanted).exists():
        return True
    if not choices.takes_online:
        return passed.exists()
    dated = passed.annotate(arrived_at=F("passed_at"))
    return bool(choices.times()) and dated.exclude(choices.times()).exists()
