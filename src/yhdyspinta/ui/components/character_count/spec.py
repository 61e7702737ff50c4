from collections.abc import Mapping
from typing import Any

from django.utils.html import conditional_escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yhdyspinta.ui.component import Spec, render_component
from yhdyspinta.ui.dates import number

TEXTAREA = ("name", "id", "label", "hint", "error_message", "rows", "value", "spellcheck", "attributes", "disabled")


def _translations(key: str, messages: Any) -> dict[str, Any]:
    if not messages:
        return {}
    if isinstance(messages, Mapping):
        return {f"data-i18n.{key}.{plural}": text for plural, text in messages.items()}
    return {f"data-i18n.{key}": messages}


def _own_words() -> dict[str, Any]:
    """The script speaks English by itself."""
    if (get_language() or "en").startswith("en"):
        return {}
    return {
        "characters_under_limit_text": {
            "other": _("%{count} characters left"),
            "one": _("%{count} character left"),
        },
        "characters_at_limit_text": _("No characters left"),
        "characters_over_limit_text": {
            "other": _("%{count} characters too many"),
            "one": _("%{count} character too many"),
        },
    }


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """A textarea whose limit is told in words, and counted down where scripts run."""
    values = {**_own_words(), **values}
    words = values.get("count_type") == "words" or (not values.get("count_type") and bool(values.get("maxwords")))
    limit = values.get("maxwords") or values.get("maxlength")
    control_id = values.get("id") or values["name"]
    given = values.get("textarea_description_text")
    description = given or (
        _("You can enter up to %{count} words") if words else _("You can enter up to %{count} characters")
    )
    group = values.get("form_group") or {}
    attributes: dict[str, Any] = {
        "data-module": "govuk-character-count",
        "data-maxlength": values.get("maxlength"),
        "data-maxwords": values.get("maxwords"),
        "data-threshold": values.get("threshold"),
        "data-count-type": values.get("count_type") or ("words" if values.get("maxwords") else None),
    }
    if not limit and given:
        attributes["data-i18n.textarea-description.other"] = given
    for key in ("characters", "words"):
        for state in ("under", "at", "over"):
            attributes |= _translations(f"{key}-{state}-limit", values.get(f"{key}_{state}_limit_text"))
    more = (values.get("count_message") or {}).get("classes") or ""
    message = render_component(
        "hint",
        text=description.replace("%{count}", number(limit, get_language() or "fi")) if limit else "",
        id=f"{control_id}-info",
        classes=f"govuk-character-count__message {more}".strip(),
    )
    after = group.get("after_input") or {}
    return {
        "textarea": {
            **{key: values[key] for key in TEXTAREA if key in values},
            "described_by": f"{control_id}-info",
            "classes": f"govuk-js-character-count {values.get('classes') or ''}".strip(),
            "form_group": {
                "classes": f"govuk-character-count {group.get('classes') or ''}".strip(),
                "attributes": attributes | (group.get("attributes") or {}),
                "before_input": group.get("before_input"),
                "after_input": {"html": message + conditional_escape(after.get("html") or after.get("text") or "")},
            },
        }
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
        "rows",
        "maxlength",
        "maxwords",
        "threshold",
        "count_type",
        "count_message",
        "textarea_description_text",
        "characters_under_limit_text",
        "characters_at_limit_text",
        "characters_over_limit_text",
        "words_under_limit_text",
        "words_at_limit_text",
        "words_over_limit_text",
    ),
    prepare=prepare,
)
