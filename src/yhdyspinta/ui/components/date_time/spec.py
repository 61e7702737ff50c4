"""A Helsinki date and time, and which of two hours on the autumn night."""

from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("date",),
    optional=("which",),
)
