from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from yhdyspinta.answers.models import Answer
from yhdyspinta.comments.models import Comment
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import WordingField


class Theme(models.Model):
    """What comments of a round are about, named by staff. Its number of comments is kept, not counted."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="themes")
    name = WordingField()
    comment_count = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.name)


class CommentTheme(models.Model):
    """A comment is of a theme; it may be of many."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="of_comments")
    comment = models.ForeignKey(Comment, models.CASCADE, related_name="of_themes")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["theme", "comment"], name="theme_once")]


class CommentWork(models.Model):
    """What staff have marked of a comment: its stance, and who sees to it by when."""

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="work", primary_key=True)
    stance = models.CharField(max_length=8, blank=True)
    assignee = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="assigned_comments")
    due_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["due_on"],
                name="assigned_due",
                condition=models.Q(assignee__isnull=False, due_on__isnull=False),
            )
        ]


class StaffNote(models.Model):
    """What a member of staff tells colleagues of a comment. It never becomes public."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="staff_notes")
    key = models.UUIDField(unique=True)  # made with the form: the same note twice is one
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")


class Translation(models.Model):
    """A comment in another language, by the authority: it stands beside the original, which stays as it is.

    What it was made of is kept with it: it is withheld when words have been masked since, until somebody looks at it.
    """

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="translations")
    language = models.CharField(max_length=16)
    text = models.TextField(blank=True)  # empty while it is only asked for
    of_words = models.CharField(max_length=64)  # the mark of the comment's public words
    of_revision = models.PositiveIntegerField()  # of the comment
    of_mask = models.PositiveBigIntegerField(default=0)  # the newest mask that the comment had had by then
    revision = models.PositiveIntegerField(default=1)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["comment", "language"], name="translation_once")]


class SavedView(models.Model):
    """Choices of the table that somebody uses again: their own, or shared with everybody who works on the round."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="saved_views")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=80)
    query = models.TextField()
    is_shared = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "person", "name"], name="view_name_once")]


class BulkAction(models.Model):
    """One deed to one or many comments of a round, with what was there before: it can be undone, and histories tell it."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="bulk_actions")
    key = models.UUIDField(unique=True)  # made with the form: a repeated sending finds the first
    kind = models.CharField(max_length=13)
    theme = models.ForeignKey(Theme, models.SET_NULL, null=True, related_name="+")
    theme_name = WordingField()  # of a theme that the deed removed or merged, or of the suggestion that it accepted
    assignee = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    due_on = models.DateField(null=True)
    stance = models.CharField(max_length=8, blank=True)
    reason = models.CharField(max_length=16, blank=True)
    language = models.CharField(max_length=16, blank=True)
    answer = models.ForeignKey(Answer, models.SET_NULL, null=True, related_name="+")  # into which it put them
    comments = ArrayField(models.BigIntegerField(), default=list)  # those that it changed
    before = models.JSONField(default=list)  # [[the marks that were there, [comments]]]
    of_theme = models.JSONField(default=dict)  # what puts a theme, and what named it, back as they were
    count = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["activity", "-id"], name="bulk_newest"),
            GinIndex(fields=["comments"], name="bulk_comments"),
        ]


class Signature(models.Model):
    """What a visible comment's words look like to the calculation that finds like ones, and the comment it is like.

    The first of like comments leads its bunch: each of the others is like that one. Staff can set a comment apart.
    """

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="signature", primary_key=True)
    activity = models.ForeignKey(Activity, models.CASCADE, related_name="+")
    revision = models.PositiveIntegerField()  # of the comment when it was read
    bands = models.BinaryField()
    leader = models.ForeignKey(Comment, models.CASCADE, null=True, related_name="led")
    score = models.FloatField(default=0)
    like_count = models.PositiveIntegerField(default=0)  # how many are like this one, which leads them
    is_apart = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(
                fields=["activity", "-like_count", "comment"],
                name="bunches_largest",
                condition=models.Q(like_count__gt=0),
            )
        ]


class Looking(models.Model):
    """How far the search for like comments has come in a round, and whether suggestions of themes are asked for."""

    activity = models.OneToOneField(Activity, models.CASCADE, related_name="looking", primary_key=True)
    entry_id = models.BigIntegerField(default=0)  # the newest line of the trail that was seen
    looked_at = models.DateTimeField(null=True)
    look_failed_at = models.DateTimeField(null=True)  # since it last went well
    look_failures = models.PositiveSmallIntegerField(default=0)  # in a row
    themes_failed_at = models.DateTimeField(null=True)
    themes_failures = models.PositiveSmallIntegerField(default=0)
    themes_asked_at = models.DateTimeField(null=True)
    themes_made_at = models.DateTimeField(null=True)


class ThemeSuggestion(models.Model):
    """A theme that the calculation offers: staff accept it with a name of theirs, or refuse it."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="theme_suggestions")
    label = ArrayField(models.CharField(max_length=80), default=list)
    comments = ArrayField(models.BigIntegerField(), default=list)
    central = ArrayField(models.BigIntegerField(), default=list)
    left_out = ArrayField(
        models.BigIntegerField(), default=list
    )  # of the comments: what staff do not take into the theme
    state = models.CharField(max_length=8, default="offered")
    #: The theme that was made of it; while it is offered, the one that has most of such comments already.
    theme = models.ForeignKey(Theme, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["activity", "state"], name="suggestions_offered")]
