"""The page that shows comments on two documents beside each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from yhdyspinta.answers.values import PASSED_ON
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.comparing import Column, columns
from yhdyspinta.material.forms import theme_field
from yhdyspinta.material.loading import frame, round_of
from yhdyspinta.material.models import Theme
from yhdyspinta.material.sections import DocumentLine, documents_of
from yhdyspinta.material.values import STANCES
from yhdyspinta.material.wanted import MATTER, NONE, UNMARKED, WHOLE, read_wanted, several_in
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.transfers.told import HANDLED
from yhdyspinta.ui import dates, forms
from yhdyspinta.ui.tables import Cell, csv_response
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.languages import page_language

_MOST = 25
#: How the table of comments is asked for those that are handled so.
_ANSWERED = {"open": "no", "answered": "yes", "closed": "closed", PASSED_ON: "passed"}


class ChoiceForm(forms.Form):
    """Which two documents, and comments of which themes."""

    def __init__(
        self, *args: Any, documents: Sequence[DocumentLine], themes: Sequence[Theme], **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        named = [(str(one.pk), one.title.text(page_language())) for one in documents]
        self.fields["left"] = forms.ChoiceField(label=gettext_lazy("First document"), choices=named, select=True)
        self.fields["right"] = forms.ChoiceField(label=gettext_lazy("Second document"), choices=named, select=True)
        self.fields["theme"] = theme_field(themes)


@require_safe
def compare(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Two documents of the round, each in its column."""
    found = round_of(request, process, activity)
    documents = documents_of(found, page_language())
    context = frame(request, found)
    if len(documents) < 2:
        return render(request, "material/compare.html", context)
    left, right = _pair(request, documents)
    themes, every = _themes(request), list(Theme.objects.filter(activity=found))
    initial = {"left": str(left.pk), "right": str(right.pk), "theme": themes}
    counted, on_the_matter = columns(found, [left, right], themes)
    narrowed = {"theme": ",".join(themes)} if themes else {}
    query = urlencode({"section": MATTER, **narrowed, "state": Comment.State.VISIBLE.value})
    parts = _parts((left, right), (counted[left.pk], counted[right.pk]), _shown(every, themes))
    context |= {
        "form": ChoiceForm(initial=initial, documents=documents, themes=every),
        "tables": [_table(part, (left, right), context["links"]["table"], narrowed) for part in parts],
        "matter_count": on_the_matter, "theme_count": len(themes), "has_themes": bool(every),
    }  # fmt: skip
    chosen = urlencode({"left": str(left.pk), "right": str(right.pk), **narrowed})
    context["file_path"] = f"{activity_address(found, 'material:compare_file')}?{chosen}"
    context["matter_path"] = f"{context['links']['table']}?{query}"
    return render(request, "material/compare.html", context)


@require_safe
def file(request: HttpRequest, process: str, activity: str) -> HttpResponseBase:
    """The same counts for a spreadsheet, also those that the page leaves out of its longest tables; empty of one document."""
    found = round_of(request, process, activity)
    documents = documents_of(found, page_language())
    heads, rows = [_("Part of the comparison"), _("Row")], list[list[Cell]]()
    if len(documents) > 1:
        pair = left, right = _pair(request, documents)
        themes = _themes(request)
        counted, _on_the_matter = columns(found, pair, themes)
        shown = _shown(Theme.objects.filter(activity=found), themes)
        parts = _parts(pair, (counted[left.pk], counted[right.pk]), shown, most=None)
        heads += [one.title.text(page_language()) for one in pair]
        rows = [[part.title, *row] for part in parts for row in part.cells(len(pair))]
    return csv_response(f"compared-{found.process.slug}-{found.slug}", heads, rows)


def _themes(request: HttpRequest) -> list[str]:
    """The themes of the address. Raises Refusal("unknown_choice") for what is no theme's number."""
    themes = read_wanted({"theme": several_in(request.GET, "theme")}, sees_senders=False).themes
    return [one for one in themes if one != NONE]


def _shown(every: Iterable[Theme], chosen: Sequence[str]) -> list[Theme]:
    """The chosen themes have a row each; what else their comments are of is not told, for no count would lead to it."""
    return [one for one in every if not chosen or str(one.pk) in chosen]


def _pair(request: HttpRequest, documents: Sequence[DocumentLine]) -> tuple[DocumentLine, DocumentLine]:
    left = _one(request, "left", documents, documents[0])
    return left, _one(request, "right", documents, next(one for one in documents if one.pk != left.pk))


