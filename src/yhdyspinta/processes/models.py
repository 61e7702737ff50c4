from datetime import datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeBoundary, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Func, Q
from django.db.models.functions import Lower

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person
from yhdyspinta.ui.mail_addresses import AddressField
from yhdyspinta.wording.fields import WordingField


class ProcessQuerySet(models.QuerySet["Process"]):
    def of(self, authority: Authority | int) -> "ProcessQuerySet":
        """Those that the authority owns or is a partner in: the shared surface."""
        partner_in = ProcessPartner.objects.filter(authority=authority, left_at=None).values("process")
        return self.filter(Q(owner=authority) | Q(pk__in=partner_in))

    def published(self, at: datetime) -> "ProcessQuerySet":
        """Those that everybody may see at the moment."""
        return self.filter(published_at__lte=at, unpublished_at=None)


class Process(models.Model):
    """A matter that residents take part in. It has one owner and may have partner authorities."""

    owner = models.ForeignKey(Authority, models.PROTECT, related_name="processes")
    slug = models.SlugField(max_length=80)
    title = WordingField()
    summary = WordingField()
    background = WordingField()  # Markdown
    use_of_results = WordingField()  # what the results will be used for
    decided_by = WordingField()  # who decides, and when
    results_receiver = WordingField()
    takes_minutes = models.PositiveSmallIntegerField(null=True)  # how long taking part takes
    answers_promised_on = models.DateField(null=True)
    answers_promised_before = ArrayField(models.DateField(), default=list)  # days published earlier, the first first
    six_ways = ArrayField(models.CharField(max_length=20), default=list)
    influence = models.CharField(max_length=12, blank=True)
    keywords = WordingField()  # comma-separated
    case_number = models.CharField(max_length=60, blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_title = WordingField()
    contact_phone = models.CharField(max_length=40, blank=True)
    contact_email = models.EmailField(blank=True)
    privacy_purposes = WordingField()
    retention_months = models.PositiveSmallIntegerField(default=60)

    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    #: In the future while publishing is scheduled: a process opens by the clock, no job flips it.
    published_at = models.DateTimeField(null=True)
    unpublished_at = models.DateTimeField(null=True)
    paused_at = models.DateTimeField(null=True)
    pause_reason = WordingField()
    cancelled_at = models.DateTimeField(null=True)
    cancel_reason = WordingField()
    archived_at = models.DateTimeField(null=True)
    preview_nonce = models.CharField(max_length=22)  # the private preview link; a new nonce revokes the old
    revision = models.PositiveIntegerField(default=1)

    objects = ProcessQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "processes"
        constraints = [models.UniqueConstraint(fields=["owner", "slug"], name="process_slug_once")]
        indexes = [models.Index(fields=["owner", "-published_at"], name="process_published")]

    def __str__(self) -> str:
        return str(self.title)

    def is_public(self, at: datetime) -> bool:
        return self.published_at is not None and self.published_at <= at and self.unpublished_at is None


class ProcessPartner(models.Model):
    """An authority that takes part in a process as a partner: its coordinators work in it, its front page shows it."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="partnerships")
    authority = models.ForeignKey(Authority, models.CASCADE, related_name="partnerships")
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["process", "authority"], condition=Q(left_at=None), name="partner_once")
        ]


class FormerAddress(models.Model):
    """Where a process stood before it passed to a successor: old links keep working."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="+")
    slug = models.SlugField(max_length=80)
    process = models.ForeignKey(Process, models.CASCADE, related_name="former_addresses")
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "slug"], name="former_address_once")]


class ProcessRole(models.Model):
    """A role in one process only."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="process_roles")
    process = models.ForeignKey(Process, models.CASCADE, related_name="roles")
    role = models.CharField(max_length=30)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "process", "role"], condition=Q(ended_at=None), name="process_role_once"
            )
        ]


class Invitation(models.Model):
    """A role offered by e-mail, in an authority or in one process; the link works once."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="invitations")
    process = models.ForeignKey(Process, models.CASCADE, null=True, related_name="invitations")
    role = models.CharField(max_length=30)
    email = AddressField()
    nonce = models.CharField(max_length=22, unique=True)
    invited_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)


