from datetime import date

from django.db import models
from django.db.models import Q

from yhdyspinta.answers.models import Answer
from yhdyspinta.outcomes.values import section_words
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Process
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import WordingField


class Outcome(models.Model):
    """What was decided of a process: by which body, when, in which section, or that it was taken into preparation."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="outcomes")
    kind = models.CharField(max_length=24)
    title = WordingField()
    body_name = WordingField()  # the deciding or preparing body
    on = models.DateField()
    section_number = models.CharField(max_length=20, blank=True)
    case_number = models.CharField(max_length=60, blank=True)
    link = models.URLField(blank=True)
    explanation = WordingField()
    published_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["process", "-on"], name="outcome_process")]

    @property
    def section_words(self) -> str:
        """The section of the minutes as pages tell it."""
        return section_words(self.section_number)


class Measure(models.Model):
    """What is done because of it: owner, due date and how far it is. One row of 'You said, we decided, done'."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="measures")
    outcome = models.ForeignKey(Outcome, models.CASCADE, null=True, related_name="measures")
    answer = models.ForeignKey(Answer, models.SET_NULL, null=True, related_name="measures")
    you_said = WordingField()
    we_decided = WordingField()
    promise = WordingField()  # what will be done
    owner_name = WordingField()  # who sees to it, as residents read it
    owner = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="measures")  # the person so named
    reminded = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")  # chosen among the staff
    due_on = models.DateField(null=True)
    first_due_on = models.DateField(null=True)  # the first published day, once it has been moved
    #: When it was promised; none: when it was published. What comes with a round held earlier was promised then.
    promised_on = models.DateField(null=True)
    state = models.CharField(max_length=10, default="planned")
    done_count = models.PositiveSmallIntegerField(null=True)  # "3 of 4 held"
    total_count = models.PositiveSmallIntegerField(null=True)
    status_words = WordingField()
    done_on = models.DateField(null=True)
    done_told_at = models.DateTimeField(null=True)  # when followers were told that it is done: once
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)
    withheld = models.JSONField(null=True)  # what told a comment that is no longer shown: {"you_said": {"fi": …}}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(total_count=None) | Q(done_count__lte=models.F("total_count")), name="done_within_total"
            )
        ]
        indexes = [models.Index(fields=["process", "-id"], name="measure_process")]

    @property
    def promised_day(self) -> date | None:
        """The day of the promise as everybody is told it; none of a draft."""
        return self.promised_on or (in_helsinki(self.published_at).date() if self.published_at else None)


class FormerPromise(models.Model):
    """What a published measure promised before it was corrected; residents read it in the measure's history."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="former")
    we_decided = WordingField()
    promise = WordingField()
    owner_name = WordingField()
    owner = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")  # the person so named
    due_on = models.DateField(null=True)
    total_count = models.PositiveSmallIntegerField(null=True)
    until = models.DateTimeField()
    withheld = models.JSONField(null=True)  # as of a measure


class MeasureUpdate(models.Model):
    """A measure's history: what was said of it and when."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="updates")
    state = models.CharField(max_length=10)
    words = WordingField()
    done_on = models.DateField(null=True)  # the day that was told of what is done
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
