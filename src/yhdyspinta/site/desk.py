"""The desk: what waits for me, why, and by when; who takes part and who is missing; quick actions."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.audience import Audience, Group, audience
from yhdyspinta.intake.rules import may_still_type
from yhdyspinta.material.desk import assigned_items
from yhdyspinta.people.models import Person
from yhdyspinta.people.roles import only_types
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.processes.methods import DeskItem, desk_of
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.reach import processes_with
from yhdyspinta.processes.taking_comments import keys_of_comment_methods
from yhdyspinta.site.desk_reach import Reach, reach_of, staff_desk, with_work
from yhdyspinta.site.desk_signals import authority_items, process_items
from yhdyspinta.site.first_steps import first_steps
from yhdyspinta.ui.dates import day, in_helsinki
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

SOON = timedelta(days=7)
_NUMBERS: Final = {
    2: lazy("Two"), 3: lazy("Three"), 4: lazy("Four"), 5: lazy("Five"), 6: lazy("Six"), 7: lazy("Seven"),
    8: lazy("Eight"), 9: lazy("Nine"), 10: lazy("Ten"),
}  # fmt: skip
_MOST_HOMES: Final = 8


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """The first page of a day's work."""
    person, authority, work = staff_desk(request, "open_desk")
    processes = list(with_work(processes_with(person, authority, "open_desk")).order_by("-pk"))
    reach = reach_of(person, authority, processes, roles=work.roles)
    at = clock.now()
    activities = [activity for process in processes for activity in process.activities.all()]
    items = _items(authority, processes, activities, reach, person=person, at=at)
    steps = first_steps(authority, processes, reach.in_authority)
    context = {
        "greeting": greeting(at),
        "waiting": _("Begin with these.") if steps and not items else waiting_words(len(items)),
        "first_steps": steps,
        "tasks": [_task(item, at) for item in items],
        "links": _links(authority, reach),
        "typing": _typed(processes, reach, at),
        **_people(authority, [one for one in activities if reach.may("see_desk", one.process_id)]),
    }
    return render(request, "site/desk.html", context)


def _items(
    authority: Authority,
    processes: Sequence[Process],
    activities: Sequence[Activity],
    reach: Reach,
    *,
    person: Person,
    at: datetime,
) -> list[DeskItem]:
    """What waits and the person can do, most urgent first."""
    by_pk = {process.pk: process for process in processes}
    for activity in activities:
        activity.process = by_pk[activity.process_id]
    found: list[DeskItem] = []
    abilities: dict[frozenset[str], list[Activity]] = defaultdict(list)
    for activity in activities:
        if activity.process.archived_at is None and activity.process.cancelled_at is None:
            abilities[reach.in_process[activity.process_id]].append(activity)
    for able, own in abilities.items():
        found += [item for item in desk_of(authority, own, at=at) if item.ability in able]
    found += assigned_items(person, [one for one in processes if one.archived_at is None and one.cancelled_at is None])
    found += process_items(processes, reach.may, person_id=person.pk, at=at)
    found += authority_items(authority, reach.in_authority, at=at)
    return sorted(found, key=lambda item: (item.due_at is None, item.due_at or at))


def _typed(processes: Sequence[Process], reach: Reach, at: datetime) -> list[dict[str, str]]:
    """For who only types: the rounds in which something may be typed now; those called the same tell their days."""
    rounds = [
        (activity, f"{Wording(process.title).text(page_language())}: {Wording(activity.title).text(page_language())}")
        for process in processes
        if only_types(reach.in_process[process.pk]) and _is_out(process, at)
        for activity in process.activities.all()
        if activity.method_key in keys_of_comment_methods() and may_still_type(activity, at=at)
    ]
    times = Counter(name for _activity, name in rounds)
    return [
        {
            "text": f"{name} ({_days_of(activity)})" if times[name] > 1 else name,
            "href": activity_address(activity, "intake:channels"),
        }
        for activity, name in rounds
    ]


def _is_out(process: Process, at: datetime) -> bool:
    """Whether anybody can have been asked to write: not of a draft, nor of what is over."""
    has_begun = process.published_at is not None and process.published_at <= at
    return has_begun and process.archived_at is None and process.cancelled_at is None


def _days_of(activity: Activity) -> str:
    """From the first day to the last one."""
    stages, language = activity.stages.all(), page_language()
    first = min(stage.opens_at for stage in stages)
    last = max(stage.closes_at for stage in stages) - timedelta(seconds=1)
    return f"{day(first, language)} – {day(last, language)}"


def greeting(at: datetime) -> str:
    """Good morning, day or evening, by the Helsinki clock."""
    hour = in_helsinki(at).hour
    if 4 <= hour < 10:
        return _("Good morning.")
    return _("Good day.") if 10 <= hour < 17 else _("Good evening.")


