from yhdyspinta.ui.component import Spec

SPEC = Spec(
    optional=("text", "html", "icon_fallback_text", "classes", "attributes"),
)
