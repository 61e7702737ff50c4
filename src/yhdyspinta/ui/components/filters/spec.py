"""A form that narrows a list; its fields are the body."""

from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("label",),
    optional=("action", "clear_url"),
    slots=("body",),
)
