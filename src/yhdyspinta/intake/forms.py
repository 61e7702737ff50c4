"""What staff type of a comment that came off line."""

from typing import Any
from uuid import UUID, uuid4

from django.utils.translation import gettext_lazy as _

from yhdyspinta.intake.actions import CHANNELS, Reply, Words
from yhdyspinta.intake.models import Entry
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.ui import forms
from yhdyspinta.wording.languages import CONTENT_LANGUAGES

MOST = 3
CHANNEL_WORDS = {"phone": _("By phone"), "paper": _("On paper"), "email": _("By e-mail"), "event": _("At an event")}
REPLY_WORDS = {
    Entry.ReplyBy.LETTER: _("By letter"),
    Entry.ReplyBy.PHONE: _("By phone"),
    Entry.ReplyBy.EMAIL: _("By e-mail"),
    Entry.ReplyBy.NONE: _("They look it up with the code, or need none"),
}


class EntryForm(forms.Form):
    """Everything of one sender: how and when it came, the words, who they are, how they get the answer."""

    key = forms.HiddenField()
    channel = forms.ChoiceField(
        label=_("How did the comment arrive?"), choices=[(k, CHANNEL_WORDS[k]) for k in CHANNELS]
    )
    arrived_at = forms.DateTimeField(
        label=_("When did it arrive?"), help_text=_("Arrival before closing counts, though it is typed later.")
    )
    language = forms.ChoiceField(label=_("Language of the comment"), choices=[], select=True)
    capacities = forms.MultipleChoiceField(
        label=_("In what capacity do they comment?"),
        help_text=_("Ask; never assume."),
        choices=list(CAPACITIES.items()),
    )
    organisation = forms.TextField(label=_("Organisation"), required=False, max_length=160)
    display_name = forms.TextField(
        label=_("Name that is shown"),
        help_text=_("Only where names are shown in this round."),
        required=False,
        max_length=80,
    )
    reply_by = forms.ChoiceField(label=_("How do they get the answer?"), choices=list(REPLY_WORDS.items()))
    name = forms.TextField(label=_("Name for the letter or call"), required=False, max_length=120)
    postal_address = forms.MultilineField(
        label=_("Postal address"), required=False, max_length=500, rows=3, count=False
    )
    phone = forms.TextField(label=_("Phone number"), required=False, max_length=40)
    email = forms.EmailField(label=_("E-mail address"), required=False, autocomplete="off")

    def __init__(self, *args: Any, places: list[tuple[str, str]], **options: Any) -> None:
        options["initial"] = {"key": str(uuid4()), **(options.get("initial") or {})}
        super().__init__(*args, **options)
        self.fields["language"].choices = list(CONTENT_LANGUAGES.items())  # type: ignore[attr-defined]
        for number in range(1, MOST + 1):
            needed = number == 1
            place: Any = forms.ChoiceField(
                label=_("Which part is comment %(number)s about?") % {"number": number}, select=True, required=needed,
                choices=[("", _("Choose")), *places],
            )  # fmt: skip
            text: Any = forms.MultilineField(
                label=_("Comment %(number)s, in the sender's own words") % {"number": number}, required=needed
            )
            self.fields[f"place_{number}"], self.fields[f"text_{number}"] = place, text
        own = [f"{name}_{number}" for number in range(1, MOST + 1) for name in ("place", "text")]
        self.order_fields(["key", "channel", "arrived_at", "language", *own])

    def clean_key(self) -> UUID:
        try:
            return UUID(self.cleaned_data["key"])
        except ValueError:
            return uuid4()

    def words(self) -> list[Words]:
        """Each comment that was written."""
        given = self.cleaned_data
        pairs = [(given.get(f"place_{n}") or "", given.get(f"text_{n}") or "") for n in range(1, MOST + 1)]
        return [Words(int(place or 0), text) for place, text in pairs if text]

    def reply(self) -> Reply:
        given = self.cleaned_data
        return Reply(given["reply_by"], given["name"], given["postal_address"], given["phone"])


class CodeForm(forms.Form):
    """The sender's code."""

    code = forms.TextField(
        label=_("Receipt code"), help_text=_("Three groups of four, for example 4F7K-Q2MB-9XTC."), max_length=40, width=20,
        autocomplete="off",
    )  # fmt: skip


class EditForm(forms.Form):
    """New words of one comment."""

    text = forms.MultilineField(label=_("The comment, in the sender's own words"))
    revision = forms.HiddenField()
