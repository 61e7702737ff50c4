"""The demo world: case A at each of its stages, a bilingual county and a municipality, built by the real actions."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from django.db import transaction

from yhdyspinta.authorities.models import Authority
from yhdyspinta.demo import aftermath, building, followers, incidents, offline, team, voices
from yhdyspinta.demo.cast import BILINGUAL_COUNTY, COUNTY, TOWN, make_people
from yhdyspinta.demo.regions import make_authorities
from yhdyspinta.demo.stories import STORIES
from yhdyspinta.notices.delivery import deliver_some
from yhdyspinta.people.models import Person
from yhdyspinta.processes import actions
from yhdyspinta.processes.models import Process

Tell = Callable[[str], None]


def is_filled() -> bool:
    return Person.objects.filter(is_demo=True, is_guest=False).exists()


@transaction.atomic
def fill(*, now: datetime, tell: Tell, share: float = 1.0) -> None:
    """Make the whole world, or nothing. `share` of the comments: tests ask for fewer."""
    long_ago = now - timedelta(days=250)
    tell("authorities and people")
    authorities = make_authorities(at=long_ago)
    people = make_people(authorities, long_ago)
    bertta, karin, pekka = people["coordinator"], people["swedish_coordinator"], people["partner_coordinator"]
    county, town = authorities[COUNTY], authorities[TOWN]
    tell("a round that is being prepared")
    process = building.prepare(STORIES["preparing"], county, bertta, now=now)
    team.bring_corrected_text(process.activities.get().documents.get(), people, at=now - timedelta(hours=5))
    tell("a round that was answered, with its measures")
    _answered(county, people, now, share)
    tell("a round that is being answered")
    _answering(county, people, now, share)
    tell("an open round with a partner")
    process = _published("open", county, bertta, now)
    followers.gather(process, [people["resident"], people["organisation"]], at=now - timedelta(days=9))
    _comments(process, bertta, now, round(170 * share), seed=4, meanwhile=_incidents(process, people, now))
    voices.speak_for_the_cast(process.activities.get(), people, at=now - timedelta(hours=1))
    team.invite_people(process, people, at=now - timedelta(days=3))
    advertisement = process.activities.get().comments.get(text=incidents.ADVERTISEMENT.text)
    team.block_advertiser(incidents.sender(advertisement), process, people, at=now - timedelta(days=1))
    actions.add_partner(actor=bertta, process=process, authority=town, at=now - timedelta(days=9))
    tell("an open round in a bilingual county")
    process = _published("bilingual", authorities[BILINGUAL_COUNTY], karin, now)
    followers.gather(process, [people["swedish_resident"]], at=now - timedelta(days=7))
    _comments(process, karin, now, round(45 * share), seed=5, in_swedish=0.5)
    tell("an open round in a municipality")
    process = _published("town", town, pekka, now)
    _comments(process, pekka, now, round(25 * share), seed=6, in_swedish=0)
    tell("letters")
    while deliver_some(at=now):
        pass


def _published(key: str, owner: Authority, coordinator: Person, now: datetime) -> Process:
    process = building.prepare(STORIES[key], owner, coordinator, now=now)
    opens_at = process.activities.get().stages.get().opens_at
    return building.publish(process, coordinator, at=opens_at - timedelta(days=4))


def _incidents(process: Process, people: Mapping[str, Person], now: datetime) -> list[voices.Meanwhile]:
    """What happens in the open round beside people's comments, oldest first."""
    activity = process.activities.get()
    found = incidents.in_open_round(activity, people, now=now)
    found += offline.typed(activity, people["coordinator"], offline.WHILE_OPEN, first=now - timedelta(days=7))
    return sorted(found, key=lambda entry: entry[0])


def _comments(
    process: Process,
    coordinator: Person,
    now: datetime,
    count: int,
    *,
    seed: int,
    in_swedish: float = 0.1,
    meanwhile: Sequence[voices.Meanwhile] = (),
) -> None:
    """An open round's comments until an hour ago; what waited until yesterday was checked."""
    activity = process.activities.get()
    voices.fill_round(
        activity,
        count=count,
        opened_at=activity.stages.get().opens_at,
        until=now - timedelta(hours=1),
        seed=seed,
        share_in_swedish=in_swedish,
        meanwhile=meanwhile,
    )
    aftermath.let_show(activity, coordinator, at=now - timedelta(hours=14), before=now - timedelta(hours=20))


def _closed(
    key: str,
    owner: Authority,
    people: Mapping[str, Person],
    now: datetime,
    count: int,
    *,
    seed: int,
    heard: tuple[offline.Heard, ...] = (),
) -> Process:
    staff = people["coordinator"]
    process = _published(key, owner, staff, now)
    activity = process.activities.get()
    stage = activity.stages.get()
    followers.gather(process, [people["resident"]], at=stage.opens_at + timedelta(hours=3))
    voices.fill_round(
        activity,
        count=count,
        opened_at=stage.opens_at,
        until=stage.closes_at - timedelta(minutes=30),
        seed=seed,
        meanwhile=offline.typed(activity, staff, heard, first=stage.closes_at - timedelta(days=len(heard), hours=5)),
    )
    return process


def _answering(owner: Authority, people: Mapping[str, Person], now: datetime, share: float) -> None:
    staff = people["coordinator"]
    process = _closed("answering", owner, people, now, round(70 * share), seed=3, heard=offline.WHILE_ANSWERED)
    activity = process.activities.get()
    aftermath.let_show(activity, staff, at=now - timedelta(days=14))
    aftermath.summarise(activity, staff, at=now - timedelta(days=8))
    aftermath.answer_sections(activity, staff, at=now - timedelta(days=3), share=0.4)


def _answered(owner: Authority, people: Mapping[str, Person], now: datetime, share: float) -> None:
    staff = people["coordinator"]
    process = _closed("answered", owner, people, now, round(110 * share), seed=2)
    activity = process.activities.get()
    closes_at = activity.stages.get().closes_at
    aftermath.let_show(activity, staff, at=closes_at + timedelta(days=1))
    aftermath.summarise(activity, staff, at=closes_at + timedelta(days=10))
    building.second_version(activity.documents.get(), staff, dict(aftermath.CHANGES), at=closes_at + timedelta(days=30))
    answers = aftermath.answer_sections(activity, staff, at=closes_at + timedelta(days=34))
    aftermath.finish(activity, staff, at=closes_at + timedelta(days=36))
    decided = closes_at + timedelta(days=60)
    aftermath.decide(process, staff, answers, on=decided.date(), at=decided)
