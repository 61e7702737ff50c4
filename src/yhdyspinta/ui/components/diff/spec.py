"""Parts {text, kind: added, removed or none}; readable without colour."""

from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("parts",),
    optional=("lang",),
)
