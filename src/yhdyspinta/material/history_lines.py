"""Lines of the trail as events of a comment's history: edits, corrections, translations, and other authorities' deeds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.audit.models import Entry
from yhdyspinta.audit.trail import reference
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Section
from yhdyspinta.people.models import Person
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.shown import receiver_name
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, page_language

_MOST: Final = 400
_PERSON: Final = "person:"
#: How whoever did it is named: by name among their own staff, by their authority for another.
Who = Callable[[Any], str]

#: What a line says in a history. Moderation's decisions and answers are read from their own rows.
_WORDS: Final[Mapping[str, Promise | str]] = {
    "comments.edited": gettext_lazy("Edited by its sender"),
    "comments.withdrawn": gettext_lazy("Withdrawn by its sender"),
    "intake.edited_for_sender": gettext_lazy("Changed at its sender's request"),
    "intake.withdrawn_for_sender": gettext_lazy("Withdrawn at its sender's request"),
    "intake.corrected": gettext_lazy("A slip in typing was corrected"),
    "moderation.masks_lifted_by_edit": gettext_lazy("The masks ended with the words that they covered"),
    "material.translated": gettext_lazy("Translated"),
    "material.translation_checked": gettext_lazy("The translation was checked"),
    "material.translation_removed": gettext_lazy("The translation was removed"),
    "transfers.passed_on": gettext_lazy("Passed on to another authority"),
    "transfers.taken_back": gettext_lazy("Taken back from the other authority"),
    "transfers.ready": gettext_lazy("The other authority's answer waits for approval"),
    "transfers.answered": gettext_lazy("Answered by the other authority"),
    "transfers.correction_ready": gettext_lazy("The other authority's correction of its answer waits for approval"),
    "transfers.corrected": gettext_lazy("The other authority corrected its answer"),
    "transfers.returned": gettext_lazy("Given back by the other authority"),
}
_OF_SENDER: Final = frozenset({"comments.edited", "comments.withdrawn"})


@dataclass(frozen=True)
class Event:
    """Something that happened: when, what, by whom of the staff, and in which more words."""

    at: datetime
    what: str
    who: str = ""
    more: str = ""


def of_trail(comment: Comment, who: Who, *, reader: Authority | None) -> list[Event]:
    """What the trail has of the comment and of its transfers; `reader` is another authority than the comment's own."""
    rows = Transfer.objects.filter(comment=comment).select_related("receiver")
    transfers = {reference(one): one for one in rows}
    targets = [reference(comment), *transfers]
    lines = list(Entry.objects.filter(target__in=targets, verb__in=list(_WORDS)).order_by("pk")[:_MOST])
    people, parts = _people(lines), _parts(lines)
    found = []
    for line in lines:
        transfer = transfers.get(line.target)
        if transfer is not None and transfer.receiver_id and line.authority_id == transfer.receiver_id:
            name = receiver_name(transfer).text(page_language())
        else:
            name = "" if line.verb in _OF_SENDER else who(people.get(line.actor))
        more = _of_transfer(line, transfer, reader) if transfer else _of_comment(line, parts)
        found.append(Event(line.at, str(_WORDS[line.verb]), name, more))
    return found


def _people(lines: list[Entry]) -> dict[str, Person]:
    """Who did them, by how the trail names them; no query when nobody did anything."""
    numbers = {line.actor.removeprefix(_PERSON) for line in lines if line.actor.startswith(_PERSON)}
    found = Person.objects.filter(pk__in=[int(one) for one in numbers]) if numbers else ()
    return {reference(person): person for person in found}


def _parts(lines: list[Entry]) -> dict[int, str]:
    """The parts between which the comment was moved, by their threads; no query when it was not."""
    moved = [line.detail[name] for line in lines for name in ("was", "now") if name in line.detail]
    sections = Section.objects.filter(thread__in=moved).values_list("thread", "number") if moved else ()
    return {thread: number or "" for thread, number in sections if thread is not None}


def _of_comment(line: Entry, parts: Mapping[int, str]) -> str:
    if "language" in line.detail:
        return str(CONTENT_LANGUAGES.get(line.detail["language"], line.detail["language"]))
    if "was" in line.detail:
        whole = _("the whole document")
        was, now = (parts.get(line.detail[name]) or whole for name in ("was", "now"))
        return _("moved from %(was)s to %(now)s") % {"was": was, "now": now}
    return ""


def _of_transfer(line: Entry, transfer: Transfer, reader: Authority | None) -> str:
    if line.verb == "transfers.passed_on":
        return receiver_name(transfer).text(page_language())
    is_told = reader is None or reader.pk == transfer.receiver_id
    return transfer.return_reason if line.verb == "transfers.returned" and is_told else ""
