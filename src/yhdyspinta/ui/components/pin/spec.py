from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("text", "href"),
    optional=("hidden_text",),
)
