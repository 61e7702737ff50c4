"""The stances that staff marked of the comments of a round, as the report tells them: their reading, not the senders' vote."""

from collections import Counter
from typing import Any, Final

from django.db.models import Count
from django.db.models.functions import Coalesce

from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Document
from yhdyspinta.material.values import STANCES
from yhdyspinta.processes.models import Activity

NOT_MARKED: Final = "not_marked"
#: In the order in which they are told, from for to against.
ORDER: Final = (*STANCES, NOT_MARKED)


def stances_of(activity: Activity) -> dict[str, list[dict[str, Any]]]:
    """Visible comments by stance, in all and of each document where there are several; nothing where none is marked.

    The same two queries always.
    """
    document = Coalesce("thread__section__version__document", "thread__document_version__document")
    visible = Comment.objects.filter(activity=activity, state=Comment.State.VISIBLE).annotate(document=document)
    rows = visible.values_list("document", "work__stance").annotate(count=Count("pk")).order_by()
    of_each: dict[int | None, Counter[str]] = {}
    for place, stance, count in rows:
        of_each.setdefault(place, Counter())[stance or NOT_MARKED] += count
    titles = [(row.pk, dict(row.title)) for row in Document.objects.filter(activity=activity)]
    told = [
        {"title": title, "stances": _groups(of_each[pk])}
        for pk, title in titles
        if of_each.get(pk, Counter()).keys() - {NOT_MARKED}
    ]
    in_all = sum(of_each.values(), Counter[str]())
    if not in_all.keys() - {NOT_MARKED}:
        return {"stances": [], "stances_of_documents": []}
    return {"stances": _groups(in_all), "stances_of_documents": told if len(titles) > 1 else []}


def _groups(counted: Counter[str]) -> list[dict[str, Any]]:
    return [{"key": key, "count": counted[key]} for key in ORDER if counted[key]]
