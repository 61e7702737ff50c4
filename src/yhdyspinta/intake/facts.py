"""What a sheet tells besides its words and is counted in the report: compared when a second person types the sheet."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.comments.languages import language_name
from yhdyspinta.comments.models import Receipt
from yhdyspinta.intake.models import Batch, Sheet
from yhdyspinta.intake.shown_names import beginning_of_name
from yhdyspinta.people.capacities import AGE_GROUPS, CAPACITIES, FORMER_AGE_GROUPS
from yhdyspinta.places.models import Area
from yhdyspinta.ui.dates import day as day_words
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.fields import Wording

#: What each is called.
NAMES = {
    "capacities": gettext_lazy("Capacity"),
    "organisation": gettext_lazy("Organisation"),
    "display_name": gettext_lazy("Name that is shown"),
    "municipality": gettext_lazy("Home municipality"),
    "age_group": gettext_lazy("Age group"),
    "language": gettext_lazy("Language"),
    "arrived_on": gettext_lazy("Day of arrival"),
}


@dataclass(frozen=True)
class Facts:
    """What was ticked and written of the sender, in which language, and on which day it came."""

    capacities: tuple[str, ...]
    municipality: int | None
    age_group: str
    language: str
    arrived_on: date
    organisation: str = ""  # as it is written, where they speak for one
    display_name: str = ""  # as it is written, in a round that shows names; "" of a minor

    @classmethod
    def of(cls, receipt: Receipt) -> Self:
        """As they stand now."""
        sender = receipt.sender
        return cls(
            tuple(sorted(sender.capacities)), sender.municipality_id, sender.age_group, receipt.language,
            in_helsinki(receipt.at).date(), sender.organisation.name if sender.organisation else "",
            sender.display_name,
        )  # fmt: skip

    @classmethod
    def kept(cls, told: Mapping[str, Any]) -> Self:
        """As `stored` wrote them."""
        return cls(
            tuple(told["capacities"]), told["municipality"], told["age_group"], told["language"],
            date.fromisoformat(told["arrived_on"]), told["organisation"], told["display_name"],
        )  # fmt: skip

    def stored(self) -> dict[str, Any]:
        """For a field of JSON."""
        return asdict(self) | {"capacities": list(self.capacities), "arrived_on": self.arrived_on.isoformat()}

    def differing(self, other: "Facts") -> list[str]:
        """Which of them the two typings have otherwise."""
        return [name for name in NAMES if getattr(self, name) != getattr(other, name)]

    def words(self, name: str, towns: Mapping[int, str], language: str) -> str:
        """One of them in words."""
        if name == "capacities":
            said = ", ".join(str(CAPACITIES.get(key, key)) for key in self.capacities)
        elif name in {"organisation", "display_name"}:
            said = str(getattr(self, name))
        elif name == "municipality":
            said = towns.get(self.municipality or 0, "")
        elif name == "age_group":
            said = str({**AGE_GROUPS, **FORMER_AGE_GROUPS}.get(self.age_group, ""))
        elif name == "language":
            said = language_name(self.language)
        else:
            said = day_words(self.arrived_on, language)
        return said or _("Not told")


def form_beginning(facts: Facts, language: str) -> dict[str, Any]:
    """What a form of them begins with; one query where there is a municipality."""
    town = Area.objects.filter(pk=facts.municipality).first() if facts.municipality else None
    named = Wording(town.name).text(language) if town else ""
    told = {name: getattr(facts, name) for name in NAMES} | beginning_of_name(facts.display_name)
    return told | {"capacities": list(facts.capacities), "municipality": named}


def names_asked(naming: str) -> list[str]:
    """Which of them a sheet can tell: a name only where names are shown."""
    return [name for name in NAMES if name != "display_name" or naming != "not_shown"]


def are_asked(sheet: Sheet) -> bool:
    """Papers tell them; a table of an event does not, nor does a sender whose data has been erased."""
    return sheet.batch.kind == Batch.Kind.PILE and sheet.receipt.sender.person_id is not None


def kept_second(sheet: Sheet) -> Facts | None:
    """What the second person typed of them, while it waits to be decided."""
    told = sheet.second.get("facts")
    if not told:
        return None
    first = Facts.of(sheet.receipt)  # typed before either was asked
    return Facts.kept({"organisation": first.organisation, "display_name": first.display_name} | told)


def differences(first: Facts, second: Facts, language: str) -> list[dict[str, str]]:
    """What differs, in words of both typings; one query where there is a municipality."""
    names = first.differing(second)
    asked = {one.municipality for one in (first, second) if one.municipality and "municipality" in names}
    rows = Area.objects.filter(pk__in=asked).values_list("pk", "name") if asked else ()
    towns = {pk: Wording(name).text(language) for pk, name in rows}
    return [
        {"name": str(NAMES[name]), "first": first.words(name, towns, language),
         "second": second.words(name, towns, language)}
        for name in names
    ]  # fmt: skip
