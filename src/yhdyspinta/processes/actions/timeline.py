"""Lay out the timeline of a process: its phases, and the methods placed in them."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.people.models import Person
from yhdyspinta.processes.actions.preparing import PhaseFacts, add_activity, require_languages
from yhdyspinta.processes.indexing import index_process
from yhdyspinta.processes.methods import methods
from yhdyspinta.processes.models import Activity, Phase, Process
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.processes.timeline import moved, runs_in
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


def _held(actor: Person, process_id: int) -> Process:
    """The process, locked, when the person may edit it."""
    process = Process.objects.select_for_update(of=("self",)).select_related("owner").get(pk=process_id)
    require_staff(actor, "edit", process)
    return process


@transaction.atomic
def save_phase(
    *, actor: Person, process: Process, facts: PhaseFacts, at: datetime, phase: Phase | None = None, revision: int = 1
) -> Phase:
    """Add a phase at the end, or change one.

    Raises Refusal: phase_ends_before_it_starts; changed_meanwhile when somebody saved the phase after `revision`;
    language_missing when a public process would lack a text in a language that its owner owes.
    """
    process = _held(actor, process.pk)
    if facts.starts_at and facts.ends_at and facts.ends_at < facts.starts_at:
        raise Refusal("phase_ends_before_it_starts", status=422, field="ends_at")
    if phase is None:
        last = process.phases.order_by("-position").values_list("position", flat=True).first()
        phase = Phase(process=process, position=(last or 0) + 1)
    else:
        phase = process.phases.get(pk=phase.pk)
        if phase.revision != revision:
            raise Refusal("changed_meanwhile")
        phase.revision += 1
    if process.published_at is not None:
        require_languages(process, vars(facts))
    for name, value in vars(facts).items():
        setattr(phase, name, value)
    phase.save()
    record("processes.phase_saved", actor=actor, target=process, at=at, process=process, phase=phase.pk)
    return phase


@transaction.atomic
def move_phase(*, actor: Person, phase: Phase, by: int, at: datetime) -> None:
    """Move a phase one place earlier (-1) or later (+1) in the order that pages show."""
    process = _held(actor, phase.process_id)
    runs = runs_in(process)
    place = [run.phase for run in runs].index(phase)
    phases = [run.phase for run in moved(runs, place, by)]
    for position, each in enumerate(phases, start=1):
        Phase.objects.filter(pk=each.pk).update(position=position)
    record(
        "processes.phase_moved", actor=actor, target=process, at=at, process=process, phase=phase.pk,
        position=phases.index(phase) + 1,
    )  # fmt: skip


@transaction.atomic
def remove_phase(*, actor: Person, phase: Phase, at: datetime) -> None:
    """Remove a phase that holds no activity. Raises Refusal("phase_holds_an_activity")."""
    process = _held(actor, phase.process_id)
    if phase.activities.exists():
        raise Refusal("phase_holds_an_activity")
    record("processes.phase_removed", actor=actor, target=process, at=at, process=process, phase=phase.pk)
    phase.delete()


@transaction.atomic
def place_method(
    *,
    actor: Person,
    phase: Phase,
    method_key: str,
    title: Wording,
    opens_at: datetime,
    closes_at: datetime,
    at: datetime,
) -> Activity:
    """Give residents a way of taking part in a phase, open between the instants.

    Raises Refusal: unknown_method, title_missing, language_missing in a public process, closes_before_it_opens,
    time_has_passed for a closing time that is past, process_cancelled.
    """
    process = _held(actor, phase.process_id)
    if process.cancelled_at is not None:
        raise Refusal("process_cancelled", status=422)
    if method_key not in methods():
        raise Refusal("unknown_method", status=422, field="method_key")
    if not title:
        raise Refusal("title_missing", status=422, field="title")
    if process.published_at is not None:
        require_languages(process, {"title": title})
    if closes_at <= opens_at:
        raise Refusal("closes_before_it_opens", status=422, field="closes_at")
    if closes_at <= at:
        raise Refusal("time_has_passed", status=422, field="closes_at")
    phase = process.phases.get(pk=phase.pk)
    activity = add_activity(phase, method_key, title=title, opens_at=opens_at, closes_at=closes_at, at=at)
    record(
        "processes.method_placed", actor=actor, target=process, at=at, process=process, activity=activity.pk,
        method=method_key,
    )  # fmt: skip
    index_process(process, at=at)
    return activity


@transaction.atomic
def name_activity(*, actor: Person, activity: Activity, title: Wording, revision: int, at: datetime) -> Activity:
    """Call a way of taking part something else, or give its name in a further language.

    The same name changes nothing. Raises Refusal: title_missing, changed_meanwhile, language_missing in a public process.
    """
    process = _held(actor, activity.process_id)
    held = Activity.objects.select_for_update(of=("self",), no_key=True).get(pk=activity.pk)
    if held.title == title:
        return held
    if held.revision != revision:
        raise Refusal("changed_meanwhile")
    if not title:
        raise Refusal("title_missing", status=422, field="title")
    if process.published_at is not None:
        require_languages(process, {"title": title})
    held.title = title
    held.revision += 1
    held.save(update_fields=["title", "revision"])
    record("processes.activity_saved", actor=actor, target=process, at=at, process=process, activity=held.pk)
    index_process(process, at=at)
    return held
