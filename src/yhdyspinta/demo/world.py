"""The demo world: case A at each of its stages, a bilingual county and a municipality, built by the real actions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import connection, transaction

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.keeping_groups import keep_all_groups
from yhdyspinta.demo import (
    accessibility,
    aftermath,
    building,
    desk,
    elsewhere,
    followers,
    grouping,
    incidents,
    launching,
    offline,
    passing,
    piles,
    regulars,
    reporting,
    team,
    together,
    voices,
)
from yhdyspinta.demo.cast import BILINGUAL_COUNTY, COUNTY, TOWN, make_operator_of_demo, make_people
from yhdyspinta.demo.regions import make_authorities
from yhdyspinta.demo.stories import STORIES
from yhdyspinta.notices.delivery import deliver_some
from yhdyspinta.people.models import Person
from yhdyspinta.processes import actions
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.ui.dates import in_helsinki

Tell = Callable[[str], None]


def is_filled() -> bool:
    return Person.objects.filter(is_demo=True, is_guest=False).exists()


@transaction.atomic
def fill(*, now: datetime, tell: Tell, share: float = 1.0) -> None:
    """Make the whole world, or nothing. `share` of the comments: tests ask for fewer."""
    with _nothing_halfway():
        _make(now, tell, share)
    tell("letters")
    while deliver_some(at=now):
        pass


@contextmanager
def _nothing_halfway() -> Iterator[None]:
    """Actions inside actions set no savepoints here: whatever fails takes the whole world with it.

    It takes a quarter off the time: a third of the questions to the database would be savepoints.
    """
    connection.features.uses_savepoints = False
    try:
        yield
    finally:
        connection.features.uses_savepoints = True


def _make(now: datetime, tell: Tell, share: float) -> None:
    long_ago = now - timedelta(days=250)
    tell("authorities and people")
    operator = make_operator_of_demo(long_ago)
    authorities = make_authorities(operator, at=long_ago)
    people = make_people(authorities, operator, long_ago)
    county, town = authorities[COUNTY], authorities[TOWN]
    tell("a round that is being prepared")
    _preparing(county, people, now)
    tell("a round that was held elsewhere and answered here")
    elsewhere.bring_in_and_answer(county, people["coordinator"], now=now)
    tell("a round that was answered, with its measures")
    _answered(county, people, now, share)
    tell("a round that is being answered")
    _answering(county, town, people, now, share)
    tell("an open round with a partner")
    _open(county, town, people, now, share)
    tell("an open round in a bilingual county")
    _bilingual(authorities[BILINGUAL_COUNTY], people, now, share)
    tell("an open round in a municipality, with the county as its partner")
    _of_town(town, county, people, now, share)
    keep_all_groups(at=now)


def _preparing(county: Authority, people: Mapping[str, Person], now: datetime) -> None:
    """The round that is not published yet, and what else waits on the desk of its county."""
    bertta = people["coordinator"]
    process = building.prepare(STORIES["preparing"], county, bertta, now=now)
    team.bring_corrected_text(round_of(process).documents.get(), people, at=now - timedelta(hours=5))
    desk.bring_translations(process, bertta, at=now - timedelta(hours=4))
    desk.bring_own_translations(process.owner, people["county_admin"], at=now - timedelta(hours=3))
    desk.keep_phrases(county, people["answerer"], at=now - timedelta(days=60))
    elsewhere.bring_in_earlier(county, bertta, now=now)


def _open(county: Authority, town: Authority, people: Mapping[str, Person], now: datetime, share: float) -> None:
    """The round in which there is most to try: comments, incidents, paper, an event, themes and shared work."""
    bertta = people["coordinator"]
    process = _published("open", county, bertta, now)
    launching.release(round_of(process), bertta, at=now - timedelta(days=9, hours=12))
    followers.gather(process, [people["resident"], people["organisation"]], at=now - timedelta(days=9))
    _comments("open", process, bertta, now, share, seed=4, meanwhile=_meanwhile(process, people, now))
    team.invite_people(process, people, at=now - timedelta(days=3))
    together.write(round_of(process), people, at=now - timedelta(days=1))
    grouping.name_themes("open", round_of(process), people["answerer"], at=now - timedelta(hours=3))
    grouping.share_the_work("open", round_of(process), people, bertta, at=now - timedelta(hours=2))
    grouping.translate(round_of(process), bertta, at=now - timedelta(hours=1, minutes=30))
    grouping.look_for_like(round_of(process), bertta, at=now - timedelta(hours=1))
    advertisement = round_of(process).comments.get(text=incidents.ADVERTISEMENT.text)
    team.block_advertiser(incidents.sender(advertisement), process, people, at=now - timedelta(days=1))
    actions.add_partner(actor=bertta, process=process, authority=town, at=now - timedelta(days=9))
    accessibility.say_what_does_not_work(county, at=now - timedelta(days=2))


def _bilingual(county: Authority, people: Mapping[str, Person], now: datetime, share: float) -> None:
    karin = people["swedish_coordinator"]
    process = _published("bilingual", county, karin, now)
    followers.gather(process, [people["swedish_resident"]], at=now - timedelta(days=7))
    _comments("bilingual", process, karin, now, share, seed=5, meanwhile=_in_swedish(process, people, now))
    grouping.name_themes("bilingual", round_of(process), karin, at=now - timedelta(hours=5))
    grouping.share_the_work("bilingual", round_of(process), people, karin, at=now - timedelta(hours=4))
    grouping.translate(round_of(process), karin, at=now - timedelta(hours=3))
    grouping.look_for_like(round_of(process), karin, at=now - timedelta(hours=2))


def _of_town(town: Authority, county: Authority, people: Mapping[str, Person], now: datetime, share: float) -> None:
    pekka = people["partner_coordinator"]
    process = _published("town", town, pekka, now)
    actions.add_partner(actor=pekka, process=process, authority=county, at=now - timedelta(days=6))
    heard = offline.typed(round_of(process), pekka, offline.IN_TOWN, first=now - timedelta(days=2))
    _comments("town", process, pekka, now, share, seed=6, meanwhile=heard)
    passing.from_town(round_of(process), county, people, at=now - timedelta(hours=20))


def round_of(process: Process) -> Activity:
    """The process's round with all that its rules ask, so that hundreds of sendings need not fetch it."""
    rounds = Activity.objects.select_related("process__owner__area").prefetch_related("stages")
    return rounds.get(process=process)


