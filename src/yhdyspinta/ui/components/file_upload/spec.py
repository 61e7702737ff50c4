from yhdyspinta.ui.component import Spec
from yhdyspinta.ui.describing import describe_control

SPEC = Spec(
    required=("name",),
    optional=(
        "label",
        "hint",
        "error_message",
        "form_group",
        "id",
        "classes",
        "attributes",
        "described_by",
        "disabled",
        "multiple",
    ),
    prepare=describe_control,
)
