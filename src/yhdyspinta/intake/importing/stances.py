"""The stances that an earlier round's file tells of its comments, as its staff read them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from yhdyspinta.intake.importing import columns
from yhdyspinta.intake.importing.found import FoundSender
from yhdyspinta.material.values import STANCES
from yhdyspinta.ui.dates import number
from yhdyspinta.wording.languages import page_language

#: What else hand-coded spreadsheets call them, in Finnish, Swedish and English; only what can mean nothing else.
_SAID: Final = {
    "for": (
        "kannattaa", "kannatan", "puoltaa", "puollan", "stöder", "stödjer", "understöder", "tillstyrker",
        "supports", "support", "in favour", "in favor",
    ),
    "partly": (
        "kannattaa osittain", "osittain", "osin puolesta", "puoltaa osittain",
        "stöder delvis", "delvis", "supports in part", "partly", "partly for",
    ),
    "against": (
        "vastustaa", "vastustan", "motsätter sig", "motsätter mig", "mot", "avstyrker", "opposes", "oppose", "opposed",
    ),
    "none": (
        "neutraali", "ei kantaa", "neutral", "ingen ställning", "ingen ståndpunkt", "inget ställningstagande",
        "no stance",
    ),
    "question": ("kysyy", "frågar", "en fråga", "question"),
}  # fmt: skip


def stances() -> columns.Names:
    """Stances by their words in every language, and by the words that spreadsheets usually hold."""
    names = columns.names_of(STANCES)
    more = columns.Names(*_SAID.items())
    names.keys = more.keys | names.keys
    names.words = more.words | names.words
    return names


def told_stances(senders: Iterable[FoundSender]) -> dict[str, int]:
    """For the preview: of how many comments each stance comes along."""
    found = Counter(comment.stance for one in senders for comment in one.comments if comment.stance)
    return {key: found[key] for key in STANCES if found[key]}


def stance_words(counts: Mapping[str, int]) -> dict[str, Any]:
    """The same in words, with how many there are in all; nothing where the file tells none."""
    if not counts:
        return {}
    each = ", ".join(f"{STANCES[key]} {number(count, page_language())}" for key, count in counts.items())
    return {"count": sum(counts.values()), "each": each}
