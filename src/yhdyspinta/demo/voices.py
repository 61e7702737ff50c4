"""Invented residents say invented things, through the same action as everybody."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from yhdyspinta.comments.actions import NewComment, SenderFacts, send_comments
from yhdyspinta.comments.endorsements import endorse
from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.demo.content import remarks_fi, remarks_sv
from yhdyspinta.documents.models import Document, Section
from yhdyspinta.people.models import Organisation, Person, Representation
from yhdyspinta.people.skeletons import skeleton
from yhdyspinta.places.models import Area
from yhdyspinta.processes.models import Activity

_REMARKS: Final[Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]] = {
    "fi": {
        "participation": remarks_fi.PARTICIPATION,
        "cooperation": remarks_fi.COOPERATION,
        "promises": remarks_fi.PROMISES,
    },
    "sv": {
        "participation": remarks_sv.PARTICIPATION,
        "cooperation": remarks_sv.COOPERATION,
        "promises": remarks_sv.PROMISES,
    },
}
_TAILS: Final = {"fi": remarks_fi.TAILS, "sv": remarks_sv.TAILS}
_REPLIES: Final = {"fi": remarks_fi.REPLIES, "sv": remarks_sv.REPLIES}
_CAPACITIES: Final = (
    ("resident",),
    ("resident",),
    ("resident",),
    ("resident", "service_user"),
    ("service_user",),
    ("close_person",),
    ("resident", "close_person"),
    ("professional",),
    ("professional",),
    ("organisation",),
    ("organisation",),
    ("elected_official",),
    ("expert_by_experience",),
    ("volunteer", "resident"),
)
_ORGANISATIONS: Final = (
    "Esimerkkilän omaisyhdistys ry",
    "Mallilan kyläyhdistys ry",
    "Kuvitellun kaupungin eläkeläiset ry",
    "Esimerkin näkövammaiset ry",
    "Mielen polut Esimerkki ry",
    "Exempelbygdens anhöriga rf",
)
_AGE_GROUPS: Final = ("15_64", "15_64", "15_64", "65_over", "65_over", "under_15", "not_told", "")


@dataclass
class Crowd:
    """People who comment in one round, made as they are needed."""

    activity: Activity
    random: Random
    share_in_swedish: float = 0.12
    people: list[Person] | None = None

    def someone(self, at: datetime, language: str) -> Person:
        """An old face three times out of ten, otherwise a new guest."""
        self.people = self.people if self.people is not None else []
        if self.people and self.random.random() < 0.3:
            return self.random.choice(self.people)
        guest = Person(
            is_guest=True,
            guest_token=f"{self.random.getrandbits(240):x}"[:43],
            language=language,
            created_at=at,
            email=None,
            is_demo=True,
        )
        guest.set_unusable_password()
        guest.save()
        self.people.append(guest)
        return guest


def fill_round(
    activity: Activity, *, count: int, opened_at: datetime, until: datetime, seed: int, share_in_swedish: float = 0.12
) -> list[Comment]:
    """So many comments between the instants, some of them replies, some agreed with; the same for the same seed."""
    crowd = Crowd(activity, Random(seed), share_in_swedish)
    remarks = list(_shuffled(activity, crowd, count))
    moments = sorted(opened_at + (until - opened_at) * crowd.random.random() ** 1.3 for _ in remarks)
    made: list[Comment] = []
    for (section, language, text), at in zip(remarks, moments, strict=True):
        parent = _parent(made, section, crowd.random)
        if parent is not None:
            language = parent.language
            text = crowd.random.choice(_REPLIES[language])
        made += _say(crowd, section, language, text, parent=parent, at=at)
    _background(activity, crowd.random)
    _agree(made, crowd, until)
    return made


def _shuffled(activity: Activity, crowd: Crowd, count: int) -> Iterator[tuple[Section, str, str]]:
    """Remarks for the sections of the activity's documents, each fitting its section and language."""
    pool: list[tuple[Section, str, str]] = []
    for document in activity.documents.all():
        name = _content_of(document)
        version = document.versions.order_by("number").first()
        for section in Section.objects.filter(version=version):
            for language, tails in _TAILS.items():
                remarks = _REMARKS[language].get(name, {})
                fitting = remarks.get(section.number, ()) + remarks.get("*", ())
                pool += [(section, language, remark + tail) for remark in fitting for tail in dict.fromkeys(tails)]
    crowd.random.shuffle(pool)
    swedish = round(count * crowd.share_in_swedish)
    yield from [entry for entry in pool if entry[1] == "sv"][:swedish]
    yield from [entry for entry in pool if entry[1] == "fi"][: count - swedish]


def _content_of(document: Document) -> str:
    from yhdyspinta.demo.stories import DOCUMENTS

    return next((name for name, (title, _) in DOCUMENTS.items() if title["fi"] == document.title.get("fi")), "")


