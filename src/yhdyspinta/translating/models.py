from django.db import models

from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Process


class ReturnedFile(models.Model):
    """A translator's file as it came back, looked at before its texts are taken."""

    process = models.ForeignKey(Process, models.CASCADE, related_name="returned_files")
    digest = models.CharField(max_length=64)  # of the file: the same one is taken once
    name = models.CharField(max_length=200)
    source = models.CharField(max_length=16)  # language of the originals
    target = models.CharField(max_length=16)  # language of the translations
    #: [{"key", "where", "source", "mark", "before", "text", "note"}]: what is to be changed, and what stood there when
    #: the file was read; a comment's own words are not kept here.
    rows = models.JSONField(default=list)
    #: [{"key", "problem"}]: rows of the file that are left out, with the code of the reason.
    problems = models.JSONField(default=list)
    read_at = models.DateTimeField()
    read_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["process", "-read_at"], name="returned_newest")]

    def __str__(self) -> str:
        return self.name
