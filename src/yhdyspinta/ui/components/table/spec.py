from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("rows",),
    optional=("head", "caption", "caption_classes", "first_cell_is_header", "classes", "attributes"),
)
