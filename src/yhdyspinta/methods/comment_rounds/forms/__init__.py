"""What people type in a round."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.values import NAMINGS
from yhdyspinta.methods.comment_rounds.queries import Place
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.people.capacities import AGE_GROUPS
from yhdyspinta.people.models import Person
from yhdyspinta.places.models import Area
from yhdyspinta.processes.models import Stage
from yhdyspinta.ui.forms import (
    ChoiceField,
    ConfirmField,
    DateTimeField,
    EmailField,
    Form,
    HiddenField,
    IntegerField,
    MultilineField,
    MultipleChoiceField,
    TextField,
)
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.fields import Wording

_SHORT = 70


class CommentForm(Form):
    """A comment on one place; where it has passages, one can be chosen or words in it selected."""

    text = MultilineField(
        label=gettext_lazy("Your comment"), rows=6, size="m", empty_message=gettext_lazy("Write your comment.")
    )
    passage = ChoiceField(label=gettext_lazy("Which passage does it concern?"), select=True, required=False, choices=())
    start = HiddenField(required=False, max_length=9)
    end = HiddenField(required=False, max_length=9)
    began = HiddenField(required=False, max_length=300)

    def __init__(self, *args: Any, place: Place, label: str = "", is_heading: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place
        if label:
            self.fields["text"].label = label
        if is_heading:  # on its own page the label is the page's heading
            self.fields["text"].heading, self.fields["text"].size = True, "l"  # type: ignore[attr-defined]
        if not place.passages:
            del self.fields["passage"], self.fields["start"], self.fields["end"]
            return
        choices = [("", _("The whole section"))]
        choices += [(str(passage.number), f"{passage.number}. {_cut(passage.text)}") for passage in place.passages]
        self.offer("passage", choices)

    def quote(self) -> dict[str, Any] | None:
        """What is quoted, in the words of the text itself: never words that were sent."""
        number = number_of(self.cleaned_data.get("passage"))
        passage = self.place.passage(number) if number is not None else None
        if passage is None:
            return None
        start, end = (number_of(self.cleaned_data.get(name)) for name in ("start", "end"))
        whole = start is None or end is None or not 0 <= start < end <= len(passage.text)
        words = passage.text if whole else passage.text[start:end]
        return {
            "language": self.place.language,
            "version": self.place.version,
            "passage": passage.number,
            "words": words,
            "start": None if whole else start,
            "end": None if whole else end,
        }


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else text[:_SHORT].rsplit(" ", 1)[0] + " …"


class ManyForm(Form):
    """Every section of a document with its own box; sent once."""

    def __init__(self, *args: Any, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = places
        for place in places:
            self.fields[f"text-{place.thread_id}"] = MultilineField(
                label=place.label, rows=4, size="s", required=False, count=False
            )
        self.fields["began"] = HiddenField(required=False, max_length=300)

    def texts(self) -> dict[int, str]:
        """What is written, by thread."""
        return {place.thread_id: self.cleaned_data.get(f"text-{place.thread_id}", "") for place in self.places}


class BackgroundForm(Form):
    """Asked after sending, each answer free to leave out."""

    municipality = ChoiceField(
        label=gettext_lazy("Home municipality"), select=True, required=False, choices=(),
        help_text=gettext_lazy("Not shown beside your comments. Counted only in groups."),
    )  # fmt: skip
    age_group = ChoiceField(label=gettext_lazy("Age"), required=False, choices=list(AGE_GROUPS.items()))

    def __init__(self, *args: Any, areas: Sequence[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "fi"
        names = sorted(((str(area.pk), Wording(area.name).text(language)) for area in areas), key=lambda row: row[1])
        self.offer("municipality", [("", _("Prefer not to say")), *names])


class EditForm(Form):
    """Change one's own words."""

    text = MultilineField(label=gettext_lazy("Your comment"), rows=8, empty_message=gettext_lazy("Write your comment."))
    revision = HiddenField(max_length=9)


class ConfirmForm(Form):
    """What the receipt's letter asked to confirm: one press confirms it all, and each can be left out."""

    asked = HiddenField(required=False, max_length=3, initial="yes")  # the page had the boxes
    answers = ConfirmField(required=False, initial=True,
                           label=gettext_lazy("This address is mine: tell me here when my comments are answered"))  # fmt: skip
    news = ConfirmField(required=False, initial=True,
                        label=gettext_lazy("Tell me by e-mail what is decided in this matter"))  # fmt: skip

    def takes(self, name: str) -> bool:
        """Whether its box was shown and ticked."""
        return self.cleaned_data.get("asked") == "yes" and bool(self.cleaned_data.get(name))

    def show_only(self, *names: str) -> None:
        """Leave out the boxes of what does not wait."""
        for name in {"answers", "news"} - set(names):
            del self.fields[name]


