from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yhdyspinta.ui.component import Spec

WORDS = (
    *("hide_all_sections", "hide_section", "hide_section_aria_label"),
    *("show_all_sections", "show_section", "show_section_aria_label"),
)


def _own_words() -> dict[str, str]:
    """The script speaks English by itself."""
    if (get_language() or "en").startswith("en"):
        return {}
    return {
        "hide_all_sections": _("Hide all sections"),
        "hide_section": _("Hide"),
        "hide_section_aria_label": _("Hide this section"),
        "show_all_sections": _("Show all sections"),
        "show_section": _("Show"),
        "show_section_aria_label": _("Show this section"),
    }


def prepare(values: dict[str, Any]) -> dict[str, Any]:
    """The script's words as data attributes."""
    own = _own_words()
    given = {name: values.get(f"{name}_text") or own.get(name) for name in WORDS}
    words = {f"data-i18n.{name.replace('_', '-')}": text for name, text in given.items() if text}
    return {"words": words, "remember_expanded": values.get("remember_expanded")}


SPEC = Spec(
    required=("id", "items"),
    optional=(
        "heading_level",
        "remember_expanded",
        "hide_all_sections_text",
        "hide_section_text",
        "hide_section_aria_label_text",
        "show_all_sections_text",
        "show_section_text",
        "show_section_aria_label_text",
        "classes",
        "attributes",
    ),
    prepare=prepare,
)
