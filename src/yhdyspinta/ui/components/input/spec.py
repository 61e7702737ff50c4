from typing import Any

from yhdyspinta.ui.component import Spec
from yhdyspinta.ui.describing import describe_control


def _has(part: Any) -> bool:
    return bool(part and (part.get("text") or part.get("html")))


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """The optional attributes of the control, and whether something stands beside it."""
    found = describe_control(values)
    group = values.get("form_group") or {}
    value = values.get("value")
    more = {
        "value": None if value in (None, "") else str(value),
        "disabled": bool(values.get("disabled")),
        "aria-describedby": found["described"] or None,
        "autocomplete": values.get("autocomplete") or None,
        "autocapitalize": values.get("autocapitalize") or None,
        "pattern": values.get("pattern") or None,
        "inputmode": values.get("inputmode") or None,
    }
    has_prefix, has_suffix = _has(values.get("prefix")), _has(values.get("suffix"))
    beside = _has(group.get("before_input")) or _has(group.get("after_input"))
    return {
        **found,
        "more": more,
        "has_prefix": has_prefix,
        "has_suffix": has_suffix,
        "wrapped": has_prefix or has_suffix or beside,
    }


SPEC = Spec(
    required=("name",),
    optional=(
        "label",
        "hint",
        "error_message",
        "form_group",
        "id",
        "classes",
        "attributes",
        "described_by",
        "disabled",
        "autocomplete",
        "spellcheck",
        "value",
        "type",
        "pattern",
        "inputmode",
        "autocapitalize",
        "prefix",
        "suffix",
        "input_wrapper",
    ),
    prepare=prepare,
)
