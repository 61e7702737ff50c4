from yhdyspinta.ui.component import Spec

SPEC = Spec(
    optional=("links", "demo"),
    is_kept=True,
)
