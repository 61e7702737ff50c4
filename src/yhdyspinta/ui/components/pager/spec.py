"""Previous and next for lists paged by key."""

from yhdyspinta.ui.component import Spec

SPEC = Spec(
    optional=("previous_url", "next_url", "label"),
    is_kept=True,
)
