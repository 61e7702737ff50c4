"""What staff type of a comment that came off line."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yhdyspinta.comments.languages import MARKED_IN
from yhdyspinta.comments.values import TYPED_CHANNELS
from yhdyspinta.intake.actions import Reply, Words
from yhdyspinta.intake.background_form import BackgroundForm
from yhdyspinta.intake.models import Entry
from yhdyspinta.intake.replies import REPLY_WORDS
from yhdyspinta.intake.shown_names import check_name, of_age, shown_name
from yhdyspinta.intake.written_in import WrittenIn
from yhdyspinta.people.capacities import AGE_GROUPS, CAPACITIES
from yhdyspinta.processes.models import Process
from yhdyspinta.ui import forms
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

FIRST = 3
MOST = 30


def boxes_of(words: Mapping[str, Any]) -> int:
    """How many comments the form had room for when it was sent."""
    return min(max(number_of(str(words.get("boxes") or ""), most_digits=3) or FIRST, FIRST), MOST)


class WordsForm(WrittenIn):
    """How and when it came, and the words: a box for each comment, and more when they are asked for."""

    boxes = forms.HiddenField(required=False, max_length=3)
    channel = forms.ChoiceField(label=_("How did the comment arrive?"), choices=list(TYPED_CHANNELS.items()))
    arrived_at = forms.DateTimeField(
        label=_("When did it arrive?"), help_text=_("Arrival before closing counts, though it is typed later.")
    )
    language = forms.ChoiceField(label=_("Language of the comment"), choices=[], select=True)

    def __init__(self, *args: Any, places: list[tuple[str, str]], boxes: int = FIRST, **options: Any) -> None:
        options["initial"] = {**(options.get("initial") or {}), "boxes": str(boxes)}
        super().__init__(*args, **options)
        self.count = boxes
        self.offer("language", MARKED_IN.items())
        self.offer_by_words()
        for number in range(1, boxes + 1):
            self._add_box(number, places)
        own = [f"{name}_{number}" for number in range(1, boxes + 1) for name in ("place", "text")]
        first = [name for name in ("key", "after") if name in self.fields]
        # As they stand on the page; what follows the organisation keeps its order.
        self.order_fields([*first, "boxes", "channel", "arrived_at", "language", *own, "capacities", "organisation"])

    def _add_box(self, number: int, places: list[tuple[str, str]]) -> None:
        needed = number == 1
        place: Any = forms.ChoiceField(
            label=_("Which part is comment %(number)s about?") % {"number": number}, select=True, required=needed,
            choices=[("", _("Choose")), *places],
        )  # fmt: skip
        text: Any = forms.MultilineField(
            label=_("Comment %(number)s, in the sender's own words") % {"number": number}, required=needed
        )
        self.fields[f"place_{number}"], self.fields[f"text_{number}"] = place, text

    def facts(self) -> list[tuple[str, str]]:
        """What is read aloud besides the words: label and value of each fact that was given."""
        return [(str(self.fields["language"].label), self.language_told)]

    @property
    def may_grow(self) -> bool:
        """Whether another comment may be added."""
        return self.count < MOST

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        for number in range(2, self.count + 1):
            if found.get(f"text_{number}") and not found.get(f"place_{number}"):
                self.add_error(f"place_{number}", _("Choose which part each comment is about."))
        return found

    def words(self) -> list[Words]:
        """Each comment that was written."""
        given = self.cleaned_data
        pairs = [(given.get(f"place_{n}") or "", given.get(f"text_{n}") or "") for n in range(1, self.count + 1)]
        return [Words(int(place or 0), text) for place, text in pairs if text]


class MoreForm(WordsForm):
    """More comments of a sender who has a code."""

    after = forms.HiddenField(max_length=6)  # how many comments the receipt held when the form was opened


class EntryForm(BackgroundForm, WordsForm):
    """Everything of one sender: how and when it came, the words, who they are, how they get the answer."""

    key = forms.KeyField()
    capacities = forms.MultipleChoiceField(
        label=_("In what capacity do they comment?"),
        help_text=_("Ask a caller; never assume. Nothing if it was not told."),
        choices=list(CAPACITIES.items()),
        required=False,
    )
    organisation = forms.TextField(label=_("Organisation"), required=False, max_length=160)
    display_name, of_age = shown_name(), of_age()
    reply_by = forms.ChoiceField(label=_("How do they get the answer?"), choices=list(REPLY_WORDS.items()))
    name = forms.TextField(label=_("Name for the letter or call"), required=False, max_length=120)
    postal_address = forms.MultilineField(
        label=_("Postal address"), required=False, max_length=500, rows=3, count=False
    )
    phone = forms.TextField(label=_("Phone number"), required=False, max_length=40)
    email = forms.EmailField(label=_("E-mail address"), required=False, autocomplete="off")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.ask_present_ages()

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        check_name(self, found)
        return found

    def facts(self) -> list[tuple[str, str]]:
        given = self.cleaned_data
        said = {
            "capacities": ", ".join(str(CAPACITIES[key]) for key in given["capacities"]),
            "reply_by": str(REPLY_WORDS[given["reply_by"]]),
            "age_group": str(AGE_GROUPS.get(given["age_group"], "")),
        }
        names = (
            "capacities",
            "organisation",
            "municipality",
            "age_group",
            "display_name",
            "reply_by",
            "name",
            "postal_address",
            "phone",
            "email",
        )
        asked = [name for name in names if name in self.fields]
        rows = ((str(self.fields[name].label), said.get(name, given[name])) for name in asked)
        return [*super().facts(), *((label, value) for label, value in rows if value)]

    def reply(self) -> Reply:
        given = self.cleaned_data
        return Reply(given["reply_by"], given["name"], given["postal_address"], given["phone"])


class CodeForm(forms.Form):
    """The sender's code."""

    code = forms.TextField(
        label=_("Receipt code"), help_text=_("Three groups of four, for example 4F7K-Q2MB-9XTC."), max_length=40, width=20,
        autocomplete="off",
    )  # fmt: skip


class LettersForm(forms.Form):
    """Which answers to tell are looked at."""

    process = forms.ChoiceField(label=_("Process"), choices=[], select=True, required=False, marks_optional=False)
    by = forms.ChoiceField(
        label=_("How they get the answer"), select=True, required=False, marks_optional=False,
        choices=[("", _("Every way")), *((key, words) for key, words in REPLY_WORDS.items() if key != Entry.ReplyBy.NONE)],
    )  # fmt: skip

    def offer_processes(self, found: Iterable[Process], *, every: bool) -> None:
        """Which processes there are to choose from; all of them for whoever tells the senders of every one."""
        language = page_language()
        titles = {one.slug: Wording(one.title).text(language) for one in found}
        choices = sorted(titles.items(), key=lambda one: one[1].casefold())
        self.offer("process", [("", gettext("All")), *choices] if every else choices)


class EditForm(forms.Form):
    """New words of one comment."""

    text = forms.MultilineField(label=_("The comment, in the sender's own words"))
    revision = forms.HiddenField()


def with_own_place(places: list[tuple[str, str]], own: int) -> list[tuple[str, str]]:
    """The parts to choose from, and first the one where it stands now, if that is none of them any more."""
    known = any(key == str(own) for key, _words in places)
    return places if known else [(str(own), gettext("The part that it is on now")), *places]
