"""What the demo's staff make of the comments of each round: themes, stances, who sees to what, notes, translations."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from yhdyspinta.demo.stories import both
from yhdyspinta.wording.fields import Wording


@dataclass(frozen=True)
class Share:
    """Comments that somebody of the cast answers: a theme by its Finnish name, or a channel."""

    who: str
    days: int
    theme: str = ""
    channel: str = ""


@dataclass(frozen=True)
class Work:
    """How staff work with one round; comments are found by words in them."""

    #: What each theme is called, and the words that a comment of it holds.
    themes: tuple[tuple[Wording, str], ...]
    #: A stance and the words of those who take it; a later one is marked over an earlier.
    stances: tuple[tuple[str, str], ...] = ()
    shares: tuple[Share, ...] = ()
    #: Words of a comment, who leaves a note beside it, and the note.
    notes: tuple[tuple[str, str, str], ...] = ()
    #: A kept view that everybody sees: its name and its choices.
    view: tuple[str, str] = ("", "")


_PARTICIPATION: Final = (
    (both("Vastaaminen ja määräajat", "Svar och tidsfrister"), r"vasta[uk]|vastat|määräai|kuukau|\msvar"),
    (both("Kyydit ja matkat", "Skjutsar och resor"), r"kyyd|kyyti|kulje|matka|bussi|taksi|kilometri|resa|skjuts"),
    (both("Foorumin aika ja paikka", "Forumets tid och plats"), r"foorumi|illalla|iltaan|\milta|forum|kväll"),
    (both("Tulkkaus ja saavutettavuus", "Tolkning och tillgänglighet"), r"tulk|lomak|ruudunluk|selko|kirjasin|kuva|tolk"),
    (both("Palkkiot ja työaika", "Arvoden och arbetstid"), r"palkki|työaik|tunti|maks|arvode|arbetstid"),
)  # fmt: skip
_OPEN: Final = Work(
    themes=_PARTICIPATION,
    stances=(("for", r"hyvä|kannat"), ("question", r"\?\s*$")),
    shares=(Share("answerer", 12, channel="paper"),),
    notes=(
        (
            "Lomake tuli lehden",
            "coordinator",
            "Kirjasto kertoi samaa puhelimessa. Vastataan kirjeellä, ja neuvontaan viedään lisää lomakkeita.",
        ),
    ),
    view=("Paperilla tulleet, vastaamatta", "channel=paper&answered=no"),
)
_PROMISES: Final = Work(
    themes=(
        (
            both("Käynnin aika ja muutoksesta kertominen", "Besökets tid och besked om ändringar"),
            r"neljä minuuttia|ajan muutt|minuuttia ennen|viikonlop|ensimmäiset käy|aamukah|käynti on t|siirtyy|viiväs|sovitut k",
        ),
        (
            both("Tutut kasvot ja henkilöstö", "Bekanta ansikten och personalen"),
            r"seitsemän|sijai|vakitui|omatyöntek|kasvot ovat vähem|tuttuus|avain on|yhteyshenkilö|jääkaapi|vikarie",
        ),
        (
            both("Läheisen ja omaishoitajan jaksaminen", "Hur anhöriga och närståendevårdare orkar"),
            r"jaksami|omaishoit|vapaap|vapaas|esite[ .]|vertaisry|gånger om året|lediga dag",
        ),
        (
            both("Etäkäynnit ja laitteet", "Distansbesök och apparater"),
            r"etäkäyn|laite|kuvaruutu|videopuhel|verkko ei|lisäantenni|kokeilin",
        ),
        (
            both("Ilmoittaminen, kun lupaus ei pidä", "Att anmäla när löftet inte håller"),
            r"lupaus rikot|ilmoituks|ilmoittaa|valtakirj|vastauskuori|anmälan|viisi arkipäiv",
        ),
        (both("Apu yöllä ja kiireessä", "Hjälp på natten och vid brådska"), r"yöllä|yöpartio|lyhytaikai"),
    ),
    stances=(
        ("for", r"^hyvä|kannatamme|lupaus on oikea|tykkää|siitä pisteet|kiitos siitä|puoli vuotta etukäteen on"),
        ("partly", r"viisi olisi|muuten luku|mutta postimerkki|ilman vakituisia|ilman kolmatta|tunnin väli"),
        ("against", r"liian harvoin|ei saa korvata|ei korvaa|ei auta|för sällan"),
        ("question", r"\?\s*$"),
    ),
    shares=(
        Share("answerer", 6, theme="Etäkäynnit ja laitteet"),
        Share("answerer", 9, theme="Läheisen ja omaishoitajan jaksaminen"),
        Share("coordinator", 9, theme="Ilmoittaminen, kun lupaus ei pidä"),
    ),
    notes=(
        (
            "Yöpartio on kaksi",
            "coordinator",
            "Kysyin autosta palvelupäälliköltä: hankinta on talousarvioesityksessä. Vastataan vasta, kun se on käsitelty.",
        ),
        (
            "Yöpartio on kaksi",
            "answerer",
            "Selvä. Odotan tätä ja kirjoitan muut yötä koskevat vastaukset valmiiksi.",
        ),
        (
            "Yhdistyksemme kanta",
            "answerer",
            "Sama teksti tuli neljältä lähettäjältä. Yksi vastaus kaikille, ja yhdistykselle soitetaan.",
        ),
        (
            "Mamma har tappat finskan",
            "coordinator",
            "Ruotsinkielisistä työntekijöistä kysytään henkilöstöpalveluista ennen vastausta.",
        ),
    ),
    view=("Ilman vastausta, eniten kannatetut", "answered=no&sort=agreed"),
)  # fmt: skip
_IN_OSTROBOTHNIA: Final = Work(
    themes=_PARTICIPATION,
    stances=(
        ("for", r"^bra|är rätt|instämmer|hyvältä|oikea periaate"),
        ("partly", r"^bra, men|rimlig tid"),
        ("against", r"så får det inte|bara papper|vie tuplasti"),
        ("question", r"\?\s*$"),
    ),
    shares=(Share("swedish_answerer", 10, theme="Foorumin aika ja paikka"),),
    notes=(
        (
            "Närpes",
            "swedish_coordinator",
            "Biblioteket i Närpes har en sal som är ledig på kvällarna. Stina frågar också i Kaskö.",
        ),
    ),
    view=("På svenska, utan svar", "language=sv&answered=no"),
)

#: By the story.
WORK: Final[Mapping[str, Work]] = {
    "open": _OPEN,
    "answered": Work(themes=_PARTICIPATION),
    "answering": _PROMISES,
    "bilingual": _IN_OSTROBOTHNIA,
}

#: Comments of the demo's residents, each with a language and the words in it.
IN_OTHER_WORDS: Final = {
    "Saako foorumiin tulla lasten kanssa? Se ratkaisee, lähdenkö.": (
        "sv",
        "Får man ta med sig barnen till forumet? Det avgör om jag kommer.",
    ),
    "Ordna forumet någon gång i Närpes, här finns kaffe och parkering.": (
        "fi",
        "Järjestäkää foorumi joskus Närpiössä, täällä on kahvia ja pysäköintitilaa.",
    ),
    "Mamma har tappat finskan. Vårdaren ska kunna svenska eller åtminstone ha orden på ett papper. Skriv in det, tack.": (
        "fi",
        "Äiti on unohtanut suomen. Hoitajan pitää osata ruotsia tai ainakin pitää sanat paperilla. Kirjatkaa se, kiitos.",
    ),
    "Kan anmälan göras på svenska per telefon också här? Då vet jag vart jag ringer.": (
        "fi",
        "Voiko ilmoituksen tehdä täälläkin puhelimessa ruotsiksi? Silloin tiedän, mihin soitan.",
    ),
}
