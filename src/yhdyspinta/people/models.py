from collections.abc import Iterator
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from yhdyspinta.authorities.models import Authority
from yhdyspinta.places.models import Area
from yhdyspinta.ui.mail_addresses import AddressField


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        person = self.model(email=self.normalize_email(email), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email=username)


class Person(AbstractBaseUser):
    """Somebody who takes part or works here. A guest has no name or e-mail: only a signed cookie knows them."""

    class Level(models.IntegerChoices):
        GUEST = 0
        EMAIL = 1
        STRONG = 2

    class Digest(models.TextChoices):
        AT_ONCE = "at_once"
        DAILY = "daily"
        NEVER = "never"

    email = AddressField(null=True)
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=12, default="fi")
    is_guest = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    is_operator = models.BooleanField(default=False)
    level = models.PositiveSmallIntegerField(choices=Level, default=Level.GUEST)
    identity_hash = models.CharField(max_length=64, null=True, unique=True)  # keyed; the code itself is never stored
    home_municipality = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    home_checked_at = models.DateTimeField(null=True)
    guest_token = models.CharField(max_length=43, null=True, unique=True)  # what the guest's cookie names
    claimed_by = models.ForeignKey("self", models.SET_NULL, null=True, related_name="claimed_guests")
    digest = models.CharField(max_length=8, choices=Digest, default=Digest.AT_ONCE)
    created_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)
    is_demo = models.BooleanField(default=False)
    #: Part of every session's proof: one more, and all sessions of the person have ended.
    session_generation = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = PersonManager()

    class Meta:
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(Lower("email"), name="email_once"),
            models.CheckConstraint(condition=~models.Q(is_guest=True, level__gt=0), name="guests_are_not_identified"),
        ]

    def __str__(self) -> str:
        return self.name or self.email or f"#{self.pk}"

    def get_full_name(self) -> str:
        return self.name

    def get_session_auth_hash(self) -> str:
        return salted_hmac(
            "people.session", f"{self.password}:{self.session_generation}", algorithm="sha256"
        ).hexdigest()

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        yield from ()


class RoleGrant(models.Model):
    """A role in an authority; ended rather than deleted, so that the past can be told."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="role_grants")
    authority = models.ForeignKey(Authority, models.CASCADE, related_name="role_grants")
    role = models.CharField(max_length=30)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "authority", "role"], condition=models.Q(ended_at=None), name="role_once"
            )
        ]


class Block(models.Model):
    """Somebody may not take part in an authority's processes for a time, with the reason they are told."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="blocks")
    authority = models.ForeignKey(Authority, models.CASCADE, related_name="blocks")
    reason = models.TextField()
    since = models.DateTimeField()
    until = models.DateTimeField()
    blocked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "until"], name="block_person_until")]
        constraints = [models.CheckConstraint(condition=models.Q(until__gt=models.F("since")), name="block_ends")]


class Organisation(models.Model):
    """An organisation whose representatives take part in an authority's processes."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="organisations")
    name = models.CharField(max_length=160)
    skeleton = models.CharField(max_length=160)  # the name as the eye reads it: two may not look the same
    created_at = models.DateTimeField()
    verified_at = models.DateTimeField(null=True)
    verified_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "skeleton"], name="organisation_once")]

    def __str__(self) -> str:
        return self.name


class Representation(models.Model):
    """Somebody says that they speak for an organisation; it reads 'unconfirmed' until staff confirm it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="representations")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="representations")
    since = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "organisation"], name="representation_once")]


class SpeakerInvitation(models.Model):
    """Staff ask somebody by e-mail to speak for an organisation; the link works once, for that address."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    email = AddressField()
    nonce = models.CharField(max_length=22, unique=True)
    invited_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "email"],
                condition=models.Q(accepted_at=None, revoked_at=None),
                name="speaker_invited_once",
            )
        ]


class RateWindow(models.Model):
    """How often something was tried lately; the key is a keyed hash and tells nothing by itself."""

    key = models.CharField(max_length=64, unique=True)
    since = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)
