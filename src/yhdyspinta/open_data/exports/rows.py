"""The rows of a download, read in batches by number: flat tuples, so that a hundred thousand cost little."""

from dataclasses import dataclass
from typing import Any, Final

from yhdyspinta.comments.models import Comment, Sender, Thread
from yhdyspinta.moderation.masking import MASK_MARK
from yhdyspinta.open_data.api.fields import stamp
from yhdyspinta.open_data.exports.speakers import confirmed
from yhdyspinta.open_data.places import MASKED, Place
from yhdyspinta.processes.models import Activity

BATCH: Final = 2_000
Row = tuple[Any, ...]
_FIELDS: Final = (
    "number", "arrived_at", "language", "channel", "sender__capacities", "sender__organisation", "sender__person",
    "thread", "quote__words", "parent__number", "public_text", "agree_count", "well_argued_count", "handling",
    "answered__answer__published_at", "answered__answer__number", "answered__answer__handling",
    "answered__answer__reason", "closure__reason",
)  # fmt: skip


@dataclass(frozen=True)
class Around:
    """What the rows of one activity share: places by thread, and organisations whose speakers are confirmed."""

    places: dict[int, Place]
    speakers: dict[tuple[int, int], str]


def around(activity: Activity) -> Around:
    """Read once for each activity; three queries."""
    threads = Thread.objects.filter(activity=activity).values_list(
        "pk", "section__anchor", "section__number", "section__version__number", "section__version__document__slug",
        "document_version__number", "document_version__document__slug",
    )  # fmt: skip
    places = {}
    for pk, anchor, number, version, document, whole_version, whole_document in threads:
        if anchor is not None:
            places[pk] = Place(document, version, anchor, number)
        elif whole_document is not None:
            places[pk] = Place(whole_document, whole_version)
    senders = Sender.objects.filter(
        activity=activity, organisation__authority=activity.process.owner_id, person__isnull=False
    )
    pairs = set(senders.values_list("organisation", "person"))
    speakers = confirmed({organisation for organisation, _person in pairs}) if pairs else {}
    return Around(places, {pair: name for pair, name in speakers.items() if pair in pairs})


def batch(activity: Activity, shared: Around, *, after: int, size: int = BATCH) -> list[Row]:
    """The next rows in order of number; one query."""
    found = Comment.objects.filter(activity=activity, state=Comment.State.VISIBLE, number__gt=after)
    return [_row(values, shared) for values in found.order_by("number").values_list(*_FIELDS)[:size]]


_NOWHERE: Final = Place()


def _row(values: tuple[Any, ...], shared: Around) -> Row:
    """As `columns.COLUMNS` names them."""
    (
        number, arrived_at, language, channel, capacities, organisation, person, thread, quote, reply_to, text, agree,
        well_argued, handling, answered_at, answer, answer_handling, answer_reason, closure,
    ) = values  # fmt: skip
    place = shared.places.get(thread, _NOWHERE)
    if answered_at is None:
        answer, answer_handling, answer_reason = None, "", ""
    is_masked = MASK_MARK in text
    return (
        number, stamp(arrived_at), language, channel, " ".join(capacities),
        shared.speakers.get((organisation, person), ""), place.document, place.version, place.section, place.anchor,
        quote or "", reply_to, text.replace(MASK_MARK, MASKED) if is_masked else text, "yes" if is_masked else "no",
        agree, well_argued, handling, answer, answer_handling, answer_reason, closure or "",
    )  # fmt: skip
