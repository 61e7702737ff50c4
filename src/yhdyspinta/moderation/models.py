from django.db import models
from django.db.models import Q

from yhdyspinta.comments.models import Comment
from yhdyspinta.people.models import Person


class Report(models.Model):
    """Somebody tells that a comment is not as it should be; once per person and comment."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="reports")
    person = models.ForeignKey(Person, models.CASCADE, related_name="reports")
    reason = models.CharField(max_length=20)
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    handled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["comment", "person"], name="report_once")]
        indexes = [models.Index(fields=["comment"], name="report_open", condition=Q(handled_at=None))]


class Decision(models.Model):
    """What a moderator decided of a comment, and why; the sender is told and can appeal."""

    class Kind(models.TextChoices):
        SHOW = "show"
        HIDE = "hide"
        MASK = "mask"
        UNMASK = "unmask"

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=6, choices=Kind)
    reason = models.CharField(max_length=20, blank=True)
    words = models.TextField(blank=True)
    state_before = models.CharField(max_length=9, blank=True)  # what undoing brings back
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)


class Mask(models.Model):
    """A passage of a comment that is not shown; the original stays for those who may see it."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="masks")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    reason = models.CharField(max_length=20)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="masks")
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="mask_covers_something")]


class Appeal(models.Model):
    """A sender asks that a decision be looked at again, by somebody else where there is one."""

    decision = models.OneToOneField(Decision, models.CASCADE, related_name="appeal")
    text = models.TextField()
    at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    is_upheld = models.BooleanField(null=True)  # True: the appeal was right
    reply = models.TextField(blank=True)
    decided_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
