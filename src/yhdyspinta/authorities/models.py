from django.contrib.postgres.fields import ArrayField
from django.db import models

from yhdyspinta.places.models import Area
from yhdyspinta.ui.mail_addresses import AddressField
from yhdyspinta.wording.fields import WordingField


class AuthorityQuerySet(models.QuerySet["Authority"]):
    def on(self) -> "AuthorityQuerySet":
        return self.filter(is_on=True)


class Authority(models.Model):
    """A county, municipality or national organisation that invites people to take part: the tenant."""

    class Kind(models.TextChoices):
        COUNTY = "county"
        MUNICIPALITY = "municipality"
        NATIONAL = "national"

    class Regime(models.TextChoices):
        AUTHORITY = "authority"  # 621/1999, 423/2003 and 906/2019 apply
        ASSOCIATION = "association"  # own rules; received texts are not public documents

    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    regime = models.CharField(max_length=11, choices=Regime, default=Regime.AUTHORITY)
    area = models.OneToOneField(Area, models.PROTECT, null=True, related_name="authority")
    is_on = models.BooleanField(default=False)
    successor = models.ForeignKey("self", models.PROTECT, null=True, related_name="predecessors")

    name = WordingField()
    name_inflected = WordingField()  # "Keski-Suomen hyvinvointialueen": the form that sentences need
    tagline = WordingField()
    languages = ArrayField(models.CharField(max_length=16), default=list)  # content languages staff may use
    duty_languages = ArrayField(models.CharField(max_length=16), default=list)  # must exist before publishing

    logo = models.FileField(upload_to="logos/", blank=True)
    logo_description = WordingField()
    colour_main = models.CharField(max_length=7, default="#0d4d47")
    colour_accent = models.CharField(max_length=7, default="#f2a541")

    contact_unit = WordingField()
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    phone_hours = WordingField()
    postal_address = WordingField()
    paper_way = WordingField()  # where paper forms are found and left

    answer_days = models.PositiveSmallIntegerField(default=42)
    moderation_hours = models.PositiveSmallIntegerField(default=24)
    small_group_limit = models.PositiveSmallIntegerField(default=5)
    answers_need_approval = models.BooleanField(default=False)  # by somebody else than their writer
    revision = models.PositiveIntegerField(default=1)
    privacy_contact = WordingField()

    objects = AuthorityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "authorities"
        constraints = [
            models.CheckConstraint(condition=models.Q(small_group_limit__gte=5), name="small_groups_are_hidden"),
            models.CheckConstraint(condition=~models.Q(pk=models.F("successor")), name="nobody_succeeds_itself"),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def is_bilingual(self) -> bool:
        """Whether texts to the public must exist in Finnish and Swedish (423/2003 6 and 32 §)."""
        return {"fi", "sv"} <= set(self.duty_languages)


class AccessibilityFeedback(models.Model):
    """A message about accessibility, with its statutory two weeks (306/2019 10 §)."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="accessibility_feedback")
    number = models.PositiveIntegerField()
    text = models.TextField()
    page_address = models.CharField(max_length=300, blank=True)
    email = AddressField(blank=True)
    language = models.CharField(max_length=12)
    key = models.UUIDField(unique=True)  # a repeated sending gives the same receipt
    arrived_at = models.DateTimeField()
    due_at = models.DateTimeField()
    extended_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "number"], name="feedback_number_once")]
