from yhdyspinta.ui.component import Spec

SPEC = Spec(
    optional=("summary_text", "summary_html", "text", "html", "id", "open", "classes", "attributes"),
    slots=("body",),
)
