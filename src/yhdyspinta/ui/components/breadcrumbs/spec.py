from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("items",),
    optional=("label_text", "collapse_on_mobile", "classes", "attributes"),
    is_kept=True,
)
