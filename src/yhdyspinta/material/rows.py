"""A comment of the table in words, for the page and for the file."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.queries import capacity_words, organisation_of
from yhdyspinta.comments.values import CHANNELS, STATES
from yhdyspinta.material.models import Theme
from yhdyspinta.material.passed_on import passed_to
from yhdyspinta.material.queries import with_all
from yhdyspinta.material.sections import DocumentLine
from yhdyspinta.material.values import STANCES
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.transfers.told import HANDLED
from yhdyspinta.ui import dates
from yhdyspinta.ui.tables import Cell
from yhdyspinta.ui.text import beginning

_EXCERPT = 280
_AT_ONCE = 1_000
_COLOURS = {
    "answered": "moss", "open": "frost", "closed": "quiet", "waiting": "amber", "hidden": "rose", "withdrawn": "quiet"
}  # fmt: skip


@dataclass(frozen=True)
class Names:
    """What the numbers in a row are called."""

    documents: Sequence[DocumentLine]
    themes: Mapping[int, str]
    language: str

    @classmethod
    def of(cls, documents: Sequence[DocumentLine], themes: Sequence[Theme], language: str) -> "Names":
        return cls(documents, {one.pk: one.name.text(language) for one in themes}, language)

    def place(self, thread: int) -> tuple[str, str]:
        """The document's title and the section's number; the number is empty for a whole document."""
        for document in self.documents:
            if thread in document.numbers:
                return document.title.text(self.language), document.numbers[thread]
        return "", ""

    def themes_of(self, comment: Any) -> list[str]:
        return [self.themes[pk] for pk in comment.theme_ids if pk in self.themes]


def shown_text(comment: Comment, abilities: Collection[str]) -> str:
    """The words as the public reads them; of those that nobody may read, only who checks comments sees them."""
    if comment.state == Comment.State.VISIBLE:
        return in_words(comment.public_text)
    if comment.state != Comment.State.WITHDRAWN and "moderate" in abilities:
        return in_words(comment.public_text)
    return ""


def state_of(comment: Any) -> dict[str, str]:
    """Where the comment stands, in a word: hidden and waiting ones as such, visible ones by their answer."""
    if comment.state != Comment.State.VISIBLE:
        return {"text": str(STATES[comment.state]), "colour": _COLOURS[comment.state]}
    return {"text": _answered(comment), "colour": _COLOURS.get(comment.handling, "")}


def _answered(comment: Any) -> str:
    """How the comment is answered: one that another authority answers is told with its name."""
    if comment.handling == Comment.Handling.CLOSED and (receiver := passed_to(comment)):
        return _("Passed on to %(receiver)s") % {"receiver": receiver}
    return str(HANDLED[comment.handling])


def capacities_of(comment: Comment) -> str:
    return ", ".join(str(CAPACITIES[key]) for key in comment.sender.capacities if key in CAPACITIES)


def row_of(comment: Any, names: Names, abilities: Collection[str], *, today: date) -> dict[str, Any]:
    """What the page shows of a comment; no queries."""
    work = getattr(comment, "work", None)
    title, number = names.place(comment.thread_id)
    text = shown_text(comment, abilities)
    due = work.due_on if work else None
    signature = getattr(comment, "signature", None)
    leader = None
    if signature is not None:
        leader = signature.leader.number if signature.leader_id else comment.number if signature.like_count else None
    return {
        "comment": comment,
        "text": beginning(text, _EXCERPT),
        "document": title if len(names.documents) > 1 else "",
        "section": number,
        "is_matter": not title,
        "capacities": capacity_words(comment.sender.capacities),
        "organisation": organisation_of(comment),
        "together": comment.sent_together if comment.sent_together > 1 else 0,
        "channel": CHANNELS.get(comment.channel, "") if comment.channel != "online" else "",
        "themes": names.themes_of(comment),
        "stance": STANCES.get(work.stance, "") if work else "",
        "assignee": work.assignee if work else None,
        "due_on": due,
        "is_late": bool(due and due < today and comment.handling == Comment.Handling.OPEN),
        "state": state_of(comment),
        "leader": leader,
    }


def head_of_file() -> list[str]:
    return [
        _("Number"), _("Arrived"), _("Channel"), _("State"), _("Answer"), _("Language"), _("Document"), _("Section"),
        _("Capacity"), _("Organisation"), _("Themes"), _("Stance"), _("Assigned to"), _("Due date"), _("Agree"), _("Comment"),
    ]  # fmt: skip


def lines_of_file(found: QuerySet[Comment], names: Names) -> Iterator[Sequence[Cell]]:
    """Every comment found, in the order of arrival, a part at a time; only visible ones with their words."""
    last = 0
    while rows := list(with_all(found.filter(number__gt=last)).order_by("number")[:_AT_ONCE]):
        for row in rows:
            yield _line(row, names)
        last = rows[-1].number


def _line(comment: Any, names: Names) -> Sequence[Cell]:
    work = getattr(comment, "work", None)
    title, section = names.place(comment.thread_id)
    return [
        comment.number,
        dates.in_helsinki(comment.arrived_at).strftime("%Y-%m-%d" if comment.is_day_only else "%Y-%m-%d %H:%M"),
        str(CHANNELS.get(comment.channel, comment.channel)),
        str(STATES[comment.state]),
        _answered(comment) if comment.state == Comment.State.VISIBLE else "",
        comment.language,
        title,
        section,
        capacities_of(comment),
        organisation_of(comment),
        ", ".join(names.themes_of(comment)),
        str(STANCES.get(work.stance, "")) if work else "",
        str(work.assignee) if work and work.assignee else "",
        work.due_on.isoformat() if work and work.due_on else "",
        comment.agree_count,
        shown_text(comment, ()),
    ]
