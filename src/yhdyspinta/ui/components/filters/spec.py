"""A form that narrows a list; its fields are the body. Many fields fold on a phone (`folds`) and say what was
`chosen`, as "label: choice". `clear_url` is for a list that is narrowed.
"""

from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("label",),
    optional=("action", "clear_url", "folds", "chosen"),
    slots=("body",),
)
