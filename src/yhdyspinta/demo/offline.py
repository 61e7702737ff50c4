"""Comments that came to the demo by phone, on paper, by e-mail and at the forum, typed by staff."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.demo.passing import BUS, CALL_BACK, FARE, ICE, STREETS
from yhdyspinta.demo.sending import sections_of
from yhdyspinta.demo.voices import Happening, Meanwhile
from yhdyspinta.intake.actions import Reply, Words, enter_comments
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity


@dataclass(frozen=True)
class Heard:
    """What somebody said or wrote off line, and how long after its arrival it was typed."""

    channel: str
    section: str
    text: str
    capacities: tuple[str, ...] = ("resident",)
    reply: Reply = field(default_factory=Reply)
    email: str = ""
    typed_after: timedelta = timedelta(hours=4)


WHILE_OPEN: Final = (
    Heard(
        "paper", "2.2", "Lomake tuli lehden välissä, kiitos siitä. Terveyskeskuksen neuvonnassa niitä ei ollut.",
        ("service_user",),
        reply=Reply(by="letter", name="Aune Esimerkki", postal_address="Esimerkkitie 8, 00000 Esimerkkilä"),
        typed_after=timedelta(days=1),
    ),
    Heard(
        "phone", "2.1", "Olen hoitanut vaimoani yhdeksän vuotta. Minulta ei ole kysytty kertaakaan, miten kotona oikeasti menee.",
        ("close_person",), reply=Reply(by="phone", name="Reino Esimerkki", phone="000 000 0003"),
        typed_after=timedelta(minutes=20),
    ),
    Heard(
        "event", "3.2", "Foorumin etäryhmä: kuva riittää, mutta ääni ei. Kokeilkaa laitteet edellisenä päivänä.",
        ("resident", "service_user"), typed_after=timedelta(hours=20),
    ),
    Heard(
        "phone", "2.2", "Kuulen huonosti, mutta puhelimessa pärjään. Tilaisuuteen tarvitsisin kyydin ja induktiosilmukan.",
        reply=Reply(by="phone", name="Eino Esimerkki", phone="000 000 0001"), typed_after=timedelta(minutes=10),
    ),
    Heard(
        "paper", "3.2", "Pitäkää foorumi kerran myös meidän kylätalolla. Saliin mahtuu sata ihmistä.",
        reply=Reply(by="letter", name="Helmi Esimerkki", postal_address="Esimerkkitie 2, 00000 Esimerkkilä"),
    ),
    Heard(
        "email", "4", "Seurannasta pitäisi saada kunnittainen sivu, jonka voi lukea kahvihuoneessa ääneen.",
        ("professional",), reply=Reply(by="email"), email="kahvihuone@example.org",
    ),
    Heard(
        "event", "2.1", "Foorumin pienryhmä: valmistelijan pitäisi tulla käymään silloin, kun asiaa vasta mietitään.",
        ("resident", "volunteer"), typed_after=timedelta(hours=20),
    ),
)  # fmt: skip
WHILE_ANSWERED: Final = (
    Heard(
        "paper", "1", "Käynti siirtyy usein, eikä siitä kerrota. Toivon soittoa hyvissä ajoin.", ("service_user",),
        reply=Reply(by="letter", name="Lempi Esimerkki", postal_address="Esimerkkikuja 3, 00000 Esimerkkilä"),
        typed_after=timedelta(days=1),
    ),
    Heard(
        "phone", "4", "Kuvaruutu ei korvaa käyntiä, kun ei näe hyvin. Puhelu on parempi.", ("service_user",),
        reply=Reply(by="phone", name="Toivo Esimerkki", phone="000 000 0002"), typed_after=timedelta(minutes=15),
    ),
    Heard(
        "phone", "2", "Avain on naapurilla ja koira pitää viedä ulos. Joka viikko selitän sen uudelle ihmiselle.",
        ("service_user",), reply=Reply(by="phone", name="Sylvi Esimerkki", phone="000 000 0004"),
        typed_after=timedelta(minutes=15),
    ),
    Heard(
        "email", "3", "Kaukana asuva läheinen kaipaa viestin myös silloin, kun kaikki on hyvin.", ("close_person",),
        reply=Reply(by="email"), email="laheinen@example.org",
    ),
    Heard("email", "1", ICE, ("close_person",), reply=Reply(by="email"), email="rappu@example.org"),
    Heard("paper", "3", BUS, ("close_person",)),
    Heard("email", "1", FARE, ("service_user",), reply=Reply(by="email"), email="matkalainen@example.org"),
    *(Heard("event", "3", words, ("close_person", "service_user"), typed_after=timedelta(hours=20)) for words in STREETS),
)  # fmt: skip
IN_TOWN: Final = (
    Heard("email", "1", CALL_BACK, reply=Reply(by="email"), email="vuorotyolainen@example.org"),
)  # fmt: skip


def typed(activity: Activity, staff: Person, heard: tuple[Heard, ...], *, first: datetime) -> list[Meanwhile]:
    """The comments with the instants at which they were typed; they arrived eight hours apart from the first."""
    found = []
    for place, one in enumerate(heard):
        arrived_at = first + timedelta(hours=8 * place)
        found.append((arrived_at + one.typed_after, _entering(activity, staff, one, place, arrived_at)))
    return sorted(found, key=lambda entry: entry[0])


def _entering(activity: Activity, staff: Person, heard: Heard, place: int, arrived_at: datetime) -> Happening:
    def happen() -> None:
        section = sections_of(activity)[heard.section]
        enter_comments(
            actor=staff,
            activity=activity,
            key=UUID(int=activity.pk * 100 + place, version=4),
            channel=heard.channel,
            arrived_at=arrived_at,
            words=[Words(section.thread_id or 0, heard.text)],
            facts=SenderFacts(language="fi", capacities=heard.capacities, email=heard.email),
            reply=heard.reply,
            read_back=heard.channel == "phone",
            at=arrived_at + heard.typed_after,
        )

    return happen
