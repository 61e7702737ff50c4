"""Comments and transfers for those who may work on them, and what pages show of a comment: never more than is public."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest

from yhdyspinta.answers.place_names import PlaceName
from yhdyspinta.answers.staff_loading import ABILITY
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.languages import language_name
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.personal import page_of
from yhdyspinta.comments.queries import capacity_words
from yhdyspinta.documents.comparison import best_text
from yhdyspinta.documents.models import DocumentVersion, Section
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import staff_round
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.ui.text import HIGHEST, number_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import ANOTHER_LANGUAGE, html_lang, page_language


def own_comment(request: HttpRequest, process: str, activity: str, number: int) -> Comment:
    """A comment for somebody who answers in its process; 404 or the reason for others."""
    found = staff_round(request, process, activity, ABILITY)
    rows = Comment.objects.filter(activity=found, number=min(number, HIGHEST))
    comment = rows.select_related("sender__person", "quote").first()
    if comment is None:
        raise Http404
    comment.activity = found
    return comment


def others_than(owner: Authority) -> list[Authority]:
    """The authorities of the service that a comment can be passed on to."""
    return list(Authority.objects.on().exclude(pk=owner.pk).only("slug", "name", "is_on", "answer_days"))


def received_transfer(authority: Authority, pk: int) -> Transfer:
    """A transfer that came to the authority, with its comment and process; 404 for another."""
    rows = Transfer.objects.filter(receiver=authority, pk=number_of(pk) or 0)
    rows = rows.exclude(state=Transfer.State.TAKEN_BACK)
    found = rows.select_related(
        "receiver", "comment__sender__person", "comment__quote", "comment__activity__process__owner",
        "joined_to__comment",
    )  # fmt: skip
    transfer = found.first()
    if transfer is None:
        raise Http404
    return transfer


def answered_with(transfer: Transfer) -> list[Transfer]:
    """The comments that this one's answer is also for, with their senders."""
    rows = Transfer.objects.filter(joined_to=transfer, state__in=(Transfer.State.WAITING, Transfer.State.ANSWERED))
    rows = rows.select_related("comment__sender__person", "comment__activity__process__owner")
    return list(rows.order_by("due_on", "pk"))


@dataclass(frozen=True)
class CommentCard:
    """A comment as staff of either authority get it: public words and context, capacity, no name."""

    number: int
    text: str  # empty when it is not on the page
    language: str
    language_name: str
    named_in: str  # the language of that name: its own, unless the comment is in one that no list has
    quote: str
    arrived_at: Any
    capacities: str
    process: Wording
    owner: Wording
    place: str
    public_path: str


def card_of(comment: Comment) -> CommentCard:
    """The comment's card; two queries for its place."""
    process = comment.activity.process
    is_there = comment.state == Comment.State.VISIBLE
    quote = getattr(comment, "quote", None)
    return CommentCard(
        number=comment.number,
        text=in_words(comment.public_text) if is_there else "",
        language=html_lang(comment.language),
        language_name=language_name(comment.language),
        named_in=html_lang(comment.language) if comment.language != ANOTHER_LANGUAGE else "",
        quote=quote.words if quote and is_there else "",
        arrived_at=comment.arrived,
        capacities=capacity_words(comment.sender.capacities) if is_there else "",
        process=Wording(process.title),
        owner=Wording(process.owner.name),
        place=_place(comment),
        public_path=f"{address('site:home', process.owner)}{page_of(comment)}" if is_there else "",
    )


def _place(comment: Comment) -> str:
    """The section that it is about with its document, or the whole document; empty for the whole matter.

    The other authority does not know the documents, so theirs is named also where there is only one.
    """
    rows = Section.objects.filter(thread=comment.thread_id).select_related("version__document")
    section = rows.prefetch_related("texts").first()
    if section is None:
        whole = DocumentVersion.objects.filter(thread=comment.thread_id).select_related("document").first()
        return PlaceName(document=Wording(whole.document.title)).title if whole else ""
    text = best_text(section.texts.all(), page_language())
    name = PlaceName(section.number, text.heading if text else "").title.strip()
    return f"{name} · {Wording(section.version.document.title).text(page_language())}"


def paths_of(comment: Comment) -> dict[str, str]:
    """The ways from the pages of one's own comment."""
    activity, number = comment.activity, comment.number
    return {
        "desk": address("site:desk", activity.process.owner),
        "process": process_address(activity.process, "processes:overview"),
        "work": activity_address(activity, "answers:work"),
        "comment": activity_address(activity, "material:comment", number=number),
        "own": activity_address(activity, "transfers:pass_on", number=number),
        "take_record_back": activity_address(activity, "transfers:take_record_back", number=number),
        "take_back": activity_address(activity, "transfers:take_back", number=number),
    }
