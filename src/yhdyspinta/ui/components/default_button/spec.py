from yhdyspinta.ui.component import Spec

SPEC = Spec(
    required=("text",),
    optional=("form",),  # the form's id, when the button stands outside it
)
