"""The words of refusals."""

from django.utils.functional import Promise

WORDS: dict[str, Promise | str] = {}
