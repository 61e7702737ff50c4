from datetime import date, datetime
from typing import Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from yhdyspinta.people.models import Organisation, Person
from yhdyspinta.places.models import Area
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.ui.mail_addresses import AddressField

#: What refuses a pseudonym that looks as another sender's does in the same activity.
ALIKE: Final = "pseudonyms_differ"


class Thread(models.Model):
    """A place for comments: a section, a document or a whole activity owns one. Its counters are kept, not counted."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="threads")
    visible_count = models.PositiveIntegerField(default=0)
    unanswered_count = models.PositiveIntegerField(
        default=0
    )  # visible and open, and in no answer, written or published


class Sender(models.Model):
    """One person in one activity: capacities and background are asked once, totals count a sender once.

    An organisation's statement is a sender of its own: whoever approved it may also speak as themselves.
    """

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="senders")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="senders")
    capacities = ArrayField(models.CharField(max_length=24), default=list)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="senders")
    naming = models.CharField(max_length=10, default="not_shown")
    display_name = models.CharField(max_length=80, blank=True)
    skeleton = models.CharField(max_length=80, null=True)  # the pseudonym as the eye reads it
    email = AddressField(blank=True)
    email_confirmed_at = models.DateTimeField(
        null=True
    )  # shown to be its owner's: before that only the receipt goes there
    wants_news = models.BooleanField(default=False)
    municipality = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    age_group = models.CharField(max_length=12, blank=True)
    language = models.CharField(max_length=16)
    is_statement = models.BooleanField(default=False, db_default=False)
    first_at = models.DateTimeField()
    #: Whether any comment of theirs is visible: then the sender is counted.
    visible_comments = models.PositiveIntegerField(default=0)
    #: The last comment of theirs that staff's list of a municipality holds; none: the list does not hold them (ADR 10).
    listed_until = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "person"], condition=Q(is_statement=False), name="sender_once"),
            models.UniqueConstraint(fields=["activity", "skeleton"], name=ALIKE),
        ]


class BackgroundTotal(models.Model):
    """Senders of one age group, or of one municipality, whose own row no longer tells it: the totals outlive it."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="background_totals")
    age_group = models.CharField(max_length=12, blank=True)
    municipality = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "age_group", "municipality"], name="background_once", nulls_distinct=False
            )
        ]


class KeptGroups(models.Model):
    """Age groups and municipalities of an activity's senders, rounded, as everybody is shown them (docs/adr/0010).

    They are taken anew only after so many senders have come or gone that the change hides everybody.
    """

    activity = models.OneToOneField(Activity, models.CASCADE, related_name="kept_groups")
    ages = models.JSONField(default=dict)  # {age group: how many}; those too small are not here
    bands = models.JSONField(default=dict)  # {band of the population data: how many}
    homes = models.JSONField(default=dict)  # {code of a municipality: how many}
    senders = models.PositiveIntegerField(default=0)  # how many there were
    limit = models.PositiveSmallIntegerField(default=0)  # what they were rounded by
    taken_at = models.DateTimeField()


