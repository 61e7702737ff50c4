"""The demo world: case A at each of its stages, a bilingual county and a municipality, built by the real actions."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from yhdyspinta.authorities.models import Authority
from yhdyspinta.demo import aftermath, building, voices
from yhdyspinta.demo.cast import BILINGUAL_COUNTY, COUNTY, TOWN, make_people
from yhdyspinta.demo.regions import make_authorities
from yhdyspinta.demo.stories import STORIES
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
    building.prepare(STORIES["preparing"], county, bertta, now=now)
    tell("a round that was answered, with its measures")
    _answered(county, bertta, now, share)
    tell("a round that is being answered")
    _answering(county, bertta, now, share)
    tell("an open round with a partner")
    process = _open("open", county, bertta, now, round(170 * share), seed=4)
    voices.speak_for_the_cast(process.activities.get(), people, at=now - timedelta(days=2))
    actions.add_partner(actor=bertta, process=process, authority=town, at=now - timedelta(days=9))
    tell("an open round in a bilingual county")
    _open("bilingual", authorities[BILINGUAL_COUNTY], karin, now, round(45 * share), seed=5, in_swedish=0.5)
    tell("an open round in a municipality")
    _open("town", town, pekka, now, 0, seed=6)


def _open(
    key: str, owner: Authority, coordinator: Person, now: datetime, count: int, *, seed: int, in_swedish: float = 0.1
) -> Process:
    story = STORIES[key]
    process = building.prepare(story, owner, coordinator, now=now)
    opens_at = process.activities.get().stages.get().opens_at
    process = building.publish(process, coordinator, at=opens_at - timedelta(days=4))
    if count:
        voices.fill_round(
            process.activities.get(),
            count=count,
            opened_at=opens_at,
            until=now - timedelta(hours=1),
            seed=seed,
            share_in_swedish=in_swedish,
        )
        aftermath.let_show(
            process.activities.get(), coordinator, at=now - timedelta(hours=14), before=now - timedelta(hours=20)
        )
    return process


def _closed(key: str, owner: Authority, coordinator: Person, now: datetime, count: int, *, seed: int) -> Process:
    process = building.prepare(STORIES[key], owner, coordinator, now=now)
    stage = process.activities.get().stages.get()
    process = building.publish(process, coordinator, at=stage.opens_at - timedelta(days=4))
    voices.fill_round(
        process.activities.get(),
        count=count,
        opened_at=stage.opens_at,
        until=stage.closes_at - timedelta(minutes=30),
        seed=seed,
    )
    return process


def _answering(owner: Authority, staff: Person, now: datetime, share: float) -> None:
    process = _closed("answering", owner, staff, now, round(70 * share), seed=3)
    activity = process.activities.get()
    aftermath.let_show(activity, staff, at=now - timedelta(days=14))
    aftermath.summarise(activity, staff, at=now - timedelta(days=8))
    aftermath.answer_sections(activity, staff, at=now - timedelta(days=3), share=0.4)


def _answered(owner: Authority, staff: Person, now: datetime, share: float) -> None:
    process = _closed("answered", owner, staff, now, round(110 * share), seed=2)
    activity = process.activities.get()
    closes_at = activity.stages.get().closes_at
    aftermath.let_show(activity, staff, at=closes_at + timedelta(days=1))
    aftermath.summarise(activity, staff, at=closes_at + timedelta(days=10))
    building.second_version(activity.documents.get(), staff, dict(aftermath.CHANGES), at=closes_at + timedelta(days=30))
    answers = aftermath.answer_sections(activity, staff, at=closes_at + timedelta(days=34))
    aftermath.finish(activity, staff, at=closes_at + timedelta(days=36))
    decided = closes_at + timedelta(days=60)
    aftermath.decide(process, staff, answers, on=decided.date(), at=decided)
