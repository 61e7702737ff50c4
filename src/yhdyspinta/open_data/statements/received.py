"""What a round received, in the shape of the statement service: its request and questions, who took part, what they said.

Only shown comments, masks kept, in the order of arrival, read so many receipts at a time. A participant is a receipt; it
tells an organisation where the authority has confirmed it and who speaks for it, and nobody's own name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any, Final
from xml.etree.ElementTree import Element, tostring

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils.html import linebreaks

from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.intake.codes import places_of
from yhdyspinta.open_data.api.fields import stamp
from yhdyspinta.open_data.exports.speakers import confirmed
from yhdyspinta.open_data.places import PLACE_PATHS, place_of, shown_text
from yhdyspinta.open_data.statements.writing import add_part, add_proposals, add_questions, as_bytes, new_feed
from yhdyspinta.people.models import Organisation
from yhdyspinta.processes.models import Activity

SIZE: Final = 200
_END: Final = b"</feed>"
_SHOWN: Final = Comment.State.VISIBLE


def receipts_of(activity: Activity) -> QuerySet[Receipt]:
    """The receipts with something that is shown, and everything that a page tells of them; two queries."""
    own = Comment.objects.filter(receipt=OuterRef("pk"), state=_SHOWN)
    shown = Comment.objects.filter(state=_SHOWN).select_related("thread", *PLACE_PATHS).order_by("number")
    found = Receipt.objects.filter(Exists(own), activity=activity).select_related("sender__organisation")
    return found.prefetch_related(Prefetch("comments", shown, to_attr="told"))


def written(activity: Activity, *, here: str, at: datetime) -> Iterator[bytes]:
    """The list in pieces, as it is written: what is asked, then who took part and what they said."""
    authority = activity.process.owner
    start = new_feed("Answers", here=here, following="", at=at)
    add_proposals(start, authority, activity, at=at)
    by_language = {language: places_of(activity, language) for language in authority.duty_languages}
    for language, places in by_language.items():
        add_questions(start, activity, places, language, at=at)
    yield as_bytes(start).removesuffix(_END)
    codes = {place.thread_id: place.code for places in by_language.values() for place in places}
    told: set[int] = set()
    rows = receipts_of(activity).order_by("at", "pk").iterator(chunk_size=SIZE)
    while receipts := list(islice(rows, SIZE)):
        yield _piece(activity, receipts, codes, told, at)
    yield _END


def _piece(
    activity: Activity, receipts: Sequence[Any], codes: Mapping[int, str], told: set[int], at: datetime
) -> bytes:  # fmt: skip
    """Entries of some receipts; `told` are the organisations that an earlier piece has."""
    page = _Page(Element("feed"), activity, confirmed(one.sender.organisation_id for one in receipts))
    page.add_organisations(receipts, told, at)
    for receipt in receipts:
        if not receipt.told:  # hidden between the two questions
            continue
        page.add_participant(receipt)
        for comment in receipt.told:
            page.add_answer(receipt, comment, codes)
    return b"".join(tostring(entry, encoding="utf-8") for entry in page.root)


def _when(at: date | datetime) -> str:
    """A moment, or a day alone where nobody wrote the time down."""
    return stamp(at) or "" if isinstance(at, datetime) else at.isoformat()


def _updated(comment: Comment) -> datetime:
    """Atom wants a moment: of what has a day alone it is when it was typed in."""
    return comment.entered_at if comment.is_day_only else comment.arrived_at


@dataclass(frozen=True)
class _Page:
    """A list that is being written, and of which round."""

    root: Element
    activity: Activity
    speakers: Mapping[tuple[int, int], str]  # who is confirmed, by organisation and person

    def add(self, kind: str, key: object, fields: dict[str, str], *, updated: datetime) -> None:
        """An entry of the round."""
        add_part(self.root, self.activity, kind, key, fields, updated=updated)

    def organisation_of(self, receipt: Any) -> Organisation | None:
        """Whom the sender spoke for, where that is confirmed: anybody can type a name."""
        sender = receipt.sender
        is_sure = "organisation" in sender.capacities and (sender.organisation_id, sender.person_id) in self.speakers
        found: Organisation | None = sender.organisation if is_sure else None
        return found

    def add_organisations(self, receipts: Iterable[Any], told: set[int], at: datetime) -> None:
        spoken_for = {one.pk: one for receipt in receipts if (one := self.organisation_of(receipt)) is not None}
        for one in (one for key, one in spoken_for.items() if key not in told):
            self.add("Organization", one.pk, {"Id": str(one.pk), "Name": one.name}, updated=at)
        told.update(spoken_for)

    def add_participant(self, receipt: Any) -> None:
        organisation = self.organisation_of(receipt)
        fields = {
            "Id": str(receipt.pk), "Language": receipt.language, "SubmittedOn": _when(receipt.arrived),
            "OrganizationId": str(organisation.pk) if organisation else "",
            "OrganizationName": organisation.name if organisation else "",
        }  # fmt: skip
        self.add("Participant", receipt.pk, fields, updated=_updated(receipt.told[0]))

    def add_answer(self, receipt: Any, comment: Comment, codes: Mapping[int, str]) -> None:
        """A comment; one on a version that was never the newest while the round was open tells its place in words."""
        place = place_of(comment)
        older = f"{place.document}/{place.version}/{place.anchor}".strip("/") if place.document else ""
        fields = {
            "Id": str(comment.number), "ParticipantId": str(receipt.pk), "Language": comment.language,
            "QuestionId": codes.get(comment.thread_id, older),
            "Text": str(linebreaks(shown_text(comment.public_text), autoescape=True)),
        }  # fmt: skip
        self.add("Answer", comment.number, fields, updated=_updated(comment))
