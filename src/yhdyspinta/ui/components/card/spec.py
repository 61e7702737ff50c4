from yhdyspinta.ui.component import Spec

SPEC = Spec(
    optional=("heading", "href", "text", "tag", "left", "right", "level", "colour", "current", "lang"),
    slots=("body", "footer"),
    is_kept=True,
)
