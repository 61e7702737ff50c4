"""The one form of an e-mail address: what looks alike is either the same address or refused, never folded by the database."""

import unicodedata
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

_LONGEST = 254


def plain_address(text: str) -> str:
    """The address as it is stored, mailed and compared: ASCII, lower case, the domain in its network form.

    Raises ValidationError for a name before the @ that has other letters than plain ones, and for what is no address.
    """
    name, _at, domain = unicodedata.normalize("NFKC", text).strip().rpartition("@")
    if not name.isascii():
        raise ValidationError(
            _("Before the @ the address can have only the letters a to z, digits and plain signs."), code="letters"
        )
    try:
        plain = f"{name}@{domain.encode('idna').decode('ascii')}".lower()
    except UnicodeError:
        plain = ""
    EmailValidator(_("Write the e-mail address like name@example.fi."))(plain)
    if len(plain) > _LONGEST:
        raise ValidationError(_("Write the e-mail address like name@example.fi."), code="invalid")
    return plain


def address_key(text: str | None) -> str:
    """What two addresses are compared by, whoever gave them: only plain capital letters are folded."""
    return text.lower() if text and text.isascii() else text or ""


def same_address(one: str | None, other: str | None) -> bool:
    """Whether both are the same address, and there is one."""
    return bool(one) and address_key(one) == address_key(other)


def masked_address(text: str) -> str:
    """As much of an address as its owner knows it by: the first letter and the domain."""
    name, _at, domain = text.partition("@")
    return f"{name[:1]}…@{domain}"


class AddressField(models.EmailField):  # type: ignore[type-arg]
    """Stores and looks up an address by its key, so that an exact comparison is the right one everywhere."""

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return address_key(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            setattr(model_instance, self.attname, address_key(value))
        return value

    def deconstruct(self) -> Any:
        name, _path, arguments, options = super().deconstruct()
        return name, "django.db.models.EmailField", arguments, options
