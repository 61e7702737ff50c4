from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.models import Process


class SearchEntry(models.Model):
    """A public text as search sees it: the stems stand beside the words. Written in the transaction of the change."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="+")
    process = models.ForeignKey(Process, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10)  # process, document, comment, answer
    target = models.CharField(max_length=60)
    language = models.CharField(max_length=12)
    title = models.TextField()
    text = models.TextField()
    path = models.CharField(max_length=300)  # after the authority and language
    vector = SearchVectorField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["target", "language"], name="search_entry_once")]
        indexes = [GinIndex(fields=["vector"], name="search_vector")]
