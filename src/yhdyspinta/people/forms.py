"""Input of the pages about oneself."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from yhdyspinta.people.actions import NAME_LENGTH
from yhdyspinta.people.models import Person
from yhdyspinta.ui import forms

LANGUAGES = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")]
DIGESTS = [
    (Person.Digest.AT_ONCE, _("At once, by e-mail")),
    (Person.Digest.DAILY, _("Once a day, by e-mail at seven in the morning")),
    (Person.Digest.NEVER, _("Not by e-mail: I read them on this site")),
]


class SettingsForm(forms.Form):
    """Name, language and messages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.TextField(
            label=_("Name"),
            required=False,
            max_length=NAME_LENGTH,
            autocomplete="name",
            help_text=_("Shown with a comment only where you choose to comment under your name."),
        )
        self.fields["language"] = forms.ChoiceField(label=_("Language of messages"), choices=LANGUAGES)
        self.fields["digest"] = forms.ChoiceField(
            label=_("When messages come"),
            choices=DIGESTS,
            help_text=_("Codes, receipts and what concerns your own comments always come at once."),
        )


class EraseForm(forms.Form):
    """The last question before everything goes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sure"] = forms.ConfirmField(label=_("I understand that this cannot be undone"))
