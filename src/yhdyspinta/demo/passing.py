"""Comments of the demo that belong to another authority: passed on, answered there, or still waiting (434/2003 21 §)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.demo.stories import both
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.actions.answering import publish_reply, save_reply
from yhdyspinta.transfers.actions.passing import Destination, pass_on
from yhdyspinta.transfers.actions.passing_many import pass_many_on
from yhdyspinta.transfers.actions.recording import record_from_outside
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording

ICE: Final = "Portaiden edessä on jäätä, eikä hoitaja pääse ovelle asti. Hiekoitus taitaa kuulua kaupungille, mutta sanon sen tässä."
BUS: Final = "Bussi numero 12 ei enää pysähdy palvelutalon kohdalla. Omaiset eivät pääse käymään ilman autoa."
FARE: Final = (
    "Korvaus taksimatkasta hoitoon tuli vasta kolmen kuukauden päästä. Pienestä eläkkeestä se on paljon rahaa odottaa."
)
#: What was said at the forum of streets, which are the city's.
STREETS: Final = (
    "Aura kasaa lumen invapaikan eteen. Taksi ei pääse oven viereen, ja viimeiset metrit kahlataan.",
    "Katuvalo on ollut rikki palvelutalon kohdalla lokakuusta asti. Iltakäynnille tullaan pimeässä.",
    "Suojatie on kulunut näkymättömiin. Rollaattorin kanssa ei uskalla yli.",
)
CALL_BACK: Final = (
    "Terveysaseman takaisinsoitto tulee, kun olen töissä. Siitä ei tässä kysytä, mutta kenelle sen voi sanoa?"
)


_OUTSIDE: Final = "Esimerkkivirasto (keksitty, påhittat)"  # no authority that there is ever answered this


def from_county(activity: Activity, town: Authority, people: Mapping[str, Person], *, at: datetime) -> None:
    """Two comments go to the city: it has answered one, and has a draft of the other."""
    reason = both(
        "Katujen hoito ja joukkoliikenne ovat kaupungin asioita.", "Gatuskötsel och kollektivtrafik hör till staden."
    )
    icy = _pass_on(activity, people["coordinator"], Destination(town), ICE, reason, at=at)
    bus = _pass_on(activity, people["coordinator"], Destination(town), BUS, reason, at=at + timedelta(minutes=4))
    words = both(
        "Kiitos tiedosta. Portaiden edusta on lisätty hiekoituskierrokseen, joka ajetaan ennen kello seitsemää.",
        "Tack för uppgiften. Platsen framför trappan ingår nu i sandningsrundan, som körs före klockan sju.",
    )
    answerer, then = people["partner_coordinator"], at + timedelta(days=2)
    saved, seen = save_reply(actor=answerer, transfer=icy, answer=words, revision=icy.revision, at=then)
    publish_reply(actor=answerer, transfer=saved, revision=seen, at=then)
    half = Wording(fi="Linjan 12 reitti tarkistetaan syksyllä. Pysäkki palvelutalon kohdalla on esityksessä mukana.")
    save_reply(actor=answerer, transfer=bus, answer=half, revision=bus.revision, at=then + timedelta(hours=1))


def streets_together(activity: Activity, town: Authority, staff: Person, *, at: datetime) -> None:
    """What the forum said of streets goes to the city at once, with one reason; it has not got to them yet."""
    comments = Comment.objects.filter(activity=activity, text__in=STREETS, handling=Comment.Handling.OPEN)
    pass_many_on(
        actor=staff, activity=activity, comments=list(comments.values_list("pk", flat=True)),
        key=UUID(int=activity.pk * 1_000 + 8, version=4), to=Destination(town), at=at,
        reason=both(
            "Kaduista, katuvaloista ja lumen aurauksesta vastaa kaupunki.",
            "Staden svarar för gatorna, gatubelysningen och snöplogningen.",
        ),
    )  # fmt: skip


def outside(activity: Activity, staff: Person, *, at: datetime) -> None:
    """One comment goes to an authority that is not on the platform; what it answered by letter is written down."""
    reason = both(
        "Matkojen korvaukset eivät ole hyvinvointialueen.", "Reseersättningarna hör inte till välfärdsområdet."
    )
    to = Destination(outside_name=_OUTSIDE, outside_address="kirjaamo@example.org")
    sent = _pass_on(activity, staff, to, FARE, reason, at=at)
    words = both(
        "Kiitos palautteesta. Korvaukset maksetaan nyt kolmessa viikossa, ja viipymisestä ilmoitetaan tekstiviestillä.",
        "Tack för responsen. Ersättningarna betalas nu inom tre veckor, och om det dröjer meddelar vi per sms.",
    )
    came, due = at + timedelta(days=5), in_helsinki(at + timedelta(days=30)).date()
    record_from_outside(
        actor=staff, transfer=sent, answer=words, answered_on=in_helsinki(came).date(), due_on=due,
        at=came + timedelta(hours=3),
    )  # fmt: skip


def from_town(activity: Activity, county: Authority, people: Mapping[str, Person], *, at: datetime) -> None:
    """One comment comes to the county and waits for its answer."""
    reason = both("Terveysasemat ovat hyvinvointialueen.", "Hälsostationerna hör till välfärdsområdet.")
    _pass_on(activity, people["partner_coordinator"], Destination(county), CALL_BACK, reason, at=at)


def _pass_on(
    activity: Activity, staff: Person, to: Destination, text: str, reason: Wording, *, at: datetime
) -> Transfer:
    comment = Comment.objects.select_related("activity__process__owner").get(activity=activity, text=text)
    return pass_on(
        actor=staff, comment=comment, key=UUID(int=comment.pk * 1_000 + 7, version=4), to=to,
        reason=reason, at=at,
    )  # fmt: skip
