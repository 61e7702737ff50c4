from django.db import models
from django.db.models import F, Q

from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import WordingField


class LaunchPicture(models.Model):
    """A picture of a launch pack, drawn anew by us; a released pack keeps its own."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="launch_pictures")
    file = models.FileField(upload_to="launch/")
    kind = models.CharField(max_length=4)  # png, jpg
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.kind


class LaunchPack(models.Model):
    """What communications tell of an activity, as staff write it: one draft, every language side by side."""

    activity = models.OneToOneField(Activity, models.CASCADE, related_name="launch_pack")
    headline = WordingField()
    news = WordingField()  # Markdown
    newsletter = WordingField()
    short_post = WordingField()  # posts: the link is added after the words
    post = WordingField()
    picture_post = WordingField()
    picture_text = WordingField()  # what the picture shows, for those who do not see it
    picture = models.ForeignKey(LaunchPicture, models.SET_NULL, null=True, related_name="+")
    saved_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return str(self.headline)


class LaunchRelease(models.Model):
    """A released pack: it never changes, a correction or other news is the next one. It becomes public by the clock."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="launch_releases")
    number = models.PositiveSmallIntegerField()
    #: The number of the release that began this piece of news; the later ones of the piece correct it.
    piece = models.PositiveSmallIntegerField(default=1, db_default=1)
    words = models.JSONField()  # {field of LaunchPack: {language: text}}
    picture = models.ForeignKey(LaunchPicture, models.PROTECT, null=True, related_name="releases")
    release_at = models.DateTimeField()
    released_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    #: When it went out and followers were told; until then a planned one can be taken back.
    told_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)  # that failed
    problem = models.CharField(max_length=80, blank=True)  # the kind of the latest failure
    failed_at = models.DateTimeField(null=True)
    next_try_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "number"], name="launch_release_once"),
            models.UniqueConstraint(fields=["activity"], condition=Q(told_at=None), name="launch_planned_once"),
            models.CheckConstraint(condition=Q(piece__lte=F("number")), name="launch_piece_is_released"),
        ]
        indexes = [models.Index(fields=["release_at"], name="launch_due", condition=Q(told_at=None))]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def is_correction(self) -> bool:
        """Whether it takes the place of a former release: nobody is told of it anew."""
        return self.number != self.piece
