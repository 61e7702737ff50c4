"""Where a comment was passed on, read with the comment itself: for the table, its file and a comment's history."""

from collections.abc import Mapping
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from yhdyspinta.comments.models import Comment
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.transfers.shown import GONE
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


def with_transfers(found: QuerySet[Comment]) -> QuerySet[Comment]:
    """The comments with what a history tells of their transfers; no query of its own."""
    rows = Transfer.objects.filter(comment=OuterRef("pk")).order_by("pk")
    told = JSONObject(
        pk="pk", receiver="receiver_id", name="receiver__name", outside="outside_name", reason="return_reason",
        state="state",
    )  # fmt: skip
    return found.annotate(transfers_told=ArraySubquery(rows.values(told=told)))


def elsewhere(*, only_answered: bool = False) -> QuerySet[Transfer]:
    """Of each comment, that another authority has it, or has answered it: to be asked with `Exists`."""
    states = (Transfer.State.ANSWERED,) if only_answered else GONE
    return Transfer.objects.filter(comment=OuterRef("pk"), state__in=states)


def receiver_of(transfer: Mapping[str, Any]) -> str:
    """To whom it was passed on, in the language of the page."""
    return Wording(transfer["name"]).text(page_language()) if transfer["name"] else str(transfer["outside"])


def passed_to(comment: Any) -> str:
    """With whom a comment read by `with_transfers` is now; empty when it was given or taken back, or never passed on."""
    return next((receiver_of(one) for one in comment.transfers_told if one["state"] in GONE), "")
