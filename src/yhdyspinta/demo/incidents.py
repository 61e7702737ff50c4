"""What happens while the demo's open round is open: words that need a moderator, reports, an appeal and edits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final

from yhdyspinta.comments.models import Comment
from yhdyspinta.demo.remarks import Remark
from yhdyspinta.demo.sending import HASTY, LEISURELY, Address, Placed, sections_of, send
from yhdyspinta.demo.voices import Crowd, Meanwhile
from yhdyspinta.methods.comment_rounds import actions as rounds
from yhdyspinta.moderation.actions import decide_hide, mask
from yhdyspinta.moderation.appeals import appeal, report
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity

INSULT: Final = Remark("3.2", "Valmistelijat ovat idiootteja, kun eivät tätäkään ymmärrä.")
ROADS: Final = Remark("2.2", "Tiet ovat niin huonossa kunnossa, ettei kukaan pääse talvella minnekään.")
PHONE: Final = Remark(
    "2.2", "Meillä on tyhjä kerhohuone, jossa voi kokoontua. Soita Matille, 040 000 0000. Kahvit keitetään aina."
)
ADVERTISEMENT: Final = Remark("3.2", "Tulkaa kaikki hyvinvointikurssille, nyt puoleen hintaan! Paikkoja on enää kolme.")
BITTER: Final = Remark("2.3", "Virkamiehet eivät näitä kuitenkaan lue. Turha vaiva.")
FIRST_WORDS: Final = (
    (Remark("3.1", "Palkio pitää maksaa heti."), "Palkkio pitää maksaa kahden viikon kuluessa tehtävästä."),
    (
        Remark("4", "Seurannasta pitää kertoa kaikille.", capacities=("volunteer",)),
        "Seurannasta pitää kertoa kaikille, myös niille, jotka eivät käytä verkkoa: paikallislehti ja kirjasto.",
    ),
)
HEALTH: Final = (
    Remark(
        "2.2",
        "Sairastan itse enkä jaksa lähteä iltaisin. Voisiko foorumiin osallistua kotoa?",
        capacities=("service_user",),
    ),
    Remark("2.1", "Min mamma har demens och jag talar för henne. Var kan jag göra det?", "sv", ("close_person",)),
)
CODE: Final = Remark("2.3", "Löytyykö vastaus tunnuksellani 010170-960F, vai pitääkö soittaa?")
COPIED: Final = Remark("1", "Hyvä malli, kannatan.")
REGRETTED: Final = Remark("3.3", "Nuorisovaltuusto voitaisiin minusta lakkauttaa, kun siellä ei käy kukaan.")
CORRECTING: Final = Remark(
    "3.3",
    "Meidän kunnassamme käy joka kerta kaksitoista nuorta. Tule katsomaan ennen kuin lakkautat.",
    capacities=("volunteer",),
)


def in_open_round(activity: Activity, staff: Mapping[str, Person], *, now: datetime) -> list[Meanwhile]:
    """The incidents of the round that is open now, with their instants, oldest first."""
    scene = _Scene(activity, Crowd(activity, Random(41)))
    first, second = staff["moderator"], staff["second_moderator"]

    def ago(days: float, happening: Callable[[datetime], object]) -> Meanwhile:
        at = now - timedelta(days=days)
        return at, lambda: happening(at)

    recent = [ago(0.5 - place / 10, scene.sends(remark)) for place, remark in enumerate((*HEALTH, CODE))]
    return [
        ago(8, scene.is_hidden(INSULT, second, "insult", "Mielipiteen voi sanoa ilman haukkumista.")),
        ago(
            7, scene.is_hidden(ROADS, second, "off_topic", "Teiden kunnosta vastaa toinen viranomainen.", _ROADS_MATTER)
        ),
        ago(6, scene.is_masked(PHONE, "Soita Matille, 040 000 0000.", first)),
        *(ago(5 - place, scene.is_edited(*words)) for place, words in enumerate(FIRST_WORDS)),
        ago(4.5, scene.is_withdrawn(REGRETTED, CORRECTING)),
        ago(3, scene.is_reported(ADVERTISEMENT, ("spam", "spam", "off_topic"))),
        ago(2, scene.is_reported(BITTER, ("insult",))),
        *recent,
        ago(0.1, scene.sends(COPIED, taking=HASTY)),
    ]


_ROADS_MATTER: Final = (
    "Kommentti koskee kuljetuksia, joista tässä kohdassa puhutaan. Talvella tie ratkaisee, pääseekö paikalle."
)


@dataclass
class _Scene:
    activity: Activity
    crowd: Crowd

    def sends(self, remark: Remark, *, taking: timedelta = LEISURELY) -> Callable[[datetime], Comment]:
        return lambda at: say(self.crowd, remark, at=at, taking=taking)

    def is_hidden(
        self, remark: Remark, moderator: Person, reason: str, words: str, protest: str = ""
    ) -> Callable[[datetime], object]:
        def happen(at: datetime) -> None:
            comment = say(self.crowd, remark, at=at, email="talvitie@example.org" if protest else "")
            later = at + timedelta(hours=3)
            decision = decide_hide(actor=moderator, comment=comment, reason=reason, words=words, at=later)
            if protest:
                appeal(actor=sender(comment), decision=decision, text=protest, at=later + timedelta(days=5))

        return happen

    def is_masked(self, remark: Remark, passage: str, moderator: Person) -> Callable[[datetime], object]:
        def happen(at: datetime) -> None:
            comment = say(self.crowd, remark, at=at, email="kerhohuone@example.org")
            start = remark.text.index(passage)
            mask(
                actor=moderator, comment=comment, spans=[(start, start + len(passage))], reason="personal_data",
                revision=comment.revision, at=at + timedelta(hours=2),
            )  # fmt: skip

        return happen

    def is_edited(self, remark: Remark, new_words: str) -> Callable[[datetime], object]:
        def happen(at: datetime) -> None:
            comment = say(self.crowd, remark, at=at)
            later = at + timedelta(hours=1)
            rounds.edit(
                actor=sender(comment), comment=comment, text=new_words, revision=comment.revision, clock=lambda: later
            )

        return happen

    def is_withdrawn(self, remark: Remark, reply: Remark) -> Callable[[datetime], object]:
        """Taken back after somebody replied: the reply stays, and a stub above it."""

        def happen(at: datetime) -> None:
            comment = say(self.crowd, remark, at=at)
            later = at + timedelta(hours=6)
            placed = Placed(sections_of(self.activity)[reply.section], reply)
            send(self.activity, self.crowd.newcomer(later, reply.language), [placed], at=later, parent=comment)
            rounds.withdraw(actor=sender(comment), comment=comment, at=later + timedelta(hours=2))

        return happen

    def is_reported(self, remark: Remark, reasons: tuple[str, ...]) -> Callable[[datetime], object]:
        def happen(at: datetime) -> None:
            comment = say(self.crowd, remark, at=at)
            for place, reason in enumerate(reasons, start=1):
                later = at + timedelta(hours=place)
                report(actor=self.crowd.newcomer(later, "fi"), comment=comment, reason=reason, at=later)

        return happen


def say(crowd: Crowd, remark: Remark, *, at: datetime, email: str = "", taking: timedelta = LEISURELY) -> Comment:
    """Somebody new says something of the first document."""
    actor = crowd.newcomer(at, remark.language)
    placed = Placed(sections_of(crowd.activity)[remark.section], remark)
    return send(crowd.activity, actor, [placed], at=at, address=Address(email, wants_news=bool(email)), taking=taking)[
        0
    ]


def sender(comment: Comment) -> Person:
    """Who sent a comment of the demo: nobody has erased themselves."""
    if comment.sender.person is None:
        raise LookupError("The sender was erased.")
    return comment.sender.person
