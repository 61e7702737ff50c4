"""A group of fields; `open` leaves the end tag to the component that uses it."""

from yhdyspinta.ui.component import Spec

SPEC = Spec(
    optional=("legend", "html", "classes", "role", "described_by", "attributes", "open"),
    slots=("body",),
)
