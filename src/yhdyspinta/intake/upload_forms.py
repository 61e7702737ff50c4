"""What staff choose of a file of comments."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from yhdyspinta.answers.values import HANDLINGS, REASONS
from yhdyspinta.comments.languages import MARKED_IN
from yhdyspinta.documents.importing.archives import LARGEST_FILE
from yhdyspinta.intake.batch_forms import ask_of_texts, printed_of
from yhdyspinta.intake.codes import Place
from yhdyspinta.intake.importing.earlier import ROLES, guessed, name_of
from yhdyspinta.intake.importing.values import FREE, NOT_TOLD, Unknown, values_said
from yhdyspinta.intake.printed import Texts
from yhdyspinta.material.values import STANCES
from yhdyspinta.people.capacities import AGE_GROUPS, CAPACITIES, FORMER_AGE_GROUPS
from yhdyspinta.places.models import Area
from yhdyspinta.ui import forms
from yhdyspinta.ui.text import beginning
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

#: Statements that the national statement service received.
SERVICE_FILES = (".xml", ".atom")


class UploadForm(forms.Form):
    """A filled template."""

    file = forms.FileField(
        label=_("Spreadsheet, or statements of the statement service (XML)"),
        suffixes=(".xlsx", ".csv", *SERVICE_FILES), most_bytes=LARGEST_FILE,
    )  # fmt: skip
    language = forms.ChoiceField(
        label=_("Language of rows that do not say"),
        help_text=_("Words that are clearly Finnish, Swedish or English are marked so."),
        choices=list(MARKED_IN.items()), select=True,
    )  # fmt: skip
    printed_of = printed_of(required=False, marks_optional=False)  # a list of the statement service may go by its times

    def __init__(self, *args: Any, texts: Sequence[Texts] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        ask_of_texts(self, texts)
        if texts:
            self.fields["printed_of"].help_text = _(
                "A code that ends in a slash and a number tells its version itself. This is for codes without one. In a list of the "
                "statement service each answer is of the version of its own time, unless you choose here."
            )

    @property
    def is_service(self) -> bool:
        """Whether the file sent is a list of the statement service."""
        return bool(self.cleaned_data["file"].name.lower().endswith(SERVICE_FILES))

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        asks = "printed_of" in self.fields and "printed_of" not in self.errors
        if asks and found.get("file") and not self.is_service and not found.get("printed_of"):
            self.add_error("printed_of", _("Choose which version the codes without one mean."))
        return found


class EarlierForm(forms.Form):
    """Where and when a round was held."""

    whole_anchor = "id_source"

    source = forms.TextField(
        label=_("Where was it held?"), help_text=_("The service, for example a survey tool."), max_length=120
    )  # fmt: skip
    opened_at = forms.DateTimeField(label=_("When did it open?"))
    closed_at = forms.DateTimeField(label=_("When did it close?"))


class HeadForm(forms.Form):
    """On which row of a file the headings stand."""

    def __init__(self, *args: Any, rows: Sequence[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        named = _("Row %(number)s: %(words)s")
        self.fields["head"] = forms.ChoiceField(
            label=_("On which row are the headings?"),
            choices=[(number, named % {"number": number, "words": words}) for number, words in rows],
            marks_optional=False,
        )


class MappingForm(forms.Form):
    """Which column is what."""

    language = forms.ChoiceField(
        label=_("Language of rows that do not say"),
        help_text=_("Words that are clearly Finnish, Swedish or English are marked so."),
        choices=list(MARKED_IN.items()), select=True,
    )  # fmt: skip
    place = forms.ChoiceField(
        label=_("When a row tells no known part"), choices=[], select=True, required=False, marks_optional=False
    )
    name = forms.TextField(
        label=_("Keep this for the next file, under the name"), required=False, max_length=80,
    )  # fmt: skip

    def __init__(
        self, *args: Any, heads: list[str], places: list[Place], unknown: Sequence[Unknown] = (),
        areas: Iterable[Area] = (), **options: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **options)
        self.heads, self.unknown = heads, unknown
        known = {role: values_of(role, areas) for role in {one.role for one in unknown}}
        self.only = places[0].code if len(places) == 1 else ""
        parts = [(place.code, place.with_code) for place in places] if len(places) > 1 else []
        self.offer("place", [("", _("It is a mistake")), *parts])
        if not parts:  # nothing to choose from
            del self.fields["place"]
        for number, head in enumerate(heads):
            named = _("What is the column “%(name)s”?") % {"name": beginning(head, 60) or f"#{number + 1}"}
            role: Any = forms.ChoiceField(
                label=named, choices=list(ROLES.items()), select=True, required=False, marks_optional=False
            )  # fmt: skip
            self.fields[f"role_{number}"] = role
            if parts:
                self.fields[f"part_{number}"] = self._part(parts)
        for one in unknown:
            self.fields[means(one)] = self._meaning(one, known[one.role])

    def _part(self, parts: list[tuple[str, str]]) -> Any:
        return forms.ChoiceField(
            label=_("Part of its comments"), choices=[("", _("As the row tells")), *parts], select=True,
            required=False, marks_optional=False,
        )  # fmt: skip

    def _meaning(self, one: Unknown, known: Sequence[tuple[str, Any]]) -> Any:
        """What somebody else's value is here."""
        unsaid = _("None of these: it comes along as words") if one.role in FREE else _("Not chosen yet")
        first = [("", unsaid), (NOT_TOLD, _("Leave out: not told"))]
        label = _("%(role)s: “%(value)s”") % {"role": ROLES[one.role], "value": one.said[:100]}
        rows = ngettext("On %(count)s row.", "On %(count)s rows.", one.count) % {"count": one.count}
        hint = _("Is it “%(near)s”?") % {"near": one.near} if one.near else ""
        return forms.ChoiceField(
            label=label, help_text=f"{rows} {hint}".strip(), choices=[*first, *known], select=True, required=False,
            marks_optional=False,
        )  # fmt: skip

    def asks_anew(self) -> bool:
        """Whether the page asks of a value that needs no meaning, and did not ask of it before."""
        return any(one.role in FREE and means(one) not in self.data for one in self.unknown)

    def values(self) -> list[Any]:
        """The fields of values that are not known, in their order."""
        return [self[means(one)] for one in self.unknown]

    def columns(self, examples: list[list[str]]) -> list[dict[str, Any]]:
        """Each column with what stands in it first."""
        return [
            {
                "name": head or f"#{number + 1}",
                "examples": examples[number],
                "role": self[f"role_{number}"],
                "part": self[f"part_{number}"] if f"part_{number}" in self.fields else None,
            }
            for number, head in enumerate(self.heads)
        ]

    def choices(self) -> dict[str, Any]:
        """What is kept."""
        given = self.cleaned_data
        told = {
            name_of(head, number): {"role": given.get(f"role_{number}", ""), "place": given.get(f"part_{number}", "")}
            for number, head in enumerate(self.heads)
        }
        return {"columns": told, "place": given.get("place", self.only), "language": given["language"]}

    def said(self) -> dict[str, dict[str, str]]:
        """What was chosen of values that are not known, by role; "" takes back what was said earlier."""
        found: dict[str, dict[str, str]] = {}
        for one in self.unknown:
            found.setdefault(one.role, {})[one.key] = self.cleaned_data.get(means(one), "")
        return found

    @classmethod
    def begun(cls, choices: dict[str, Any], heads: list[str], unknown: Sequence[Unknown] = ()) -> dict[str, Any]:
        """What the form begins from: what was kept of columns with the same headings, or a guess by the heading."""
        kept = choices.get("columns") or {}
        initial: dict[str, Any] = {"language": choices.get("language", "fi"), "place": choices.get("place", "")}
        guesses = guessed(heads)
        for number, head in enumerate(heads):
            told = kept.get(name_of(head, number))
            if told is None:
                told = {"role": guesses.get(number, "")}
            initial |= {f"role_{number}": told.get("role", ""), f"part_{number}": told.get("place", "")}
        said = values_said(choices)
        return initial | {means(one): said.get(one.role, {}).get(one.key, "") for one in unknown}


def means(one: Unknown) -> str:
    """The name of the field of a value: the same whatever else is asked of on the page."""
    return f"means_{one.role}_{sha256(one.key.encode()).hexdigest()[:12]}"


def values_of(role: str, areas: Iterable[Area] = ()) -> list[tuple[str, Any]]:
    """What a value of a column can be here; of municipalities those that were read."""
    if role == "capacity":
        return list(CAPACITIES.items())
    if role == "municipality":
        named = ((area.code, Wording(area.name).text(page_language())) for area in areas)
        return sorted(named, key=lambda one: one[1])
    if role == "age_group":
        return [*AGE_GROUPS.items(), *FORMER_AGE_GROUPS.items()]
    lists: dict[str, Mapping[str, Any]] = {"handling": HANDLINGS, "reason": REASONS, "stance": STANCES}
    return list(lists.get(role, MARKED_IN).items())
