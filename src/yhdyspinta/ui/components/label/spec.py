from yhdyspinta.ui.component import Spec

SPEC = Spec(
    optional=("text", "html", "classes", "for", "is_page_heading", "attributes"),
)
