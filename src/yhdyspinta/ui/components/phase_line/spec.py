"""Each item: text, when, state (done, now or none), href."""

from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("items",),
    optional=("label",),
)
