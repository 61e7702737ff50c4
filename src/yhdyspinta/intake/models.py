from django.db import models
from django.db.models import Q

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment, Receipt, Thread
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity


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


class Unsaid(models.Model):
    """What a sender was told of a comment by letter or phone, and that stands no more: staff owe them a word of it."""

    class What(models.TextChoices):
        ANSWER = "answer"  # that it was answered
        CLOSED = "closed"  # that it gets no answer of its own
        PASSED = "passed"  # that another authority answers

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="unsaid")
    comment = models.OneToOneField(Comment, models.CASCADE, related_name="unsaid")
    what = models.CharField(max_length=6, choices=What)
    since = models.DateTimeField()  # it stood from then on: who was told earlier heard something else
    at = models.DateTimeField()


class Batch(models.Model):
    """Sheets that belong together: a pile of paper typed one after the other, or the notes of an event by table."""

    class Kind(models.TextChoices):
        PILE = "pile"
        EVENT = "event"

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="batches")
    key = models.UUIDField()  # made with the form: a repeated beginning finds the first
    kind = models.CharField(max_length=5, choices=Kind)
    name = models.CharField(max_length=120)
    #: What the next sheet begins with.
    channel = models.CharField(max_length=10)
    arrived_on = models.DateField()
    language = models.CharField(max_length=16)
    #: The documents as they stood then are what its sheets were printed of, where that was asked; else when it was begun.
    printed_of = models.DateTimeField(null=True)
    people = models.PositiveIntegerField(null=True)  # about how many were at an event: no senders, told beside them
    begun_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    finished_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    sheet_count = models.PositiveIntegerField(default=0)  # kept, not counted
    comment_count = models.PositiveIntegerField(default=0)  # as typed
    #: The second typist's check: how many in a hundred, the number that the draw is made from, and when all was checked.
    check_percent = models.PositiveSmallIntegerField(null=True)
    check_seed = models.CharField(max_length=16, blank=True)
    drawn_at = models.DateTimeField(null=True)
    drawn_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "key"], name="batch_once")]

    def __str__(self) -> str:
        return self.name


class Sheet(models.Model):
    """One paper of a pile, or one table of an event: a sender with a receipt; perhaps checked by a second typist."""

    class How(models.TextChoices):
        TYPED = "typed"
        COMPARED = "compared"

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="sheets")
    number = models.PositiveIntegerField()
    receipt = models.OneToOneField(Receipt, models.CASCADE, related_name="sheet")
    table = models.CharField(max_length=40, blank=True)
    is_drawn = models.BooleanField(default=False)
    how = models.CharField(max_length=8, choices=How, blank=True)
    #: What the second person typed, until it is decided which words stand: {comment: {"place", "text"}, "facts": …}.
    second = models.JSONField(default=dict)
    second_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    words = models.PositiveIntegerField(default=0)  # how many words were compared
    differing = models.PositiveIntegerField(default=0)  # how many of them differed
    #: How many of what the sheet tells of its sender, language and day were compared, and how many of them differed.
    marks = models.PositiveSmallIntegerField(default=0)
    marks_differing = models.PositiveSmallIntegerField(default=0)
    was_corrected = models.BooleanField(default=False)
    checked_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="sheet_number_once"),
            models.UniqueConstraint(fields=["batch", "table"], condition=~Q(table=""), name="sheet_table_once"),
        ]


class Note(models.Model):
    """A note of a table: the key made on the phone finds it again, however often it is sent."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="notes")
    key = models.UUIDField()
    comment = models.OneToOneField(Comment, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "key"], name="note_once")]


class TableLink(models.Model):
    """A table's own link: whoever holds it writes notes for that table, without an account, until it ends."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="table_links")
    table = models.CharField(max_length=40)
    nonce = models.CharField(max_length=22, unique=True)  # the link is derived from it, never stored
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    note_count = models.PositiveIntegerField(default=0)  # kept, not counted
    waiting_count = models.PositiveIntegerField(default=0)  # of them that nobody has settled; kept, not counted

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "table"], condition=Q(revoked_at=None), name="table_link_once")
        ]

    def __str__(self) -> str:
        return self.table


