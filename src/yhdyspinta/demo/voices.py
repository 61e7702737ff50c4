"""Invented residents say invented things, through the same action as everybody."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from yhdyspinta.comments.actions import NewComment, NewQuote, SenderFacts, send_comments
from yhdyspinta.comments.endorsements import endorse
from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.comments.search_entries import follow_state
from yhdyspinta.demo.content import remarks_fi, remarks_sv
from yhdyspinta.documents.models import Document, Section
from yhdyspinta.documents.passages import passages
from yhdyspinta.methods.comment_rounds.actions.sending import owe_receipt
from yhdyspinta.notices.outbox import Receiver
from yhdyspinta.people.models import Organisation, Person
from yhdyspinta.people.organisations import confirm_representation, represent_organisation
from yhdyspinta.people.skeletons import skeleton
from yhdyspinta.people.visitors import make_guest
from yhdyspinta.places.models import Area
from yhdyspinta.processes.models import Activity

_REMARKS: Final[Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]] = {
    "fi": {
        "participation": remarks_fi.PARTICIPATION,
        "cooperation": remarks_fi.COOPERATION,
        "promises": remarks_fi.PROMISES,
        "plan": remarks_fi.PLAN,
    },
    "sv": {
        "participation": remarks_sv.PARTICIPATION,
        "cooperation": remarks_sv.COOPERATION,
        "promises": remarks_sv.PROMISES,
    },
}
Happening = Callable[[], object]
#: Something else that happens while people comment, and when.
Meanwhile = tuple[datetime, Happening]
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
_LEAVE_ADDRESS: Final = 0.1
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
        return self.newcomer(at, language)

    def newcomer(self, at: datetime, language: str) -> Person:
        """Somebody who has not been here before."""
        self.people = self.people if self.people is not None else []
        token = f"{self.random.getrandbits(240):x}"[:43]
        guest = make_guest(at=at, language=language, token=token, is_demo=True)
        self.people.append(guest)
        return guest


def fill_round(
    activity: Activity,
    *,
    count: int,
    opened_at: datetime,
    until: datetime,
    seed: int,
    share_in_swedish: float = 0.12,
    meanwhile: Sequence[Meanwhile] = (),
) -> list[Comment]:
    """So many comments between the instants, some of them replies, some agreed with; the same for the same seed.

    What happens `meanwhile` (oldest first) happens between the comments, so that numbers follow the times.
    """
    crowd = Crowd(activity, Random(seed), share_in_swedish)
    remarks = list(_shuffled(activity, crowd, count))
    moments = sorted(opened_at + (until - opened_at) * crowd.random.random() ** 1.3 for _ in remarks)
    made: list[Comment] = []
    coming = list(meanwhile)
    for (section, language, text), at in zip(remarks, moments, strict=True):
        while coming and coming[0][0] <= at:
            coming.pop(0)[1]()
        parent = _parent(made, section, crowd.random)
        if parent is not None:
            language = parent.language
            text = crowd.random.choice(_REPLIES[language])
        made += _say(crowd, section, language, text, parent=parent, at=at)
    for _at, happening in coming:
        happening()
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
    facts = _facts(crowd, actor, language)
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
                quote=_quote(section, language) if parent is None and crowd.random.random() < 0.12 else None,
                waits=crowd.random.random() < 0.02,
            )
        ],
        facts=facts,
        check=lambda: at,
    )
    return _settle(receipt, facts, actor)


def _settle(receipt: Receipt, facts: SenderFacts, actor: Person) -> list[Comment]:
    """What follows a sending: the comments can be searched, and the receipt goes to the address that was given."""
    comments = list(Receipt.objects.get(pk=receipt.pk).comments.select_related("activity__process__owner"))
    for comment in comments:
        follow_state(comment, at=receipt.at)
    if facts.email:
        owe_receipt(receipt, to=Receiver(language=facts.language, person=actor, address=facts.email))
    return comments


def _quote(section: Section, language: str) -> NewQuote | None:
    """The first sentence of the section, as somebody would select it."""
    text = section.texts.filter(language=language).first()
    first = next(iter(passages(text.body)), None) if text else None
    if first is None:
        return None
    words = first.text[: first.text.find(". ") + 1 or None]
    return NewQuote(language, section.version.number, first.number, words, 0, len(words))


def _facts(crowd: Crowd, actor: Person, language: str) -> SenderFacts:
    earlier = Sender.objects.filter(activity=crowd.activity, person=actor).first()
    if earlier is not None:
        return SenderFacts(
            language=earlier.language,
            capacities=tuple(earlier.capacities),
            organisation=earlier.organisation,
            email=earlier.email,
            wants_news=earlier.wants_news,
        )
    capacities = crowd.random.choice(_CAPACITIES)
    organisation = _organisation(crowd) if "organisation" in capacities else None
    email = f"kommentoija.{actor.pk}@example.org" if crowd.random.random() < _LEAVE_ADDRESS else ""
    return SenderFacts(
        language=language,
        capacities=capacities,
        organisation=organisation,
        email=email,
        wants_news=bool(email) and crowd.random.random() < 0.5,
    )


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
    organisation = _spoken_for(activity, people, at=at)
    for key, text, capacities in (
        ("resident", "Hyvä, että vastaus luvataan. Kertokaa myös, mistä sen löytää.", ("resident", "close_person")),
        (
            "organisation",
            "Yhdistyksemme kokoaa jäsenten kommentit mielellään, kunhan aikaa on neljä viikkoa.",
            ("organisation",),
        ),
    ):
        person = people[key]
        speaks_for = organisation if key == "organisation" else None
        facts = SenderFacts(
            language="fi", capacities=capacities, organisation=speaks_for, email=person.email or "", wants_news=True
        )
        receipt = send_comments(
            actor=person,
            activity=activity,
            key=UUID(int=person.pk, version=4),
            comments=[NewComment(thread_id=section.thread_id or 0, text=text, language="fi")],
            facts=facts,
            check=lambda: at,
        )
        _settle(receipt, facts, person)


def _spoken_for(activity: Activity, people: Mapping[str, Person], *, at: datetime) -> Organisation:
    """The organisation of the demo's representative, confirmed by the county."""
    owner, earlier = activity.process.owner, at - timedelta(days=1)
    said = represent_organisation(actor=people["organisation"], authority=owner, name=_ORGANISATIONS[0], at=earlier)
    confirmed = confirm_representation(actor=people["coordinator"], representation=said, at=at)
    return Organisation.objects.get(pk=confirmed.organisation_id)
