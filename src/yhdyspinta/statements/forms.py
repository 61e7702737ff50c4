"""Input of statements."""

from django.utils.translation import gettext_lazy as _

from yhdyspinta.comments.languages import WRITTEN_IN
from yhdyspinta.comments.values import MOST_LETTERS
from yhdyspinta.people.organisations import NAME_LENGTH
from yhdyspinta.ui import forms


class SpeakForm(forms.Form):
    """Whom one speaks for."""

    organisation = forms.TextField(
        label=_("Name of the organisation"), max_length=NAME_LENGTH, autocomplete="organization",
        help_text=_("Shown as unconfirmed until we have confirmed it."),
    )  # fmt: skip


class PartForm(forms.Form):
    """The words on one section."""

    text = forms.MultilineField(label=_("What the organisation says"), required=False, rows=12, max_length=MOST_LETTERS)
    revision = forms.HiddenField()


class NoteForm(forms.Form):
    """A word to the others."""

    text = forms.MultilineField(label=_("A note to the others"), rows=3, max_length=2_000)


class GiveBackForm(forms.Form):
    """What the approver wants mended."""

    words = forms.MultilineField(label=_("What should be mended?"), rows=3, max_length=2_000)


class SendForm(forms.Form):
    """What the words are written in, as they tell themselves or as their approver says."""

    language = forms.ChoiceField(
        label=_("Language of the statement"), choices=list(WRITTEN_IN.items()), select=True, required=False,
        marks_optional=False,
    )  # fmt: skip


class ColleagueForm(forms.Form):
    """Whom to invite."""

    email = forms.EmailField(label=_("Colleague's e-mail address"))
