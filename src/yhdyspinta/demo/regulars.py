"""What the demo's own residents and organisation send, so that their pages and mail have content when they sign in."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from yhdyspinta.demo.remarks import Remark, statement
from yhdyspinta.demo.sending import Address, Placed, sections_of, send
from yhdyspinta.people.models import Person
from yhdyspinta.people.organisations import confirm_representation, represent_organisation
from yhdyspinta.processes.models import Activity

ORGANISATION: Final = "Esimerkkilän omaisyhdistys ry"
_BOTH: Final = ("resident", "close_person")
#: What the resident sends in each story.
_BY_RESIDENT: Final[Mapping[str, tuple[Remark, ...]]] = {
    "open": (
        Remark("2.3", "Hyvä, että vastaus luvataan. Kertokaa myös, mistä sen löytää.", capacities=_BOTH),
        Remark("3.2", "Saako foorumiin tulla lasten kanssa? Se ratkaisee, lähdenkö.", capacities=_BOTH),
    ),
    "answering": (
        Remark(
            "1", "Isäni odottaa hoitajaa ikkunassa. Soitto viivästyksestä olisi hänelle iso asia.", capacities=_BOTH
        ),
    ),
    "answered": (Remark("2.3", "Kuukausi on hyvä määräaika. Kirjatkaa se, niin siihen voi vedota.", capacities=_BOTH),),
}
BY_SWEDISH_RESIDENT: Final = (
    Remark("2.3", "Kommer svaret också på svenska? Då skriver jag gärna igen.", "sv"),
    Remark("3.2", "Ordna forumet någon gång i Närpes, här finns kaffe och parkering.", "sv"),
)


def resident_sends(story: str, activity: Activity, resident: Person, *, at: datetime) -> None:
    """The resident's comments in the story's round, under their own address."""
    _send(activity, resident, list(_BY_RESIDENT[story]), at=at)


def swedish_resident_sends(activity: Activity, resident: Person, *, at: datetime) -> None:
    """The Swedish-speaking resident's comments."""
    _send(activity, resident, list(BY_SWEDISH_RESIDENT), at=at)


def organisation_gives_statement(activity: Activity, people: Mapping[str, Person], *, at: datetime) -> None:
    """A statement of ten sections in one sending, from a representative whom the county confirmed."""
    speaker, earlier = people["organisation"], at - timedelta(days=1)
    owner = activity.process.owner
    said = represent_organisation(actor=speaker, authority=owner, name=ORGANISATION, at=earlier)
    confirm_representation(actor=people["coordinator"], representation=said, at=at)
    given = [
        Remark(one.section, one.text, one.language, ("organisation",), ORGANISATION) for one in statement("statement")
    ]
    _send(activity, speaker, given, at=at)


def _send(activity: Activity, person: Person, remarks: list[Remark], *, at: datetime) -> None:
    sections = sections_of(activity)
    placed = [Placed(sections[remark.section], remark) for remark in remarks]
    send(activity, person, placed, at=at, address=Address(person.email or "", wants_news=True))
