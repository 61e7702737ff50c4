"""What lies on the demo's desks: templates of answers and translators' files."""

from datetime import datetime
from typing import Final

from yhdyspinta.answers.phrases import save_template
from yhdyspinta.authorities.models import Authority
from yhdyspinta.demo.stories import both
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Process
from yhdyspinta.translating.actions import keep_returned
from yhdyspinta.translating.files import HEAD_ROWS, RowBack, as_excel, code_of
from yhdyspinta.translating.texts import texts_of

_IN_ENGLISH: Final = {
    "summary": "The plan tells in which matters residents are heard during three years.",
    "background": "The plan is prepared in the participation working group.",
}


def keep_phrases(county: Authority, staff: Person, *, at: datetime) -> None:
    """Words that the county's answers often hold."""
    for name, body in (
        (
            "Otettu huomioon",
            both(
                "Kiitos. Korjasimme tekstin ehdotuksesi pohjalta. Muutettu kohta on linkin takana.",
                "Tack. Vi rättade texten utifrån ditt förslag. Den ändrade punkten finns bakom länken.",
            ),
        ),
        (
            "Ei kuulu meille",
            both(
                "Kiitos. Asia kuuluu toiselle viranomaiselle, ja siirrämme kommenttisi sinne.",
                "Tack. Saken hör till en annan myndighet, och vi för din kommentar dit.",
            ),
        ),
    ):
        save_template(actor=staff, authority=county, template=None, name=name, body=body, revision=0, at=at)


def bring_translations(process: Process, staff: Person, *, at: datetime) -> None:
    """The translator's file into English came back and waits for a look."""
    texts = texts_of(process, "fi", "en")
    done = {text: _IN_ENGLISH.get(text.key.rpartition("/")[2], "") for text in texts if text.key.startswith("process/")}
    pairs = [(code_of(text, "fi", "en"), words) for text, words in done.items() if words]
    rows = [RowBack(number, *pair) for number, pair in enumerate(pairs, start=HEAD_ROWS + 1)]
    content = as_excel(texts, title=str(process.title), source="fi", target="en")
    keep_returned(actor=staff, of=process, name="kaannokset-en.xlsx", content=content, rows=rows, at=at)


def bring_own_translations(authority: Authority, staff: Person, *, at: datetime) -> None:
    """What the authority says of itself came back in English too."""
    texts = texts_of(authority, "fi", "en")
    chosen = [text for text in texts if text.key.endswith("/paper_way")]
    rows = [
        RowBack(
            number, code_of(text, "fi", "en"), "Paper forms are in libraries and at health centres. Leave them there."
        )
        for number, text in enumerate(chosen, start=HEAD_ROWS + 1)
    ]
    content = as_excel(texts, title=str(authority.name), source="fi", target="en")
    keep_returned(actor=staff, of=authority, name="omat-tekstit-en.xlsx", content=content, rows=rows, at=at)
