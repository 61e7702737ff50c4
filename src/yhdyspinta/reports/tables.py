"""The figures of a report as tables in the words of a language: the page draws them, Word holds them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from yhdyspinta.answers.values import HANDLINGS
from yhdyspinta.comments.values import CHANNELS, LANGUAGES
from yhdyspinta.material.values import STANCES
from yhdyspinta.moderation.values import REASONS
from yhdyspinta.people.capacities import AGE_BANDS, AGE_GROUPS, CAPACITIES
from yhdyspinta.reports.stances import NOT_MARKED
from yhdyspinta.transfers.told import HANDLED
from yhdyspinta.ui.dates import number
from yhdyspinta.ui.text import beginning
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

Words = Mapping[str, Promise | str]
STANCE_WORDS: Words = {**STANCES, NOT_MARKED: _lazy("Not marked")}


_LABEL = 60  # signs of a name in a line of text


@dataclass(frozen=True)
class Row:
    """A group: how many or what share, and its share of the population where there is one to compare with."""

    label: str
    value: int | None  # None: too small to show
    compared: int | None = None
    count: int | None = None  # beside a share
    of_those_shown: int | None = None  # the population's share with the same whole as the value's


def compared_with(group: Mapping[str, Any]) -> int | None:
    """The population's share beside a share of those shown: of them too, in a version from before of the whole area."""
    share: int | None = group.get("of_those_shown", group["population_share"])
    return share


def population_heading(*, same_whole: bool) -> str:
    """What the population's shares beside those of the municipalities shown are of."""
    return _("Share of the population of those shown") if same_whole else _("Share of the whole area's population")


@dataclass(frozen=True)
class Table:
    """A table of the report, in the words of the language that is on."""

    key: str
    caption: str
    label_heading: str
    value_heading: str
    rows: tuple[Row, ...]
    is_share: bool = False  # values are percents, beside those of the population
    note: str = ""
    hidden: str = ""  # what stands for a group that is too small
    compared_heading: str = ""  # of the population's shares beside shares
    in_brief: str = ""  # the note in a few words, beside the largest groups in a line of text

    @property
    def is_compared(self) -> bool:
        """Whether counts alone stand beside the shares of the population: anybody may know these, so none is left out."""
        return not self.is_share and any(row.compared is not None for row in self.rows)

    @property
    def heads(self) -> tuple[str, ...]:
        first = (self.label_heading, self.value_heading)
        if self.is_share:
            return (*first, _("Senders"), self.compared_heading or _("Population"))
        return (*first, _("Share of the population")) if self.is_compared else first

    def cells(self, language: str) -> list[tuple[str, ...]]:
        """Every row as texts, for a file."""
        return [self._texts(row, language) for row in self.rows]

    @property
    def in_words(self) -> list[tuple[str, ...]]:
        """Every row as texts, in the language that is on."""
        return self.cells(page_language())

    def _texts(self, row: Row, language: str) -> tuple[str, ...]:
        compared = f"{row.compared} %" if row.compared is not None else "–"
        if not self.is_share:
            counted = (row.label, self.hidden if row.value is None else number(row.value, language))
            return (*counted, compared) if self.is_compared else counted
        share = f"{row.value} %" if row.value is not None else "–"
        return (row.label, share, self.hidden if row.count is None else number(row.count, language), compared)

    def largest(self, most: int) -> "Table":
        """The first rows by their counts alone, as a line of text tells them."""
        rows = tuple(
            Row(beginning(row.label, _LABEL), row.count if self.is_share else row.value) for row in self.rows[:most]
        )
        return replace(self, rows=rows, is_share=False)

    @property
    def bars(self) -> list[dict[str, Any]]:
        """As the bar chart takes them: a share of the population has its mark beside shares, and is told beside counts."""
        return [
            {"label": row.label, "value": row.value, "hidden": self.hidden}
            | ({"compared": row.compared} if self.is_share else {"compared_words": self._population(row)})
            for row in self.rows
        ]

    def _population(self, row: Row) -> str:
        return f"{row.compared} %" if row.compared is not None else ""


def who_took_part(figures: Mapping[str, Any], language: str) -> list[Table]:
    """Senders by capacity, age and municipality, comments by channel and language; empty ones are left out."""
    limit = {"limit": number(figures["limit"], language)}
    small = _("too few to show")
    rounded = _("Rounded down in steps of %(limit)s, so that nobody can be recognised.") % limit
    several = _("A sender may have several capacities.")
    tables = [
        _counted(
            "capacities", _("Senders by capacity"), _("Capacity"), _("Senders"), _named(figures["capacities"], CAPACITIES),
            note=several + " " + _("Capacities stand beside each comment, so small groups are told too."), in_brief=several,
        ),
        _counted(
            "age_groups", _("Senders by age group"), _("Age group"), _("Senders"), _age_groups(figures.get("age_groups", ())),
            hidden=small, note=_("Only those who told their age.") + " " + rounded,
        ),
        _shares("ages", _("Senders by age, in wider groups"), _("Age"), _ages(figures["ages"]), hidden=small, note=_("Only those who told their age.") + " " + rounded),
        _shares(
            "municipalities",
            _("Senders by municipality"),
            _("Municipality"),
            _municipalities(figures["municipalities"], language),
            hidden=small,
            note=_municipalities_note(figures, language) + " " + rounded,
            in_brief=_("Municipalities: rounded down in steps of %(limit)s, small ones left out.") % limit,
        ),
        _counted("channels", _("Comments by channel"), _("Channel"), _("Comments"), _named(figures["channels"], CHANNELS)),
        _counted(
            "languages", _("Comments by language"), _("Language"), _("Comments"), _named(figures["languages"], LANGUAGES)
        ),
    ]  # fmt: skip
    return [table for table in tables if table.rows]


