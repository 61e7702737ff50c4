"""What the downloads tell of a comment: an explicit list, none of which names or points to a person (threats E11).

What senders told of themselves stays out of the rows, for beside a text it may tell who they are: no name, pseudonym,
e-mail, municipality or age group, and no mark that joins the comments of one sender: the second of a sending would be
one, so only its day is told. Capacities stand on the public
page and are in. An organisation is in where the authority has confirmed who speaks for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from yhdyspinta.answers.values import CLOSURE_CHOICES, HANDLINGS, REASONS
from yhdyspinta.comments.values import CHANNELS, LANGUAGES
from yhdyspinta.material.values import STANCES
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.transfers.told import HANDLED


@dataclass(frozen=True)
class Column:
    """A column, its meaning, and the words of its values where they are keys."""

    name: str
    words: Promise | str
    values: Mapping[str, Any] = field(default_factory=dict)
    width: int = 14


_YES_NO: Final = {"yes": _("Yes"), "no": _("No")}

COLUMNS: Final = (
    Column("number", _("Number of the comment in the round")),
    Column("arrived_on", _("Day when it arrived")),
    Column("language", _("Language it was written in"), LANGUAGES),
    Column("channel", _("How it came"), CHANNELS),
    Column("capacities", _("In what capacity the sender says to speak; several are divided by spaces"), CAPACITIES, 24),
    Column("organisation", _("Organisation, where the authority has confirmed who speaks for it"), width=24),
    Column("document", _("Document, by its name in addresses; empty when it is on the whole round"), width=20),
    Column("version", _("Version of the document")),
    Column("section", _("Section as numbered in the document; empty when it is on the whole document")),
    Column("section_anchor", _("Section, by its name in addresses"), width=20),
    Column("quote", _("Words of the document that it speaks of"), width=40),
    Column("reply_to", _("Number of the comment that it replies to")),
    Column("text", _("The comment; […] stands for a passage that the authority has hidden"), width=80),
    Column("is_masked", _("Whether a passage is hidden"), _YES_NO),
    Column("agree_count", _("How many agree")),
    Column("well_argued_count", _("How many find it well argued")),
    Column("handling", _("Whether it has been answered"), HANDLED),
    Column("answer", _("Number of the answer")),
    Column("answer_handling", _("What the answer says"), HANDLINGS, 18),
    Column("answer_reason", _("Why not, or only partly"), REASONS, 18),
    Column("answer_is_final", _("Whether the answer is final; a preliminary one says what will be looked into"), _YES_NO),
    Column("closure_reason", _("Why it needs no answer"), CLOSURE_CHOICES, 18),
    Column("passed_to", _("Authority that it was passed on to"), width=24),
    Column("passed_answer", _("What that authority answered; empty while it has not"), width=60),
    Column("themes", _("Themes that the published report tells of; several are divided by semicolons"), width=30),
    Column("answer_title", _("What the answer is about; its words stand once, in the list of answers of the Excel and JSON files"), width=40),
    Column("passed_to_second", _("The same as passed_to in the second language of a bilingual authority; empty elsewhere"), width=24),
    Column("passed_answer_second", _("The same as passed_answer in the second language of a bilingual authority; empty elsewhere, and where it is not written"), width=60),
    Column("themes_second", _("The same as themes in the second language of a bilingual authority; empty elsewhere"), width=30),
    Column("answer_title_second", _("The same as answer_title in the second language of a bilingual authority; empty elsewhere, and where it is not written"), width=40),
    Column("stance", _("Stance of the comment as staff read it, once the published report tells of stances; empty where none is marked. It is not the sender's vote"), STANCES, 16),
    Column("translated_into", _("Languages into which the authority has translated the comment, as BCP 47 names them; several are divided by spaces"), width=16),
    Column("translation_fi", _("The comment in Finnish, translated by the authority: not the sender's own words, which stand in text"), width=40),
    Column("translation_sv", _("The comment in Swedish, translated by the authority: not the sender's own words, which stand in text"), width=40),
    Column("translation_en", _("The comment in English, translated by the authority: not the sender's own words, which stand in text"), width=40),
    Column("translation_other", _("The comment in other languages (Sámi, easy language), translated by the authority; each begins with its language in square brackets"), width=40),
    Column("address", _("Address of the page where the comment can be read"), width=40),
)  # fmt: skip
NAMES: Final = tuple(column.name for column in COLUMNS)
