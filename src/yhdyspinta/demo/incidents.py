"""What happens while the demo's open round is open: words that need a moderator, reports, an appeal and edits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

from yhdyspinta.comments import drafts
from yhdyspinta.comments.models import Comment
from yhdyspinta.demo.voices import Crowd, Meanwhile
from yhdyspinta.documents.models import Section
from yhdyspinta.methods.comment_rounds import actions as rounds
from yhdyspinta.moderation.actions import decide_hide, mask
from yhdyspinta.moderation.appeals import appeal, report
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity

_LEISURELY: Final = timedelta(minutes=7)
_HASTY: Final = timedelta(seconds=2)


@dataclass(frozen=True)
class Remark:
    """A comment that is sent through the round's own form."""

    section: str
    text: str
    language: str = "fi"
    capacity: str = "resident"
    email: str = ""


INSULT: Final = Remark("3.2", "Valmistelijat ovat idiootteja, kun eivät tätäkään ymmärrä.")
ROADS: Final = Remark(
    "2.2", "Tiet ovat niin huonossa kunnossa, ettei kukaan pääse talvella minnekään.", email="talvitie@example.org"
)
PHONE: Final = Remark(
    "2.2",
    "Meillä on tyhjä kerhohuone, jossa voi kokoontua. Soita Matille, 040 000 0000. Kahvit keitetään aina.",
    email="kerhohuone@example.org",
)
ADVERTISEMENT: Final = Remark("3.2", "Tulkaa kaikki hyvinvointikurssille, nyt puoleen hintaan! Paikkoja on enää kolme.")
BITTER: Final = Remark("2.3", "Virkamiehet eivät näitä kuitenkaan lue. Turha vaiva.")
FIRST_WORDS: Final = (
    (Remark("3.1", "Palkio pitää maksaa heti."), "Palkkio pitää maksaa kahden viikon kuluessa tehtävästä."),
    (
        Remark("4", "Seurannasta pitää kertoa kaikille.", capacity="volunteer"),
        "Seurannasta pitää kertoa kaikille, myös niille, jotka eivät käytä verkkoa: paikallislehti ja kirjasto.",
    ),
)
HEALTH: Final = (
    Remark(
        "2.2", "Sairastan itse enkä jaksa lähteä iltaisin. Voisiko foorumiin osallistua kotoa?", capacity="service_user"
    ),
    Remark("2.1", "Min mamma har demens och jag talar för henne. Var kan jag göra det?", "sv", "close_person"),
)
CODE: Final = Remark("2.3", "Löytyykö vastaus tunnuksellani 010170-960F, vai pitääkö soittaa?")
COPIED: Final = Remark("1", "Hyvä malli, kannatan.")


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
        ago(3, scene.is_reported(ADVERTISEMENT, ("spam", "spam", "off_topic"))),
        ago(2, scene.is_reported(BITTER, ("insult",))),
        *recent,
        ago(0.1, scene.sends(COPIED, taking=_HASTY)),
    ]


_ROADS_MATTER: Final = (
    "Kommentti koskee kuljetuksia, joista tässä kohdassa puhutaan. Talvella tie ratkaisee, pääseekö paikalle."
)


@dataclass
class _Scene:
    activity: Activity
    crowd: Crowd

    def sends(self, remark: Remark, *, taking: timedelta = _LEISURELY) -> Callable[[datetime], Comment]:
        return lambda at: say(self.crowd, remark, at=at, taking=taking)

    def is_hidden(
        self, remark: Remark, moderator: Person, reason: str, words: str, protest: str = ""
    ) -> Callable[[datetime], object]:
        def happen(at: datetime) -> None:
            comment = say(self.crowd, remark, at=at)
            later = at + timedelta(hours=3)
            decision = decide_hide(actor=moderator, comment=comment, reason=reason, words=words, at=later)
            if protest:
                appeal(actor=sender(comment), decision=decision, text=protest, at=later + timedelta(days=5))

        return happen

    def is_masked(self, remark: Remark, passage: str, moderator: Person) -> Callable[[datetime], object]:
        def happen(at: datetime) -> None:
            comment = say(self.crowd, remark, at=at)
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

    def is_reported(self, remark: Remark, reasons: tuple[str, ...]) -> Callable[[datetime], object]:
        def happen(at: datetime) -> None:
            comment = say(self.crowd, remark, at=at)
            for place, reason in enumerate(reasons, start=1):
                later = at + timedelta(hours=place)
                report(actor=self.crowd.newcomer(later, "fi"), comment=comment, reason=reason, at=later)

        return happen


def say(crowd: Crowd, remark: Remark, *, at: datetime, taking: timedelta = _LEISURELY) -> Comment:
    """Somebody new writes, tells who they are and sends, as the form does."""
    actor, activity = crowd.newcomer(at, remark.language), crowd.activity
    section = Section.objects.get(
        version__document__activity=activity, version__document__position=1, version__number=1, number=remark.section
    )
    began = at - taking
    item: dict[str, Any] = {"text": remark.text, "language": remark.language}
    rounds.save_items(
        actor=actor, activity=activity, items={drafts.place_of(section.thread_id or 0): item}, began_at=began, at=began
    )
    facts = {"capacities": [remark.capacity], "language": remark.language, "email": remark.email}
    draft = rounds.save_about(actor=actor, activity=activity, facts=facts, began_at=began, at=at)
    receipt = rounds.send(actor=actor, activity=activity, key=draft.key, clock=lambda: at)
    return Comment.objects.select_related("sender__person", "activity__process__owner").get(receipt=receipt)


def sender(comment: Comment) -> Person:
    """Who sent a comment of the demo: nobody has erased themselves."""
    if comment.sender.person is None:
        raise LookupError("The sender was erased.")
    return comment.sender.person
