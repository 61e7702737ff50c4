"""What the trail says."""

from django.utils.functional import Promise

VERBS: dict[str, Promise | str] = {}
