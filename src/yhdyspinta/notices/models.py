from django.db import models

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person
from yhdyspinta.ui.mail_addresses import AddressField


class Notice(models.Model):
    """A message we owe someone: written in the transaction of the change, delivered after it."""

    class State(models.TextChoices):
        OWED = "owed"
        SENT = "sent"
        PARKED = "parked"  # tried five times; staff see it
        SHOWN = "shown"  # has no address: only in the list of a signed-in person
        DIGEST = "digest"  # waits for the daily summary

    kind = models.CharField(max_length=60)
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="notices")
    address = AddressField(blank=True)
    language = models.CharField(max_length=16)
    authority = models.ForeignKey(Authority, models.CASCADE, related_name="notices")
    #: Numbers, codes and public titles that the words need; secrets are derived when it is sent.
    values = models.JSONField(default=dict)
    #: The kind's own key for "this was already owed": a repeated change owes nothing twice.
    once_key = models.CharField(max_length=120, null=True, unique=True)
    state = models.CharField(max_length=6, choices=State, default=State.OWED)
    tries = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=200, blank=True)
    owed_at = models.DateTimeField()
    next_try_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    #: Until then it goes nowhere and nobody sees it: what it tells of can still be undone as if it had never been.
    held_until = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "next_try_at"], name="notice_state"),
            models.Index(fields=["person", "-id"], name="notice_person"),
            models.Index(fields=["authority", "state", "-id"], name="notice_authority"),
        ]


class Letter(models.Model):
    """What a mailbox would hold: kept only in the demo, so that outgoing mail can be read."""

    to = models.CharField(max_length=254)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict)
    sent_at = models.DateTimeField()
