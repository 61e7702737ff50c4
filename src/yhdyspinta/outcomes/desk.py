"""Measures on the desk: those that are late, and those whose words were left out."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Count, DateField, Min, Q, QuerySet, Value
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.moderation.deadlines import end_of_day
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.outcomes.queries import late_measures
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.methods import DeskItem
from yhdyspinta.processes.models import Process
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


def measure_counts(process_ids: Sequence[int], person_id: int | None, today: date) -> tuple[Any, ...]:
    """Rows of processes, kinds, how many and since when, for a union: late, late and one's own, words left out."""
    late = late_measures(today).filter(process__in=process_ids)
    mine = Q(reminded=person_id) if person_id is not None else Q(pk__in=[])
    return _late(late.exclude(mine), "measure"), _late(late.filter(mine), "measure_mine"), _left_out(process_ids)


def _late(measures: QuerySet[Measure], kind: str) -> Any:
    return measures.values_list("process_id", Value(kind)).annotate(n=Count("pk"), first=Min("first_day")).order_by()


def _left_out(process_ids: Sequence[int]) -> Any:
    """Published measures whose words were left out, because they told a comment that is no longer shown."""
    found = Measure.objects.filter(process__in=process_ids, published_at__isnull=False, withheld__isnull=False)
    return (
        found.values_list("process_id", Value("left_out"))
        .annotate(n=Count("pk"), first=Value(None, DateField()))
        .order_by()
    )


def _subject(process: Process) -> str:
    return Wording(process.title).text(page_language())


def late_measure_item(process: Process, count: int, first: Any) -> DeskItem:
    """One line for all that are late, since the first of them is."""
    words = ngettext("%(count)s measure is late", "%(count)s measures are late", count) % {"count": count}
    task, path = _("Tell how far the measures are"), process_address(process, "outcomes:staff")
    return DeskItem(task, _subject(process), words, end_of_day(first), path, "decide_outcome")


def own_measure_item(process: Process, count: int, first: Any) -> DeskItem:
    """Those that the reader was chosen to be reminded of."""
    words = ngettext("%(count)s measure of yours is late", "%(count)s measures of yours are late", count)
    path = process_address(process, "outcomes:staff")
    return DeskItem(
        _("Tell how far your measures are"), _subject(process), words % {"count": count}, end_of_day(first), path,
        "decide_outcome",
    )  # fmt: skip


def left_out_item(process: Process, count: int, _first: Any) -> DeskItem:
    """One line for all whose words staff have to correct."""
    words = ngettext(
        "%(count)s measure told a comment that is no longer shown, and its words have been left out",
        "%(count)s measures told comments that are no longer shown, and their words have been left out",
        count,
    )
    task, path = _("Correct the measure"), process_address(process, "outcomes:staff")
    return DeskItem(task, _subject(process), words % {"count": count}, None, path, "decide_outcome")
