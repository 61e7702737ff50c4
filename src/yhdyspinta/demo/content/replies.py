"""What the demo's staff answer to the comments of each section, and the summaries that come before the answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from yhdyspinta.demo.stories import both
from yhdyspinta.wording.fields import Wording


@dataclass(frozen=True)
class Reply:
    """What is answered to the comments of a section."""

    title: Wording
    body: Wording
    handling: str
    reason: str = ""
    reason_words: Wording = field(default_factory=Wording)
    changed: bool = False
    is_draft: bool = False  # still being written


_PARTICIPATION: Final[Mapping[str, Reply]] = {
    "2.3": Reply(
        both("Määräaika vastaukselle", "Tidsfrist för svaret"),
        both(
            "Lisätään: vastaus annetaan viimeistään 30 päivää kierroksen päättymisestä, ja kommentoijalle kerrotaan, mikä tekstissä muuttui.",
            "Vi lägger till: svaret ges senast 30 dagar efter att rundan avslutats, och kommentatorn får veta vad som ändrades i texten.",
        ),
        "accepted",
        changed=True,
    ),
    "3.2": Reply(
        both("Foorumi myös illalla", "Forum också på kvällen"),
        both(
            "Joka toinen foorumi pidetään illalla ja foorumi kiertää alueen kunnissa. Lapsiparkkia kokeillaan ensi vuonna.",
            "Vartannat forum ordnas på kvällen och forumet cirkulerar i kommunerna. Barnpassning prövas nästa år.",
        ),
        "accepted",
        changed=True,
    ),
    "2.2": Reply(
        both("Kuljetukset ja tulkkaus", "Transporter och tolkning"),
        both(
            "Tulkkaus luvataan jokaiseen tilaisuuteen pyynnöstä. Kuljetuksista sovitaan kuntien kanssa erikseen.",
            "Tolkning utlovas på begäran vid varje tillfälle. Om transporterna avtalas separat med kommunerna.",
        ),
        "partly_accepted",
        "looked_into",
        both(
            "Kuljetusten kustannukset selvitetään talousarvion yhteydessä.",
            "Kostnaderna för transporter utreds i samband med budgeten.",
        ),
    ),
    "2.1": Reply(
        both("Työaika osallistamiseen", "Arbetstid för delaktighet"),
        both(
            "Työaikaa ei voi päättää tässä mallissa: asia kuuluu henkilöstösuunnitelmaan. Viemme kommentit sen valmisteluun.",
            "Arbetstiden kan inte avgöras i den här modellen: den hör till personalplanen. Vi för kommentarerna till beredningen av den.",
        ),
        "not_accepted",
        "not_in_power",
        both("Asiasta päätetään henkilöstösuunnitelmassa.", "Saken avgörs i personalplanen."),
    ),
    "3.1": Reply(
        both("Palkkiot ja tuki", "Arvoden och stöd"),
        both(
            "Palkkio maksetaan kuukauden kuluessa. Tuki tehtävän jälkeen kirjataan ohjeeseen.",
            "Arvodet betalas inom en månad. Stödet efter uppdraget skrivs in i anvisningen.",
        ),
        "accepted",
    ),
    "1": Reply(
        both("Esimerkit ja vastuu", "Exempel och ansvar"),
        both(
            "Alkua on lyhennetty. Siihen lisätään yksi esimerkki siitä, mitä asukkaan sana on muuttanut, ja rajaus: asiakaspalautteella ja muistutuksilla on omat väylänsä.",
            "Inledningen har förkortats. Ett exempel på vad invånarnas ord har ändrat läggs till, och en avgränsning: kundrespons och anmärkningar har sina egna vägar.",
        ),
        "accepted",
    ),
    "2": Reply(
        both("Periaatteiden seuranta", "Hur principerna följs"),
        both(
            "Malliin kirjataan, kenelle voi sanoa, jos periaatetta ei noudateta. Valtuuston seminaarista päättää valtuusto itse.",
            "Vi skriver in vem man kan vända sig till om en princip inte följs. Fullmäktige beslutar självt om sitt seminarium.",
        ),
        "partly_accepted",
        "not_in_power",
        both("Seminaarista päättää aluevaltuusto.", "Välfärdsområdesfullmäktige beslutar om seminariet."),
    ),
    "3": Reply(
        both("Käytäntöjen lähteet", "Källor för god praxis"),
        both(
            "Jokaiseen käytäntöön kirjataan, mistä se on, paljonko työtä se vaati ja mikä ei onnistunut.",
            "För varje praxis skriver vi var den kommer ifrån, hur mycket arbete den krävde och vad som inte lyckades.",
        ),
        "accepted",
    ),
    "3.3": Reply(
        both("Aineistot neuvostoille ja nuorille", "Materialet till råden och de unga"),
        both(
            "Neuvostot saavat aineiston samana päivänä kuin lautakunta, ja siitä tehdään yhden sivun tiivistelmä. Aloitteen kirjoittamisessa auttaa neuvoston sihteeri.",
            "Råden får materialet samma dag som nämnden, och en sammanfattning på en sida görs. Rådets sekreterare hjälper till att skriva initiativ.",
        ),
        "accepted",
    ),
    "4": Reply(
        both("Seurannan luvut", "Uppföljningens siffror"),
        both(
            "Seurantaan otetaan muuttuneiden kohtien määrä ja kunnat, joista ei tullut kommentteja. Yhteydenotosta näihin kuntiin sovitaan erikseen.",
            "Uppföljningen visar hur många punkter som ändrades och från vilka kommuner inga kommentarer kom. Om kontakt med dem avtalas separat.",
        ),
        "partly_accepted",
        "looked_into",
        both("Soittokierroksen työmäärä arvioidaan ensin.", "Arbetet med en ringrunda bedöms först."),
    ),
}
_PROMISES: Final[Mapping[str, Reply]] = {
    "1": Reply(
        both("Ilmoitus, kun käynti siirtyy", "Besked när ett besök flyttas"),
        both(
            "Lupaukseen kirjataan: jos aika muuttuu yli puoli tuntia, siitä kerrotaan tekstiviestillä tai soittamalla viimeistään tunti ennen käyntiä. Sovittu aika ja tehtävät annetaan myös paperilla.",
            "Vi skriver in: om tiden ändras mer än en halvtimme får du ett textmeddelande eller ett samtal senast en timme före besöket. Den avtalade tiden och uppgifterna ges också på papper.",
        ),
        "accepted",
    ),
    "2": Reply(
        both("Kuinka moni työntekijä käy", "Hur många anställda som besöker"),
        both(
            "Seitsemän pysyy ylärajana, ja siihen lasketaan myös sijaiset ja opiskelijat. Viiden raja otetaan käyttöön, kun avoimet tehtävät on täytetty. Omatyöntekijän nimi vaihdetaan jääkaapin oveen samana päivänä.",
            "Sju är fortfarande gränsen, och vikarier och studerande räknas med. Gränsen fem tas i bruk när de lediga tjänsterna är tillsatta. Namnet på kylskåpsdörren byts samma dag.",
        ),
        "partly_accepted",
        "cost",
        both("Viiden työntekijän raja vaatii lisää vakituisia tehtäviä.", "Gränsen fem kräver fler fasta tjänster."),
    ),
    "3": Reply(
        both("Läheisen jaksaminen", "Hur den anhöriga orkar"),
        both(
            "Jaksamista kysytään neljä kertaa vuodessa, ja jokaisesta keskustelusta kirjataan yksi sovittu asia ja päivä, jolloin siihen palataan.",
            "Vi frågar fyra gånger om året hur den anhöriga orkar, och efter varje samtal skrivs en avtalad sak och en dag för uppföljning upp.",
        ),
        "accepted",
        is_draft=True,
    ),
}

_PLAN: Final[Mapping[str, Reply]] = {
    "2": Reply(
        both("Aiheet ajoissa tietoon", "Ämnena i god tid"),
        both(
            "Vuoden aiheet julkaistaan tammikuussa. Heinäkuussa ei kuulla, ja ainakin puolet tilaisuuksista on illalla.",
            "Årets ämnen publiceras i januari. I juli ordnas inga höranden, och minst hälften av träffarna hålls på kvällen.",
        ),
        "accepted",
    ),
    "3": Reply(
        both("Keinoja myös ilman verkkoa", "Sätt att delta också utan internet"),
        both(
            "Jokaiseen aiheeseen kuuluu keino, joka ei vaadi verkkoa. Ruotsinkielinen tapaaminen pidetään kerran vuodessa. Soittokierrosta kokeillaan yhdessä kunnassa.",
            "Varje ämne har ett sätt att delta som inte kräver internet. En träff på svenska hålls en gång om året. En ringrunda prövas i en kommun.",
        ),
        "partly_accepted",
        "cost",
        both(
            "Koko alueen soittokierrokseen ei ole työaikaa.",
            "Det finns inte arbetstid för en ringrunda i hela området.",
        ),
    ),
    "5": Reply(
        both("Mistä onnistuminen näkyy", "Hur man ser att det lyckades"),
        both(
            "Mittareiksi otetaan, moniko ehdotus muutti päätöstä ja mistä kunnista vastauksia ei tullut.",
            "Som mått används hur många förslag som ändrade beslutet och från vilka kommuner inga svar kom.",
        ),
        "accepted",
    ),
}

#: By the story, then by the number of the section.
REPLIES: Final[Mapping[str, Mapping[str, Reply]]] = {
    "answered": _PARTICIPATION,
    "answering": _PROMISES,
    "brought_in": _PLAN,
}

_FIRST: Final = both("Saimme {count} kommenttia.", "Vi fick {count} kommentarer.")
_TALKED_OF: Final = {
    "brought_in": both(
        "Eniten toivottiin aiheita tietoon ajoissa ja keinoja, jotka eivät vaadi verkkoa.",
        "Mest önskades att ämnena berättas i tid och sätt att delta som inte kräver internet.",
    ),
    "answered": both(
        "Eniten puhutti, milloin kommentteihin vastataan ja miten mukaan pääsee illalla tai ilman verkkoa.",
        "Mest diskuterades när kommentarerna besvaras och hur man kan delta på kvällen eller utan internet.",
    ),
    "answering": both(
        "Eniten puhutti, miten käynnin siirtymisestä kerrotaan ja kuinka moni työntekijä kotona käy.",
        "Mest diskuterades hur man får veta att ett besök flyttas och hur många anställda som besöker hemmet.",
    ),
}


def summary_of(story: str, count: int) -> Wording:
    """The summary of a round, by its story."""
    words = _TALKED_OF[story]
    return Wording({tag: f"{text.format(count=count)} {words[tag]}" for tag, text in _FIRST.items() if tag in words})
