"""The name that is shown beside a comment, as staff type it: only where names are shown, and of nobody under 18 (D7)."""

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.people.capacities import MINORS
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.taking_comments import comment_method_of
from yhdyspinta.ui import forms

FIELDS: Final = ("display_name", "of_age")


def shown_name() -> Any:
    """The field of the name."""
    return forms.TextField(
        label=gettext_lazy("Name that is shown"), required=False, max_length=80, autocomplete="off",
        help_text=gettext_lazy("Only if the sender wants it beside the comment."),
    )  # fmt: skip


def of_age() -> Any:
    """The field that says whether a name of their own may be shown."""
    return forms.ConfirmField(
        label=gettext_lazy("The sender has told that they are 18 or over"), required=False,
        help_text=gettext_lazy("A name is shown of nobody else."),
    )  # fmt: skip


def naming_in(activity: Activity) -> str:
    """Whether a round shows names: "named" (people's own), "pseudonym" or "not_shown"."""
    return comment_method_of(activity).terms(activity).naming


def ask_for_name(form: forms.Form, naming: str) -> None:
    """A name is asked where names are shown, and the age where these are people's own names; nowhere else."""
    if naming != "named":
        del form.fields["of_age"]
    if naming == "not_shown":
        del form.fields["display_name"]
    elif naming == "pseudonym":
        form.fields["display_name"].label = _("Pseudonym that is shown")


def check_name(form: forms.Form, given: dict[str, Any]) -> None:
    """A name of somebody's own stands only beside the tick, and not beside the age of a minor."""
    if "of_age" not in form.fields or not given.get("display_name"):
        return
    if given.get("age_group") in MINORS:
        form.add_error("display_name", _("The name of nobody under 18 is shown. Leave it empty."))
    elif not given.get("of_age"):
        form.add_error("display_name", _("Tick below that the sender is 18 or over, or leave the name empty."))


def named_as(naming: str, name: str, age_group: str = "", *, is_of_age: bool = True) -> dict[str, Any]:
    """What `SenderFacts` holds of the name."""
    return {"naming": naming, "display_name": name, "is_of_age": is_of_age and age_group not in MINORS}


def beginning_of_name(name: str) -> dict[str, Any]:
    """What a form begins with: a name of somebody's own stands only where the tick was given."""
    return {"display_name": name, "of_age": bool(name)}
