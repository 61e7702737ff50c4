from typing import cast

from django.db import models

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person
from yhdyspinta.processes.language_versions import Holder
from yhdyspinta.processes.models import Process


class ReturnedFile(models.Model):
    """A translator's file as it came back, looked at before its texts are taken."""

    #: One of the two: whose texts the file holds.
    process = models.ForeignKey(Process, models.CASCADE, null=True, related_name="returned_files")
    authority = models.ForeignKey(Authority, models.CASCADE, null=True, related_name="returned_files")
    digest = models.CharField(max_length=64)  # of the file: the same one is taken once
    name = models.CharField(max_length=200)
    source = models.CharField(max_length=16)  # language of the originals
    target = models.CharField(max_length=16)  # language of the translations
    #: [{"key", "where", "source", "mark", "before", "text", "note"}]: what is to be changed, and what stood there when
    #: the file was read, or else taken, with "left" of those left out; a comment's own words are not kept here.
    rows = models.JSONField(default=list)
    #: [{"key", "problem"}]: rows of the file that are left out, with the code of the reason.
    problems = models.JSONField(default=list)
    read_at = models.DateTimeField()
    read_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(process=None) ^ models.Q(authority=None), name="returned_file_has_one_holder"
            ),
        ]
        indexes = [
            models.Index(fields=["process", "-read_at"], name="returned_newest"),
            models.Index(fields=["authority", "-read_at"], name="returned_newest_of_authority"),
        ]

    def __str__(self) -> str:
        return self.name

    def put_beside(self, of: Holder) -> None:
        """Whose texts they are is loaded already."""
        if isinstance(of, Process):
            self.process = of
        else:
            self.authority = of

    @property
    def of(self) -> Holder:
        """Whose texts they are."""
        return cast("Holder", self.process or self.authority)
