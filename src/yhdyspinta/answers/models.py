from django.db import models
from django.db.models import Q

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Section
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import WordingField


class Drafted(models.Model):
    """Words of an authority that are written as a draft, and approved by somebody else where the authority wants it."""

    saved_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    ready_at = models.DateTimeField(null=True)  # waits for approval, where the authority wants it
    ready_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    returned_note = models.TextField(blank=True)  # what the approver wants mended; staff only
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class Answer(Drafted):
    """The authority's reply to one comment or to a group of like ones."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="answers")
    number = models.PositiveIntegerField()
    title = WordingField()  # what the group is about
    body = WordingField()
    handling = models.CharField(max_length=16, blank=True)
    reason = models.CharField(max_length=16, blank=True)
    reason_words = WordingField()
    passed_to = WordingField()  # where it was passed on
    changed_section = models.ForeignKey(Section, models.PROTECT, null=True, related_name="answers")
    changed_passage = models.PositiveSmallIntegerField(null=True)
    is_final = models.BooleanField(default=True)  # False: a preliminary summary before the workshops
    comment_count = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    saved_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    corrected_at = models.DateTimeField(null=True)  # published words were changed afterwards
    #: Since when it tells words of a comment that is no longer shown, until staff correct it; none: it tells none.
    unshown_at = models.DateTimeField(null=True)
    #: Its title where that told them: readers have a neutral one meanwhile.
    withheld_title = WordingField(null=True, default=None)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "number"], name="answer_number_once"),
            models.CheckConstraint(
                condition=~Q(handling="not_accepted") | Q(published_at=None) | ~Q(reason=""), name="a_no_has_a_reason"
            ),
        ]
        indexes = [
            models.Index(fields=["activity", "-published_at"], name="answer_published"),
            models.Index(fields=["activity"], name="answer_ready", condition=Q(ready_at__isnull=False)),
            models.Index(fields=["activity"], name="answer_unshown", condition=Q(unshown_at__isnull=False)),
        ]


class AnswerTemplate(models.Model):
    """Words that an authority's answers often hold: put into a draft and written on from there."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="answer_templates")
    name = models.CharField(max_length=80)
    body = WordingField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["authority", "name"], name="answer_template_once")]

    def __str__(self) -> str:
        return self.name


class FormerAnswer(models.Model):
    """What a published answer said before it was corrected."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="former")
    revision = models.PositiveIntegerField()
    title = WordingField()
    body = WordingField()
    handling = models.CharField(max_length=16, blank=True)
    reason = models.CharField(max_length=16, blank=True)
    reason_words = WordingField()
    passed_to = WordingField()
    is_final = models.BooleanField(default=True)
    is_withheld = models.BooleanField(default=False, db_default=False)  # it told words that are no longer shown
    published_at = models.DateTimeField()
    replaced_at = models.DateTimeField()

    class Meta:
        ordering = ["-revision"]
        constraints = [models.UniqueConstraint(fields=["answer", "revision"], name="former_answer_once")]


class Correction(models.Model):
    """What a published answer should say, until somebody else has approved it; the published words stand meanwhile."""

    answer = models.OneToOneField(Answer, models.CASCADE, related_name="correction")
    title = WordingField()
    body = WordingField()
    handling = models.CharField(max_length=16, blank=True)
    reason = models.CharField(max_length=16, blank=True)
    reason_words = WordingField()
    passed_to = WordingField()
    changed_section = models.ForeignKey(Section, models.PROTECT, null=True, related_name="+")
    changed_passage = models.PositiveSmallIntegerField(null=True)
    is_final = models.BooleanField(default=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    returned_note = models.TextField(blank=True)  # what the approver wants mended: empty while it waits for approval
    revision = models.PositiveIntegerField()  # goes on from the answer's own


class AnsweredComment(models.Model):
    """A comment stands in one answer at most."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="answered")
    comment = models.OneToOneField(Comment, models.CASCADE, related_name="answered")
    joined_at = models.DateTimeField(null=True)  # when it was joined to the answer, which had been published before
    joined_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")


class Closure(models.Model):
    """A comment that needs no answer, with the reason its sender can read."""

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="closure")
    reason = models.CharField(max_length=16)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")


class Summary(models.Model):
    """What came in, told soon after closing; the answers follow."""

    activity = models.OneToOneField(Activity, models.CASCADE, related_name="summary")
    body = WordingField()
    saved_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)
