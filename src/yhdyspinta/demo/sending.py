"""How the demo's people send comments: as everybody does, through the round's own form and its receipt."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from yhdyspinta.comments import drafts
from yhdyspinta.comments.actions import NewQuote
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.receipts import confirm_address
from yhdyspinta.demo.remarks import Remark
from yhdyspinta.documents.models import Section
from yhdyspinta.documents.passages import passages
from yhdyspinta.methods.comment_rounds import actions as rounds
from yhdyspinta.people.models import Person
from yhdyspinta.processes.follows import confirm_follow
from yhdyspinta.processes.models import Activity, Follow

LEISURELY: Final = timedelta(minutes=7)
HASTY: Final = timedelta(seconds=2)


@dataclass(frozen=True)
class Placed:
    """A remark with the section that it is about, and the words of it that it quotes."""

    section: Section
    remark: Remark
    quotes: bool = False


@dataclass(frozen=True)
class Address:
    """An e-mail address that a sender leaves; most open the links mailed to it."""

    email: str = ""
    wants_news: bool = False
    confirms: bool = True


def sections_of(activity: Activity, position: int = 1) -> dict[str, Section]:
    """The sections of the first version of one of the activity's documents, by number."""
    found = Section.objects.filter(
        version__document__activity=activity, version__document__position=position, version__number=1
    )
    return {section.number: section for section in found.select_related("version").prefetch_related("texts")}


def send(
    activity: Activity,
    actor: Person,
    placed: Sequence[Placed],
    *,
    at: datetime,
    parent: Comment | None = None,
    address: Address = Address(),
    taking: timedelta = LEISURELY,
) -> list[Comment]:
    """Write, tell who one is and send: one receipt for everything. The comments come in the order of the remarks."""
    began = at - taking
    items = {drafts.place_of(one.section.thread_id or 0, parent.pk if parent else None): _item(one) for one in placed}
    rounds.save_items(actor=actor, activity=activity, items=items, began_at=began, at=began)
    draft = rounds.save_about(
        actor=actor, activity=activity, facts=_facts(placed[0].remark, address), began_at=began, at=at
    )
    receipt = rounds.send(actor=actor, activity=activity, key=draft.key, clock=lambda: at)
    if address.email and address.confirms:
        confirm_address(receipt=receipt, at=at + timedelta(minutes=8))
        _confirm(activity, address.email, at=at + timedelta(minutes=9))
    found = Comment.objects.filter(receipt=receipt).select_related(
        "sender__person", "receipt", "activity__process__owner"
    )
    by_thread = {comment.thread_id: comment for comment in found}
    return [by_thread[one.section.thread_id or 0] for one in placed]


def _item(placed: Placed) -> dict[str, Any]:
    quote = _quote(placed.section, placed.remark.language) if placed.quotes else None
    item: dict[str, Any] = {"text": placed.remark.text, "language": placed.remark.language}
    return {**item, "quote": asdict(quote)} if quote else item


def _facts(remark: Remark, address: Address) -> Mapping[str, Any]:
    return {
        "capacities": list(remark.capacities),
        "organisation": remark.organisation,
        "language": remark.language,
        "email": address.email,
        "wants_news": address.wants_news,
    }


def _confirm(activity: Activity, email: str, *, at: datetime) -> None:
    """Follow the link in the letter that asks whether the address is one's own."""
    for follow in Follow.objects.filter(process=activity.process_id, email=email, confirmed_at=None, ended_at=None):
        confirm_follow(follow=follow, at=at)


def _quote(section: Section, language: str) -> NewQuote | None:
    """The first sentence of the section, as somebody would select it."""
    text = next((text for text in section.texts.all() if text.language == language), None)
    first = next(iter(passages(text.body)), None) if text else None
    if first is None:
        return None
    words = first.text[: first.text.find(". ") + 1 or None]
    return NewQuote(language, section.version.number, first.number, words, 0, len(words))
