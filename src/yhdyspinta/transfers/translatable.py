"""Why comments were passed on, for the translator's file of their process; drafts of answers, for that of the receiver."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.language_versions import Change, OfRows, Taking, in_reader_language
from yhdyspinta.processes.models import Process
from yhdyspinta.transfers.actions.answering import save_reply
from yhdyspinta.transfers.actions.passing import locked, reword_reason
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.shown import GONE
from yhdyspinta.transfers.written import REASON, REPLY, REPLY_CORRECTION


class ReasonTexts(OfRows):
    """Reasons of comments that are with another authority, while the comment is shown."""

    key = "transfer"
    model = Transfer
    parts = {"reason": REASON}
    order = ("comment__activity", "comment__number", "pk")
    more = {"number": "comment__number"}

    def rows(self, process: Process) -> QuerySet[Transfer]:
        shown = Transfer.objects.filter(comment__activity__process=process, comment__state=Comment.State.VISIBLE)
        return shown.filter(state__in=GONE)

    def where(self, data: Mapping[str, Any]) -> str:
        return _("Comment %(number)s, passed on") % {"number": data["number"]}

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        found = Transfer.objects.select_related("comment__activity")
        row = found.get(pk=pk, comment__activity__process=taking.process)
        row.comment.activity.process = taking.process
        row = locked(row)
        reword_reason(actor=taking.actor, transfer=row, at=taking.at, **taking.joined(row, changes))


class _DraftTexts(OfRows):
    """What the receiver's staff are writing, while the comment, or one that is answered with it, is shown."""

    of = Authority
    ability = "answer"
    model = Transfer
    order = ("due_on", "pk")
    more = {"number": "comment__number", "title": "comment__activity__process__title"}
    state: ClassVar[str]

    def rows(self, of: Authority) -> QuerySet[Transfer]:
        is_shown = Q(comment__state=Comment.State.VISIBLE)
        joined = Transfer.objects.filter(is_shown, receiver=of, joined_to__isnull=False).values("joined_to")
        return Transfer.objects.filter(is_shown | Q(pk__in=joined), receiver=of, state=self.state, joined_to=None)

    def where(self, data: Mapping[str, Any]) -> str:
        told = {"number": data["number"], "title": in_reader_language(data["title"])}
        return _("Comment %(number)s passed on to you, %(title)s") % told

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        rows = self.rows(taking.authority).select_related("receiver", "comment__activity__process__owner")
        row = rows.get(pk=pk)
        words = taking.with_version(row.draft, *changes.values())
        save_reply(actor=taking.actor, transfer=row, answer=words, revision=row.revision, at=taking.at)


class ReplyTexts(_DraftTexts):
    """Drafts of answers."""

    key = "reply"
    parts = {"answer": REPLY}
    state = Transfer.State.WAITING


class ReplyCorrectionTexts(_DraftTexts):
    """Corrections of published answers."""

    key = "replycorrection"
    parts = {"correction": REPLY_CORRECTION}
    state = Transfer.State.ANSWERED


KINDS = (ReasonTexts(), ReplyTexts(), ReplyCorrectionTexts())
