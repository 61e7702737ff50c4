from yhdyspinta.ui.component import Spec

SPEC = Spec(
    optional=("text", "html", "id", "classes", "attributes"),
)
