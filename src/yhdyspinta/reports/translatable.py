"""The words of reports, and practices beside sections, for the translator's file; published versions stay as they are."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yhdyspinta.processes.language_versions import Change, OfRows, Taking, in_reader_language
from yhdyspinta.processes.models import Process
from yhdyspinta.reports.actions.practices import reword_practice
from yhdyspinta.reports.actions.reporting import save_report
from yhdyspinta.reports.models import Practice, Report
from yhdyspinta.reports.words import PRACTICE, WRITTEN, ReportWords


class ReportTexts(OfRows):
    """What staff write in a report."""

    key = "report"
    model = Report
    parts = WRITTEN

    def rows(self, process: Process) -> QuerySet[Report]:
        return Report.objects.filter(activity__process=process)

    def where(self, data: Mapping[str, Any]) -> str:
        return _("Report")

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        row = taking.row_of(Report, pk)
        words = ReportWords(**{**vars(ReportWords.of(row)), **taking.joined(row, changes)})
        save_report(actor=taking.actor, activity=row.activity, words=words, revision=row.revision, at=taking.at)


class PracticeTexts(OfRows):
    """Solutions in use and support material beside sections."""

    key = "practice"
    model = Practice
    parts = PRACTICE
    order = ("section__position", "pk")

    def rows(self, process: Process) -> QuerySet[Practice]:
        return Practice.objects.filter(section__version__document__activity__process=process, removed_at=None)

    def where(self, data: Mapping[str, Any]) -> str:
        return _("Practice %(title)s") % {"title": in_reader_language(data["title"])}

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        found = Practice.objects.select_for_update(of=("self",))
        found = found.select_related("section__version__document__activity")
        row = found.get(pk=pk, section__version__document__activity__process=taking.process)
        activity = row.section.version.document.activity
        activity.process = taking.process
        made = {"title": row.title, "text": row.text, **taking.joined(row, changes)}
        reword_practice(actor=taking.actor, activity=activity, practice=row, at=taking.at, **made)


KINDS = (ReportTexts(), PracticeTexts())