class CodeForm(Form):
    """The code of a receipt."""

    code = TextField(
        label=gettext_lazy("The code of your receipt"), max_length=40, width=20, autocomplete="off",
        help_text=gettext_lazy("Twelve letters and digits, for example ABCD-2345-EFGH."),
    )  # fmt: skip


class LostForm(Form):
    """The address to which a lost code is sent again."""

    email = EmailField(label=gettext_lazy("The e-mail address you gave with your comment"))


class SettingsForm(Form):
    """What staff set for a round."""

    level = ChoiceField(
        label=gettext_lazy("Who may comment"),
        choices=[
            (str(Person.Level.GUEST.value), gettext_lazy("Anyone, without signing in")),
            (str(Person.Level.EMAIL.value), gettext_lazy("Those who have confirmed their e-mail address")),
            (str(Person.Level.STRONG.value), gettext_lazy("Those who are strongly identified")),
        ],
        help_text=gettext_lazy("Ask for identification only when it is needed (306/2019, section 6)."),
    )
    municipalities = MultipleChoiceField(
        label=gettext_lazy("Only residents of these municipalities"), required=False, choices=(),
        help_text=gettext_lazy("Leave all unticked to let everybody comment. Checking the home needs strong identification."),
    )  # fmt: skip
    naming = ChoiceField(label=gettext_lazy("How names are shown"), choices=list(NAMINGS.items()))
    checked_before = ConfirmField(label=gettext_lazy("Check comments before they are shown"), required=False)
    grace_minutes = IntegerField(
        label=gettext_lazy("Minutes of grace after closing for those who began"), min_value=0, max_value=120, width=3
    )
    opens_replies = ConfirmField(label=gettext_lazy("Comments can be replied to"), required=False)
    revision = HiddenField(max_length=9)

    def __init__(self, *args: Any, areas: Sequence[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "fi"
        rows = sorted(((area.code, Wording(area.name).text(language)) for area in areas), key=lambda row: row[1])
        if rows:
            self.offer("municipalities", rows)
        else:
            del self.fields["municipalities"]

    @staticmethod
    def initial_of(settings: RoundSettings, revision: int) -> dict[str, Any]:
        return {**vars(settings), "municipalities": list(settings.municipalities), "revision": str(revision)}

    def settings(self, former: RoundSettings) -> RoundSettings:
        given = self.cleaned_data
        return replace(
            former,
            level=int(given["level"]),
            municipalities=tuple(given.get("municipalities") or ()),
            naming=given["naming"],
            checked_before=given["checked_before"],
            grace_minutes=given["grace_minutes"],
            opens_replies=given["opens_replies"],
        )

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if found.get("municipalities") and found.get("level") != str(Person.Level.STRONG.value) and "level" in found:
            self.add_error("level", _("The home municipality is known only of those who are strongly identified."))
        return found


class TimesForm(Form):
    """When a round opens and closes, in Helsinki time."""

    opens_at = DateTimeField(label=gettext_lazy("Opens"))
    closes_at = DateTimeField(label=gettext_lazy("Closes"))
    sure = ConfirmField(
        label=gettext_lazy("The round may close earlier than was promised"), required=False,
        help_text=gettext_lazy("Only needed when you shorten a published round."),
    )  # fmt: skip
    revision = HiddenField(max_length=9)

    @staticmethod
    def initial_of(stage: Stage | None) -> dict[str, Any]:
        """The times as they are; 0 where none have been set."""
        if stage is None:
            return {"revision": "0"}
        return {"opens_at": stage.opens_at, "closes_at": stage.closes_at, "revision": str(stage.revision)}

    def times(self) -> dict[str, Any]:
        """What was typed, once it is valid."""
        return {name: self.cleaned_data[name] for name in ("opens_at", "closes_at", "sure")}


def areas_of(authority: Authority) -> list[Area]:
    """The municipalities of the authority's area: its own, or those of its county."""
    area = authority.area
    if area is None:
        return []
    if area.kind == Area.Kind.MUNICIPALITY:
        return [area]
    return list(area.municipalities.all())
