"""The full table of the comments behind a report: what anybody can read on the pages, a row for each."""

from collections.abc import Iterator
from typing import Final

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from yhdyspinta.answers.values import HANDLINGS
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.values import CHANNELS
from yhdyspinta.material.models import CommentTheme
from yhdyspinta.moderation.masking import in_words
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.ui.tables import Cell
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES

_CHUNK: Final = 1_000
_PLACES = ("thread__section__version", "thread__document_version")


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
        _("Themes"),
    ]


def rows(version: ReportVersion, language: str) -> Iterator[list[Cell]]:
    """Visible comments in the order of their numbers, as they can be read now; nothing of the sender but capacities.

    Of the themes that staff have given them, those that the version tells of: others are still staff's own.
    """
    told = [theme["name"] for theme in version.figures["themes"]]
    activity = version.activity
    found = Comment.objects.filter(activity=activity, state=Comment.State.VISIBLE).order_by("number")
    found = found.select_related("sender", "parent", "answered__answer", *[f"{path}__document" for path in _PLACES])
    found = found.prefetch_related(
        Prefetch("of_themes", CommentTheme.objects.select_related("theme").order_by("theme"))
    )
    for comment in found.only(*_FIELDS).iterator(chunk_size=_CHUNK):
        names = [Wording(one.theme.name) for one in comment.of_themes.all() if one.theme.name in told]
        yield [*_row(comment, language), "; ".join(name.text(language) for name in names)]


_FIELDS: Final = (
    *("number", "arrived_at", "public_text", "language", "channel", "handling"),
    *("sender__capacities", "parent__number", "thread__id"),
    *("answered__answer__number", "answered__answer__handling", "answered__answer__published_at"),
    *("thread__section__number", "thread__section__version__number"),
    *("thread__section__version__document__title", "thread__document_version__number"),
    "thread__document_version__document__title",
)


def _row(comment: Comment, language: str) -> list[Cell]:
    section = getattr(comment.thread, "section", None)
    version = section.version if section is not None else getattr(comment.thread, "document_version", None)
    answered = getattr(comment, "answered", None)
    answer = answered.answer if answered is not None and answered.answer.published_at else None
    return [
        comment.number,
        in_helsinki(comment.arrived_at).date().isoformat(),
        Wording(version.document.title).text(language) if version else "",
        version.number if version else "",
        section.number if section else "",
        in_words(comment.public_text),
        CONTENT_LANGUAGES.get(comment.language, comment.language),
        ", ".join(str(CAPACITIES.get(key, key)) for key in comment.sender.capacities),
        str(CHANNELS.get(comment.channel, comment.channel)),
        comment.parent.number if comment.parent else "",
        str(HANDLINGS.get(answer.handling, "")) if answer else _closed(comment),
        answer.number if answer else "",
    ]


def _closed(comment: Comment) -> str:
    return _("Needed no answer") if comment.handling == Comment.Handling.CLOSED else ""
