"""What a Method is, and the registry: the platform asks it and never compares keys."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity, Stage
from yhdyspinta.processes.permissions import Rule


@dataclass(frozen=True)
class Gap:
    """Something that must exist before publishing: what is missing, where to add it, and who may."""

    words: str
    path: str
    ability: str = "edit"


@dataclass(frozen=True)
class DeskItem:
    """Something that waits for somebody: what, why now, by when, and where."""

    task: str
    subject: str
    why: str
    due_at: datetime | None
    path: str
    ability: str  # who can do it


@dataclass(frozen=True)
class Card:
    """An activity on the front page and in lists."""

    label: str
    title: Any
    text: Any
    path: str
    left: str = ""
    right: str = ""
    closes_at: datetime | None = None


@dataclass(frozen=True)
class StaffLink:
    """A page where staff work on an activity, the ability that it asks for, and the states when it is needed most."""

    words: str
    path: str
    ability: str
    states: frozenset[str] = frozenset()  # processes.values.PROCESS_STATES
    group: str = ""  # its stage of the work: processes.round_pages.GROUPS
    name: str = ""  # of its address
    under: tuple[str, ...] = ()  # names of pages reached from it


@dataclass(frozen=True)
class StageTimes:
    """A stage of an activity, between two instants."""

    key: str
    opens_at: datetime
    closes_at: datetime


class Method(ABC):
    """A kind of participation. Subclasses declare; they decide nothing.

    What is abstract every method writes; the rest has an answer that a method may replace. What only some kinds have
    stands in a subclass of its own: a method that takes comments is a `taking_comments.TakesComments`.
    """

    key: ClassVar[str]
    name: ClassVar[Promise | str]
    #: The piece of address between a process and the activity: /processes/<process>/<path>/<activity>/.
    path: ClassVar[str]
    #: The last piece of that address for an activity whose title gives none.
    slug: ClassVar[str]
    #: What an activity is open for, one after the other.
    stages: ClassVar[Sequence[str]]
    abilities: ClassVar[Mapping[str, Rule]]
    #: Kinds of `search_texts` that only this method has, each with its heading; a kind is ten letters at most.
    search_kinds: ClassVar[Mapping[str, Promise | str]] = MappingProxyType({})
    urls: ClassVar[str]
    staff_urls: ClassVar[str]

    @abstractmethod
    def start(self, activity: Activity, *, at: datetime) -> None:
        """Make what a new activity needs of the method's own."""

    def first_stages(self, *, opens_at: datetime, closes_at: datetime) -> Sequence[StageTimes]:
        """The stages of a new activity when staff have said only when taking part begins and ends.

        Unless the method says otherwise, its stages follow one another and share the time evenly.
        """
        share = (closes_at - opens_at) / len(self.stages)
        turns = [opens_at + number * share for number in range(len(self.stages))]
        return [StageTimes(*row) for row in zip(self.stages, turns, [*turns[1:], closes_at], strict=True)]

    @abstractmethod
    def has_begun(self, activity: Activity) -> bool:
        """Whether something of it was published or anybody took part: then it stays."""

    @abstractmethod
    def clear(self, activity: Activity) -> None:
        """Take away what staff prepared in an activity that has not begun, with what the method made for it."""

    def is_complete(self, activity: Activity, *, at: datetime) -> bool:
        """Whether nothing is left to do, neither for residents nor for staff; the stages are at hand, no queries.

        When every activity of a process is complete, the process is shown as answered. Unless the method says
        otherwise, that is once the last stage has closed. Whoever changes this changes `where_complete` alike.
        """
        return activity.has_closed_at(at)

    def where_complete(self, *, at: datetime) -> Q:
        """What `is_complete` says, as a condition on activities: lists ask the database."""
        stages = Stage.objects.filter(activity=OuterRef("pk"))
        return Q(Exists(stages)) & ~Q(Exists(stages.filter(closes_at__gt=at)))

    @abstractmethod
    def gaps(self, activity: Activity) -> Iterable[Gap]:
        """What is missing before the process may be published."""

    @abstractmethod
    def desk(self, activities: Sequence[Activity], *, at: datetime) -> Iterable[DeskItem]:
        """What waits for staff in these activities; one query however many there are."""

    @abstractmethod
    def card(self, activity: Activity, *, at: datetime) -> Card:
        """How the activity shows in lists; no queries."""

    @abstractmethod
    def staff_links(self, activity: Activity) -> Sequence[StaffLink]:
        """The pages where staff work on the activity; no queries."""

    @abstractmethod
    def copy(self, source: Activity, target: Activity, *, at: datetime, actor: Person) -> None:
        """Bring everything staff prepared into the copy; nothing of what residents did."""

    @abstractmethod
    def search_texts(self, activity: Activity) -> Iterable[tuple[str, str, Any, Any, str]]:
        """Public texts: (kind, target, title wording, text wording, path after the language)."""


@cache
def methods() -> Mapping[str, Method]:
    """Every method of the installation by its key, in the order of the settings."""
    found = [import_string(path)() for path in settings.METHODS]
    return {method.key: method for method in found}


def urls_of_methods() -> Sequence[str]:
    """Every module of addresses that the methods name, once each."""
    return tuple(dict.fromkeys(urls for method in methods().values() for urls in (method.urls, method.staff_urls)))


def method_of(activity: Activity) -> Method:
    return methods()[activity.method_key]


def complete_activities(*, at: datetime) -> Q:
    """The condition on activities that each one's own method calls complete."""
    found = Q(pk__in=())
    for key, method in methods().items():
        found |= Q(method_key=key) & method.where_complete(at=at)
    return found


def desk_of(authority: Authority, activities: Sequence[Activity], *, at: datetime) -> list[DeskItem]:
    """Everything that waits in the activities, whatever their method, most urgent first."""
    found: list[DeskItem] = []
    for key, method in methods().items():
        own = [activity for activity in activities if activity.method_key == key]
        if own:
            found += method.desk(own, at=at)
    return sorted(found, key=lambda item: (item.due_at is None, item.due_at or at))
