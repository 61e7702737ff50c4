"""Why comments were passed on, for the translator's file. What the receiver answers is the receiver's own."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.language_versions import Change, OfRows, Taking
from yhdyspinta.processes.models import Process
from yhdyspinta.transfers.actions.passing import GONE, locked, reword_reason
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.written import REASON


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


KINDS = (ReasonTexts(),)
