"""What is asked of somebody before their first comment is sent."""

from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.ui.forms import ChoiceField, ConfirmField, EmailField, Form, HiddenField, MultipleChoiceField, TextField


class AboutForm(Form):
    """In what capacity somebody comments, and what is needed of them; asked once in a round, changeable."""

    capacities = MultipleChoiceField(
        label=gettext_lazy("In what capacity do you comment?"),
        choices=list(CAPACITIES.items()),
        size="m",
        help_text=gettext_lazy("Choose one or more. Shown beside your comments."),
    )
    organisation = TextField(
        label=gettext_lazy("Name of the organisation"),
        required=False,
        max_length=160,
        autocomplete="organization",
        help_text=gettext_lazy(
            "Only if you speak for an organisation. Shown as unconfirmed until we have confirmed it."
        ),
    )
    of_age = ChoiceField(
        label=gettext_lazy("How old are you?"),
        choices=[("adult", gettext_lazy("18 or over")), ("minor", gettext_lazy("Under 18"))],
        hints={"minor": gettext_lazy("Your name is not asked and not shown.")},
        reveals={"adult": "display_name"},
        help_text=gettext_lazy("Asked because names are shown in this round. The name of nobody under 18 is shown."),
    )
    # Were a name required of every adult, a comment without one would be known as a minor's.
    display_name = TextField(
        label=gettext_lazy("Your name"), required=False, max_length=80, autocomplete="name",
        help_text=gettext_lazy("Shown beside your comments. If you do not want your name shown, leave this empty."),
    )  # fmt: skip
    email = EmailField(
        label=gettext_lazy("Your e-mail address"),
        required=False,
        help_text=gettext_lazy(
            "If you give it, we send the receipt there, and the answers after you have confirmed the address with the link in it. It is not shown to anybody."
        ),
    )
    wants_news = ConfirmField(label=gettext_lazy("Also tell me what was decided"), required=False)
    began = HiddenField(required=False, max_length=300)

    def __init__(self, *args: Any, naming: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if naming != "named":
            del self.fields["of_age"]
        if naming == "not_shown":
            del self.fields["display_name"]
        elif naming == "pseudonym":
            field = self.fields["display_name"]
            field.required = True
            field.label = _("Your pseudonym")
            field.help_text = _(
                "Shown beside your comments. If you are under 18, choose one that does not tell your name."
            )

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        speaks = "organisation" in found.get("capacities", ())
        if speaks and not found.get("organisation") and "organisation" not in self.errors:
            self.add_error("organisation", _("Write the name of the organisation you speak for."))
        if found.get("of_age") == "minor":
            found["display_name"] = ""
        if found.get("wants_news") and not found.get("email") and "email" not in self.errors:
            self.add_error("email", _("Write your e-mail address so that we can tell you."))
        return found

    def facts(self) -> dict[str, Any]:
        """What is kept in the draft: only these fields."""
        names = ("capacities", "organisation", "of_age", "display_name", "email", "wants_news")
        kept = {name: self.cleaned_data.get(name) for name in names if name in self.fields}
        return {**kept, "language": (get_language() or "fi").split("-")[0]}
