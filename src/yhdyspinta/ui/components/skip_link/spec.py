from yhdyspinta.ui.component import Spec

SPEC = Spec(
    optional=("text", "html", "href", "classes", "attributes"),
    is_kept=True,
)
