from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("heading",),
    optional=("text", "id", "level"),
    slots=("body",),
)
