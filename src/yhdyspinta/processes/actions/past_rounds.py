"""The timeline around a round that was held in another service, before its process was here."""

from datetime import datetime, timedelta
from typing import Final

from yhdyspinta.processes.models import Activity, Phase, Process
from yhdyspinta.ui.dates import in_helsinki

#: What is done here once the answers have been brought; every other phase belonged to the round itself.
_AFTER: Final = frozenset({"answers", "follow_up"})


def fit_timeline(activity: Activity, *, opened_at: datetime, at: datetime) -> None:
    """Move a draft's planned phases: those of the round as far before it as they were planned, answering to begin now.

    The promised day of answers moves with the phase of answers. Nothing that has been published is moved. Called in the
    transaction of whoever says when the round was held, who has asked for the permission.
    """
    process = Process.objects.select_for_update(of=("self",), no_key=True).get(pk=activity.process_id)
    if process.published_at is not None:
        return
    own = Phase.objects.get(pk=activity.phase_id)
    others = list(Phase.objects.select_for_update().filter(process=process).exclude(pk=own.pk))
    during = [phase for phase in others if phase.kind not in _AFTER]
    after = [phase for phase in others if phase.kind in _AFTER]
    planned = own.starts_at or max((phase.ends_at for phase in during if phase.ends_at), default=None)
    if planned is not None:
        _move(during, opened_at - planned)
    begins = min((phase.starts_at for phase in after if phase.starts_at), default=None)
    if begins is not None and begins > at:
        promised = max((phase.ends_at for phase in after if phase.kind == "answers" and phase.ends_at), default=None)
        _move(after, at - begins)
        if promised is not None and process.answers_promised_on == in_helsinki(promised).date():
            process.answers_promised_on = in_helsinki(promised + (at - begins)).date()
            process.save(update_fields=["answers_promised_on"])


def _move(phases: list[Phase], by: timedelta) -> None:
    for phase in phases:
        phase.starts_at = phase.starts_at and phase.starts_at + by
        phase.ends_at = phase.ends_at and phase.ends_at + by
        phase.revision += 1
        phase.save(update_fields=["starts_at", "ends_at", "revision"])