class TableNote(models.Model):
    """A note that came by a table's link: it waits until staff take it in as a comment, or leave it out."""

    link = models.ForeignKey(TableLink, models.CASCADE, related_name="notes")
    key = models.UUIDField()  # made on the phone: the same note is stored once
    number = models.PositiveIntegerField()
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="+")
    text = models.TextField()
    name = models.CharField(max_length=80, blank=True)  # of the facilitator, as typed
    came_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)
    #: What the table wrote, and of which part, where staff have mended either before taking it in.
    written_text = models.TextField(blank=True)
    written_thread = models.ForeignKey(Thread, models.SET_NULL, null=True, related_name="+")
    mended_at = models.DateTimeField(null=True)
    mended_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    comment = models.OneToOneField(Comment, models.SET_NULL, null=True, related_name="+")  # none: left out

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["link", "key"], name="table_note_once"),
            models.UniqueConstraint(fields=["link", "number"], name="table_note_number_once"),
        ]
        indexes = [models.Index(fields=["link"], name="table_note_waits", condition=Q(settled_at=None))]

    @property
    def is_taken_back(self) -> bool:
        """Its table settled it itself: nobody of the staff did, and no comment came of it."""
        return self.settled_at is not None and self.settled_by_id is None and self.comment_id is None


class Mapping(models.Model):
    """Which column of another service's file is what, kept for the next file."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    #: {"columns": {heading: {"role", "place"}}, "place": "A"}; of a file also the row of its headings, "head"
    choices = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "name"], name="mapping_name_once")]

    def __str__(self) -> str:
        return self.name


class Upload(models.Model):
    """A file of comments: read and checked whole, and brought in at once or not at all."""

    class Kind(models.TextChoices):
        TEMPLATE = "template"
        EARLIER = "earlier"
        SERVICE = "service"  # statements that the national statement service received

    class Work(models.TextChoices):
        READ = "read"
        CHECK = "check"
        IMPORT = "import"

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="uploads")
    kind = models.CharField(max_length=8, choices=Kind)
    digest = models.CharField(max_length=64)  # the same file is known again
    file_name = models.CharField(max_length=200)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    rows = models.JSONField(default=list)  # the cells as texts, until they have been brought in
    #: Where several sheets hold something, each with its rows, as `importing.sheets` keeps them.
    sheets = models.JSONField(null=True)
    choices = models.JSONField(default=dict)  # as in Mapping
    row_count = models.PositiveIntegerField(default=0)  # while the file is still to be read, about so many
    #: What a long file waits for, worked on in the background; and how far its rows have been read.
    work = models.CharField(max_length=6, choices=Work, blank=True)
    work_asked_at = models.DateTimeField(null=True)
    work_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    rows_read = models.PositiveIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    found = models.JSONField(default=dict)  # what the last reading found, as `importing.kept` writes it
    #: Numbers that were taken for its comments before they are stored: nobody who sends meanwhile waits for the file.
    first_number = models.PositiveIntegerField(null=True)
    number_count = models.PositiveIntegerField(default=0)
    imported_at = models.DateTimeField(null=True)
    imported_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    sender_count = models.PositiveIntegerField(default=0)
    comment_count = models.PositiveIntegerField(default=0)
    waiting_count = models.PositiveIntegerField(default=0)
    left_out_count = models.PositiveIntegerField(default=0)  # senders whom the round had already

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "kind", "digest"], name="upload_once")]

    def __str__(self) -> str:
        return self.file_name

    @property
    def has_been_read(self) -> bool:
        """Its rows are here, or have been brought in: not so of one that waits to be read, or could not be."""
        return self.work != self.Work.READ and (self.row_count > 0 or "refusal" not in self.found)


class UploadContent(models.Model):
    """A file that takes long to read, as it came: until a worker has read it."""

    upload = models.OneToOneField(Upload, models.CASCADE, related_name="content", primary_key=True)
    content = models.BinaryField()


class UploadProgress(models.Model):
    """How far a long file is being brought in; apart from the file, which is locked until all of it is in."""

    upload = models.OneToOneField(Upload, models.CASCADE, related_name="progress", primary_key=True)
    checked = models.PositiveIntegerField(default=0)  # rows read once more
    stored = models.PositiveIntegerField(default=0)  # comments
    at = models.DateTimeField()  # the last sign of life of whoever brings it in


class EarlierRound(models.Model):
    """A round that was held elsewhere, in the past: its answers are brought in, nobody comments in it here."""

    activity = models.OneToOneField(Activity, models.CASCADE, related_name="earlier_round")
    source = models.CharField(max_length=120)  # the service in which it was held
    declared_at = models.DateTimeField()
    declared_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