class Phase(models.Model):
    """A named stretch of a process's timeline; it may be only words, a place, dates and a link."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="phases")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16)
    title = WordingField()
    description = WordingField()
    when_words = WordingField()  # "kesäkuu", where dates would say too much
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    place = WordingField()
    link = models.URLField(blank=True)
    link_text = WordingField()
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(starts_at=None) | Q(ends_at__gte=models.F("starts_at")),
                name="phase_runs_forward",
            )
        ]


class Activity(models.Model):
    """One method placed in a phase; it owns everything residents do there."""

    phase = models.ForeignKey(Phase, models.PROTECT, related_name="activities")
    #: Kept beside the phase so that pages and the trail reach the process without a join.
    process = models.ForeignKey(Process, models.CASCADE, related_name="activities")
    method_key = models.CharField(max_length=30)
    slug = models.SlugField(max_length=80)
    title = WordingField()
    settings = models.JSONField(default=dict)
    #: Nobody takes part in it here: its answers come from a file (`intake.EarlierRound`).
    is_held_elsewhere = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)
    last_comment_number = models.PositiveIntegerField(default=0)
    #: Kept counters: pages never count.
    comment_count = models.PositiveIntegerField(default=0)  # visible comments
    sender_count = models.PositiveIntegerField(default=0)
    hidden_count = models.PositiveIntegerField(default=0)
    waiting_count = models.PositiveIntegerField(default=0)
    due_count = models.PositiveIntegerField(default=0)  # need an answer: visible and neither answered nor closed
    answered_count = models.PositiveIntegerField(default=0)
    answered_at = models.DateTimeField(null=True)  # the recorded act: everything is answered

    class Meta:
        verbose_name_plural = "activities"
        constraints = [models.UniqueConstraint(fields=["process", "slug"], name="activity_slug_once")]

    def __str__(self) -> str:
        return str(self.title)

    def stage_at(self, moment: datetime) -> str | None:
        """What the activity is open for at the moment; opening is included, closing is not. The only definition of now."""
        for stage in self.stages.all():
            if stage.opens_at <= moment < stage.closes_at:
                return stage.key
        return None

    def has_closed_at(self, moment: datetime) -> bool:
        """Whether it was open for anything, and its last stage is over; no queries when the stages are loaded."""
        closings = [stage.closes_at for stage in self.stages.all()]
        return bool(closings) and max(closings) <= moment


class TsTzRange(Func):
    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


class Stage(models.Model):
    """What an activity is open for between two instants; opens and closes by the clock."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="stages")
    key = models.CharField(max_length=20)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    #: What staff saw when they chose the instant; instants do not move when time-zone data changes.
    opens_shown = models.CharField(max_length=40, blank=True)
    closes_shown = models.CharField(max_length=40, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["opens_at"]
        constraints = [
            models.CheckConstraint(condition=Q(closes_at__gt=models.F("opens_at")), name="stage_runs_forward"),
            ExclusionConstraint(
                name="stages_do_not_overlap",
                expressions=[
                    ("activity", RangeOperators.EQUAL),
                    (TsTzRange("opens_at", "closes_at", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
            ),
        ]


class Follow(models.Model):
    """Somebody wants to hear of a process: by e-mail without an account once confirmed, or signed in."""

    class What(models.TextChoices):
        EVERYTHING = "everything"
        RESULTS = "results"  # only when something is decided or done
        DONE = "done"  # only when something is done

    process = models.ForeignKey(Process, models.CASCADE, related_name="follows")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="follows")
    email = AddressField(blank=True)
    language = models.CharField(max_length=12)
    what = models.CharField(max_length=10, choices=What, default=What.EVERYTHING)
    digest = models.CharField(max_length=8, choices=Person.Digest, default=Person.Digest.AT_ONCE)
    nonce = models.CharField(max_length=22, unique=True)
    since = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "process", Lower("email"), condition=Q(ended_at=None) & ~Q(email=""), name="follow_once_by_email"
            ),
            models.UniqueConstraint(
                fields=["process", "person"], condition=Q(ended_at=None, email=""), name="follow_once_by_person"
            ),
        ]


class SearchEntry(models.Model):
    """A public text as search sees it: the stems stand beside the words. Written in the transaction of the change."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="+")
    process = models.ForeignKey(Process, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10)  # process, document, comment, answer
    target = models.CharField(max_length=60)  # "comment:7"
    language = models.CharField(max_length=16)
    title = models.TextField()
    text = models.TextField()
    path = models.CharField(max_length=300)  # after the authority and language
    vector = SearchVectorField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["target", "language"], name="search_entry_once")]
        # Comments are by far the most: what is not one is found without looking through theirs.
        indexes = [
            GinIndex(fields=["vector"], name="search_comments", condition=Q(kind="comment")),
            GinIndex(fields=["vector"], name="search_others", condition=~Q(kind="comment")),
            models.Index(fields=["-id"], name="search_others_newest", condition=~Q(kind="comment")),
        ]
