"""Invented comments in Swedish, by section number of the demo documents."""

from typing import Final

PARTICIPATION: Final[dict[str, tuple[str, ...]]] = {
    "1": (
        "Bra att modellen gäller alla tjänster. Hoppas att den syns också på hälsostationen.",
        "Berätta med ett exempel vad invånarnas ord har ändrat.",
    ),
    "2.1": (
        'Bra, men när är "slutet"? Skriv in en tidsfrist för svaret.',
        "Att fråga efter rollen är rätt. Jag är både närståendevårdare och invånare.",
        "Utan arbetstid blir det här bara papper.",
        "På vår ort fick vi veta först när beslutet var fattat. Så får det inte gå igen.",
    ),
    "2.2": (
        "Föreningarna når dem som enkäten inte når. Kunde föreningen föra in medlemmarnas kommentarer?",
        "Skjuts behövs i skärgården. Annars kommer ingen äldre till mötet.",
        "Pappersblankett till biblioteket och butiken, tack.",
        "Ett telefonsamtal hjälper inte den som är döv. Nämn textmeddelanden och tolkning.",
    ),
    "2.3": (
        "Svaret ska komma på samma språk som kommentaren skrevs på.",
        "En månad är en rimlig tid för svar.",
        "Berätta också när inget ändrades. Det är ärligt.",
    ),
    "3.1": (
        "Arvodet ska betalas i tid.",
        "Hur blir man erfarenhetsexpert på svenska? Lägg till en länk.",
    ),
    "3.2": (
        "Forumet kunde ordnas växelvis på svenska och finska, med tolkning.",
        "Distansdeltagande är viktigt för oss på öarna.",
        "Kvällstider, så att den som arbetar kan komma.",
    ),
    "3.3": (
        "De unga behöver materialet på svenska samtidigt, inte två veckor senare.",
        "Ungdomsfullmäktige får ofta papperen för sent. Bra att det rättas till.",
    ),
    "4": (
        "Mät hur många kommentarer som besvarades i tid, på båda språken.",
        "Berätta också vilka som saknades.",
    ),
    "*": ("Bra att man kan kommentera utan konto.", "Texten är tydlig. Tack för att den finns på svenska."),
}

COOPERATION: Final[dict[str, tuple[str, ...]]] = {
    "2.1": ("En namngiven kontaktperson som kan svenska är det viktigaste för oss.",),
    "2.2": ("Publicera föredragningslistan på förhand, på båda språken.", "Tre platser för små föreningar är lite."),
    "2.3": ("Fyra veckor räcker inte i juli.",),
    "3.1": ("En blankett för alla bidrag, ja tack.", "Beslut först i maj är för sent."),
    "3.2": ("Avgiftsfria lokaler hjälper mest. De ska vara tillgängliga för rullstol.",),
    "4": ("Den första kontakten är guld värd för den som är ensam.",),
    "*": ("Jag understöder det här.", "Ett exempel skulle hjälpa."),
}

TAILS: Final[tuple[str, ...]] = (
    "",
    "",
    " Det gäller särskilt skärgården.",
    " Vi har goda erfarenheter av det här.",
    " Så gör man redan i grannkommunen.",
    " Fråga gärna mera.",
)

REPLIES: Final[tuple[str, ...]] = ("Jag håller med.", "Bra tanke, det hade jag inte kommit att tänka på.")

PROMISES: Final[dict[str, tuple[str, ...]]] = {
    "1": ("Ett textmeddelande när tiden ändras räcker bra.",),
    "2": ("Sju är mycket för den som har en minnessjukdom.", "Vårdaren ska kunna svenska. Skriv in det."),
    "3": ("Två gånger om året är för sällan för en närståendevårdare.",),
    "4": ("Nätet fungerar inte ute på ön. Vad gör man då?",),
    "5": ("Berätta vem som svarar.",),
    "*": ("Tack för en tydlig text.",),
}
