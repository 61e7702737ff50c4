"""What an authority says of itself, for its own translator's file: stored by the actions of its settings."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yhdyspinta.authorities.actions import ContactFacts, LookFacts, NameFacts, edit_contact, edit_look, edit_names
from yhdyspinta.authorities.models import Authority
from yhdyspinta.authorities.written import CONTACT, LOOK, NAMES
from yhdyspinta.processes.language_versions import Change, OfRows, Taking


class _Settings(OfRows):
    """A group of settings; `facts` is what its action takes."""

    of = Authority
    ability = "administer"
    model = Authority
    facts: ClassVar[type]
    action: ClassVar[Callable[..., Authority]]

    def rows(self, of: Authority) -> QuerySet[Authority]:
        return Authority.objects.filter(pk=of.pk)

    def where(self, data: Mapping[str, Any]) -> str:
        return _("The authority")

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        fresh = Authority.objects.get(pk=taking.authority.pk)
        now = {one.name: getattr(fresh, one.name) for one in fields(self.facts)}
        made = self.facts(**{**now, **taking.joined(fresh, changes)})
        type(self).action(actor=taking.actor, authority=fresh, facts=made, revision=fresh.revision, at=taking.at)


class NameTexts(_Settings):
    """What the authority is called."""

    key = "authorityname"
    parts = NAMES
    facts = NameFacts
    action = edit_names


class LookTexts(_Settings):
    """What its logo shows."""

    key = "authoritylook"
    parts = LOOK
    facts = LookFacts
    action = edit_look


class ContactTexts(_Settings):
    """How it is reached without the service."""

    key = "authoritycontact"
    parts = CONTACT
    facts = ContactFacts
    action = edit_contact


KINDS = (NameTexts(), LookTexts(), ContactTexts())
