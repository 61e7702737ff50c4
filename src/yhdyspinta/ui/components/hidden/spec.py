from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("name", "value"),
    optional=("id",),
)
