"""Words of the picture of an opinion map."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class MapWords:
    language: str  # decides how numbers are written
    title: str
    described: str  # {persons}, {groups}
    none: str
    held_back: str  # {least}
    across: str
    up: str
    persons_in_mark: str
    group: str
    named: str  # {number}: a group without a name of its own
    everybody: str
    persons: str
    share: str
    percent: str  # {} is the number
    statements: str
    statement: str
    place_across: str
    place_up: str


MAP_WORDS: Final[Mapping[str, MapWords]] = {
    "fi": MapWords(
        language="fi",
        title="Mielipidekartta",
        described="Kartalla on {persons} osallistujaa, ryhmiä {groups}. Lähekkäin olevat ovat vastanneet samalla"
        " tavalla. Suunnilla ei ole nimeä eikä kumpikaan pää ole parempi. Samat luvut ovat taulukossa.",
        none="Kartalle ei ole vielä tarpeeksi vastauksia.",
        held_back="Alle {least} hengen ryhmiä ei näytetä.",
        across="Suurin mielipide-ero",
        up="Toiseksi suurin mielipide-ero",
        persons_in_mark="Henkilöitä merkissä",
        group="Mielipideryhmä",
        named="Ryhmä {number}",
        everybody="Kaikki",
        persons="Henkilöitä",
        share="Osuus kartalla olevista",
        percent="{} %",
        statements="Väittämien paikat kartalla",
        statement="Väittämä",
        place_across="Paikka vaakasuunnassa",
        place_up="Paikka pystysuunnassa",
    ),
    "sv": MapWords(
        language="sv",
        title="Åsiktskarta",
        described="På kartan finns {persons} deltagare, antal grupper {groups}. De som är nära varandra har svarat på"
        " samma sätt. Riktningarna har inget namn och ingendera ändan är bättre. Samma siffror finns i tabellen.",
        none="Det finns ännu inte tillräckligt många svar för en karta.",
        held_back="Grupper med färre än {least} personer visas inte.",
        across="Största åsiktsskillnaden",
        up="Näst största åsiktsskillnaden",
        persons_in_mark="Personer i märket",
        group="Åsiktsgrupp",
        named="Grupp {number}",
        everybody="Alla",
        persons="Personer",
        share="Andel av dem på kartan",
        percent="{} %",
        statements="Påståendenas platser på kartan",
        statement="Påstående",
        place_across="Plats vågrätt",
        place_up="Plats lodrätt",
    ),
    "en": MapWords(
        language="en",
        title="Opinion map",
        described="The map shows {persons} participants; groups: {groups}. Those near each other answered alike. The"
        " directions have no name, and neither end is better. The same numbers are in the table.",
        none="There are not enough answers for a map yet.",
        held_back="Groups of fewer than {least} persons are not shown.",
        across="Largest difference of opinion",
        up="Second largest difference of opinion",
        persons_in_mark="Persons in a mark",
        group="Opinion group",
        named="Group {number}",
        everybody="Everybody",
        persons="Persons",
        share="Share of those on the map",
        percent="{}%",
        statements="The statements' places on the map",
        statement="Statement",
        place_across="Place across",
        place_up="Place up",
    ),
}