def _published(key: str, owner: Authority, coordinator: Person, now: datetime) -> Process:
    process = building.prepare(STORIES[key], owner, coordinator, now=now)
    opens_at = round_of(process).stages.get().opens_at
    return building.publish(process, coordinator, at=opens_at - timedelta(days=4))


def _meanwhile(process: Process, people: Mapping[str, Person], now: datetime) -> list[voices.Meanwhile]:
    """What happens in the open round beside people's comments."""
    activity = round_of(process)
    found = incidents.in_open_round(activity, people, now=now)
    found += offline.typed(activity, people["coordinator"], offline.WHILE_OPEN, first=now - timedelta(days=7))
    found += piles.in_open_round(activity, people, now=now)
    found += _regular("open", activity, people, now - timedelta(hours=2))
    given = now - timedelta(days=2)
    return [*found, (given, lambda: regulars.organisation_gives_statement(activity, people, at=given))]


def _regular(story: str, activity: Activity, people: Mapping[str, Person], at: datetime) -> Iterator[voices.Meanwhile]:
    yield at, lambda: regulars.resident_sends(story, activity, people["resident"], at=at)


def _in_swedish(process: Process, people: Mapping[str, Person], now: datetime) -> list[voices.Meanwhile]:
    activity, at = round_of(process), now - timedelta(days=3)
    return [(at, lambda: regulars.swedish_resident_sends(activity, people["swedish_resident"], at=at))]


