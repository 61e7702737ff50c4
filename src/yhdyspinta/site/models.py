from django.db import models

from yhdyspinta.authorities.models import Authority


class RetentionRun(models.Model):
    """One night's deletion of what is no longer needed."""

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-finished_at"], name="retention_newest")]


class RetentionCount(models.Model):
    """How many of a kind a night deleted; without an authority where the kind belongs to none."""

    run = models.ForeignKey(RetentionRun, models.CASCADE, related_name="counts")
    authority = models.ForeignKey(Authority, models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=20)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["run", "authority", "kind"], name="retention_counted_once", nulls_distinct=False
            )
        ]


class TrailCheck(models.Model):
    """One day's check of the whole audit trail."""

    at = models.DateTimeField()
    problem_count = models.PositiveIntegerField()
    problems = models.JSONField(default=list)  # the first ones: numbers of lines and seals, nothing else

    class Meta:
        indexes = [models.Index(fields=["-at"], name="trail_check_newest")]


class NamedExport(models.Model):
    """A copy of the register that tells senders' names as shown: what it was taken for. The trail tells by whom."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="named_exports")
    purpose = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["authority", "-at"], name="named_export_newest")]
