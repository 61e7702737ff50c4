"""Input of the site's own forms."""

from django.utils.translation import gettext_lazy as _

from yhdyspinta.ui import forms


class FeedbackForm(forms.Form):
    """Feedback on accessibility; only the message itself is asked."""

    text = forms.MultilineField(
        label=_("What did not work, or what do you need in another form?"), max_length=4000, rows=6,
        help_text=_("Tell which page it was and what you use to read it, if you wish."),
    )  # fmt: skip
    page_address = forms.TextField(label=_("Address of the page"), required=False, max_length=300)
    email = forms.EmailField(
        label=_("E-mail for the answer"),
        required=False,
        help_text=_("Without it, read the answer on this page or ask for it by phone."),
    )
    website = forms.TextField(label=_("Leave this empty"), required=False)  # a trap for machines
    key = forms.KeyField()


class AnswerFeedbackForm(forms.Form):
    answer = forms.MultilineField(label=_("Answer"), max_length=8000, rows=8)
