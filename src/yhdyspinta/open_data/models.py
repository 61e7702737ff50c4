from django.db import models
from django.db.models import Q

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.models import Activity, Process


class Export(models.Model):
    """The published comments of one activity as files, made part by part: another worker goes on where one died."""

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        READY = "ready"
        FAILED = "failed"

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="exports")
    folder = models.CharField(
        max_length=32, unique=True
    )  # under `exports/` in the file store: ours, never to be guessed
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    asked_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)  # what was published then is in the files
    seen = models.CharField(max_length=64, blank=True)  # deeds of the hour before that were done by then, as one sum
    changed = models.JSONField(
        default=list
    )  # [number, revision, state] of comments changed in that hour by their senders
    has_lost = models.BooleanField(db_default=False)  # newer ones were begun because words were taken away
    last_number = models.PositiveIntegerField(default=0)  # of the activity's comments when they were begun
    named = models.JSONField(default=list)  # [organisation, person, name] as read: whose names may stand in the files
    touched_at = models.DateTimeField(null=True)  # the last sign of life of whoever makes them
    ready_at = models.DateTimeField(null=True)
    worker = models.UUIDField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    cursor = models.PositiveIntegerField(default=0)  # number of the last comment that stands in a part
    parts = models.PositiveIntegerField(default=0)
    rows = models.PositiveIntegerField(default=0)
    expected = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["activity"], condition=Q(state__in=("waiting", "running")), name="one_export_at_a_time"
            )
        ]
        indexes = [models.Index(fields=["activity", "-ready_at"], name="export_newest")]


class DataChange(models.Model):
    """Something that the files of an activity hold has changed: a row for each transaction, written by the database.

    Whoever begins new files takes the rows away before reading; one that comes while they read is left.
    """

    activity = models.ForeignKey(Activity, models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False)
    deed = models.BigIntegerField()  # the transaction's number
    is_loss = models.BooleanField(db_default=False)  # words that anybody could read were taken away

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "deed"], name="data_change_once")]


class BroughtRequest(models.Model):
    """A request for statements that was brought in from the national statement service: once for each authority."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="brought_requests")
    key = models.CharField(max_length=500)  # the service's own Id, which may be an address
    process = models.ForeignKey(Process, models.SET_NULL, null=True, related_name="brought_from")  # gone with its draft
    name = models.CharField(max_length=200, blank=True)  # as it came: the register tells it when the draft is gone
    register_number = models.CharField(max_length=60, blank=True)
    organisation = models.CharField(max_length=200, blank=True, default="", db_default="")  # who asks for statements
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "key"], name="request_brought_once")]
