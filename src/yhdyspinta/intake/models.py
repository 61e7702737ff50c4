from django.db import models

from yhdyspinta.comments.models import Receipt
from yhdyspinta.people.models import Person


class Entry(models.Model):
    """A comment given by phone or on paper and typed by staff: who typed it, and how the answer is sent."""

    class ReplyBy(models.TextChoices):
        LETTER = "letter"
        PHONE = "phone"
        EMAIL = "email"
        NONE = "none"

    receipt = models.OneToOneField(Receipt, models.CASCADE, related_name="entry")
    entered_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    entered_at = models.DateTimeField()
    read_back_at = models.DateTimeField(null=True)  # a caller heard their words read back
    reply_by = models.CharField(max_length=6, choices=ReplyBy)
    name = models.CharField(max_length=120, blank=True)
    postal_address = models.TextField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    #: Set when the answer was sent as a letter or told by phone.
    told_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
