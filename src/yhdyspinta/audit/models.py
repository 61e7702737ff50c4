from django.contrib.postgres.fields import ArrayField
from django.db import models


class Entry(models.Model):
    """One line of the trail. Only references, never names: erasing a person does not rewrite history."""

    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    actor = models.CharField(max_length=60)  # "person:12", or "system"
    target = models.CharField(max_length=60)  # "comment:7"
    authority_id = models.BigIntegerField(null=True)
    process_id = models.BigIntegerField(null=True)
    detail = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["process_id", "-id"], name="audit_process"),
            models.Index(fields=["authority_id", "-id"], name="audit_authority"),
            models.Index(fields=["target"], name="audit_target"),
        ]


class Unsealed(models.Model):
    """An entry that waits for its seal: the database puts it here when it is written, the sealer takes it away."""

    entry = models.OneToOneField(
        Entry, on_delete=models.DO_NOTHING, primary_key=True, related_name="+", db_constraint=False
    )


class Seal(models.Model):
    """A link of the chain: which entries it covers, and the hash that binds them to the link before."""

    number = models.BigIntegerField(primary_key=True)
    entry_ids = ArrayField(models.BigIntegerField())
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
