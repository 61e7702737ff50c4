"""The rows of a download, read in batches by number; each is made once, so that a hundred thousand cost little."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import BooleanField, ExpressionWrapper, Q
from django.db.models.functions import TruncDate

from yhdyspinta.answers.values import PASSED_ON
from yhdyspinta.comments.models import Comment, Sender, Thread
from yhdyspinta.material.models import CommentTheme
from yhdyspinta.material.translations import translations_told
from yhdyspinta.moderation.masking import MASK_MARK
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.open_data.api.addresses import activity_page
from yhdyspinta.open_data.exports.answers import answers_of
from yhdyspinta.open_data.exports.speakers import confirmed
from yhdyspinta.open_data.exports.translations import NONE, cells, kept_of
from yhdyspinta.open_data.places import MASKED, Place
from yhdyspinta.open_data.told_marks import stances_between, told_marks
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.shown import shown
from yhdyspinta.transfers.told import passed_from
from yhdyspinta.ui.dates import HELSINKI
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language_of

BATCH: Final = 2_000
#: The values of a row by the names of the columns, in the order of the columns.
Row = dict[str, Any]
#: What is read of a comment; `_row` takes it apart in this order.
_FIELDS: Final = (
    "number", "arrived_on", "language", "channel", "sender__capacities", "sender__organisation", "sender__person",
    "thread", "quote__words", "parent__number", "public_text", "agree_count", "well_argued_count", "handling",
    "is_told", "answered__answer__number", "answered__answer__handling",
    "answered__answer__reason", "answered__answer__is_final", "closure__reason",
)  # fmt: skip
_NUMBER, _WORDS, _CLOSURE = (_FIELDS.index(name) for name in ("number", "public_text", "closure__reason"))
#: The database makes days of instants: days are read in less time than instants are.
_ARRIVED_ON: Final = TruncDate("arrived_at", tzinfo=HELSINKI)
_IS_TOLD: Final = ExpressionWrapper(Q(answered__answer__published_at__isnull=False), output_field=BooleanField())
#: What is told twice: in the first language of the authority, and in its second.
_TWICE: Final = ("passed_to", "passed_answer", "themes", "answer_title")
_BESIDE: Final = (*_TWICE, *(f"{name}_second" for name in _TWICE))
_NOTHING_BESIDE: Final[Mapping[str, str]] = dict.fromkeys(_BESIDE, "")


#: Words in the first language of the authority, and in its second where it is bilingual.
Told = tuple[str, str]
_NOTHING: Final = ("", "")


@dataclass(frozen=True)
class Around:
    """What the rows of one activity share: places by thread, and organisations whose speakers are confirmed."""

    places: dict[int, Place]
    speakers: dict[tuple[int, int], str]
    page: str = ""  # of the round, in the first language of the authority
    themes: dict[int, Told] = field(default_factory=dict)  # those that the newest published report tells of
    answers: dict[int, Told] = field(default_factory=dict)  # titles of the published answers by number
    tells_stances: bool = False  # as the newest published report does


def around(activity: Activity) -> Around:
    """Read once for each activity; four queries."""
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
    told = {pair: name for pair, name in speakers.items() if pair in pairs}
    themes, tells_stances = told_marks(activity)
    page = absolute(activity_page(activity, page_language_of(activity.process.owner.languages[0])))
    return Around(places, told, page, _named(activity, themes), _titles(activity), tells_stances)


def _titles(activity: Activity) -> dict[int, Told]:
    return {one.number: _in_both(activity, Wording(one.title)) for one in answers_of(activity)}


def _named(activity: Activity, themes: Mapping[int, Wording]) -> dict[int, Told]:
    """A theme without a name in the second language keeps its first one there, so that both columns count the same."""
    second = _second(activity)
    told = {pk: _in_both(activity, name) for pk, name in themes.items()}
    return {pk: (first, (other or first) if second else "") for pk, (first, other) in told.items()}


def _second(activity: Activity) -> str:
    """The other language that a bilingual authority owes."""
    owner = activity.process.owner
    return next((tag for tag in owner.duty_languages if tag != owner.languages[0]), "")


def _in_both(activity: Activity, words: Wording) -> Told:
    return words.text(activity.process.owner.languages[0]), words.get(_second(activity), "")


def batch(activity: Activity, shared: Around, *, after: int, size: int = BATCH) -> list[Row]:
    """The next rows in order of number; three queries, one more where some were passed on, one where stances are told."""
    found = Comment.objects.filter(activity=activity, state=Comment.State.VISIBLE, number__gt=after)
    found = found.annotate(arrived_on=_ARRIVED_ON, is_told=_IS_TOLD)
    rows = list(found.order_by("number").values_list(*_FIELDS)[:size])
    if not rows:
        return []
    numbers = [row[_NUMBER] for row in rows]
    themes, translations = _themes_of(activity, shared, numbers), kept_of(activity, numbers)
    stances = stances_between(activity, numbers[0], numbers[-1]) if shared.tells_stances else {}
    gone = _passed(activity, [row[_NUMBER] for row in rows if row[_CLOSURE] == PASSED_ON])
    told = []
    for values in rows:
        row = _row(values, shared)
        number, kept = row["number"], translations.get(row["number"])
        row |= _beside(gone.get(number), themes.get(number), shared.answers.get(row["answer"]))
        row["stance"] = stances.get(number, "")
        row |= cells(translations_told(values[_WORDS], row["language"], kept)) if kept else NONE
        row["address"] = f"{shared.page}comments/{number}/"
        told.append(row)
    return told


def _beside(gone: tuple[Told, Told] | None, themes: list[Told] | None, title: Told | None) -> Mapping[str, str]:
    """What is told in the first language of the authority and in its second: where it went, themes, title of answer."""
    if not (gone or themes or title):
        return _NOTHING_BESIDE
    (to, said), (first, second) = gone or (_NOTHING, _NOTHING), title or _NOTHING
    names = ["; ".join(name[at] for name in themes or () if name[at]) for at in (0, 1)]
    return dict(zip(_BESIDE, (to[0], said[0], names[0], first, to[1], said[1], names[1], second), strict=True))


def _passed(activity: Activity, numbers: list[int]) -> dict[int, tuple[Told, Told]]:
    """Where comments were passed on and what was answered there; no query for none."""
    if not numbers:
        return {}
    found = passed_from(activity.pk).filter(comment__number__in=numbers)
    told = ((row.comment.number, shown(row)) for row in found)
    return {number: (_in_both(activity, one.to), _in_both(activity, one.answer)) for number, one in told}


def _themes_of(activity: Activity, shared: Around, numbers: list[int]) -> dict[int, list[Told]]:
    found: dict[int, list[Told]] = defaultdict(list)
    if shared.themes:
        given = CommentTheme.objects.filter(comment__activity=activity, theme__in=shared.themes)
        given = given.filter(comment__number__range=(numbers[0], numbers[-1])).order_by("theme")
        for number, theme in given.values_list("comment__number", "theme"):
            found[number].append(shared.themes[theme])
    return found


_NOWHERE: Final = Place()


def _row(values: tuple[Any, ...], shared: Around) -> Row:
    """By the names of `columns.COLUMNS`, but for what `batch` adds: what is told twice, stance, translations, its page."""
    (
        number, arrived_on, language, channel, capacities, organisation, person, thread, quote, reply_to, text, agree,
        well_argued, handling, is_told, answer, answer_handling, answer_reason, is_final, closure,
    ) = values  # fmt: skip
    place = shared.places.get(thread, _NOWHERE)
    if not is_told:
        answer, answer_handling, answer_reason, is_final = None, "", "", None
    if closure == PASSED_ON:
        handling, closure = PASSED_ON, ""
    is_masked = MASK_MARK in text
    return {
        "number": number,
        "arrived_on": arrived_on.isoformat(),
        "language": language,
        "channel": channel,
        "capacities": " ".join(capacities),
        "organisation": shared.speakers.get((organisation, person), ""),
        "document": place.document,
        "version": place.version,
        "section": place.section,
        "section_anchor": place.anchor,
        "quote": quote or "",
        "reply_to": reply_to,
        "text": text.replace(MASK_MARK, MASKED) if is_masked else text,
        "is_masked": "yes" if is_masked else "no",
        "agree_count": agree,
        "well_argued_count": well_argued,
        "handling": handling,
        "answer": answer,
        "answer_handling": answer_handling,
        "answer_reason": answer_reason,
        "answer_is_final": "" if is_final is None else "yes" if is_final else "no",
        "closure_reason": closure or "",
    }
