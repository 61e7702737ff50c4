"""Lines of the trail as events of a comment's history: edits, corrections, translations, and other authorities' deeds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import BigIntegerField, Case, OuterRef, Subquery, TextField, When
from django.db.models.functions import Cast, Coalesce, Substr
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.audit.models import Entry
from yhdyspinta.audit.trail import reference
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.languages import language_name
from yhdyspinta.comments.models import Comment, Revision, Thread
from yhdyspinta.intake.facts import NAMES as FACTS
from yhdyspinta.material.passed_on import receiver_of
from yhdyspinta.moderation.values import REASONS, REPORT_REASONS
from yhdyspinta.people.models import Person
from yhdyspinta.ui import dates
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

_MOST: Final = 400
_PERSON: Final = "person:"
_TRANSFER: Final = "transfer:"
#: How whoever did it is named: by their own name among colleagues, by their authority for another one.
Who = Callable[[str], str]

#: What a line says in a history.
_WORDS: Final[Mapping[str, Promise | str]] = {
    "comments.edited": gettext_lazy("Edited by its sender"),
    "comments.withdrawn": gettext_lazy("Withdrawn by its sender"),
    "intake.edited_for_sender": gettext_lazy("Changed at its sender's request"),
    "intake.withdrawn_for_sender": gettext_lazy("Withdrawn at its sender's request"),
    "intake.struck": gettext_lazy("Struck: it is not on the paper"),
    "intake.corrected": gettext_lazy("A slip in typing was corrected"),
    "intake.facts_mended": gettext_lazy("A slip in typing was corrected"),
    "intake.table_note_mended": gettext_lazy("The table's note was mended before it was taken in"),
    "moderation.shown": gettext_lazy("Shown to everybody"),
    "moderation.hidden": gettext_lazy("Hidden"),
    "moderation.masked": gettext_lazy("A passage masked"),
    "moderation.unmasked": gettext_lazy("A mask lifted"),
    "moderation.undone": gettext_lazy("The decision was undone"),
    "moderation.reported": gettext_lazy("Reported"),
    "moderation.reports_dismissed": gettext_lazy("Nothing wrong was found with what was reported"),
    "moderation.appealed": gettext_lazy("Its sender appealed"),
    "moderation.appeal_decided": gettext_lazy("The appeal was decided"),
    "moderation.masks_lifted_by_edit": gettext_lazy("The masks ended with the words that they covered"),
    "material.language_mended": gettext_lazy("The language was mended"),
    "material.translated": gettext_lazy("Translated"),
    "material.translation_checked": gettext_lazy("The translation was checked"),
    "material.translation_removed": gettext_lazy("The translation was removed"),
    "answers.taken_out": gettext_lazy("Taken out of the answer that it had been joined to"),
    "transfers.passed_on": gettext_lazy("Passed on to another authority"),
    "transfers.taken_back": gettext_lazy("Taken back from: %(receiver)s"),
    "transfers.joined": gettext_lazy("%(receiver)s answers it together with others"),
    "transfers.taken_out": gettext_lazy("%(receiver)s answers it by itself"),
    "transfers.ready": gettext_lazy("%(receiver)s: the answer waits for approval"),
    "transfers.answered": gettext_lazy("%(receiver)s answered"),
    "transfers.correction_ready": gettext_lazy("%(receiver)s: a correction of the answer waits for approval"),
    "transfers.corrected": gettext_lazy("%(receiver)s corrected its answer"),
    "transfers.due_kept": gettext_lazy("A day was set for the answer of the authority outside the service"),
    "transfers.answer_recorded": gettext_lazy("The answer of the authority outside the service was written down"),
    "transfers.record_taken_back": gettext_lazy("What was written down of the answer from outside was taken back"),
    "transfers.record_corrected": gettext_lazy(
        "What was written down of the answer from outside the service was corrected"
    ),
    "transfers.returned": gettext_lazy("%(receiver)s gave it back"),
}
#: What is not staff's doing, or is told of who did it already: nobody is named.
_NAMELESS: Final = frozenset(
    {
        "comments.edited", "comments.withdrawn", "moderation.reported", "moderation.appealed",
        "moderation.masks_lifted_by_edit",
    }
)  # fmt: skip

_EDITS: Final = frozenset({"comments.edited", "intake.edited_for_sender", "intake.corrected"})
#: After which only moderators read what the comment said before.
_WITHHELD: Final = frozenset({"moderation.masked", "moderation.hidden", "moderation.undone"})


@dataclass(frozen=True)
class Event:
    """Something that happened: when, what, by whom of the staff, and in which more words."""

    at: datetime
    what: str
    who: str = ""
    more: str = ""
    former: str = ""  # what the comment said before
    is_day_only: bool = False  # the time of day is not known

    @property
    def told(self) -> date | datetime:
        """When, as exactly as it is known."""
        return dates.in_helsinki(self.at).date() if self.is_day_only else self.at


def of_trail(comment: Any, who: Who, *, reader: Authority | None) -> list[Event]:
    """What the trail has of a comment read by `with_transfers`, and of its transfers; one query, and one if it was moved or edited.

    `reader` is another authority than the comment's own.
    """
    transfers = {f"{_TRANSFER}{one['pk']}": one for one in comment.transfers_told}
    lines = _lines([reference(comment), *transfers])
    parts, former = _parts(lines), _former_words(comment, lines) if reader is None else {}
    found = []
    for line in lines:
        transfer, what = transfers.get(line.target), str(_WORDS[line.verb])
        is_receivers = bool(transfer and transfer["receiver"] and line.authority_id == transfer["receiver"])
        name = "" if is_receivers or line.verb in _NAMELESS else who(line.actor_name or "")
        if transfer:
            what %= {"receiver": receiver_of(transfer)}  # each authority reads of itself by name, as the other does
        more = _of_transfer(line, transfer, reader) if transfer else _of_joining(line) or _of_comment(line, parts)
        words = former.get(line.at, "") if line.verb in _EDITS else ""
        found.append(Event(line.at, what, name, more, words))
    return found


def _lines(targets: list[str]) -> list[Any]:
    """The lines with the name of whoever did it, as it is now."""
    number = Cast(Substr("actor", len(_PERSON) + 1), BigIntegerField())
    people = Person.objects.filter(pk=OuterRef("actor_number"))
    own_name = Case(When(name="", then=Cast("email", TextField())), default=Cast("name", TextField()))
    rows = Entry.objects.filter(target__in=targets, verb__in=list(_WORDS)).annotate(
        actor_number=Case(When(actor__startswith=_PERSON, then=number), default=None),
        actor_name=Subquery(people.values_list(own_name)[:1]),
    )
    return list(rows.order_by("pk")[:_MOST])


def _parts(lines: list[Any]) -> dict[int, str]:
    """The parts between which the comment was moved, in words, by their threads; one query, none when it was not."""
    moved = {line.detail[name] for line in lines for name in ("was", "now") if name in line.detail}
    if not moved:
        return {}
    titles = Coalesce("section__version__document__title", "document_version__document__title")
    rows = list(Thread.objects.filter(pk__in=moved).values_list("pk", "section__number", titles))
    are_several = len({str(title) for _pk, _number, title in rows if title}) > 1
    return {pk: _part(number, title, is_named=are_several) for pk, number, title in rows}


def _former_words(comment: Any, lines: list[Any]) -> dict[datetime, str]:
    """What a shown comment said before each edit, by its moment: only words that were shown until then.

    None of a comment that was ever masked or hidden, or of which a decision was undone. Those a moderator reads, on the
    moderators' page.
    """
    shown = Comment.State.VISIBLE
    edits = [line.at for line in lines if line.verb in _EDITS and line.detail.get("state") == shown]
    if comment.state != shown or not edits or any(line.verb in _WITHHELD for line in lines):
        return {}
    rows = Revision.objects.filter(comment=comment.pk, replaced_at__in=edits)
    return dict(rows.values_list("replaced_at", "text"))


def _part(number: str | None, title: Mapping[str, str] | None, *, is_named: bool) -> str:
    """As in: 2.1; Toimintamalli: koko asiakirja. Of one document the title is not said."""
    if title is None:
        return _("the whole matter")
    part = number or _("the whole document")
    return f"{Wording(title).text(page_language())}: {part}" if is_named else part


def _of_comment(line: Any, parts: Mapping[int, str]) -> str:
    told = line.detail
    if "facts" in told:
        return ", ".join(str(FACTS.get(name, name)) for name in told["facts"])
    if "language" in told:
        was, now = (language_name(tag) for tag in (told.get("earlier", ""), told["language"]))
        return _("from %(was)s to %(now)s") % {"was": was, "now": now} if was else now
    if "reason" in told:
        reasons = REPORT_REASONS if line.verb == "moderation.reported" else REASONS
        return str(reasons.get(told["reason"], ""))
    if "upheld" in told:
        return _("accepted") if told["upheld"] else _("not accepted")
    if "was" in told:
        was, now = (parts.get(told[name], "") for name in ("was", "now"))
        return _("moved from %(was)s to %(now)s") % {"was": was, "now": now}
    return ""


def _of_joining(line: Any) -> str:
    """Which answer a comment was taken out of, and since when it was there."""
    if "joined_at" not in line.detail:
        return ""
    joined = dates.moment(datetime.fromisoformat(line.detail["joined_at"]), page_language())
    return _("answer %(number)s, joined %(at)s") % {"number": line.detail["answer"], "at": joined}


def _of_transfer(line: Any, transfer: Mapping[str, Any], reader: Authority | None) -> str:
    if line.verb == "transfers.passed_on":
        return receiver_of(transfer)
    is_told = reader is None or reader.pk == transfer["receiver"]
    has_reason = line.verb in {
        "transfers.returned",
        "transfers.taken_back",
    }  # of one taken back by itself none is asked
    return str(transfer["reason"]) if has_reason and is_told else ""