def waiting_words(count: int) -> str:
    """As in: Kolme asiaa odottaa sinua."""
    if not count:
        return _("Nothing waits for you.")
    words = ngettext("One matter waits for you.", "%(count)s matters wait for you.", count)
    return words % {"count": _NUMBERS.get(count, count)}


def _task(item: DeskItem, at: datetime) -> dict[str, Any]:
    """A row of the task table."""
    due, colour = due_words(item.due_at, at)
    return {"task": item.task, "about": item.subject, "href": item.path, "why": item.why, "due": due, "colour": colour}


def due_words(due_at: datetime | None, at: datetime) -> tuple[str, str]:
    """How long is left, in days on the Helsinki calendar, and the colour of the tag."""
    if due_at is None:
        return "", ""
    days = (in_helsinki(due_at).date() - in_helsinki(at).date()).days
    if due_at < at:
        late = max(-days, 0)
        words = ngettext("%(count)s day late", "%(count)s days late", late) % {"count": late}
        return (words if late else _("late")), "rose"
    if days == 0:
        return _("today"), "rose"
    words = ngettext("%(count)s day", "%(count)s days", days) % {"count": days}
    return words, "amber" if due_at - at <= SOON else "moss"


def _links(authority: Authority, reach: Reach) -> list[dict[str, str]]:
    """Quick actions: the authority's own pages that the person may use and the menu does not name."""
    pages = (
        ("create_process", lazy("New process"), "processes:create"),
        ("answer", lazy("Passed-on comments"), "transfers:list"),
        ("take_in", lazy("Find by a receipt's code"), "intake:find"),
        ("take_in", lazy("Answers that you tell yourself"), "intake:letters"),
        ("give_roles", lazy("People and roles"), "team:people"),
        ("block", lazy("Blocked people"), "team:blocked"),
        ("administer", lazy("Messages that could not be sent"), "team:parked"),
        ("moderate", lazy("Organisations"), "team:organisations"),
    )
    return [
        {"text": str(text), "href": address(name, authority)}
        for ability, text, name in pages
        if ability in reach.in_authority
    ]


def _people(authority: Authority, activities: Sequence[Activity]) -> dict[str, Any]:
    """Who takes part in what is going on, and the figures beside it."""
    kept = [activity.kept_groups for activity in activities if hasattr(activity, "kept_groups")]
    people = audience(authority, [activity.pk for activity in activities], kept)
    homes = sorted(people.municipalities, key=lambda group: -group.difference)
    all_comments = sum(activity.comment_count for activity in activities)
    handled = all_comments - sum(activity.due_count for activity in activities)
    stats = [{"value": str(people.senders), "text": ngettext("sender", "senders", people.senders)}]
    if all_comments:
        stats.append({"value": f"{100 * handled // all_comments} %", "text": _("of the comments have been handled")})
    stats.append({"value": str(people.off_line), "text": _("otherwise than online")})
    if people.municipalities_all > 1 and people.municipalities_reached:  # none is told where groups are small
        words = _("municipalities of %(all)s reached") % {"all": people.municipalities_all}
        stats.append({"value": str(people.municipalities_reached), "text": words})
    return {
        "people": people,
        "age_rows": _age_rows(people),
        "home_rows": [_home_row(group) for group in homes[:_MOST_HOMES]],
        "home_others": [_home_row(group) for group in homes[_MOST_HOMES:]],
        "homes_note": _homes_note(people),
        "stats": stats,
        "authority_name": Wording(authority.name).text(page_language()),
    }


def _homes_note(people: Audience) -> str:
    """Of which municipalities the shares are: without this they read as shares of the whole area."""
    left = people.municipalities_all - people.municipalities_reached
    if not left or not people.municipalities_reached:
        return ""
    told = {
        "shown": people.municipalities_reached, "all": people.municipalities_all,
        "people": people.municipalities_people or 0,
    }  # fmt: skip
    return (
        _(
            "Shown are %(shown)s of the area's %(all)s municipalities, where %(people)s %% of its people live. The others are left out: too few senders told that they live there. Both shares are of the municipalities shown."
        )
        % told
    )


def _home_row(group: Group) -> dict[str, Any]:
    row = {"label": group.name.text(page_language()), "value": group.share, "compared": group.compared}
    return {**row, "compared_words": _("under 1 %")} if group.compared == 0 else row


def _age_rows(people: Audience) -> list[dict[str, Any]]:
    hidden = _("under %(limit)s") % {"limit": people.limit}
    return [
        {"label": str(group.name), "value": group.share, "compared": group.compared, "hidden": hidden}
        for group in people.ages
    ]
