"""Which language each comment is written in, asked where everything is checked before it is sent."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy

from yhdyspinta.comments.languages import WRITTEN_IN
from yhdyspinta.ui.forms import ChoiceField, Form

SENDING: Final = "sending"  # the id of the form that sends: the choices stand beside the comments, outside it
_NAME: Final = "language-"


class LanguagesForm(Form):
    """One choice for each comment, by its place; what is not sent along is as it was told on the page."""

    def __init__(self, data: Any = None, *, told: Mapping[str, str]) -> None:
        super().__init__(data, initial={_name(place): tag for place, tag in told.items()})
        self.told = told
        for place in told:
            field = ChoiceField(
                label=gettext_lazy("Language of the comment"), choices=list(WRITTEN_IN.items()), select=True,
                required=False, marks_optional=False, attributes={"form": SENDING},
            )  # fmt: skip
            self.fields[_name(place)] = field

    def beside(self, place: str) -> Any:
        """The choice of one comment."""
        return self[_name(place)]


def chosen_languages(posted: Mapping[str, str]) -> dict[str, str]:
    """What was sent along, by place, unlooked at."""
    return {name.removeprefix(_NAME): tag for name, tag in posted.items() if name.startswith(_NAME) and tag}


def _name(place: str) -> str:
    return f"{_NAME}{place}"