def _one(request: HttpRequest, name: str, documents: Sequence[DocumentLine], other: DocumentLine) -> DocumentLine:
    wanted = number_of(request.GET.get(name), most_digits=9)
    return next((one for one in documents if one.pk == wanted), other)


@dataclass(frozen=True)
class _Row:
    """What is counted, how many there are of each document, and what the table of comments is asked to show them."""

    words: str
    counts: tuple[int, ...]
    query: Mapping[str, str] | None = None  # None: what is counted are no comments


@dataclass(frozen=True)
class _Part:
    """One of the tables: its rows, each with a count for every name; `at` is the column of a single document."""

    title: str
    first: str
    names: Sequence[str]
    rows: Sequence[_Row]
    at: int = 0

    def cells(self, width: int) -> Iterator[list[Cell]]:
        """The rows with an empty cell for a document that they are not of."""
        for row in self.rows:
            yield [row.words, *[""] * self.at, *row.counts, *[""] * (width - self.at - len(row.counts))]


def _parts(
    pair: tuple[DocumentLine, DocumentLine],
    two: tuple[Column, Column],
    themes: Sequence[Theme],
    *,
    most: int | None = _MOST,
) -> list[_Part]:
    names = [one.title.text(page_language()) for one in pair]
    one, other = two
    stances = [
        _Row(str(text), (one.stances[key], other.stances[key]), {"stance": key}) for key, text in STANCES.items()
    ]
    unmarked = (one.comments - one.stances.total(), other.comments - other.stances.total())
    stances.append(_Row(_("Not marked"), unmarked, {"stance": UNMARKED}))
    themed = [
        _Row(each.name.text(page_language()), (one.themes[each.pk], other.themes[each.pk]), {"theme": str(each.pk)})
        for each in themes
    ]
    capacities = [
        _Row(str(text), (one.capacities[key], other.capacities[key]), {"capacity": key})
        for key, text in CAPACITIES.items()
    ]
    return [
        _Part(_("Comments and answers"), "", names, _totals(one, other)),
        _Part(_("Stances"), _("Stance"), names, stances),
        _Part(_("Themes"), _("Theme"), names, _largest(themed)[:most]),
        _Part(_("Capacities of senders"), _("Capacity"), names, _largest(capacities)[:most]),
        *(
            _Part(_("Sections: %(document)s") % {"document": names[at]}, _("Section"), [_("Comments")], _by_section(pair[at], two[at]), at)
            for at in range(len(pair))
        ),
    ]  # fmt: skip


def _totals(one: Column, other: Column) -> list[_Row]:
    return [
        _Row(_("Comments"), (one.comments, other.comments), {}),
        _Row(_("Senders"), (one.senders, other.senders)),
        *(
            _Row(str(text), (one.handling[key], other.handling[key]), {"answered": _ANSWERED[key]})
            for key, text in HANDLED.items()
        ),
    ]


def _largest(rows: list[_Row]) -> list[_Row]:
    return sorted((row for row in rows if any(row.counts)), key=lambda row: -sum(row.counts))


def _by_section(document: DocumentLine, column: Column) -> list[_Row]:
    whole = sum(count for thread, count in column.threads.items() if not document.numbers.get(thread))
    rows = [
        _Row(section.name, (column.of_section(section.threads),), {"section": str(section.pk)})
        for section in document.sections
    ]
    return [*([_Row(_("The whole draft"), (whole,), {"section": WHOLE})] if whole else []), *rows]


def _table(
    part: _Part, pair: Sequence[DocumentLine], path: str, narrowed: Mapping[str, str]
) -> dict[str, Any]:  # fmt: skip
    head = [{"text": part.first} if part.first else {"hidden_text": part.title}]
    return {
        "title": part.title,
        "head": [*head, *({"text": name, "numeric": True} for name in part.names)],
        "rows": [
            [
                {"text": row.words},
                *(
                    _cell(row, count, of, path, narrowed)
                    for count, of in zip(row.counts, pair[part.at :], strict=False)
                ),
            ]
            for row in part.rows
        ],
    }


def _cell(
    row: _Row, count: int, document: DocumentLine, path: str, narrowed: Mapping[str, str]
) -> dict[str, Any]:  # fmt: skip
    """A count, which leads to the comments that it counts, or to those of the senders."""
    cell = {"text": dates.number(count, page_language()), "numeric": True}
    if not count or row.query is None:
        return cell
    query = urlencode({"document": str(document.pk), **narrowed, **row.query, "state": Comment.State.VISIBLE.value})
    title = document.title.text(page_language())
    return cell | {"href": f"{path}?{query}", "hidden_text": f"{row.words}, {title}"}
