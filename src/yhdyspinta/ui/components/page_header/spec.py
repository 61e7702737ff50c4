from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("frame",),
    is_kept=True,
)
