"""The process's own texts, its phases and its activities, for the translator's file."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yhdyspinta.processes.actions import PhaseFacts, ProcessFacts, edit_process, name_activity, reword_stop, save_phase
from yhdyspinta.processes.language_versions import Change, OfRows, Taking, in_reader_language
from yhdyspinta.processes.models import Activity, Phase, Process
from yhdyspinta.processes.written import ACTIVITY, PHASE, PROCESS, STOP


class ProcessTexts(OfRows):
    """What the process says of itself."""

    key = "process"
    model = Process
    parts = PROCESS

    def rows(self, process: Process) -> QuerySet[Process]:
        return Process.objects.filter(pk=process.pk)

    def where(self, data: Mapping[str, Any]) -> str:
        return ""

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        fresh = Process.objects.select_related("owner").get(pk=taking.process.pk)
        facts = {one.name: getattr(fresh, one.name) for one in fields(ProcessFacts)}
        facts["six_ways"] = tuple(facts["six_ways"])
        made = ProcessFacts(**{**facts, **taking.joined(fresh, changes)})
        edit_process(actor=taking.actor, process=fresh, facts=made, revision=fresh.revision, at=taking.at)


class PhaseTexts(OfRows):
    """What the timeline says of its phases."""

    key = "phase"
    model = Phase
    parts = PHASE
    order = ("position", "pk")

    def rows(self, process: Process) -> QuerySet[Phase]:
        return Phase.objects.filter(process=process)

    def where(self, data: Mapping[str, Any]) -> str:
        return _("Phase %(title)s") % {"title": in_reader_language(data["title"])}

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        phase = Phase.objects.get(pk=pk, process=taking.process)
        facts = {one.name: getattr(phase, one.name) for one in fields(PhaseFacts)}
        made = PhaseFacts(**{**facts, **taking.joined(phase, changes)})
        save_phase(
            actor=taking.actor, process=taking.process, facts=made, at=taking.at, phase=phase, revision=phase.revision
        )


class ActivityTexts(OfRows):
    """What the ways of taking part are called."""

    key = "activity"
    model = Activity
    parts = ACTIVITY
    order = ("phase__position", "pk")

    def rows(self, process: Process) -> QuerySet[Activity]:
        return Activity.objects.filter(process=process)

    def where(self, data: Mapping[str, Any]) -> str:
        return _("Way of taking part")

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        activity = Activity.objects.get(pk=pk, process=taking.process)
        title = taking.joined(activity, changes)["title"]
        name_activity(actor=taking.actor, activity=activity, title=title, revision=activity.revision, at=taking.at)


class _StopTexts(OfRows):
    """Why a process stands still, or ended before its time; told to followers in the languages that it had then."""

    model = Process

    def where(self, data: Mapping[str, Any]) -> str:
        return ""

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        fresh = Process.objects.select_for_update(of=("self",), no_key=True).get(pk=taking.process.pk)
        reword_stop(actor=taking.actor, process=fresh, at=taking.at, **taking.joined(fresh, changes))


class PauseTexts(_StopTexts):
    """Why taking part is paused."""

    key = "pause"
    parts = {"pause_reason": STOP["pause_reason"]}

    def rows(self, process: Process) -> QuerySet[Process]:
        return Process.objects.filter(pk=process.pk, paused_at__isnull=False)


class CancelTexts(_StopTexts):
    """Why the process was cancelled."""

    key = "cancel"
    parts = {"cancel_reason": STOP["cancel_reason"]}

    def rows(self, process: Process) -> QuerySet[Process]:
        return Process.objects.filter(pk=process.pk, cancelled_at__isnull=False)


KINDS = (ProcessTexts(), PauseTexts(), CancelTexts(), PhaseTexts(), ActivityTexts())
