"""Words of the picture of an election's rounds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class RoundsWords:
    language: str  # decides how numbers are written
    title: str
    described: str  # {rounds}, {budget}, {left}
    none: str
    more: str  # {count}
    round: str
    proposal: str
    cost: str
    money_left: str
    effective_votes: str
    payment: str
    votes: str
    load: str
    money: str  # {} is the number


ROUNDS_WORDS: Final[Mapping[str, RoundsWords]] = {
    "fi": RoundsWords(
        language="fi",
        title="Laskennan kierrokset",
        described="Kierroksia {rounds}, budjetti {budget}, lopuksi jäljellä {left}. Jokainen rivi on yksi kierros:"
        " valittu ehdotus, jäljellä oleva raha ja ehdotuksen kannatus. Samat luvut ovat taulukossa.",
        none="Yhtään ehdotusta ei valittu.",
        more="Loput kierrokset ({count}) ovat taulukossa.",
        round="Kierros",
        proposal="Ehdotus",
        cost="Hinta",
        money_left="Rahaa jäljellä",
        effective_votes="Tehollisia ääniä",
        payment="Täysi maksu kannattajalta",
        votes="Kannattajia",
        load="Kuorma kannattajalla",
        money="{} €",
    ),
    "sv": RoundsWords(
        language="sv",
        title="Omgångarna i rösträkningen",
        described="Antal omgångar {rounds}, budget {budget}, kvar till slut {left}. Varje rad är en omgång: det valda"
        " förslaget, pengarna som är kvar och förslagets stöd. Samma siffror finns i tabellen.",
        none="Inget förslag valdes.",
        more="De övriga omgångarna ({count}) finns i tabellen.",
        round="Omgång",
        proposal="Förslag",
        cost="Kostnad",
        money_left="Pengar kvar",
        effective_votes="Effektiva röster",
        payment="Full betalning per väljare",
        votes="Antal som stöder",
        load="Last per väljare",
        money="{} €",
    ),
    "en": RoundsWords(
        language="en",
        title="The rounds of the count",
        described="Rounds: {rounds}; budget: {budget}; left at the end: {left}. Each row is one round: the proposal"
        " that was chosen, the money left and the support of the proposal. The same numbers are in the table.",
        none="No proposal was chosen.",
        more="The other rounds ({count}) are in the table.",
        round="Round",
        proposal="Proposal",
        cost="Cost",
        money_left="Money left",
        effective_votes="Effective votes",
        payment="Full payment per supporter",
        votes="Supporters",
        load="Load per supporter",
        money="€{}",
    ),
}
