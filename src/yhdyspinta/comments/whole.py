"""The place of comments on a matter as a whole: the thread of an activity that no document and no section owns."""

from django.db.models import QuerySet

from yhdyspinta.comments.models import Thread
from yhdyspinta.processes.models import Activity


def whole_threads(activity: Activity) -> QuerySet[Thread]:
    """The activity's own place for comments, none where its method has no such place; one query."""
    return Thread.objects.filter(activity=activity, section=None, document_version=None).order_by("pk")


def whole_thread_id(activity: Activity) -> int:
    """Its number, 0 where there is none."""
    return whole_threads(activity).values_list("pk", flat=True).first() or 0
