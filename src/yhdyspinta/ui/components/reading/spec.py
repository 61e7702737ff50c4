"""A sheet for reading a document."""

from yhdyspinta.ui.component import Spec

SPEC = Spec(
    optional=("id", "lang"),
    slots=("body",),
)