class Receipt(models.Model):
    """What a sender gets for one sending: a code, a time, and the date of the answer. One receipt may hold many comments."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="receipts")
    sender = models.ForeignKey(Sender, models.CASCADE, related_name="receipts")
    key = models.UUIDField()  # made with the form: a repeated sending finds its first receipt
    nonce = models.CharField(max_length=22, unique=True)  # the code is derived from it, never stored
    code_hash = models.CharField(max_length=64, unique=True)
    channel = models.CharField(max_length=10, default="online")
    at = models.DateTimeField()
    is_day_only = models.BooleanField(default=False)  # the day is known, the time of day is not
    language = models.CharField(max_length=16)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "key"], name="receipt_once")]

    @property
    def arrived(self) -> date | datetime:
        """When it arrived, as exactly as it is known."""
        return in_helsinki(self.at).date() if self.is_day_only else self.at


_SHOWN = Q(state="visible")
#: Visible comments, and stubs of those taken away that have replies.
ON_THE_PAGE = _SHOWN | Q(state__in=("hidden", "withdrawn"), reply_count__gt=0)


class Comment(models.Model):
    """What somebody said. Staff never edit the words: they hide them or mask a passage, with a reason."""

    class State(models.TextChoices):
        WAITING = "waiting"
        VISIBLE = "visible"
        HIDDEN = "hidden"
        WITHDRAWN = "withdrawn"

    class Handling(models.TextChoices):
        OPEN = "open"
        ANSWERED = "answered"
        CLOSED = "closed"  # needs no answer, with a reason

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="comments")
    number = models.PositiveIntegerField()  # running number in the activity, for links and lists
    thread = models.ForeignKey(Thread, models.PROTECT, related_name="comments")
    sender = models.ForeignKey(Sender, models.PROTECT, related_name="comments")
    receipt = models.ForeignKey(Receipt, models.PROTECT, related_name="comments")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="replies")
    text = models.TextField()  # the original
    public_text = models.TextField()  # as shown: masked passages are replaced by the mask mark
    language = models.CharField(max_length=16)
    state = models.CharField(max_length=9, choices=State)
    was_shown = models.BooleanField(default=False)  # whether the public could ever read it, also before it waited again
    handling = models.CharField(max_length=8, choices=Handling, default=Handling.OPEN)
    channel = models.CharField(max_length=10, default="online")
    arrived_at = models.DateTimeField()
    is_day_only = models.BooleanField(default=False)  # of the arrival: the day is known, the time of day is not
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    edited_at = models.DateTimeField(null=True)  # when its words last changed, by whomever
    rewritten_at = models.DateTimeField(
        null=True
    )  # when its sender last changed it, or had it changed: no slip of typing
    withdrawn_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)
    agree_count = models.PositiveIntegerField(default=0)
    well_argued_count = models.PositiveIntegerField(default=0)
    reply_count = models.PositiveIntegerField(default=0)
    warnings = ArrayField(models.CharField(max_length=20), default=list)  # codes found by moderation's checks

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "number"], name="comment_number_once"),
        ]
        indexes = [
            models.Index(fields=["thread", "-agree_count", "-id"], name="comment_of_thread", condition=ON_THE_PAGE),
            models.Index(fields=["activity", "-agree_count", "-id"], name="comment_most_agreed", condition=_SHOWN),
            models.Index(
                fields=["activity", "-well_argued_count", "-id"], name="comment_best_argued", condition=_SHOWN
            ),
            models.Index(fields=["activity", "-id"], name="comment_newest", condition=_SHOWN),
            models.Index(fields=["activity", "state", "id"], name="comment_state"),
            models.Index(fields=["activity", "arrived_at"], name="comment_arrived"),
            models.Index(fields=["activity", "handling", "id"], name="comment_due", condition=_SHOWN),
            models.Index(fields=["sender"], name="comment_sender"),
            models.Index(
                fields=["activity", "-rewritten_at"], name="comment_rewritten", condition=Q(rewritten_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.number}"

    @property
    def arrived(self) -> date | datetime:
        """When it arrived, as exactly as it is known."""
        return in_helsinki(self.arrived_at).date() if self.is_day_only else self.arrived_at


class Quote(models.Model):
    """The passage that a comment speaks of: language, version, passage, offsets and the words themselves."""

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="quote")
    language = models.CharField(max_length=16)
    version = models.PositiveIntegerField()
    passage = models.PositiveSmallIntegerField()
    start = models.PositiveIntegerField(null=True)  # characters from the passage's start; null is the whole passage
    end = models.PositiveIntegerField(null=True)
    words = models.TextField()


class Revision(models.Model):
    """What a comment said before its words were changed."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    replaced_at = models.DateTimeField()
    is_slip = models.BooleanField(default=False)  # a typist's, which was mended: nobody ever sent these words

    class Meta:
        constraints = [models.UniqueConstraint(fields=["comment", "number"], name="revision_once")]


class Endorsement(models.Model):
    """Agreement with a comment, or a mark that it is well argued: once each per person."""

    class Kind(models.TextChoices):
        AGREE = "agree"
        WELL_ARGUED = "well_argued"

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="endorsements")
    person = models.ForeignKey(Person, models.CASCADE, related_name="endorsements")
    kind = models.CharField(max_length=11, choices=Kind)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["comment", "person", "kind"], name="endorsement_once")]


class CommentDraft(models.Model):
    """What a visitor is writing, kept on the server until it is sent or thrown away."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="comment_drafts")
    person = models.ForeignKey(Person, models.CASCADE, related_name="comment_drafts")
    key = models.UUIDField(unique=True)  # becomes the receipt's key
    #: {"comments": {thread: {"text", "quote"}}, "sender": {...}}: words not yet sent.
    content = models.JSONField(default=dict)
    began_at = models.DateTimeField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "person"], name="draft_once")]
