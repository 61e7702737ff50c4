"""A show of hands as the platform sees it: residents suggest wordings of a question, then raise a hand for it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.functional import lazystr
from django.utils.translation import get_language

from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import Someone
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.methods import Card, DeskItem, Gap, Method, StaffLink
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import YES, Permit, no

_NAMES = {"fi": "Kädennosto", "sv": "Handuppräckning", "en": "Show of hands"}


class _Name:
    def __str__(self) -> str:
        return _NAMES[get_language() or "fi"]


def may_suggest(person: Someone, activity: Activity, *, at: datetime) -> Permit:
    return YES if activity.stage_at(at) == "suggestions" else no("commenting_has_ended")


def may_raise_hand(person: Someone, activity: Activity, *, at: datetime) -> Permit:
    return YES if activity.stage_at(at) == "hands" else no("commenting_has_not_begun")


class ShowOfHands(Method):
    key = "show_of_hands"
    name = lazystr(_Name())
    path = "show-of-hands"
    slug = "kadennosto"
    stages = ("suggestions", "hands")
    abilities = {"suggest": may_suggest, "raise_hand": may_raise_hand}
    search_kinds = {"question": "Questions"}
    urls = "tests.contract.show_of_hands.urls"
    staff_urls = "tests.contract.show_of_hands.urls"

    def start(self, activity: Activity, *, at: datetime) -> None:
        kept = {"question": {}, "hands": 0} | activity.settings
        Activity.objects.filter(pk=activity.pk).update(settings=kept)

    def has_begun(self, activity: Activity) -> bool:
        return bool(activity.settings["hands"])

    def clear(self, activity: Activity) -> None:
        Activity.objects.filter(pk=activity.pk).update(settings={})

    def gaps(self, activity: Activity) -> Iterable[Gap]:
        if not activity.settings.get("question"):
            yield Gap("The question is missing", _page(activity, "staff"))

    def desk(self, activities: Sequence[Activity], *, at: datetime) -> Iterable[DeskItem]:
        prefetch_related_objects(list(activities), "stages")
        for activity in activities:
            if activity.stage_at(at) == "hands":
                yield DeskItem("Count the hands", str(activity), "Hands are up", None, _page(activity, "staff"), "edit")

    def card(self, activity: Activity, *, at: datetime) -> Card:
        return Card(str(self.name), activity.title, activity.settings["question"], _page(activity, "question"))

    def staff_links(self, activity: Activity) -> Sequence[StaffLink]:
        return (StaffLink("Question", _page(activity, "staff"), "edit"),)

    def copy(self, source: Activity, target: Activity, *, at: datetime, actor: Person) -> None:
        kept = {"question": source.settings["question"], "hands": 0}
        Activity.objects.filter(pk=target.pk).update(settings=kept)

    def search_texts(self, activity: Activity) -> Iterable[tuple[str, str, Any, Any, str]]:
        path = f"processes/{activity.process.slug}/{self.path}/{activity.slug}/"
        yield "question", f"question:{activity.pk}", activity.title, activity.settings["question"], path


def _page(activity: Activity, name: str) -> str:
    return activity_address(activity, f"show_of_hands:{name}")
