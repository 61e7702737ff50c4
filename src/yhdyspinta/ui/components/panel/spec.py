from yhdyspinta.ui.component import Spec

SPEC = Spec(
    optional=("title_text", "title_html", "text", "html", "heading_level", "classes", "attributes"),
    slots=("body",),
)