def _parent(made: list[Comment], section: Section, random: Random) -> Comment | None:
    """Every tenth remark answers an earlier one of the same section."""
    earlier = [comment for comment in made if comment.thread_id == section.thread_id and comment.parent_id is None]
    return random.choice(earlier) if earlier and random.random() < 0.1 else None


def _say(
    crowd: Crowd, section: Section, language: str, text: str, *, parent: Comment | None, at: datetime
) -> list[Comment]:
    actor = crowd.someone(at, language)
    receipt = send_comments(
        actor=actor,
        activity=crowd.activity,
        key=UUID(int=crowd.random.getrandbits(128), version=4),
        comments=[
            NewComment(
                thread_id=section.thread_id or 0,
                text=text,
                language=language,
                parent_id=parent.pk if parent else None,
                waits=crowd.random.random() < 0.02,
            )
        ],
        facts=_facts(crowd, actor, language),
        check=lambda: at,
    )
    return list(Receipt.objects.get(pk=receipt.pk).comments.all())


def _facts(crowd: Crowd, actor: Person, language: str) -> SenderFacts:
    earlier = Sender.objects.filter(activity=crowd.activity, person=actor).first()
    if earlier is not None:
        return SenderFacts(
            language=earlier.language, capacities=tuple(earlier.capacities), organisation=earlier.organisation
        )
    capacities = crowd.random.choice(_CAPACITIES)
    organisation = _organisation(crowd) if "organisation" in capacities else None
    return SenderFacts(language=language, capacities=capacities, organisation=organisation)


def _organisation(crowd: Crowd) -> Organisation:
    name = crowd.random.choice(_ORGANISATIONS)
    made, _ = Organisation.objects.get_or_create(
        authority=crowd.activity.process.owner,
        skeleton=skeleton(name),
        defaults={"name": name, "created_at": crowd.activity.created_at},
    )
    return made


def _background(activity: Activity, random: Random) -> None:
    """Two senders of three tell their municipality or age group, as they would after sending."""
    towns = _towns(activity)
    for sender in activity.senders.all():
        if random.random() < 0.66:
            told: dict[str, Any] = {"municipality": random.choice(towns), "age_group": random.choice(_AGE_GROUPS)}
            Sender.objects.filter(pk=sender.pk).update(**told)


def _towns(activity: Activity) -> list[Area]:
    area = activity.process.owner.area
    if area is None:
        return list(Area.objects.filter(kind=Area.Kind.MUNICIPALITY)[:3])
    found = list(area.municipalities.order_by("code")) or [area]
    return sorted(found, key=_people_in, reverse=True)[:9] * 2 + found


def _people_in(town: Area) -> int:
    population = town.populations.first()
    return population.total if population else 0


def _agree(made: list[Comment], crowd: Crowd, until: datetime) -> None:
    """Some comments gather agreement, most a little, a few much."""
    people = crowd.people or []
    for comment in made:
        if comment.state != Comment.State.VISIBLE:
            continue
        liking = min(int(crowd.random.paretovariate(1.1)) - 1, 25, len(people) - 1)
        for person in crowd.random.sample(people, max(liking, 0)):
            if person.pk != comment.sender.person_id:
                kind = "agree" if crowd.random.random() < 0.75 else "well_argued"
                endorse(
                    actor=person, comment=comment, kind=kind, at=min(comment.arrived_at + timedelta(hours=5), until)
                )


def speak_for_the_cast(activity: Activity, people: Mapping[str, Person], *, at: datetime) -> None:
    """The demo's resident and organisation have each sent something, so that their own pages have content."""
    section = Section.objects.get(
        version__document__activity=activity, version__number=1, number="2.3", version__document__position=1
    )
    verified = Organisation.objects.filter(authority=activity.process.owner, name=_ORGANISATIONS[0]).first()
    for key, text, capacities in (
        ("resident", "Hyvä, että vastaus luvataan. Kertokaa myös, mistä sen löytää.", ("resident", "close_person")),
        (
            "organisation",
            "Yhdistyksemme kokoaa jäsenten kommentit mielellään, kunhan aikaa on neljä viikkoa.",
            ("organisation",),
        ),
    ):
        person = people[key]
        speaks_for = verified if key == "organisation" else None
        if speaks_for is not None:
            Representation.objects.get_or_create(
                person=person, organisation=speaks_for, defaults={"since": at, "confirmed_at": at}
            )
            Organisation.objects.filter(pk=speaks_for.pk).update(verified_at=at)
        send_comments(
            actor=person,
            activity=activity,
            key=UUID(int=person.pk, version=4),
            comments=[NewComment(thread_id=section.thread_id or 0, text=text, language="fi")],
            facts=SenderFacts(language="fi", capacities=capacities, organisation=speaks_for, email=person.email or ""),
            check=lambda: at,
        )
