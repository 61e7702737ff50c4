from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("heading",),
    optional=("text", "action"),
    slots=("body",),
    is_kept=True,
)
