"""What waits at the desk beside the methods' own work: measures, appeals, reports, accessibility feedback, letters, mail, the register."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import (
    Case,
    Count,
    DateField,
    Exists,
    F,
    Min,
    OuterRef,
    Sum,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.audit.models import Entry
from yhdyspinta.authorities.models import AccessibilityFeedback, Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.models import Batch, TableNote
from yhdyspinta.intake.owing import letters_due_in
from yhdyspinta.intake.queries import sheets_to_check
from yhdyspinta.material.desk import late_assigned_count, late_assigned_item
from yhdyspinta.moderation.deadlines import appeal_due, report_due
from yhdyspinta.moderation.models import Appeal, Report
from yhdyspinta.notices.models import Notice
from yhdyspinta.outcomes.desk import late_measure_item, left_out_item, measure_counts, own_measure_item
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.methods import DeskItem
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.taking_comments import only_round
from yhdyspinta.site.register_desk import register_counts, register_lines
from yhdyspinta.transfers.desk import (
    corrected_item,
    late_elsewhere_count,
    late_elsewhere_item,
    received_count,
    received_item,
)
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

_May = Callable[[str, int], bool]


def process_items(processes: Sequence[Process], may: _May, *, person_id: int | None, at: datetime) -> list[DeskItem]:
    """Late measures, appeals, reports, answers to be posted or asked for, a line for each process; one query for all."""
    counts = _counts([process.pk for process in processes], person_id, at)
    found = []
    for process in processes:
        for kind, (ability, item) in _KINDS.items():
            row = counts.get((process.pk, kind))
            if row is not None and may(ability, process.pk):
                found.append(item(process, row[0], row[1]))
    return found


def _counts(process_ids: Sequence[int], person_id: int | None, at: datetime) -> dict[tuple[int, str], tuple[int, Any]]:
    """By process and kind: how many wait, and since when (or from which day they are late)."""
    today = in_helsinki(at).date()
    appeals = Appeal.objects.filter(decided_at=None, decision__comment__activity__process__in=process_ids)
    appealed = (
        appeals.values_list("decision__comment__activity__process_id", Value("appeal"))
        .annotate(n=Count("pk"), first=Min("at__date"))
        .order_by()
    )
    reports = Report.objects.filter(handled_at=None, comment__activity__process__in=process_ids)
    reported = (
        reports.exclude(comment__state=Comment.State.WITHDRAWN)
        .values_list("comment__activity__process_id", Value("report"))
        .annotate(n=Count("comment", distinct=True), first=Min("at__date"))
        .order_by()
    )
    posted = (
        letters_due_in(process_ids)
        .values_list("receipt__activity__process_id", Value("letter"))
        .annotate(n=Count("pk"), first=Min("entered_at__date"))
        .order_by()
    )
    noted = (
        TableNote.objects.filter(settled_at=None, link__batch__activity__process__in=process_ids)
        .values_list("link__batch__activity__process_id", Value("noted"))
        .annotate(n=Count("pk"), first=Min("came_at__date"))
        .order_by()
    )
    found: dict[tuple[int, str], tuple[int, Any]] = defaultdict(lambda: (0, None))
    first, *measures = measure_counts(process_ids, person_id, today)
    slow = (late_elsewhere_count(process_ids, today), late_assigned_count(process_ids, person_id, today))
    others = (
        appealed,
        reported,
        posted,
        noted,
        *measures,
        *slow,
        _sheets(process_ids, person_id),
        _reopened(process_ids),
    )
    for process_id, kind, count, since in first.union(*others, all=True):
        found[process_id, kind] = (count, since)
    return dict(found)


def _sheets(process_ids: Sequence[int], person_id: int | None) -> Any:
    """Drawn sheets of piles, and tables of events, that somebody else has typed or whose differences wait to be decided."""
    kind = Case(When(batch__kind=Batch.Kind.EVENT, then=Value("table")), default=Value("sheet"))
    return (
        sheets_to_check(person_id)
        .filter(batch__activity__process__in=process_ids)
        .values_list("batch__activity__process_id", kind)
        .annotate(n=Count("pk"), first=Min("batch__drawn_at__date"))
        .order_by()
    )


def _reopened(process_ids: Sequence[int]) -> Any:
    """Rounds that were marked answered and no longer are, with how many of their comments wait."""
    marked = Entry.objects.filter(
        verb="answers.round_answered", target=Concat(Value("activity:"), Cast(OuterRef("pk"), TextField()))
    )
    found = Activity.objects.filter(
        Exists(marked), process__in=process_ids, answered_at=None, process__archived_at=None
    )
    return (
        found.values_list("process_id", Value("reopened"))
        .annotate(n=Sum(F("due_count") + F("waiting_count")), first=Value(None, DateField()))
        .order_by()
    )


def _subject(process: Process) -> str:
    return Wording(process.title).text(page_language())


def _appeal(process: Process, count: int, first: Any) -> DeskItem:
    words = ngettext("%(count)s sender has appealed", "%(count)s senders have appealed", count) % {"count": count}
    path = process_address(process, "moderation:queue") + "?kind=appealed"
    due = appeal_due(first)
    return DeskItem(_("Decide the appeals"), _subject(process), words, due, path, "moderate")


def _report(process: Process, count: int, first: Any) -> DeskItem:
    words = ngettext("%(count)s comment is reported", "%(count)s comments are reported", count) % {"count": count}
    path = process_address(process, "moderation:queue") + "?kind=reported"
    due = report_due(first, process.owner.moderation_hours)
    return DeskItem(_("Look at what was reported"), _subject(process), words, due, path, "moderate")


def _letter(process: Process, count: int, first: Any) -> DeskItem:
    words = ngettext(
        "%(count)s sender waits for you to tell the answer",
        "%(count)s senders wait for you to tell the answer",
        count,
    )
    path = address("intake:letters", process.owner) + f"?process={process.slug}"
    return DeskItem(_("Send the answers"), _subject(process), words % {"count": count}, None, path, "take_in")


def _noted(process: Process, count: int, _first: Any) -> DeskItem:
    words = ngettext(
        "%(count)s note from the tables of an event waits", "%(count)s notes from the tables of an event wait", count
    )
    path = _channels(process)
    return DeskItem(_("Take in the notes"), _subject(process), words % {"count": count}, None, path, "take_in")


def _sheet(process: Process, count: int, _first: Any) -> DeskItem:
    words = ngettext("%(count)s typed sheet waits for its check", "%(count)s typed sheets wait for their check", count)
    path = _channels(process)
    return DeskItem(_("Check what was typed"), _subject(process), words % {"count": count}, None, path, "type_in")


def _table(process: Process, count: int, _first: Any) -> DeskItem:
    words = ngettext(
        "The notes of %(count)s table wait for their check", "The notes of %(count)s tables wait for their check", count
    )
    path = _channels(process)
    return DeskItem(
        _("Check the notes of an event"), _subject(process), words % {"count": count}, None, path, "take_in"
    )


def _channels(process: Process) -> str:
    """The page of the channels where the process has one round, otherwise that of the process."""
    found = only_round(process)
    return activity_address(found, "intake:channels") if found else process_address(process, "processes:overview")


def _again(process: Process, count: int, _first: Any) -> DeskItem:
    words = _("The round is no longer marked answered")
    if count:
        came = ngettext("%(count)s comment waits", "%(count)s comments wait", count) % {"count": count}
        words = f"{words}: {came}"
    path = address("site:desk_answers", process.owner)
    return DeskItem(_("Mark the round answered again"), _subject(process), words, None, path, "close")


_KINDS: dict[str, tuple[str, Callable[[Process, int, Any], DeskItem]]] = {
    "measure_mine": ("decide_outcome", own_measure_item),
    "measure": ("decide_outcome", late_measure_item),
    "left_out": ("decide_outcome", left_out_item),
    "appeal": ("moderate", _appeal),
    "report": ("moderate", _report),
    "letter": ("take_in", _letter),
    "elsewhere": ("answer", late_elsewhere_item),
    "assigned": ("edit", late_assigned_item),
    "noted": ("take_in", _noted),
    "sheet": ("type_in", _sheet),
    "table": ("take_in", _table),
    "reopened": ("close", _again),
}


def authority_items(authority: Authority, abilities: frozenset[str], *, at: datetime) -> list[DeskItem]:
    """Accessibility feedback, mail that could not be sent, what is not in the register, comments passed on; one query."""
    counts = []
    if "administer" in abilities:
        feedback = AccessibilityFeedback.objects.filter(authority=authority, answered_at=None)
        parked = Notice.objects.filter(authority=authority, state=Notice.State.PARKED)
        counts += [
            feedback.values_list(Value("feedback")).annotate(n=Count("pk"), first=Min("due_at")).order_by(),
            parked.values_list(Value("parked")).annotate(n=Count("pk"), first=Min("owed_at")).order_by(),
        ]
    if "answer" in abilities:
        counts.append(received_count(authority))
    if "register" in abilities and "administer" not in abilities:  # a registrar's own desk
        counts += register_counts(authority)
    if not counts:
        return []
    rows = {kind: (count, first) for kind, count, first in counts[0].union(*counts[1:], all=True)}
    return _authority_lines(authority, rows)


def _authority_lines(authority: Authority, rows: Mapping[str, tuple[int, Any]]) -> list[DeskItem]:
    """The lines of what waits in the authority itself."""
    found = []
    if rows.get("feedback", (0, None))[0]:
        count, due_at = rows["feedback"]
        words = ngettext(
            "%(count)s message waits for an answer, which by law comes in two weeks",
            "%(count)s messages wait for an answer, which by law comes in two weeks",
            count,
        )
        path = address("site:feedback_list", authority)
        found.append(
            DeskItem(_("Answer accessibility feedback"), "", words % {"count": count}, due_at, path, "administer")
        )
    if rows.get("parked", (0, None))[0]:
        count = rows["parked"][0]
        words = ngettext("%(count)s message could not be sent", "%(count)s messages could not be sent", count)
        path = address("team:parked", authority)
        found.append(DeskItem(_("See to mail"), "", words % {"count": count}, None, path, "administer"))
    found += register_lines(authority, rows)
    if rows.get("received", (0, None))[0]:
        found.append(received_item(authority, *rows["received"]))
    if rows.get("corrected", (0, None))[0]:
        found.append(corrected_item(authority, rows["corrected"][0]))
    return found
