"""The full table behind a version of a report: a row for each comment that the version counts, so that it can be recounted.

Where a comment stands and how it was handled, and why, is kept with the version; its words and the title of its answer are read
when the table is, so that what is hidden, masked or withdrawn afterwards is not given out.
"""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import override

from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.values import PASSED_ON, REASONS
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.values import CHANNELS, LANGUAGES
from yhdyspinta.material.models import CommentTheme
from yhdyspinta.material.values import STANCES
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.reports.models import ReportAnnex, ReportVersion
from yhdyspinta.reports.sentences import handling_words
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.ui.tables import Cell
from yhdyspinta.wording.fields import Wording

_CHUNK: Final = 1_000
#: So many are a second's work; of more the worker makes the Excel file of the open data, which has the same columns and more.
MOST_IN_EXCEL: Final = 10_000
#: How wide the columns of an Excel file are, by their place; the others are narrow.
WIDTHS: Final = {2: 24, 5: 80, 7: 24, 10: 24, 12: 40, 13: 30, 14: 30, 15: 20}
_CLOSED: Final = "closed"
_PLACES = ("thread__section__version", "thread__document_version")
#: As `_kept` puts them.
_Kept = list[Any]


@dataclass(frozen=True)
class _Beside:
    """What is told beside the rows: names of themes, of answers by number which could still change, titles and reasons."""

    themes: Sequence[str]
    preliminary: frozenset[int]
    language: str
    tells_stances: bool
    titles: Mapping[int | str, str]
    reasons: Mapping[int | str, str]


def heads() -> list[str]:
    return [
        _("Number"),
        _("Arrived"),
        _("Document"),
        _("Version"),
        _("Section"),
        _("Comment"),
        _("Language"),
        _("Capacity"),
        _("Channel"),
        _("Reply to"),
        _("Handling"),
        _("Answer"),
        _("Title of the answer"),
        _("Reason"),
        _("Themes"),
        _("Stance, as staff read it"),
    ]


def packed(version: ReportVersion) -> bytes:
    """What is kept with a version that is being published: the rows that it counts."""
    places: list[list[Any]] = []
    lines = list(_lines(version, places))
    return zlib.compress(json.dumps({"places": places, "rows": lines}, separators=(",", ":")).encode())


def rows(version: ReportVersion, language: str) -> Iterator[list[Cell]]:
    """The comments of the version in the order of their numbers; nothing of the sender but capacities.

    Of one that can be read no more the words and the capacities are left out.
    """
    kept = ReportAnnex.objects.filter(version=version).first()
    if kept is not None:
        told = json.loads(zlib.decompress(bytes(kept.content)))
        places, lines = told["places"], told["rows"]
    else:  # published before rows were kept: those that can be read now
        places = []
        lines = list(_lines(version, places))
    beside = _beside(version, language)
    for first in range(0, len(lines), _CHUNK):
        chunk = lines[first : first + _CHUNK]
        shown = _shown(version, [line[0] for line in chunk])
        for line in chunk:
            with override(language):  # the file is written after the request's own language has been put away
                row = _row(line, places[line[2]], shown.get(line[0]), beside)
            yield row


def _beside(version: ReportVersion, language: str) -> _Beside:
    themes = [Wording(theme["name"]).text(language) for theme in version.figures["themes"]]
    answers = version.figures["answers"]
    with override(language):
        reasons = {one["number"]: str(REASONS.get(one.get("reason", ""), "")) for one in answers}
    return _Beside(
        themes,
        frozenset(one["number"] for one in answers if not one["is_final"]),
        language,
        bool(version.figures.get("stances")),
        _titles(version, language),
        reasons,
    )


def _titles(version: ReportVersion, language: str) -> dict[int | str, str]:
    """As they are now, as the words of comments are: one may have told what was hidden since, and been corrected."""
    found = Answer.objects.filter(activity=version.activity_id, published_at__isnull=False)
    return {number: Wording(title).text(language) for number, title in found.values_list("number", "title")}


def is_short(version: ReportVersion) -> bool:
    """Whether an Excel file of it is made while its reader waits."""
    return int(version.figures["comments"]) <= MOST_IN_EXCEL


