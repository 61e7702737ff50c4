"""What staff type of a pile of paper."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from yhdyspinta.comments.languages import MARKED_IN
from yhdyspinta.comments.values import TYPED_CHANNELS
from yhdyspinta.intake.actions import PILE_CHANNELS, REOPENED_BECAUSE, Reply, Words
from yhdyspinta.intake.background_form import BackgroundForm
from yhdyspinta.intake.codes import Place, place_named
from yhdyspinta.intake.facts import Facts
from yhdyspinta.intake.forms import MOST
from yhdyspinta.intake.printed import Texts, why_unknown
from yhdyspinta.intake.replies import REPLY_WORDS
from yhdyspinta.intake.shown_names import ask_for_name, check_name, of_age, shown_name
from yhdyspinta.intake.written_in import WrittenIn
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.ui import forms


def printed_of(**options: Any) -> Any:
    """The field that `ask_of_texts` asks or leaves out."""
    return forms.ChoiceField(
        label=_("Which version were the sheets printed of?"),
        help_text=_("A code that ends in a slash and a number tells its version itself. This is for codes without one."),
        choices=[], **options,
    )  # fmt: skip


def ask_of_texts(form: forms.Form, texts: Sequence[Texts]) -> None:
    """Ask of which version the sheets are, where there are several."""
    if texts:
        form.offer("printed_of", [(one.key, one.words) for one in texts])
    else:
        del form.fields["printed_of"]


def people_present() -> Any:
    """About how many were at an event."""
    return forms.IntegerField(
        label=_("How many people were present?"), required=False, min_value=1, max_value=100_000, width=5,
        help_text=_("About is enough, and it can be told or changed later. It is told beside the tables, which are the senders."),
    )  # fmt: skip


class PeopleForm(forms.Form):
    """About how many were at an event, told or changed later."""

    people = people_present()


class BatchForm(forms.Form):
    """What a pile is called, and what every sheet of it begins with."""

    key = forms.KeyField()
    name = forms.TextField(
        label=_("What is the pile called?"), help_text=_("For your colleagues, for example: Library box, week 36."), max_length=120
    )  # fmt: skip
    channel = forms.ChoiceField(
        label=_("How did the sheets arrive?"), choices=[(key, TYPED_CHANNELS[key]) for key in PILE_CHANNELS]
    )
    arrived_on = forms.DateField(label=_("Which day did they arrive?"))
    language = forms.ChoiceField(
        label=_("Language of the comments"),
        help_text=_("Words that are clearly Finnish, Swedish or English are marked so."),
        choices=list(MARKED_IN.items()), select=True,
    )  # fmt: skip
    people = people_present()
    printed_of = printed_of()

    def __init__(self, *args: Any, texts: Sequence[Texts] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        ask_of_texts(self, texts)


class PrintedForm(forms.Form):
    """Of which version the sheets of a pile were printed, told later."""

    printed_of = printed_of()

    def __init__(self, *args: Any, texts: Sequence[Texts], **options: Any) -> None:
        super().__init__(*args, **options)
        ask_of_texts(self, texts)


class FactsForm(BackgroundForm, WrittenIn):
    """What a sheet tells of its sender, in which language, and on which day it came."""

    capacities = forms.MultipleChoiceField(
        label=_("In what capacity do they comment?"), help_text=_("As ticked on the paper; nothing if nothing is ticked."),
        choices=list(CAPACITIES.items()), required=False,
    )  # fmt: skip
    organisation = forms.TextField(
        label=_("Organisation"), help_text=_("The name as it is written, if they speak for an organisation."),
        required=False, max_length=160,
    )  # fmt: skip
    display_name, of_age = shown_name(), of_age()
    arrived_on = forms.DateField(label=_("Day of arrival"), help_text=_("Kept for the next sheet."))
    language = forms.ChoiceField(label=_("Language of the comment"), choices=list(MARKED_IN.items()), select=True)

    def __init__(self, *args: Any, naming: str = "not_shown", former: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        ask_for_name(self, naming)
        if not former:
            self.ask_present_ages()

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        check_name(self, found)
        return found

    def facts(self) -> Facts:
        """For comparing with another typing."""
        given = self.cleaned_data
        return Facts(
            tuple(sorted(given["capacities"])), self.area.pk if self.area else None, given["age_group"],
            self.written_in, given["arrived_on"],
            " ".join(given["organisation"].split()) if "organisation" in given["capacities"] else "",
            given.get("display_name") or "",
        )  # fmt: skip


FACTS = tuple(FactsForm.base_fields)


def _boxes_of(form: forms.Form) -> list[str]:
    """The fields of the comments, which stand before what the sender ticked."""
    return [name for name in form.fields if name.startswith(("place_", "text_"))]


class SheetForm(FactsForm):
    """One sheet: a part by its code and the words, as many as there are; then what the sender ticked."""

    key = forms.KeyField()
    boxes = forms.HiddenField(required=False, max_length=3)
    reply_by = forms.ChoiceField(label=_("How do they get the answer?"), choices=list(REPLY_WORDS.items()))
    name = forms.TextField(label=_("Name for the letter or call"), required=False, max_length=120)
    postal_address = forms.MultilineField(
        label=_("Postal address"), required=False, max_length=500, rows=3, count=False
    )
    phone = forms.TextField(label=_("Phone number"), required=False, max_length=40)
    email = forms.EmailField(label=_("E-mail address"), required=False, autocomplete="off")

    def __init__(
        self, *args: Any, places: list[Place], boxes: int, usual: Mapping[str, int] | None = None, **options: Any
    ) -> None:
        self.count, self.usual = boxes, usual
        options["initial"] = {"reply_by": "none", **(options.get("initial") or {}), "boxes": str(self.count)}
        super().__init__(*args, **options)
        self.places = places
        self.offer_by_words()
        for number in range(1, self.count + 1):
            self._add_box(number)
        self.order_fields([*_boxes_of(self), "capacities", "organisation"])  # as they stand on the page

    def _add_box(self, number: int) -> None:
        first = {"autofocus": ""} if number == 1 and not self.is_bound else {}
        place: Any = forms.TextField(
            label=_("Part of comment %(number)s") % {"number": number}, required=number == 1, max_length=20, width=5,
            marks_optional=False, autocomplete="off", attributes={"list": "parts", **first},
        )  # fmt: skip
        text: Any = forms.MultilineField(
            label=_("Comment %(number)s, in the sender's own words") % {"number": number}, required=number == 1,
            rows=3, count=False, marks_optional=False,
        )  # fmt: skip
        self.fields[f"place_{number}"], self.fields[f"text_{number}"] = place, text

    @property
    def may_grow(self) -> bool:
        """Whether another comment may be added."""
        return self.count < MOST

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Each part with its words, side by side."""
        return [{"place": self[f"place_{n}"], "text": self[f"text_{n}"]} for n in range(1, self.count + 1)]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        for number in range(1, self.count + 1):
            self._check_box(found, number)
        return found

    def _check_box(self, found: dict[str, Any], number: int) -> None:
        said, text = found.get(f"place_{number}") or "", found.get(f"text_{number}") or ""
        if text and not said and number > 1:
            self.add_error(f"place_{number}", _("Choose which part each comment is about."))
        if said and not text and number > 1:
            self.add_error(f"text_{number}", _("Write the comment."))
        if said and place_named(self.places, said, self.usual) is None:
            self.add_error(f"place_{number}", why_unknown(self.places, said))

    def words(self) -> list[Words]:
        """Each comment that was written."""
        given, found = self.cleaned_data, []
        for number in range(1, self.count + 1):
            place = place_named(self.places, given.get(f"place_{number}") or "", self.usual)
            if place is not None and given.get(f"text_{number}"):
                found.append(Words(place.thread_id, given[f"text_{number}"]))
        return found

    def reply(self) -> Reply:
        given = self.cleaned_data
        return Reply(given["reply_by"], given["name"], given["postal_address"], given["phone"])


