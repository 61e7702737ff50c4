"""A form that narrows a list; its fields are the body. Many fields fold on a phone until they are used (`folds`)."""

from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("label",),
    optional=("action", "clear_url", "folds"),
    slots=("body",),
)
