"""Invented residents say invented things, each once, while a round is open; some reply and agree."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Final

from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.receipts import tell_background
from yhdyspinta.demo.remarks import Remark, remarks_of
from yhdyspinta.demo.sending import Address, Placed, sections_of, send
from yhdyspinta.demo.stories import Story
from yhdyspinta.methods.comment_rounds.actions import mark
from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import make_guest
from yhdyspinta.places.models import Area
from yhdyspinta.processes.models import Activity

Happening = Callable[[], object]
#: Something that happens while people comment, and when.
Meanwhile = tuple[datetime, Happening]
_LEAVES_ADDRESS: Final = 0.14
_WANTS_NEWS: Final = 0.6
_CONFIRMS: Final = 0.8
_QUOTES: Final = 0.15
_TELLS: Final = 0.66
#: A short remark has little of its writer in it: some of them may come from one person.
_SHORT: Final = 20
_MOST_TOGETHER: Final = 3
_MOST_MARKS: Final = 11
_AGE_GROUPS: Final = ("30_44", "45_64", "45_64", "30_44", "65_74", "75_over", "under_15", "not_told")


@dataclass
class Crowd:
    """People who comment in one round, made as they are needed."""

    activity: Activity
    random: Random
    people: list[Person] = field(default_factory=list)
    speakers: dict[str, Person] = field(default_factory=dict)
    addresses: dict[int, Address] = field(default_factory=dict)
    towns: dict[Area, float] = field(default_factory=dict)
    tells: float = _TELLS

    def newcomer(self, at: datetime, language: str) -> Person:
        """Somebody who has not been here before."""
        token = f"{self.random.getrandbits(240):x}"[:43]
        guest = make_guest(at=at, language=language, token=token, is_demo=True)
        self.people.append(guest)
        return guest

    def speaker(self, remark: Remark, at: datetime) -> tuple[Person, bool]:
        """Who says the remark, and whether for the first time; an organisation speaks through one person."""
        known = self.speakers.get(remark.organisation) if remark.organisation else None
        if known is not None:
            return known, False
        person = self.newcomer(at, remark.language)
        if remark.organisation:
            self.speakers[remark.organisation] = person
        return person, True

    def address(self, person: Person, remark: Remark) -> Address:
        """Organisations leave an address, of the others one in seven; the same at every sending."""
        if person.pk not in self.addresses:
            leaves = bool(remark.organisation) or self.random.random() < _LEAVES_ADDRESS
            wants_news, confirms = self.random.random() < _WANTS_NEWS, self.random.random() < _CONFIRMS
            email = f"kommentoija.{person.pk}@example.org"
            self.addresses[person.pk] = Address(email, wants_news, confirms) if leaves else Address()
        return self.addresses[person.pk]


def fill_round(
    activity: Activity,
    story: Story,
    *,
    opened_at: datetime,
    until: datetime,
    seed: int,
    share: float = 1.0,
    meanwhile: Sequence[Meanwhile] = (),
) -> None:
    """What is said in a story, between the instants, with replies and agreement; the same for the same seed.

    What happens `meanwhile` happens between the comments, so that numbers follow the times.
    """
    crowd = Crowd(activity, Random(seed), towns=_towns(activity, story), tells=1.0 if story.towns else _TELLS)
    groups = _together(_placed(activity, story, crowd.random))
    made: list[Comment] = []
    events: list[Meanwhile] = list(meanwhile)
    for group in groups[: max(round(len(groups) * share), 1)]:
        at = opened_at + (until - opened_at) * crowd.random.random() ** 1.3
        events += _sending(crowd, group, at, until, made)
    for _at, happening in sorted(events, key=lambda event: event[0]):
        happening()
    _agree(made, crowd, until)


def _placed(activity: Activity, story: Story, random: Random) -> list[Placed]:
    """Everything that is said in a story, shuffled, each at its section."""
    found: list[Placed] = []
    for position, document in enumerate(story.documents, start=1):
        sections = sections_of(activity, position)
        for remark in remarks_of(story.key, document):
            quotes = random.random() < _QUOTES
            found += [Placed(sections[remark.section], remark, quotes)] * remark.times
    random.shuffle(found)
    return found


def _together(placed: Iterable[Placed]) -> list[list[Placed]]:
    """Remarks that come in one sending: an organisation's, and short ones of people in the same capacity."""
    groups: list[list[Placed]] = []
    growing: dict[object, list[Placed]] = {}
    for one in placed:
        remark = one.remark
        alone = remark.times > 1 or (not remark.organisation and remark.words > _SHORT)
        key = (remark.language, remark.capacities, remark.organisation)
        group = None if alone else growing.get(key)
        if group is None or len(group) >= _MOST_TOGETHER or any(other.section.pk == one.section.pk for other in group):
            groups.append(group := [])
            if not alone:
                growing[key] = group
        group.append(one)
    return groups


def _sending(
    crowd: Crowd, group: list[Placed], at: datetime, until: datetime, made: list[Comment]
) -> Iterator[Meanwhile]:
    """The sending of a group, and the replies that follow it."""
    said: dict[int, Comment] = {}

    def happen() -> None:
        for place, comment in enumerate(_say(crowd, group, at)):
            said[place] = comment
            made.append(comment)

    def replying(place: int, reply: Remark, later: datetime) -> Happening:
        return lambda: made.extend(
            _say(crowd, [Placed(group[place].section, reply)], later, parent=said[place]) if place in said else []
        )

    yield at, happen
    for place, one in enumerate(group):
        for reply in one.remark.replies:
            later = min(at + timedelta(hours=crowd.random.uniform(2, 40)), until)
            yield later, replying(place, reply, later)


def _say(crowd: Crowd, placed: list[Placed], at: datetime, parent: Comment | None = None) -> list[Comment]:
    remark = placed[0].remark
    person, is_new = crowd.speaker(remark, at)
    comments = send(crowd.activity, person, placed, at=at, parent=parent, address=crowd.address(person, remark))
    if is_new and crowd.random.random() < crowd.tells:
        tell_background(
            actor=person,
            receipt=comments[0].receipt,
            municipality=crowd.random.choices(list(crowd.towns), list(crowd.towns.values()))[0],
            age_group=crowd.random.choice(_AGE_GROUPS),
            at=at,
        )
    return comments


def _towns(activity: Activity, story: Story) -> dict[Area, float]:
    """The municipalities of the county and how likely a sender lives there: people of small ones take part a little more."""
    if story.towns:
        return {
            town: _people_in(town) ** 0.3
            for town in Area.objects.filter(kind="municipality", code__in=story.towns)
            .order_by("code")
            .prefetch_related("populations")
        }
    area = activity.process.owner.area
    found = list(area.municipalities.order_by("code").prefetch_related("populations")) if area else []
    return {town: _people_in(town) ** 0.8 for town in found} or ({area: 1.0} if area else {})


def _people_in(town: Area) -> int:
    return next((population.total for population in town.populations.all()), 1)


def _agree(made: list[Comment], crowd: Crowd, until: datetime) -> None:
    """Some comments gather agreement, most a little, a few much."""
    for comment in made:
        liking = min(int(crowd.random.paretovariate(1.5)) - 1, _MOST_MARKS, len(crowd.people) - 1)
        for person in crowd.random.sample(crowd.people, max(liking, 0)):
            if person.pk != comment.sender.person_id:
                kind = "agree" if crowd.random.random() < 0.75 else "well_argued"
                at = min(comment.arrived_at + timedelta(hours=5), until)
                mark(actor=person, comment=comment, kind=kind, at=at)
