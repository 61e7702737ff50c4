from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.expressions import RawSQL


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
    #: The writing transaction: the sealer waits until no older one is open, so that no entry slips behind a seal.
    written_by = models.BigIntegerField(db_default=RawSQL("(pg_current_xact_id()::text::bigint)", []), editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["process_id", "-id"], name="audit_process"),
            models.Index(fields=["authority_id", "-id"], name="audit_authority"),
            models.Index(fields=["target"], name="audit_target"),
        ]


class Seal(models.Model):
    """A link of the chain: which entries it covers, and the hash that binds them to the link before."""

    number = models.BigIntegerField(primary_key=True)
    entry_ids = ArrayField(models.BigIntegerField())
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
