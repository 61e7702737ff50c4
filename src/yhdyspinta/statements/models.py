from uuid import uuid4

from django.db import models

from yhdyspinta.comments.models import Receipt
from yhdyspinta.documents.models import DocumentVersion, Section
from yhdyspinta.people.models import Organisation, Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.mail_addresses import AddressField


class Statement(models.Model):
    """What an organisation says in a comment round: written together, approved, sent once."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="statements")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="statements")
    key = models.UUIDField(default=uuid4, unique=True)  # of the sending: a retry gives the same receipt
    language = models.CharField(max_length=16)
    opened_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)  # grows with every saved part
    asked_at = models.DateTimeField(null=True)  # approval of the words as they are
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    approved_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    receipt = models.OneToOneField(Receipt, models.PROTECT, null=True, related_name="statement")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "organisation"], name="statement_once")]

    def __str__(self) -> str:
        return str(self.key)


class StatementPart(models.Model):
    """The words on one section, on a version of a draft as a whole, or, with neither, on the whole matter."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="parts")
    section = models.ForeignKey(Section, models.CASCADE, null=True, related_name="+")
    version = models.ForeignKey(DocumentVersion, models.CASCADE, null=True, related_name="+")
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["statement", "section"], name="statement_part_once"),
            models.UniqueConstraint(fields=["statement", "version"], name="statement_whole_once"),
            models.UniqueConstraint(
                fields=["statement"], condition=models.Q(section=None, version=None), name="statement_matter_once"
            ),
            models.CheckConstraint(
                condition=models.Q(section=None) | models.Q(version=None), name="statement_part_has_one_place"
            ),
        ]


class StatementNote(models.Model):
    """A word among those who write; it is never sent."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="notes")
    text = models.TextField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]


class Colleague(models.Model):
    """Somebody whom a representative asked by e-mail to write along; the link works once, for that address."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="colleagues")
    email = AddressField()
    nonce = models.CharField(max_length=22, unique=True)
    invited_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    joined_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["statement", "email"], name="colleague_once")]
