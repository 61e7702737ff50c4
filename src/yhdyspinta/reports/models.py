from django.db import models

from yhdyspinta.documents.models import Section
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import WordingField


class Report(models.Model):
    """The words of the report of one activity, as staff write them; the figures come from the data."""

    activity = models.OneToOneField(Activity, models.CASCADE, related_name="report")
    in_short = WordingField()  # the report in short
    asked = WordingField()  # what was asked
    took_part = WordingField()  # who took part and who is missing, in words
    said = WordingField()  # what was said
    changed = WordingField()  # what changed, what did not and why
    next_steps = WordingField()  # what happens next
    figures = models.JSONField(default=dict)  # as they were when the words were saved: for the preview
    saved_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)


class ReportVersion(models.Model):
    """A published report: words and figures as they were. The database refuses to change it; later ones stand beside."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="report_versions")
    number = models.PositiveSmallIntegerField()
    words = models.JSONField()  # {field of Report: {language: text}}
    figures = models.JSONField()  # as `reports.figures.figures_of` makes them
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["activity", "number"], name="report_version_once")]

    def __str__(self) -> str:
        return str(self.number)


class ReportAnnex(models.Model):
    """The comments that a version counts, without their words: where each stands and how it was handled then."""

    version = models.OneToOneField(ReportVersion, models.CASCADE, related_name="annex")
    content = models.BinaryField()  # as `reports.annex` packs it


class WithheldWords(models.Model):
    """Words of a version that told a comment which nobody may read any more: where they stand in its figures, not what."""

    version = models.ForeignKey(ReportVersion, models.CASCADE, related_name="withheld")
    place = models.CharField(max_length=60)  # "answers:4:title"; of a measure its place from 0: "measures:0:you_said"
    since = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)  # the comment is shown again

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "place"], name="withheld_words_once")]

    def __str__(self) -> str:
        return self.place


class HearingSummary(models.Model):
    """An attachment for an agenda: what was heard, with reasons, as it was when somebody made it. It never changes."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="hearing_summaries")
    number = models.PositiveSmallIntegerField()
    figures = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["activity", "number"], name="hearing_summary_once")]

    def __str__(self) -> str:
        return str(self.number)


class ReportFile(models.Model):
    """A file of a published report, or of an attachment for an agenda, in one language; written once."""

    class Kind(models.TextChoices):
        WORD = "docx"
        PDF = "pdf"  # where the extra is installed

    version = models.ForeignKey(ReportVersion, models.CASCADE, null=True, related_name="files")
    hearing = models.ForeignKey(HearingSummary, models.CASCADE, null=True, related_name="files")
    kind = models.CharField(max_length=4, choices=Kind, default=Kind.WORD)
    language = models.CharField(max_length=16)
    content = models.BinaryField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(version=None, hearing__isnull=False) | models.Q(version__isnull=False, hearing=None),
                name="file_of_one_thing",
            ),
            models.UniqueConstraint(fields=["version", "kind", "language"], name="report_file_once"),
            models.UniqueConstraint(fields=["hearing", "kind", "language"], name="hearing_file_once"),
        ]

    def __str__(self) -> str:
        return self.language


class Drawing(models.Model):
    """How often a version's PDF files were begun that are not all there: what nobody can draw is given up for a while."""

    version = models.OneToOneField(ReportVersion, models.CASCADE, related_name="drawing", primary_key=True)
    since = models.DateTimeField()  # the first of these tries
    tries = models.PositiveSmallIntegerField(default=0)


class Practice(models.Model):
    """What helps to put a section into practice after the round: a solution in use, or support material."""

    class Kind(models.TextChoices):
        SOLUTION = "solution"
        SUPPORT = "support"

    section = models.ForeignKey(Section, models.CASCADE, related_name="practices")
    about = WordingField()  # of a good practice within the section, its words; empty is the whole section
    kind = models.CharField(max_length=8, choices=Kind)
    title = WordingField()
    text = WordingField()  # Markdown
    link = models.URLField(blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["section"], name="practice_shown", condition=models.Q(removed_at=None))]

    def __str__(self) -> str:
        return str(self.title)


class PracticeFile(models.Model):
    """A practice's file in one language; without a language it is the same for every reader."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="files")
    language = models.CharField(max_length=16, blank=True)
    file = models.FileField(upload_to="attachments/")
    original_name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice", "language"], name="one_file_for_each_language")]

    def __str__(self) -> str:
        return self.original_name
