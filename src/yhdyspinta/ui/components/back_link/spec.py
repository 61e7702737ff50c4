from yhdyspinta.ui.component import Spec

SPEC = Spec(
    optional=("text", "html", "href", "classes", "attributes"),
)
