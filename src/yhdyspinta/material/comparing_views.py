"""The page that shows comments on two documents beside each other."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from yhdyspinta.answers.values import PASSED_ON
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.comparing import Column, columns
from yhdyspinta.material.loading import frame, round_of
from yhdyspinta.material.models import Theme
from yhdyspinta.material.sections import DocumentLine, documents_of
from yhdyspinta.material.values import STANCES
from yhdyspinta.material.wanted import MATTER
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.ui import dates, forms
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.languages import page_language

_MOST = 25


class ChoiceForm(forms.Form):
    """Which two documents."""

    def __init__(self, *args: Any, documents: Sequence[DocumentLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(one.pk), one.title.text(page_language())) for one in documents]
        self.fields["left"] = forms.ChoiceField(label=gettext_lazy("First document"), choices=named, select=True)
        self.fields["right"] = forms.ChoiceField(label=gettext_lazy("Second document"), choices=named, select=True)


@require_safe
def compare(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Two documents of the round, each in its column."""
    found = round_of(request, process, activity)
    documents = documents_of(found, page_language())
    context = frame(request, found)
    if len(documents) < 2:
        return render(request, "material/compare.html", context)
    left = _one(request, "left", documents, documents[0])
    right = _one(request, "right", documents, next(one for one in documents if one.pk != left.pk))
    form = ChoiceForm(initial={"left": str(left.pk), "right": str(right.pk)}, documents=documents)
    counted, on_the_matter = columns(found, [left, right])
    query = urlencode({"section": MATTER, "state": Comment.State.VISIBLE.value})
    tables = _tables((left, right), (counted[left.pk], counted[right.pk]), Theme.objects.filter(activity=found))
    context |= {"form": form, "tables": tables, "matter_count": on_the_matter}
    context["matter_path"] = f"{context['links']['table']}?{query}"
    return render(request, "material/compare.html", context)


def _one(request: HttpRequest, name: str, documents: Sequence[DocumentLine], other: DocumentLine) -> DocumentLine:
    wanted = number_of(request.GET.get(name), most_digits=9)
    return next((one for one in documents if one.pk == wanted), other)


def _tables(pair: tuple[DocumentLine, DocumentLine], two: tuple[Column, Column], themes: Any) -> list[dict[str, Any]]:
    names = [one.title.text(page_language()) for one in pair]
    one, other = two
    stances: list[tuple[str, int, int]] = [
        (str(text), one.stances[key], other.stances[key]) for key, text in STANCES.items()
    ]
    unmarked = (one.comments - one.stances.total(), other.comments - other.stances.total())
    stances.append((_("Not marked"), *unmarked))
    themed = [(each.name.text(page_language()), one.themes[each.pk], other.themes[each.pk]) for each in themes]
    capacities = [(str(text), one.capacities[key], other.capacities[key]) for key, text in CAPACITIES.items()]
    return [
        _table(_("Comments and answers"), "", names, _totals(one, other)),
        _table(_("Stances"), _("Stance"), names, stances),
        _table(_("Themes"), _("Theme"), names, _largest(themed)),
        _table(_("Capacities of senders"), _("Capacity"), names, _largest(capacities)),
        *(
            _table(_("Sections: %(document)s") % {"document": name}, _("Section"), [_("Comments")], _by_section(each, column))
            for name, each, column in zip(names, pair, two, strict=True)
        ),
    ]  # fmt: skip


def _totals(one: Column, other: Column) -> list[tuple[str, int, int]]:
    words = {
        "answered": _("Answered"),
        "open": _("Waits for an answer"),
        PASSED_ON: _("Passed on to another authority"),
        "closed": _("Needs no answer"),
    }
    return [
        (_("Comments"), one.comments, other.comments),
        (_("Senders"), one.senders, other.senders),
        *((text, one.handling[key], other.handling[key]) for key, text in words.items()),
    ]


def _largest(rows: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    some = [row for row in rows if row[1] or row[2]]
    return sorted(some, key=lambda row: -(row[1] + row[2]))[:_MOST]


def _by_section(document: DocumentLine, column: Column) -> list[tuple[str, int]]:
    whole = sum(count for thread, count in column.threads.items() if not document.numbers.get(thread))
    rows = [(section.name, column.of_section(section.threads)) for section in document.sections]
    return [*([(_("The whole draft"), whole)] if whole else []), *rows]


def _table(title: str, first: str, names: list[str], rows: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    head = [{"text": first} if first else {"hidden_text": title}]
    return {
        "title": title,
        "head": [*head, *({"text": name, "numeric": True} for name in names)],
        "rows": [
            [{"text": row[0]}, *({"text": dates.number(count, page_language()), "numeric": True} for count in row[1:])]
            for row in rows
        ],
    }
