"""Calendar files: phases and deadlines of a process in Helsinki time."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from yhdyspinta.notices.addresses import absolute
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.timeline import Run
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording


def calendar_of(process: Process, runs: Sequence[Run], language: str, *, at: datetime) -> bytes:
    """The process's phases, the closing of each activity, and the day by which answers were promised."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Yhdyspinta//Yhdyspinta//FI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _line(process.title, language))
    calendar.add("x-wr-timezone", "Europe/Helsinki")
    for event in _events(process, runs, language):
        event.add("dtstamp", at)
        event.add("url", absolute(process_address(process, language=language)))
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _empty() -> Any:
    from icalendar import Event

    return Event()


def _events(process: Process, runs: Sequence[Run], language: str) -> list[Any]:
    title = _line(process.title, language)
    events = []
    for run in runs:
        phase = run.phase
        if run.starts_at is not None:
            name = f"{_line(phase.title, language)}: {title}"
            events.append(
                _event(f"phase-{phase.pk}", name, run.starts_at, run.ends_at, place=_line(phase.place, language))
            )
        for activity in phase.activities.all():
            for stage in activity.stages.all():
                name = _("Closes: %(title)s") % {"title": _line(activity.title, language)}
                half_hour = timedelta(minutes=30)
                events.append(_event(f"stage-{stage.pk}", name, stage.closes_at - half_hour, stage.closes_at))
    if process.answers_promised_on:
        event = _empty()
        event.add("uid", f"answers-{process.pk}@{_host()}")
        event.add("summary", _("Answers are promised: %(title)s") % {"title": title})
        event.add("dtstart", process.answers_promised_on)
        events.append(event)
    return events


def _line(value: Any, language: str) -> str:
    """The text on one line: a line break would begin a new property of the file."""
    return " ".join(Wording(value).text(language).split())


def _event(key: str, name: str, starts_at: datetime, ends_at: datetime | None, *, place: str = "") -> Any:
    event = _empty()
    event.add("uid", f"{key}@{_host()}")
    event.add("summary", name)
    event.add("dtstart", in_helsinki(starts_at))
    if ends_at is not None and ends_at > starts_at:
        event.add("dtend", in_helsinki(ends_at))
    if place:
        event.add("location", place)
    return event


def _host() -> str:
    return settings.BASE_ADDRESS.split("//", 1)[-1].split(":", 1)[0]
