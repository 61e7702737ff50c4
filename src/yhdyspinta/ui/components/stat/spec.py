from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("value", "text"),
    is_kept=True,
)
