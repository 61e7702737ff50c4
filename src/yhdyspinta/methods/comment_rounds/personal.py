"""A comment round itself holds nothing of people: comments do."""

from typing import Final

FIELDS: Final = {"RoundThread": {"id": "internal", "activity": "public", "thread": "public"}}