def _comments(
    key: str,
    process: Process,
    coordinator: Person,
    now: datetime,
    share: float,
    *,
    seed: int,
    meanwhile: Sequence[voices.Meanwhile] = (),
) -> None:
    """An open round's comments until an hour ago; what waited until yesterday was checked."""
    activity = round_of(process)
    voices.fill_round(
        activity,
        STORIES[key],
        opened_at=activity.stages.get().opens_at,
        until=now - timedelta(hours=1),
        seed=seed,
        share=share,
        meanwhile=meanwhile,
    )
    aftermath.let_show(activity, coordinator, at=now - timedelta(hours=14), before=now - timedelta(hours=20))


def _closed(
    key: str,
    owner: Authority,
    people: Mapping[str, Person],
    now: datetime,
    share: float,
    *,
    seed: int,
    heard: tuple[offline.Heard, ...] = (),
) -> Process:
    """A round that has closed, with everything that came while it was open."""
    staff = people["coordinator"]
    process = _published(key, owner, staff, now)
    activity = round_of(process)
    stage = activity.stages.get()
    followers.gather(process, [people["resident"]], at=stage.opens_at + timedelta(hours=3))
    first = stage.closes_at - timedelta(days=len(heard), hours=5)
    meanwhile = [
        *offline.typed(activity, staff, heard, first=first),
        *_regular(key, activity, people, stage.opens_at + timedelta(days=2)),
    ]
    voices.fill_round(
        activity,
        STORIES[key],
        opened_at=stage.opens_at,
        until=stage.closes_at - timedelta(minutes=30),
        seed=seed,
        share=share,
        meanwhile=meanwhile,
    )
    return process


def _answering(owner: Authority, town: Authority, people: Mapping[str, Person], now: datetime, share: float) -> None:
    staff = people["coordinator"]
    process = _closed("answering", owner, people, now, share, seed=3, heard=offline.WHILE_ANSWERED)
    activity = round_of(process)
    aftermath.let_show(activity, staff, at=now - timedelta(days=14))
    passing.from_county(activity, town, people, at=now - timedelta(days=12))
    passing.streets_together(activity, town, staff, at=now - timedelta(days=11, hours=12))
    passing.outside(activity, staff, at=now - timedelta(days=11))
    grouping.name_themes("answering", activity, staff, at=now - timedelta(days=11))
    aftermath.summarise("answering", activity, staff, at=now - timedelta(days=8))
    grouping.translate(activity, staff, at=now - timedelta(days=7))
    aftermath.answer_sections("answering", activity, staff, at=now - timedelta(days=3))
    grouping.share_the_work("answering", activity, people, staff, at=now - timedelta(days=2))
    grouping.look_for_like(activity, staff, at=now - timedelta(hours=6))


def _answered(owner: Authority, people: Mapping[str, Person], now: datetime, share: float) -> None:
    staff = people["coordinator"]
    process = _closed("answered", owner, people, now, share, seed=2)
    activity = round_of(process)
    closes_at = activity.stages.get().closes_at
    aftermath.let_show(activity, staff, at=closes_at + timedelta(days=1))
    aftermath.summarise("answered", activity, staff, at=closes_at + timedelta(days=10))
    building.second_version(activity.documents.get(), staff, dict(aftermath.CHANGES), at=closes_at + timedelta(days=30))
    grouping.name_themes("answered", activity, staff, at=closes_at + timedelta(days=12))
    answers = aftermath.answer_sections("answered", activity, staff, at=closes_at + timedelta(days=34))
    aftermath.finish(activity, staff, at=closes_at + timedelta(days=36))
    decided = closes_at + timedelta(days=60)
    aftermath.decide(process, staff, answers, on=in_helsinki(decided).date(), at=decided)
    reporting.report(activity, staff, at=decided + timedelta(days=18))
    reporting.make_files(activity, staff, at=now)
