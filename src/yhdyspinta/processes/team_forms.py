"""Input of the staff pages of people."""

from datetime import timedelta
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.people.organisations import NAME_LENGTH
from yhdyspinta.people.roles import ROLES
from yhdyspinta.ui import forms

#: How long a block lasts: words staff choose from, and days.
LENGTHS: Final = {"7": _("A week"), "30": _("A month"), "90": _("Three months"), "365": _("A year")}


class InviteForm(forms.Form):
    """Whom to invite and to what."""

    def __init__(self, *args: Any, roles: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = forms.EmailField(
            label=_("E-mail address"), help_text=_("The invitation can be used with this address only.")
        )
        self.fields["role"] = forms.ChoiceField(label=_("Role"), choices=[(key, ROLES[key].name) for key in roles])


class SpeakerForm(forms.Form):
    """Whom to ask to speak for an organisation."""

    email = forms.EmailField(
        label=_("Representative’s e-mail address"), help_text=_("The invitation can be used with this address only.")
    )


class OrganisationForm(SpeakerForm):
    """Which organisation, and who is asked to speak for it."""

    organisation = forms.TextField(
        label=_("Name of the organisation"), max_length=NAME_LENGTH, autocomplete="off",
        help_text=_("As in the register of associations or companies. One of the same name is not added twice."),
    )  # fmt: skip
    field_order = ("organisation", "email")


class BlockForm(forms.Form):
    """Why somebody is blocked and for how long."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = forms.MultilineField(
            label=_("Reason"), max_length=1000, rows=3, help_text=_("The person is shown these words.")
        )
        self.fields["days"] = forms.ChoiceField(label=_("How long?"), choices=list(LENGTHS.items()), initial="30")

    @property
    def length(self) -> timedelta:
        return timedelta(days=int(self.cleaned_data["days"]))
