"""Input of following a process."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Follow
from yhdyspinta.ui import forms

WHAT = [
    (Follow.What.EVERYTHING, _("Everything that happens")),
    (Follow.What.RESULTS, _("Only what was decided and done")),
    (Follow.What.DONE, _("Only what has been done")),
]
HOW_OFTEN = [(Person.Digest.AT_ONCE, _("At once")), (Person.Digest.DAILY, _("Once a day, as one message"))]


class FollowForm(forms.Form):
    """What a follower wants to hear; an e-mail address when they have not signed in."""

    def __init__(self, *args: Any, asks_email: bool, asks_often: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if asks_email:
            self.fields["email"] = forms.EmailField(
                label=_("E-mail address"),
                help_text=_("We send a message that asks you to confirm. The address is used for this only."),
            )
        self.fields["what"] = forms.ChoiceField(
            label=_("What do you want to hear of?"), choices=WHAT, initial=Follow.What.EVERYTHING
        )
        if asks_often:
            self.fields["digest"] = forms.ChoiceField(
                label=_("How often?"), choices=HOW_OFTEN, initial=Person.Digest.AT_ONCE
            )
