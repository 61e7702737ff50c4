"""The authority's answer to comments."""

from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("by",),
    optional=("text", "tag", "link", "id", "lang"),
    slots=("body",),
)
