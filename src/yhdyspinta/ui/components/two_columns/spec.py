from yhdyspinta.ui.component import Spec

SPEC = Spec(
    optional=("label", "wide_aside"),
    slots=("body", "aside"),
)