REOPENED_WORDS = {
    "sheet_missed": _("A sheet was left untyped"),
    "more_came": _("More sheets came that belong to it"),
    "by_mistake": _("It was finished by mistake"),
}


class ReopenForm(forms.Form):
    """Why a finished pile is opened again."""

    reason = forms.ChoiceField(
        label=_("Why is it opened again?"), help_text=_("The reason stays in the trail of the process."),
        choices=[(key, REOPENED_WORDS[key]) for key in REOPENED_BECAUSE],
    )  # fmt: skip


class DrawForm(forms.Form):
    """How much of the pile is checked."""

    percent = forms.ChoiceField(
        label=_("How much is checked?"),
        choices=[("5", _("5 sheets in a hundred")), ("10", _("10 sheets in a hundred")), ("25", _("25 sheets in a hundred")),
                 ("50", _("Half of the sheets")), ("100", _("Every sheet"))],
    )  # fmt: skip


class AgainForm(FactsForm):
    """The second typing of one sheet: a part and words for each comment, and what it tells where that is asked.

    A comment that is not on the paper is left empty; one that the first typist left out goes into a box of its own,
    whose number is below nought.
    """

    boxes = forms.HiddenField(required=False, max_length=3)

    def __init__(
        self, *args: Any, places: list[Place], numbers: list[int], boxes: int = 0, asks: bool = False,
        usual: Mapping[str, int] | None = None, **options: Any,
    ) -> None:  # fmt: skip
        options["initial"] = {**(options.get("initial") or {}), "boxes": str(boxes)}
        super().__init__(*args, **options)
        self.asks, self.more, self.usual = asks, boxes, usual
        for name in () if asks else FACTS:
            self.fields.pop(name, None)
        if "arrived_on" in self.fields:
            self.fields["arrived_on"].help_text = ""  # there is no next sheet
        self.places, self.numbers = places, [*numbers, *(-n for n in range(1, boxes + 1))]
        for order, number in enumerate(self.numbers, start=1):
            self._add_box(order, number)
        self.order_fields(_boxes_of(self))

    def _add_box(self, order: int, number: int) -> None:
        place: Any = forms.TextField(
            label=_("Part of comment %(number)s") % {"number": order}, max_length=20, width=5, autocomplete="off", required=False,
            marks_optional=False,
            attributes={"list": "parts", **({"autofocus": ""} if order == 1 and not self.is_bound else {})},
        )  # fmt: skip
        text: Any = forms.MultilineField(
            label=_("Comment %(number)s, in the sender's own words") % {"number": order}, rows=3, count=False,
            required=False, marks_optional=False,
        )  # fmt: skip
        self.fields[f"place_{number}"], self.fields[f"text_{number}"] = place, text

    @property
    def may_grow(self) -> bool:
        """Whether a comment that was left out may still be added."""
        return len(self.numbers) < MOST

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Each part with its words, side by side."""
        return [{"number": n, "place": self[f"place_{n}"], "text": self[f"text_{n}"]} for n in self.numbers]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        for number in self.numbers:
            self._check_box(found, number)
        if self.numbers and not self.errors and not any(found.get(f"text_{number}") for number in self.numbers):
            self.add_error(
                f"text_{self.numbers[0]}", _("Type at least one comment. A sheet without any is not checked here.")
            )
        return found

    def _check_box(self, found: dict[str, Any], number: int) -> None:
        place, text = f"place_{number}", f"text_{number}"
        said, words = found.get(place), found.get(text)
        if said and place_named(self.places, said, self.usual) is None:
            self.add_error(place, why_unknown(self.places, said))
        if words and not said and place not in self.errors:
            self.add_error(place, _("Choose which part each comment is about."))
        if said and not words and text not in self.errors:
            self.add_error(text, _("Write the words, or empty the part too if the paper has no such comment."))
