"""Sentences that the report's page, its Word file and its readers' views share, in the language that is on."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.answers.values import HANDLINGS
from yhdyspinta.documents.line_changes import plain_lines
from yhdyspinta.intake.events import Events
from yhdyspinta.outcomes.values import MEASURE_STATES, OUTCOMES, section_words
from yhdyspinta.ui.dates import day, moment, number
from yhdyspinta.wording.fields import Wording

Told = Mapping[str, Any]


def version_line(version: int, at: datetime, language: str) -> str:
    """As in: Versio 1, julkaistu ti 3.11.2026."""
    return _("Version %(number)s, published %(day)s") % {"number": version, "day": day(at, language)}


def attachment_line(made: int, at: datetime, language: str) -> str:
    return _("Attachment %(number)s, made %(at)s") % {"number": made, "at": moment(at, language)}


def chose_themselves(told: Told) -> str:
    """What must stand beside every figure of who took part; nothing where nobody did."""
    if not told["senders"]:
        return ""
    return _("The senders chose themselves to take part: they are no sample of the population.")


def of_senders(told: Told, language: str) -> list[str]:
    """What stands before the tables of who took part: the counts, and which organisations took part."""
    senders = f"{counted(told, language)} {chose_themselves(told)}".strip()
    lines = (senders, at_events(told), statements(told), on_behalf_of(told))
    return [line for line in lines if line]


def at_events(told: Told) -> str:
    """As in: Tilaisuuksissa: 15 pöytää, noin 120 ihmistä. Empty without events, and in a version from before they were told."""
    words = Events(**told.get("events", {})).in_words
    return _("At events: %(told)s. Each table is counted as one sender.") % {"told": words} if words else ""


def statements(told: Told) -> str:
    """As in: Lausunnon antoivat: Järjestö A, Järjestö B. A version made earlier does not know who gave one."""
    names = told.get("gave_statement", [])
    words = ngettext("A statement was given by: %(names)s.", "Statements were given by: %(names)s.", len(names))
    return words % {"names": ", ".join(names)} if names else ""


def on_behalf_of(told: Told) -> str:
    """Confirmed organisations whose representatives commented and that gave no statement written together."""
    gave = told.get("gave_statement", [])
    names = [name for name in told.get("organisations", []) if name not in gave]
    words = ngettext(
        "A representative of an organisation commented: %(names)s.",
        "Representatives of organisations commented: %(names)s.",
        len(names),
    )
    return words % {"names": ", ".join(names)} if names else ""


def standing(told: Told, language: str) -> list[str]:
    """What is missing, told in so many words: that none came, that none is answered, how many wait and for what."""
    lines = (_lacking(told), _awaiting(told, language), _preliminary(told), _unchecked(told, language))
    return [line for line in lines if line]


def _lacking(told: Told) -> str:
    if not told["comments"]:
        came = told.get("came", True)
        return _("None of the comments that came can be read in public.") if came else _("No comments came.")
    if told["answers"]:
        return ""
    if told["open"]:
        return _("No comment has been answered yet.")
    return _("No comment was given an answer here: they needed none, or were passed on to another authority.")


def _awaiting(told: Told, language: str) -> str:
    """How many wait for an answer."""
    words = ngettext("%(count)s comment waits for an answer.", "%(count)s comments wait for an answer.", told["open"])
    return _counting(words, told["open"], language) if told["open"] else ""


def _preliminary(told: Told) -> str:
    """What stands above answers of which some may still change: their handling is in no table."""
    if all(answer["is_final"] for answer in told["answers"]):
        return ""
    return _("Answers marked as preliminary could still change: their comments count as waiting for an answer.")


def handling(answer: Told) -> str:
    """How the comments of an answer were handled; of one that may still change it is told."""
    return handling_words(answer["handling"], is_final=answer["is_final"])


def handling_words(key: str, *, is_final: bool) -> str:
    """As in: Otettu huomioon (alustava)."""
    words = str(HANDLINGS.get(key, ""))
    return words if is_final or not words else _("%(handling)s (preliminary)") % {"handling": words}


def _unchecked(told: Told, language: str) -> str:
    """How many wait for a moderator: they are in no other figure."""
    count = told.get("unchecked", 0)
    words = ngettext(
        "%(count)s comment waits to be checked and is not in the figures.",
        "%(count)s comments wait to be checked and are not in the figures.",
        count,
    )
    return _counting(words, count, language) if count else ""


def needed_none(told: Told, language: str) -> str:
    """How many were closed without an answer; empty where none was."""
    words = ngettext("%(count)s comment needed no answer.", "%(count)s comments needed no answer.", told["closed"])
    return _counting(words, told["closed"], language) if told["closed"] else ""


def untranslated(answers: int) -> str:
    """What the attachment says of answers that it has in another language than its own."""
    words = ngettext(
        "One answer has not been translated and stands here in the language that it was written in.",
        "%(count)s answers have not been translated and stand here in the language that they were written in.",
        answers,
    )
    return words % {"count": answers}


def facts(told: Told, language: str) -> list[str]:
    """Case number, times, and when the figures were taken; the counts stand with who took part."""
    lines = [_("Case number: %(number)s") % {"number": told["case_number"]}] if told["case_number"] else []
    if told["opened_at"]:
        opened, closed = (day(datetime.fromisoformat(told[name]), language) for name in ("opened_at", "closed_at"))
        lines.append(_("Commenting was open from %(opened)s to %(closed)s.") % {"opened": opened, "closed": closed})
    if told.get("held_in"):
        lines.append(_("The round was held in another service: %(service)s.") % {"service": told["held_in"]})
    at = moment(datetime.fromisoformat(told["taken_at"]), language)
    return [*lines, _("The figures were taken %(at)s.") % {"at": at}]


def counted(told: Told, language: str) -> str:
    """As in: 241 kommenttia 187 lähettäjältä. 12 lähettäjää muuten kuin verkossa."""
    comments = ngettext("%(count)s comment", "%(count)s comments", told["comments"])
    senders = ngettext("from %(count)s sender", "from %(count)s senders", told["senders"])
    words = f"{_counting(comments, told['comments'], language)} {_counting(senders, told['senders'], language)}."
    if not told["off_line"]:
        return words
    more = ngettext(
        "%(count)s of the senders took part otherwise than online.",
        "%(count)s of the senders took part otherwise than online.",
        told["off_line"],
    )
    return f"{words} {_counting(more, told['off_line'], language)}"


def _counting(words: str, count: int, language: str) -> str:
    return words % {"count": number(count, language)}


def comments_words(count: int, language: str) -> str:
    return _counting(ngettext("%(count)s comment", "%(count)s comments", count), count, language)


def changed_place(answer: Told, language: str) -> str:
    """Which passage changed, as in: Muuttui: Osallisuuden toimintamalli, luonnos 2, kohta 2.3."""
    place = answer["changed"]
    if not place:
        return ""
    return _("Changed: %(document)s, %(version)s, section %(number)s") % {
        "document": Wording(place["document"]).text(language),
        "version": Wording(place["version_name"]).text(language),
        "number": place["section"],
    }


def passed_on(told: Told, language: str) -> list[tuple[str, str, str]]:
    """Comments that another authority answers: number, authority, and its answer; a version made earlier tells none."""
    rows = told.get("passed", [])
    return [(str(row["number"]), Wording(row["to"]).text(language), _their_answer(row, language)) for row in rows]


def _their_answer(row: Told, language: str) -> str:
    """The words of the other authority, marked with their day; or that they are still to come."""
    if not row["answered_at"]:
        return _("Not answered yet")
    at = day(datetime.fromisoformat(row["answered_at"]), language)
    text = "\n".join(plain_lines(Wording(row["answer"]).text(language)))
    return f"{text} ({at})"


def outcomes(told: Told, language: str) -> list[str]:
    """What was decided, one line each."""
    return [_outcome(row, language) for row in told["outcomes"]]


def _outcome(row: Told, language: str) -> str:
    parts = [
        str(OUTCOMES.get(row["kind"], "")),
        Wording(row["title"]).text(language),
        f"{Wording(row['body_name']).text(language)} {day(date.fromisoformat(row['on']), language)}".strip(),
        section_words(row["section_number"]),
        row["case_number"],
    ]
    return " · ".join(part for part in parts if part)


def measures(told: Told, language: str) -> list[tuple[str, str, str, str]]:
    """What was promised: promise, who sees to it, by when, and how far it was."""
    return [
        (
            Wording(row["promise"]).text(language),
            Wording(row["owner_name"]).text(language),
            _due(row, language),
            measure_state(row, language),
        )
        for row in told["measures"]
    ]


def _due(row: Told, language: str) -> str:
    """The promised day and, where it was moved, the first one; a version made earlier tells its day only."""
    now = day(date.fromisoformat(row["due_on"]), language) if row["due_on"] else "–"
    first = row.get("first_due_on", "")
    if first in {"", row["due_on"]}:
        return now
    return _("%(now)s (first promised: %(first)s)") % {"now": now, "first": day(date.fromisoformat(first), language)}


def measure_state(row: Told, language: str) -> str:
    words = str(MEASURE_STATES.get(row["state"], ""))
    return f"{words} {day(date.fromisoformat(row['done_on']), language)}" if row["done_on"] else words
