"""Decisions and measures, for the translator's file."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yhdyspinta.outcomes.actions import OutcomeText, save_outcome
from yhdyspinta.outcomes.measures import MeasureText, Progress, save_measure, update_measure
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.outcomes.written import MEASURE, OUTCOME, PROGRESS
from yhdyspinta.processes.language_versions import Change, OfRows, Taking, in_reader_language
from yhdyspinta.processes.models import Process


class OutcomeTexts(OfRows):
    """What was decided."""

    key = "outcome"
    model = Outcome
    parts = OUTCOME

    def rows(self, process: Process) -> QuerySet[Outcome]:
        return Outcome.objects.filter(process=process)

    def where(self, data: Mapping[str, Any]) -> str:
        return _("Decision %(title)s") % {"title": in_reader_language(data["title"])}

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        row = Outcome.objects.get(pk=pk, process=taking.process)
        made = OutcomeText(**{**vars(OutcomeText.of(row)), **taking.joined(row, changes)})
        save_outcome(
            actor=taking.actor, process=taking.process, outcome=row, text=made, revision=row.revision, at=taking.at
        )


class MeasureTexts(OfRows):
    """What is done because of it, and how far it is."""

    key = "measure"
    model = Measure
    parts = {**MEASURE, **PROGRESS}

    def rows(self, process: Process) -> QuerySet[Measure]:
        return Measure.objects.filter(process=process)

    def where(self, data: Mapping[str, Any]) -> str:
        return _("Measure %(promise)s") % {"promise": in_reader_language(data["promise"])[:60]}

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        row = Measure.objects.get(pk=pk, process=taking.process)
        row.process = taking.process
        told = changes.get("status_words")
        promised = {name: change for name, change in changes.items() if name in MEASURE}
        if promised:
            made = MeasureText(**{**vars(MeasureText.of(row)), **taking.joined(row, promised)})
            row = save_measure(
                actor=taking.actor, process=taking.process, measure=row, text=made, revision=row.revision, at=taking.at
            )
        if told:
            words = taking.with_version(row.status_words, told)
            progress = Progress(row.state, words, row.done_count)
            update_measure(actor=taking.actor, measure=row, progress=progress, revision=row.revision, at=taking.at)


KINDS = (OutcomeTexts(), MeasureTexts())
