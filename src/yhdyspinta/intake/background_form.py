"""Where the sender lives and how old they are, as they told it off line."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yhdyspinta.intake.actions import Background
from yhdyspinta.intake.importing.columns import Names, municipalities
from yhdyspinta.people.capacities import AGE_GROUPS, FORMER_AGE_GROUPS
from yhdyspinta.places.models import Area
from yhdyspinta.ui import forms


class BackgroundForm(forms.Form):
    """What is counted in the report; neither has to be told."""

    municipality = forms.TextField(
        label=_("Home municipality"), required=False, max_length=60, width=20, attributes={"list": "municipalities"}
    )
    age_group = forms.ChoiceField(
        label=_("Age group"),
        choices=[("", _("Not told")), *AGE_GROUPS.items(), *FORMER_AGE_GROUPS.items()],
        select=True,
        required=False,
    )

    area: Area | None = None

    def ask_present_ages(self) -> None:
        """Nobody in the round has been asked the wider groups of earlier forms."""
        self.offer("age_group", [("", _("Not told")), *AGE_GROUPS.items()])

    def clean_municipality(self) -> str:
        said = str(self.cleaned_data["municipality"])
        if said:
            areas, names = municipalities()
            self.area = areas.get(names.key(said) or "")
            if self.area is None:
                raise ValidationError(_no_such_town(said, names))
        return said

    def background(self) -> Background:
        """What was told of them."""
        given: dict[str, Any] = self.cleaned_data
        return Background(self.area, given["age_group"])


def _no_such_town(said: str, names: Names) -> str:
    near = names.near(said)
    if near:
        return gettext("There is no municipality “%(value)s”. Is it “%(near)s”?") % {"value": said, "near": near}
    return gettext("There is no municipality of this name. Leave it empty if you cannot read it.")