def _shown(version: ReportVersion, numbers: list[int]) -> dict[int, tuple[str, list[str]]]:
    """The words and capacities of those that can be read now."""
    found = Comment.objects.filter(
        activity=version.activity_id, state=Comment.State.VISIBLE, number__in=numbers
    ).values_list("number", "public_text", "sender__capacities")
    return {number: (in_words(text), capacities) for number, text, capacities in found}


def _lines(version: ReportVersion, places: list[list[Any]]) -> Iterator[_Kept]:
    """What is kept of each visible comment. Of its themes those that the version tells of: others are staff's own."""
    told = {json.dumps(theme["name"], sort_keys=True): place for place, theme in enumerate(version.figures["themes"])}
    found = Comment.objects.filter(activity=version.activity_id, state=Comment.State.VISIBLE).order_by("number")
    beside = ("parent", "answered__answer", "closure", "work", *[f"{path}__document" for path in _PLACES])
    themes = Prefetch("of_themes", CommentTheme.objects.select_related("theme").order_by("theme"))
    at: dict[int, int] = {}
    for comment in found.select_related(*beside).prefetch_related(themes).only(*_FIELDS).iterator(chunk_size=_CHUNK):
        if comment.thread_id not in at:
            at[comment.thread_id] = len(places)
            places.append(_place(comment))
        names = [json.dumps(one.theme.name, sort_keys=True) for one in comment.of_themes.all()]
        work = getattr(comment, "work", None)
        stance = work.stance if work is not None else ""
        yield [*_kept(comment, at[comment.thread_id]), [told[name] for name in names if name in told], stance]


_FIELDS: Final = (
    *("number", "arrived_at", "language", "channel", "handling", "parent__number", "thread__id", "closure__reason"),
    "work__stance",
    *("answered__answer__number", "answered__answer__handling", "answered__answer__published_at"),
    *("thread__section__number", "thread__section__version__number"),
    *("thread__section__version__document__title", "thread__document_version__number"),
    "thread__document_version__document__title",
)


def _place(comment: Comment) -> list[Any]:
    section = getattr(comment.thread, "section", None)
    version = section.version if section is not None else getattr(comment.thread, "document_version", None)
    title = dict(version.document.title) if version else {}
    return [title, version.number if version else "", section.number if section else ""]


def _kept(comment: Comment, place: int) -> _Kept:
    answered = getattr(comment, "answered", None)
    answer = answered.answer if answered is not None and answered.answer.published_at else None
    return [
        comment.number,
        in_helsinki(comment.arrived_at).date().isoformat(),
        place,
        comment.language,
        comment.channel,
        comment.parent.number if comment.parent else "",
        answer.handling if answer else _closed(comment),
        answer.number if answer else "",
    ]


def _closed(comment: Comment) -> str:
    if comment.handling != Comment.Handling.CLOSED:
        return ""
    closure = getattr(comment, "closure", None)
    return PASSED_ON if closure is not None and closure.reason == PASSED_ON else _CLOSED


def _row(line: _Kept, place: list[Any], shown: tuple[str, list[str]] | None, beside: _Beside) -> list[Cell]:
    number, day, _place, written, channel, reply_to, handling, answer, of_themes, *later = line
    title, version, section = place
    is_final = answer not in beside.preliminary
    words, capacities = shown if shown is not None else (_("Can be read no more"), [])
    return [
        number,
        day,
        Wording(title).text(beside.language),
        version,
        section,
        words,
        str(LANGUAGES.get(written, written)),
        ", ".join(str(CAPACITIES.get(key, key)) for key in capacities),
        str(CHANNELS.get(channel, channel)),
        reply_to,
        _("Needed no answer") if handling == _CLOSED else handling_words(handling, is_final=is_final),
        answer,
        beside.titles.get(answer, ""),
        beside.reasons.get(answer, ""),
        "; ".join(beside.themes[one] for one in of_themes),
        str(STANCES.get(later[0], "")) if later and beside.tells_stances else "",
    ]
