"""The desk: what waits for me, why, and by when; who takes part and who is missing; the processes of the authority."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import IntegerField, Prefetch, Q, Value
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.audience import Audience, audience
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.people.roles import abilities_of, abilities_without_roles
from yhdyspinta.people.visitors import someone
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import authority_of, has_second_factor
from yhdyspinta.processes.methods import DeskItem, desk_of, method_of
from yhdyspinta.processes.models import Activity, Process, ProcessRole
from yhdyspinta.processes.values import PROCESS_STATES
from yhdyspinta.site.desk_signals import authority_items, process_items
from yhdyspinta.site.states import COLOURS, state_of
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

SHOWN = 40
SOON = timedelta(days=7)
_NUMBERS: Final = {
    2: lazy("Two"), 3: lazy("Three"), 4: lazy("Four"), 5: lazy("Five"), 6: lazy("Six"), 7: lazy("Seven"),
    8: lazy("Eight"), 9: lazy("Nine"), 10: lazy("Ten"),
}  # fmt: skip


@dataclass
class Reach:
    """What a person may do: in the authority, and in each of its processes."""

    in_authority: frozenset[str] = frozenset()
    in_process: dict[int, frozenset[str]] = field(default_factory=dict)

    def may(self, ability: str, process_id: int) -> bool:
        return ability in self.in_process.get(process_id, frozenset())


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """The first page of a day's work."""
    authority = authority_of(request)
    person = someone(request)
    if not isinstance(person, Person) or person.is_guest:
        raise Http404
    processes = list(_processes(authority))
    reach = reach_of(person, authority, processes)
    if not reach.in_authority and not any(reach.in_process.values()):
        raise Http404
    if not has_second_factor(request, person):
        raise Refusal("second_factor_needed", status=403)
    at = clock.now()
    mine = [process for process in processes if reach.may("see_desk", process.pk)]
    activities = [activity for process in mine for activity in process.activities.all()]
    items = _items(authority, mine, activities, reach, at)
    context = {
        "greeting": greeting(at),
        "waiting": waiting_words(len(items)),
        "tasks": [_task(item, at) for item in items],
        "rows": _rows(mine, reach, at, show_all=request.GET.get("show") == "all"),
        "process_count": len(mine),
        "all_path": "?show=all" if len(mine) > SHOWN and request.GET.get("show") != "all" else "",
        "links": _links(authority, reach),
        **_people(authority, activities),
    }
    return render(request, "site/desk.html", context)


def _processes(authority: Authority) -> Any:
    """Those that the authority owns or is a partner in, newest first, with their activities and partners."""
    partners = ArrayAgg("partnerships__authority", filter=Q(partnerships__left_at=None), default=Value([]))
    rounds = Activity.objects.prefetch_related("stages").order_by("pk")
    found = Process.objects.of(authority).select_related("owner").annotate(partner_ids=partners)
    return found.prefetch_related(Prefetch("activities", queryset=rounds)).order_by("-pk")


def reach_of(person: Person, authority: Authority, processes: Sequence[Process]) -> Reach:
    """The person's abilities in the authority and in each process at once; one query."""
    fixed = abilities_without_roles(person)
    if fixed is not None:
        return Reach(fixed, {process.pk: fixed for process in processes})
    by_authority: dict[int, set[str]] = defaultdict(set)
    by_process: dict[int, set[str]] = defaultdict(set)
    nothing = Value(None, output_field=IntegerField())
    grants = RoleGrant.objects.filter(person=person, ended_at=None).values_list("role", "authority_id", nothing)
    given = ProcessRole.objects.filter(person=person, ended_at=None).values_list("role", nothing, "process_id")
    for role, authority_id, process_id in grants.union(given):
        if authority_id is not None:
            by_authority[authority_id].add(role)
        else:
            by_process[process_id].add(role)
    reach = Reach(abilities_of(by_authority[authority.pk]))
    for process in processes:
        own = by_authority[process.owner_id] | by_process[process.pk]
        partner = set[str]().union(*(by_authority[pk] for pk in process.partner_ids if pk))  # type: ignore[attr-defined]
        reach.in_process[process.pk] = abilities_of(own, partner)
    return reach


