"""Settings read from the environment: a missing or wrong one stops the start with a sentence that names it."""

import os

from django.core.exceptions import ImproperlyConfigured


def env_text(name: str, default: str | None = None) -> str:
    """A setting as it is written; one without a default must be there."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"{name} is missing: set it in the environment (docs/how-to/settings.md).")
    return value


def env_flag(name: str, *, default: bool) -> bool:
    """A setting that is yes or no."""
    value = os.environ.get(name, "yes" if default else "no").lower()
    if value not in {"yes", "no"}:
        raise ImproperlyConfigured(f"{name} is {value!r}: write yes or no.")
    return value == "yes"


def env_number(name: str, default: int) -> int:
    """A setting that is a whole number."""
    value = os.environ.get(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is {value!r}: write a whole number.")
    return int(value)
