"""Guiding questions of the demo documents, by document and section number; one a line."""

from typing import Final

from yhdyspinta.demo.stories import both
from yhdyspinta.wording.fields import Wording

QUESTIONS: Final[dict[str, dict[str, Wording]]] = {
    "participation": {
        "2.1": both(
            "Milloin sinua on kuultu ajoissa?\nMitä valmistelijan pitäisi kertoa heti alussa?",
            "När har du blivit hörd i tid?\nVad borde beredaren berätta genast i början?",
        ),
        "2.2": both(
            "Mikä estää sinua tai läheistäsi osallistumasta?\nMikä tapa osallistua sopisi sinulle?",
            "Vad hindrar dig eller någon som står dig nära från att delta?\nVilket sätt att delta skulle passa dig?",
        ),
        "2.3": both(
            "Missä ajassa vastaus pitäisi saada?\nMistä näet, että kommenttisi on luettu?",
            "Inom vilken tid borde man få svar?\nHur ser du att din kommentar har lästs?",
        ),
        "3.2": both(
            "Missä ja mihin aikaan foorumi pitäisi järjestää, jotta pääset mukaan?",
            "Var och när borde forumet ordnas för att du ska kunna delta?",
        ),
    },
    "cooperation": {
        "2.2": both(
            "Miten pienen yhdistyksen ääni kuuluu kumppanuuspöydässä?",
            "Hur hörs en liten förening vid partnerskapsbordet?",
        ),
        "3.1": both(
            "Mikä avustusten hakemisessa on vaikeinta?\nMihin aikaan vuodesta päätös tarvitaan?",
            "Vad är svårast i att söka bidrag?\nNär på året behövs beslutet?",
        ),
    },
    "promises": {
        "1": both("Miten haluat kuulla, että käynti siirtyy?", "Hur vill du få veta att ett besök flyttas?"),
        "4": both("Milloin etäkäynti sopii ja milloin ei?", "När passar ett distansbesök och när passar det inte?"),
    },
    "carers": {
        "2": both("Mikä estää vapaapäivän?", "Vad hindrar en ledig dag?"),
        "4": both("Missä ajassa apua tarvitaan kotiin?", "Hur snabbt behövs hjälp hem?"),
    },
    "plan": {
        "2": both("Mihin aikaan vuodesta haluat tulla kuulluksi?", "När på året vill du bli hörd?"),
        "3": both(
            "Mikä keino, joka ei vaadi verkkoa, toimisi sinun asuinalueellasi?",
            "Vilket sätt som inte kräver internet skulle fungera där du bor?",
        ),
    },
}
