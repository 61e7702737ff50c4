"""The trail names things by number only, so erasing a person does not touch it."""

from typing import Final

FIELDS: Final = {
    "Entry": {
        "id": "internal",
        "at": "internal",
        "verb": "internal",
        "actor": "internal",
        "target": "internal",
        "authority_id": "internal",
        "process_id": "internal",
        "detail": "internal",
        "digest": "internal",
    },
    "Unsealed": {"entry": "internal"},
    "Seal": {
        "number": "internal",
        "entry_ids": "internal",
        "previous_hash": "internal",
        "hash": "internal",
        "sealed_at": "internal",
    },
}
