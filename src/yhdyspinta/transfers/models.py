from django.db import models
from django.db.models import Q

from yhdyspinta.answers.models import Drafted
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.people.models import Person
from yhdyspinta.wording.fields import Wording, WordingField


class Transfer(Drafted):
    """A comment that belongs to another authority, passed on to it and answered there (434/2003 21 §)."""

    class State(models.TextChoices):
        WAITING = "waiting"  # at the other authority
        OUTSIDE = "outside"  # with one that does not work in this service: it was sent there, and told
        ANSWERED = "answered"
        RETURNED = "returned"  # given back with a reason
        TAKEN_BACK = "taken_back"  # by who passed it on

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="transfers")
    key = models.UUIDField()  # made with the form: a repeated sending finds its first transfer
    receiver = models.ForeignKey(Authority, models.PROTECT, null=True, related_name="transfers")
    outside_name = models.CharField(max_length=150, blank=True)
    outside_address = models.CharField(max_length=300, blank=True)  # where it was sent; staff only
    reason = WordingField()  # why it belongs there
    due_on = models.DateField(null=True)  # by the receiver's own time for answers
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    passed_at = models.DateTimeField()
    passed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    answer = WordingField()  # until it is published, its draft
    correction = WordingField()  # of a published answer, while it is written or waits for approval
    joined_to = models.ForeignKey("self", models.SET_NULL, null=True, related_name="joined")  # answered with that one
    answered_at = models.DateTimeField(null=True)
    answered_on = models.DateField(null=True)  # when the answer of one outside the service arrived
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    corrected_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)  # returned or taken back
    ended_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    return_reason = models.TextField(blank=True)  # why it was returned or taken back, for the other authority

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "key"], name="transfer_key_once"),
            models.UniqueConstraint(
                fields=["comment"], name="transfer_once", condition=Q(state__in=("waiting", "outside", "answered"))
            ),
            models.CheckConstraint(
                condition=Q(receiver__isnull=False, outside_name="") | (Q(receiver=None) & ~Q(outside_name="")),
                name="transfer_has_one_receiver",
            ),
        ]
        indexes = [
            models.Index(fields=["receiver", "state", "due_on", "id"], name="transfer_received"),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"

    @property
    def is_corrected(self) -> bool:
        """Whether a correction of the published answer is being written, or waits for approval."""
        return self.state == self.State.ANSWERED and bool(self.correction)

    @property
    def draft(self) -> Wording:
        """The words that the receiver's staff work on: a correction of the published answer, or else the answer."""
        return Wording(self.correction if self.is_corrected else self.answer)


class FormerReply(models.Model):
    """What an answer to a passed-on comment said before it was corrected, or before what was written down of it was."""

    transfer = models.ForeignKey(Transfer, models.CASCADE, related_name="former")
    revision = models.PositiveIntegerField()
    answer = WordingField()
    answered_on = models.DateField(null=True)  # when the answer of one outside the service was said to have arrived
    replaced_at = models.DateTimeField()
    why = models.TextField(blank=True)  # of one that was taken back: staff only

    class Meta:
        ordering = ["-revision"]
        constraints = [models.UniqueConstraint(fields=["transfer", "revision"], name="former_reply_once")]
