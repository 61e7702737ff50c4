from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("title",),
    optional=("text", "actions"),
    slots=("body",),
    is_kept=True,
)
