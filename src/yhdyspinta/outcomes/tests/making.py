"""A decision and a measure as staff write them, and the public page that tells them."""

from datetime import date

from django.test import Client

from yhdyspinta.audit import clock
from yhdyspinta.outcomes import actions, measures
from yhdyspinta.outcomes.actions import OutcomeText
from yhdyspinta.outcomes.measures import MeasureText
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.wording.fields import Wording

DECIDED = OutcomeText(
    title=Wording(fi="Mallit hyväksyttiin", sv="Modellerna godkändes"),
    body_name=Wording(fi="Aluehallitus", sv="Välfärdsområdesstyrelsen"),
    on=date(2026, 11, 9),
    section_number="84 §",
    link="https://example.org/poytakirja",
)
PROMISED = MeasureText(
    you_said=Wording(fi="Määräaika puuttuu.", sv="Tidsfristen saknas."),
    we_decided=Wording(fi="Vastaus 30 päivässä.", sv="Svar inom 30 dagar."),
    promise=Wording(fi="Otamme käyttöön.", sv="Vi tar i bruk."),
    owner_name=Wording(fi="Osallisuuspalvelut", sv="Delaktighetstjänster"),
    due_on=date(2026, 12, 1),
    total_count=4,
)


def outcome(bertta, process, **changes) -> Outcome:
    text = OutcomeText(**{**vars(DECIDED), **changes})
    return actions.save_outcome(actor=bertta, process=process, outcome=None, text=text, revision=0, at=clock.now())


def measure(bertta, process, **changes) -> Measure:
    text = MeasureText(**{**vars(PROMISED), **changes})
    return measures.save_measure(actor=bertta, process=process, measure=None, text=text, revision=0, at=clock.now())


def page(process, language="fi", name="outcomes:results"):
    return Client().get(process_address(process, name, language=language))