def _items(
    authority: Authority, processes: Sequence[Process], activities: Sequence[Activity], reach: Reach, at: datetime
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
    found += process_items(processes, reach.may, at=at)
    found += authority_items(authority, reach.in_authority, at=at)
    return sorted(found, key=lambda item: (item.due_at is None, item.due_at or at))


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


def _rows(processes: Sequence[Process], reach: Reach, at: datetime, *, show_all: bool) -> list[dict[str, Any]]:
    """The processes with their state and the pages that the person may use."""
    return [
        _row(process, reach.in_process[process.pk], at) for process in (processes if show_all else processes[:SHOWN])
    ]


def _row(process: Process, abilities: frozenset[str], at: datetime) -> dict[str, Any]:
    activities = list(process.activities.all())
    state = state_of(process, activities, at)
    links = [
        {"text": link.words, "href": link.path}
        for activity in activities
        for link in method_of(activity).staff_links(activity)
        if link.ability in abilities
    ]
    if "decide_outcome" in abilities:
        links.append({"text": _("Decisions and measures"), "href": process_address(process, "outcomes:staff")})
    return {
        "title": process.title,
        "path": process_address(process, "processes:overview"),
        "state": PROCESS_STATES[state],
        "colour": COLOURS.get(state, ""),
        "owner": process.owner.name,
        "comments": sum(activity.comment_count for activity in activities),
        "links": links,
    }


def _links(authority: Authority, reach: Reach) -> list[dict[str, str]]:
    """The authority's own pages that the person may use."""
    pages = (
        ("create_process", lazy("New process"), "processes:create"),
        ("moderate", lazy("Check comments"), "moderation:authority_queue"),
        ("take_in", lazy("Find by a receipt's code"), "intake:find"),
        ("take_in", lazy("Answers to tell by letter or phone"), "intake:letters"),
        ("give_roles", lazy("People and roles"), "team:people"),
        ("block", lazy("Blocked people"), "team:blocked"),
        ("administer", lazy("Messages that could not be sent"), "team:parked"),
        ("administer", lazy("Organisations"), "team:organisations"),
        ("register", lazy("Everything received"), "authorities:received"),
        ("see_data_protection", lazy("Data protection"), "authorities:data_protection"),
        ("administer", lazy("Settings"), "authorities:settings"),
    )
    return [
        {"text": str(text), "href": address(name, authority)}
        for ability, text, name in pages
        if ability in reach.in_authority
    ]


def _people(authority: Authority, activities: Sequence[Activity]) -> dict[str, Any]:
    """Who takes part in what is going on, and the figures beside it."""
    people = audience(authority, [activity.pk for activity in activities])
    all_comments = sum(activity.comment_count for activity in activities)
    handled = all_comments - sum(activity.due_count for activity in activities)
    stats = [{"value": str(people.senders), "text": ngettext("sender", "senders", people.senders)}]
    if all_comments:
        stats.append({"value": f"{100 * handled // all_comments} %", "text": _("of the comments have been handled")})
    stats.append({"value": str(people.off_line), "text": _("on paper or by phone")})
    if people.municipalities_all > 1:
        words = _("municipalities of %(all)s reached") % {"all": people.municipalities_all}
        stats.append({"value": str(people.municipalities_reached), "text": words})
    return {
        "people": people,
        "age_rows": _age_rows(people),
        "home_rows": [
            {"label": group.name.text(get_language() or "fi"), "value": group.share, "compared": group.population_share}
            for group in people.municipalities[:12]
        ],
        "stats": stats,
        "authority_name": Wording(authority.name).text(get_language() or "fi"),
    }


def _age_rows(people: Audience) -> list[dict[str, Any]]:
    hidden = _("under %(limit)s") % {"limit": people.limit}
    return [
        {"label": str(group.name), "value": group.share, "compared": group.population_share, "hidden": hidden}
        for group in people.ages
    ]
