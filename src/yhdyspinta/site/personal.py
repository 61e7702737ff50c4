"""The site holds counts only, never data of people."""

from typing import Final

FIELDS: Final = {
    "RetentionRun": {"id": "internal", "started_at": "internal", "finished_at": "internal"},
    "RetentionCount": {
        "id": "internal", "run": "internal", "authority": "internal", "kind": "internal", "count": "internal",
    },
    "TrailCheck": {"id": "internal", "at": "internal", "problem_count": "internal", "problems": "internal"},
    "NamedExport": {"id": "internal", "authority": "internal", "purpose": "internal", "at": "internal"},
}  # fmt: skip
