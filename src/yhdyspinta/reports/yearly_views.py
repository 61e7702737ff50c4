"""The yearly summary of an authority: a page, a Word file and tables."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.open_data.api import limits
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import authority_of
from yhdyspinta.reports import yearly, yearly_figures, yearly_word
from yhdyspinta.reports import yearly_words as words
from yhdyspinta.reports.word import TYPE
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.ui.downloads import made_for_one
from yhdyspinta.ui.tables import Cell, csv_response
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, INTERFACE_LANGUAGES, page_language

_WORTH = 20  # requests of the API that making a file counts as
_MOST = 500  # rounds listed on the page; the figures and the file are of all


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """Rounds, reach, what was answered in time and what changed, by the six ways of taking part."""
    authority, at, language = authority_of(request), clock.now(), page_language()
    told, this_year = _told(request, year, at), in_helsinki(at).year
    context = {
        "authority": authority,
        "told": told,
        "total": words.cells(told.total, language),
        "ways": [{"words": line.words, "cells": words.cells(line, language)} for line in told.ways],
        "lead": words.lead(),
        "as_of": words.as_of(at, language),
        "how_counted": words.how_counted(),
        "rows": [
            {
                "round": row,
                "path": process_address(row.activity.process, "outcomes:results"),
                "answered": words.answered(row, language),
                "changed": words.changed(row),
            }
            for row in told.rounds[:_MOST]
        ],
        "more_rounds": max(len(told.rounds) - _MOST, 0),
        "ways_title": words.ways_title(authority),
        "reach": words.reach(words.population_of(authority), told.total.senders, language),
        "table_path": address("reports:year_table", authority, year=year),
        "figures_path": address("reports:year_figures", authority, year=year),
        "files": [
            {
                "text": f"Word, {CONTENT_LANGUAGES[tag]}",
                "lang": tag,
                "path": address("reports:year_file", authority, year=year, file_language=tag),
            }
            for tag in _file_languages(authority)
        ],
        "before_path": address("reports:year", authority, year=year - 1) if year > yearly.FIRST_YEAR else "",
        "after_path": address("reports:year", authority, year=year + 1) if year < this_year else "",
        "breadcrumbs": [
            {"text": _("Results"), "href": address("site:results", authority)},
            {"text": _("Year %(year)s") % {"year": year}, "href": ""},
        ],
    }
    return render(request, "reports/year.html", context)


def _file_languages(authority: Authority) -> list[str]:
    """Those of the authority's languages that the words of the service are in."""
    return [tag for tag in authority.languages if tag in INTERFACE_LANGUAGES]


def _told(request: HttpRequest, year: int, at: datetime) -> yearly.Year:
    if not yearly.FIRST_YEAR <= year <= yearly.LAST_YEAR:
        raise Http404
    return yearly.year_of(authority_of(request), year, at=at)


@require_safe
def table(request: HttpRequest, year: int) -> HttpResponseBase:
    """The rounds of the year for a spreadsheet."""
    limits.require_few(request, worth=_WORTH)
    told, language = _told(request, year, clock.now()), page_language()
    yes_no: dict[bool | None, str] = {True: _("Yes"), False: _("No"), None: ""}
    heads = [
        _("Round"), _("Closed"), _("Comments"), _("Senders"), _("Answers first promised"), _("Answered"),
        _("Answered in time"), _("Changed something"), *(line.words for line in told.ways),
    ]  # fmt: skip
    rows: list[list[Cell]] = [
        [
            row.title.text(language),
            row.closed_on.isoformat(),
            row.comments,
            row.senders,
            row.promised_on.isoformat() if row.promised_on else "",
            row.answered_on.isoformat() if row.answered_on else "",
            yes_no[row.in_time],
            yes_no[row.changed],
            *(1 if line.key in row.ways else 0 for line in told.ways),
        ]
        for row in told.rounds
    ]
    return csv_response(f"rounds-{authority_of(request).slug}-{year}", heads, rows)


@require_safe
def figures(request: HttpRequest, year: int) -> HttpResponseBase:
    """The figures of the year for a spreadsheet: all rounds together, then each of the six ways."""
    limits.require_few(request, worth=_WORTH)
    authority, at = authority_of(request), clock.now()
    told = _told(request, year, at)
    heads, rows = yearly_figures.heads(), yearly_figures.rows(authority, told, at)
    return csv_response(f"figures-{authority.slug}-{year}", heads, rows)


@require_safe
def file(request: HttpRequest, year: int, file_language: str) -> HttpResponse:
    """The summary as a Word file in a language of the authority, with the moment that its figures are of."""
    authority, at = authority_of(request), clock.now()
    if file_language not in _file_languages(authority):
        raise Http404
    limits.require_few(request, worth=_WORTH)
    told = _told(request, year, at)
    response = HttpResponse(yearly_word.year_file(authority, told, file_language, at=at), content_type=TYPE)
    name = f"{authority.slug}-{year}-{in_helsinki(at).date().isoformat()}-{file_language}.docx"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return made_for_one(response)
