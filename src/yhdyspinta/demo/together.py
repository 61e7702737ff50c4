"""A statement in the making: the demo's organisation writes on the second document, and has asked a colleague along."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from yhdyspinta.demo.regulars import ORGANISATION
from yhdyspinta.demo.sending import sections_of
from yhdyspinta.people.models import Organisation, Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.statements.actions import add_note, begin_statement, invite_colleague, save_part

COLLEAGUE: Final = "sihteeri.omainen@example.org"
_PARTS: Final = {
    "2.1": "Järjestöyhdyshenkilön nimi ja puhelinnumero kuuluvat etusivulle. Sijainen nimetään lomien ajaksi.",
    "2.2": "Kumppanuuspöydän kokouksista kaksi pidetään illalla, jotta omaishoitaja pääsee paikalle sijaisen kanssa.",
    "4": "Ammattilainen kertoo omaisyhdistyksestä jo silloin, kun omaishoidon tukea haetaan, eikä vasta kun voimat loppuvat.",
}


def write(activity: Activity, people: Mapping[str, Person], *, at: datetime) -> None:
    """Parts by the representative, a word to the others, and an invitation that nobody has taken yet."""
    speaker = people["organisation"]
    organisation = Organisation.objects.get(authority=activity.process.owner, name=ORGANISATION)
    statement = begin_statement(actor=speaker, activity=activity, organisation=organisation, language="fi", at=at)
    sections = sections_of(activity, 2)
    for place, (number, text) in enumerate(_PARTS.items(), start=1):
        save_part(
            actor=speaker, statement=statement, place=sections[number], text=text, revision=0,
            at=at + timedelta(minutes=7 * place),
        )  # fmt: skip
    add_note(
        actor=speaker, statement=statement, at=at + timedelta(minutes=40),
        text="Kohta 3 puuttuu vielä. Hallitus katsoo sen torstaina, sitten pyydetään hyväksyntä.",
    )  # fmt: skip
    invite_colleague(actor=speaker, statement=statement, email=COLLEAGUE, at=at + timedelta(minutes=45))
