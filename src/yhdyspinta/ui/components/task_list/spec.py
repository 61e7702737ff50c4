from typing import Any

from yhdyspinta.ui.component import Spec


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """Each task with the ids that tie its link to hint and status."""
    prefix = values.get("id_prefix") or "task-list"
    tasks = [
        {**item, "hint_id": f"{prefix}-{place}-hint", "status_id": f"{prefix}-{place}-status"}
        for place, item in enumerate(values["items"], start=1)
        if item
    ]
    return {"tasks": tasks}


SPEC = Spec(
    required=("items",),
    optional=("id_prefix", "classes", "attributes"),
    prepare=prepare,
)
