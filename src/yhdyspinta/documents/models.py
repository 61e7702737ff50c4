from django.db import models
from django.db.models import Q

from yhdyspinta.comments.models import Thread
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import WordingField


class Document(models.Model):
    """A text under preparation that people comment on; its versions follow each other."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="documents")
    position = models.PositiveSmallIntegerField()
    slug = models.SlugField(max_length=80)
    title = WordingField()
    summary = WordingField()
    revision = models.PositiveIntegerField(default=1)
    #: Of its letter in the codes of paper and files, 1 is A. The database gives it with the first published version, the
    #: next one of the activity, and it is kept wherever the document is moved: printed sheets bear it.
    letter_number = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "slug"], name="document_slug_once"),
            models.UniqueConstraint(fields=["activity", "letter_number"], name="document_letter_once"),
        ]

    def __str__(self) -> str:
        return str(self.title)


class DocumentVersion(models.Model):
    """A version of a document. A published one never changes: the database refuses it."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    name = WordingField()  # "luonnos 1"
    what_changed = WordingField()
    thread = models.OneToOneField(Thread, models.PROTECT, null=True, related_name="document_version")
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="version_number_once"),
            models.UniqueConstraint(fields=["document"], condition=Q(published_at=None), name="one_draft_at_a_time"),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Section(models.Model):
    """A numbered part of one version, with a text per language; it knows what it came from and what became of it."""

    version = models.ForeignKey(DocumentVersion, models.CASCADE, related_name="sections")
    position = models.PositiveSmallIntegerField()
    level = models.PositiveSmallIntegerField(default=1)  # 1 is a chapter, 2 a part of it
    number = models.CharField(max_length=20)  # "2.1", made from positions and levels
    anchor = models.SlugField(max_length=80)
    questions = WordingField()  # guiding questions, one a line
    thread = models.OneToOneField(Thread, models.PROTECT, null=True, related_name="section")
    predecessors = models.ManyToManyField("self", symmetrical=False, related_name="successors", blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "position"], name="section_position_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.UniqueConstraint(fields=["version", "anchor"], name="section_anchor_once"),
            models.CheckConstraint(condition=Q(level__range=(1, 4)), name="section_level_1_to_4"),
        ]

    def __str__(self) -> str:
        return self.number


class SectionText(models.Model):
    """A section in one language: heading and Markdown. Its blocks, counted from 1, are the passages."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="texts")
    language = models.CharField(max_length=16)
    heading = models.CharField(max_length=300)
    body = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["section", "language"], name="section_text_once")]

    def __str__(self) -> str:
        return self.heading


class DocumentDraftImport(models.Model):
    """A draft brought in from paste, Markdown or Word, waiting for staff to approve its mends and its sections."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="imports")
    language = models.CharField(max_length=16)
    source = models.CharField(max_length=10)  # paste, markdown, docx
    #: [{"heading", "level", "body", "mends": [{"before", "after", "accepted"}]}]
    sections = models.JSONField(default=list)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.source} {self.language}"


class Attachment(models.Model):
    """A file beside a document, served as an attachment under a name of ours."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="attachments")
    name = WordingField()
    file = models.FileField(upload_to="attachments/")
    original_name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    language = models.CharField(max_length=16, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.original_name
