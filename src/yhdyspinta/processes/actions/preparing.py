"""Prepare a process: create it from a blueprint, edit it, lay out its phases, copy an old one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person
from yhdyspinta.processes import blueprints
from yhdyspinta.processes.indexing import index_process
from yhdyspinta.processes.methods import method_of, methods
from yhdyspinta.processes.models import Activity, Phase, Process, Stage
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.processes.preview import new_nonce
from yhdyspinta.processes.slugs import free_slug
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


@dataclass(frozen=True)
class ProcessFacts:
    """Everything that staff write of a process."""

    title: Wording
    summary: Wording = field(default_factory=Wording)
    background: Wording = field(default_factory=Wording)
    use_of_results: Wording = field(default_factory=Wording)
    decided_by: Wording = field(default_factory=Wording)
    results_receiver: Wording = field(default_factory=Wording)
    takes_minutes: int | None = None
    answers_promised_on: date | None = None
    six_ways: tuple[str, ...] = ()
    influence: str = ""
    keywords: Wording = field(default_factory=Wording)
    case_number: str = ""
    contact_name: str = ""
    contact_title: Wording = field(default_factory=Wording)
    contact_phone: str = ""
    contact_email: str = ""
    privacy_purposes: Wording = field(default_factory=Wording)
    retention_months: int = 60


@dataclass(frozen=True)
class PhaseFacts:
    """Everything that staff write of a phase. Times are instants; a phase may be only words."""

    kind: str
    title: Wording
    description: Wording = field(default_factory=Wording)
    when_words: Wording = field(default_factory=Wording)
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    place: Wording = field(default_factory=Wording)
    link: str = ""
    link_text: Wording = field(default_factory=Wording)


@transaction.atomic
def create_process(
    *, actor: Person, owner: Authority, title: Wording, blueprint: str, at: datetime, opens_on: date | None = None
) -> Process:
    """Make a draft process with the blueprint's phases and dates.

    Raises Refusal("title_missing") without a title in a required language, ("unknown_blueprint"), ("not_your_role").
    """
    require_staff(actor, "create_process", owner)
    if not title:
        raise Refusal("title_missing", status=422, field="title")
    if blueprint not in blueprints.BLUEPRINTS:
        raise Refusal("unknown_blueprint", status=422, field="blueprint")
    today = in_helsinki(at).date()
    planned = blueprints.planned_phases(blueprint, today=today, answer_days=owner.answer_days, opens_on=opens_on)
    process = Process.objects.create(
        owner=owner,
        slug=_slug(owner, title),
        title=title,
        answers_promised_on=blueprints.answers_promised_on(planned),
        contact_phone=owner.phone,
        contact_email=owner.email,
        created_at=at,
        created_by=actor,
        preview_nonce=new_nonce(),
    )
    for position, phase in enumerate(planned, start=1):
        _add_planned(process, phase, position=position, at=at)
    record("processes.created", actor=actor, target=process, at=at, process=process, blueprint=blueprint)
    return process


def _slug(owner: Authority, title: Wording) -> str:
    taken = Process.objects.filter(owner=owner).values_list("slug", flat=True)
    return free_slug(title.text("fi"), taken, default="prosessi")


def _add_planned(process: Process, planned: blueprints.PlannedPhase, *, position: int, at: datetime) -> None:
    phase = Phase.objects.create(
        process=process,
        position=position,
        kind=planned.kind,
        title=planned.title,
        starts_at=planned.starts_at,
        ends_at=planned.ends_at,
    )
    if planned.method_key:
        add_activity(
            phase, planned.method_key, title=planned.title, opens_at=planned.starts_at, closes_at=planned.ends_at, at=at
        )


def add_activity(
    phase: Phase, method_key: str, *, title: Wording, opens_at: datetime, closes_at: datetime, at: datetime
) -> Activity:
    """Place a method in a phase, with its stages between the instants."""
    method = methods()[method_key]
    taken = Activity.objects.filter(process=phase.process).values_list("slug", flat=True)
    activity = Activity.objects.create(
        phase=phase,
        process=phase.process,
        method_key=method_key,
        slug=free_slug(title.text("fi"), taken, default=method.slug),
        title=title,
        created_at=at,
    )
    for stage in method.first_stages(opens_at=opens_at, closes_at=closes_at):
        Stage.objects.create(activity=activity, key=stage.key, opens_at=stage.opens_at, closes_at=stage.closes_at)
    method.start(activity, at=at)
    return activity


@transaction.atomic
def edit_process(*, actor: Person, process: Process, facts: ProcessFacts, revision: int, at: datetime) -> Process:
    """Save what staff wrote. A public day of the answers that is moved stays to be read beside the new one.

    Raises Refusal("changed_meanwhile") when somebody saved after `revision`.
    """
    process = Process.objects.select_for_update().select_related("owner").get(pk=process.pk)
    require_staff(actor, "edit", process)
    if process.revision != revision:
        raise Refusal("changed_meanwhile")
    if not facts.title:
        raise Refusal("title_missing", status=422, field="title")
    promised = process.answers_promised_on
    changed = [name for name, value in vars(facts).items() if _stored(getattr(process, name)) != _stored(value)]
    for name in changed:
        setattr(process, name, _stored(getattr(facts, name)))
    if process.published_at is not None:
        require_languages(process, vars(facts))
        is_moved = promised != process.answers_promised_on and process.published_at <= at
        if promised is not None and is_moved and promised not in process.answers_promised_before:
            process.answers_promised_before = [*process.answers_promised_before, promised]
    process.revision += 1
    process.save()
    index_process(process, at=at)
    record("processes.edited", actor=actor, target=process, at=at, process=process, fields=changed)
    return process


def _stored(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def require_languages(process: Process, facts: Mapping[str, Any]) -> None:
    """A public process keeps its texts in every language that its owner owes."""
    for name, value in facts.items():
        if isinstance(value, Wording) and value:
            missing = value.missing(process.owner.duty_languages)
            if missing:
                raise Refusal("language_missing", status=422, field=name, languages=", ".join(missing))


_NOT_COPIED = {"answers_promised_on", "case_number"}


@transaction.atomic
def copy_process(*, actor: Person, source: Process, title: Wording, at: datetime) -> Process:
    """A new draft with everything staff prepared in the source: texts, phases, activities, documents.

    Dates move by whole weeks so that the first phase begins after today; nothing of what residents did is copied.
    """
    require_staff(actor, "create_process", source.owner)
    require_staff(actor, "see_desk", source)
    shift = _shift(source, at)
    facts = {name: getattr(source, name) for name in vars(ProcessFacts(title=title)) if name not in _NOT_COPIED}
    process = Process.objects.create(
        **{**facts, "title": title},
        owner=source.owner,
        slug=_slug(source.owner, title),
        answers_promised_on=source.answers_promised_on + shift if source.answers_promised_on else None,
        created_at=at,
        created_by=actor,
        preview_nonce=new_nonce(),
    )
    phases = {phase.pk: _copy_phase(phase, process, shift) for phase in source.phases.all()}
    for activity in source.activities.prefetch_related("stages"):
        _copy_activity(activity, phases[activity.phase_id], shift, at=at, actor=actor)
    record("processes.copied", actor=actor, target=process, at=at, process=process, source=source.pk)
    return process


def _shift(source: Process, at: datetime) -> timedelta:
    """Whole weeks from the source's first date to after today."""
    starts = [phase.starts_at for phase in source.phases.all() if phase.starts_at]
    if not starts or min(starts) > at:
        return timedelta(0)
    return timedelta(weeks=(at - min(starts)).days // 7 + 1)


def _moved(moment: datetime, shift: timedelta) -> datetime:
    """The same local hour, weeks later: the clock changes of spring and autumn do not move it."""
    return in_helsinki(moment) + shift


def _copy_phase(phase: Phase, process: Process, shift: timedelta) -> Phase:
    kept: Mapping[str, Any] = {name: getattr(phase, name) for name in vars(PhaseFacts(kind="", title=Wording()))}
    moved = {
        "starts_at": _moved(phase.starts_at, shift) if phase.starts_at else None,
        "ends_at": _moved(phase.ends_at, shift) if phase.ends_at else None,
    }
    return Phase.objects.create(**{**kept, **moved}, process=process, position=phase.position)


def _copy_activity(source: Activity, phase: Phase, shift: timedelta, *, at: datetime, actor: Person) -> None:
    target = Activity.objects.create(
        phase=phase,
        process=phase.process,
        method_key=source.method_key,
        slug=source.slug,
        title=source.title,
        settings=source.settings,
        created_at=at,
    )
    for stage in source.stages.all():
        Stage.objects.create(
            activity=target,
            key=stage.key,
            opens_at=_moved(stage.opens_at, shift),
            closes_at=_moved(stage.closes_at, shift),
        )
    method_of(target).start(target, at=at)
    method_of(target).copy(source, target, at=at, actor=actor)
