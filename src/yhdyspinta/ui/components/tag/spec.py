"""A state in a word or two; colours: amber, frost, rose, moss."""

from yhdyspinta.ui.component import Spec

SPEC = Spec(
    optional=("text", "html", "colour", "classes", "attributes"),
    is_kept=True,
)
