"""Areas and their populations are public statistics."""

from typing import Final

FIELDS: Final = {
    "Area": {
        "id": "internal",
        "kind": "public",
        "code": "public",
        "name": "public",
        "county": "public",
        "language_status": "public",
        "has_sami_homeland": "public",
    },
    "Population": {
        "id": "internal",
        "area": "public",
        "on": "public",
        "total": "public",
        "under_15": "public",
        "over_65": "public",
    },
}