def what_was_said(figures: Mapping[str, Any], language: str) -> list[Table]:
    """Comments by theme and by stance; of stances nothing where none is marked, or in a version from before them."""
    rows = [Row(Wording(theme["name"]).text(language), theme["comments"]) for theme in figures["themes"]]
    note = _("A comment may have several themes.")
    table = _counted("themes", _("Comments by theme"), _("Theme"), _("Comments"), rows, note=note, in_brief=note)
    return [*([table] if rows else []), *_stances(figures, language)]


def _stances(figures: Mapping[str, Any], language: str) -> list[Table]:
    """In all, and of each document where there are several; what they are is told beside the first."""
    note = _("Staff marked the stances as they read the comments. It is not a vote: each sender chose to take part.")
    tables = [("stances", _("Comments by stance"), figures.get("stances", ()))]
    caption = _("Comments by stance: %(document)s")
    for place, one in enumerate(figures.get("stances_of_documents", ()), 1):
        title = beginning(Wording(one["title"]).text(language), _LABEL)
        tables.append((f"stances_{place}", caption % {"document": title}, one["stances"]))
    found = [
        _counted(key, told, _("Stance"), _("Comments"), _named(rows, STANCE_WORDS))
        for key, told, rows in tables
        if rows
    ]
    return [replace(found[0], note=note, in_brief=note), *found[1:]] if found else []


def what_was_done(figures: Mapping[str, Any]) -> list[Table]:
    """Comments by handling, with those that need no answer and those that wait; they add up to all comments."""
    rows = _named(figures["handlings"], HANDLINGS)
    rows += [Row(_("Needed no answer"), figures["closed"])] if figures["closed"] else []
    rows += [Row(str(HANDLED["open"]), figures["open"])] if figures["open"] else []
    return [_counted("handlings", _("Comments by handling"), _("Handling"), _("Comments"), rows)] if rows else []


def what_was_hidden(figures: Mapping[str, Any]) -> list[Table]:
    """Hidden comments by reason."""
    rows = _named(figures["hidden"], REASONS)
    return [_counted("hidden", _("Hidden comments by reason"), _("Reason"), _("Comments"), rows)] if rows else []


def _named(groups: Iterable[Mapping[str, Any]], words: Words) -> list[Row]:
    return [Row(str(words.get(group["key"], group["key"])), group["count"]) for group in groups]


def _counted(
    key: str,
    caption: str,
    label: str,
    value: str,
    rows: Sequence[Row],
    *,
    hidden: str = "",
    note: str = "",
    in_brief: str = "",
) -> Table:
    return Table(key, caption, label, value, tuple(rows), hidden=hidden, note=note, in_brief=in_brief)


def _age_groups(groups: Iterable[Mapping[str, Any]]) -> list[Row]:
    """As people were asked; nothing where every group is too small, or in a report from before the closer groups."""
    rows = [Row(str(AGE_GROUPS[group["key"]]), group["count"]) for group in groups]
    return rows if any(row.value is not None for row in rows) else []


def _ages(groups: Iterable[Mapping[str, Any]]) -> list[Row]:
    rows = list(groups)
    if all(group["count"] is None for group in rows):
        return []
    return [
        Row(str(AGE_BANDS[group["key"]]), group["share"], group["population_share"], group["count"]) for group in rows
    ]


def _municipalities(groups: Iterable[Mapping[str, Any]], language: str) -> list[Row]:
    return [
        Row(
            Wording(group["name"]).text(language),
            group["share"],
            group["population_share"],
            group["count"],
            group.get("of_those_shown"),
        )
        for group in groups
    ]


def _municipalities_note(figures: Mapping[str, Any], language: str) -> str:
    words = _("Shown are %(shown)s of the area's %(all)s municipalities: those with enough senders who told theirs.")
    shown = number(len(figures["municipalities"]), language)
    return words % {"shown": shown, "all": number(figures["municipalities_in_all"], language)}


def _shares(
    key: str, caption: str, label: str, rows: Sequence[Row], *, hidden: str, note: str, in_brief: str = ""
) -> Table:
    """Shares beside those of the population; counts where shares would be of the rest: with a group too small, or one only."""
    if len(rows) < 2 or any(row.count is None for row in rows):
        counted = tuple(Row(row.label, row.count, row.compared) for row in rows)
        return Table(key, caption, label, _("Senders"), counted, hidden=hidden, note=note, in_brief=in_brief)
    value, heading = _("Share of those shown"), ""
    if key == "municipalities":
        same_whole = all(row.of_those_shown is not None for row in rows)
        rows = [replace(row, compared=row.of_those_shown) for row in rows] if same_whole else rows
        heading = population_heading(same_whole=same_whole)
    return Table(
        key, caption, label, value, tuple(rows), is_share=True, hidden=hidden, compared_heading=heading, note=note,
        in_brief=in_brief,
    )  # fmt: skip
