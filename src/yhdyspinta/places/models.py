from django.db import models

from yhdyspinta.wording.fields import WordingField


class Area(models.Model):
    """A county, the City of Helsinki's county area, Åland or a municipality, in the division in force."""

    class Kind(models.TextChoices):
        COUNTY = "county"
        CITY = "city"
        ALAND = "aland"
        MUNICIPALITY = "municipality"

    class LanguageStatus(models.TextChoices):
        FINNISH = "fi"
        SWEDISH = "sv"
        BILINGUAL = "bilingual"

    kind = models.CharField(max_length=12, choices=Kind)
    code = models.CharField(max_length=3)
    name = WordingField()
    county = models.ForeignKey("self", models.PROTECT, null=True, related_name="municipalities")
    language_status = models.CharField(max_length=9, choices=LanguageStatus)
    has_sami_homeland = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "code"], name="area_once")]

    def __str__(self) -> str:
        return str(self.name)


class Population(models.Model):
    """How many people lived in an area on a day, in the age bands that the source has."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="populations")
    on = models.DateField()
    total = models.PositiveIntegerField()
    under_15 = models.PositiveIntegerField()
    over_65 = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["area", "on"], name="population_once_a_day")]

    @property
    def from_15_to_64(self) -> int:
        return self.total - self.under_15 - self.over_65
