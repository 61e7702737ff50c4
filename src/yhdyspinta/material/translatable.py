"""Themes, and the comments that were chosen to be translated, for the translator's file."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions.themes import rename_theme
from yhdyspinta.material.actions.translations import LONGEST, save_translation
from yhdyspinta.material.models import Theme, Translation
from yhdyspinta.material.translations import CURRENT, mark_of, standing_of, with_standing
from yhdyspinta.material.values import THEME
from yhdyspinta.moderation.masking import MASK_MARK
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.language_versions import Asked, Change, Found, OfRows, Taking, Translatable
from yhdyspinta.processes.models import Process
from yhdyspinta.wording.parts import TextPart

_COMMENT: Final = TextPart(gettext_lazy("Comment"), LONGEST, is_long=True)
_MASKED: Final = "[▒▒▒]"


class ThemeTexts(OfRows):
    """What themes are called."""

    key = "theme"
    model = Theme
    parts = {"name": THEME}
    more = {"round": "activity_id"}

    def rows(self, process: Process) -> QuerySet[Theme]:
        return Theme.objects.filter(activity__process=process)

    def where(self, data: Mapping[str, Any]) -> str:
        return _("Theme")

    def among(self, data: Mapping[str, Any]) -> str:
        """Themes of one round."""
        return f"{self.key}/{data['round']}"

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        row = taking.row_of(Theme, pk)
        name = taking.joined(row, changes)["name"]
        rename_theme(actor=taking.actor, theme=row, name=name, revision=row.revision, at=taking.at)


class CommentTexts(Translatable):
    """Shown comments that were chosen to be translated; what is older than the comment, or withheld, is made anew."""

    key = "comment"
    is_of_sender = True

    @property
    def columns(self) -> Iterable[str]:
        return ["material.Translation.language"]

    def found(self, asked: Asked) -> Iterable[tuple[int, Found]]:
        chosen = Translation.objects.filter(
            comment__activity__process=asked.process, comment__language=asked.source,
            comment__state=Comment.State.VISIBLE, language=asked.target,
        )  # fmt: skip
        rows = with_standing(chosen.select_related("comment__activity")).order_by(
            "comment__activity", "comment__number"
        )
        row: Any
        for row in rows:
            where = _("Comment %(number)s") % {"number": row.comment.number}
            there = row.text if standing_of(row) == CURRENT else ""
            words = {asked.source: row.words_now.replace(MASK_MARK, _MASKED), asked.target: there}
            row.comment.activity.process = asked.process
            path = activity_address(row.comment.activity, "material:comment", number=row.comment.number)
            yield row.comment_id, Found("text", where, words, _COMMENT, path)

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        """Beside the original, which the file's action has found unchanged."""
        comment = taking.row_of(Comment, pk)
        kept = comment.translations.filter(language=taking.target).first()
        save_translation(
            actor=taking.actor, comment=comment, language=taking.target, text=changes["text"].text,
            mark=mark_of(comment.public_text), revision=kept.revision if kept else 0, at=taking.at,
        )  # fmt: skip


KINDS = (ThemeTexts(), CommentTexts())
