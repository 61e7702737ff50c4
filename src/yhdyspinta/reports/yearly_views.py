"""The yearly summary of an authority: a page and a table."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.places.models import Population
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import authority_of
from yhdyspinta.processes.values import LAW_OF_WAYS
from yhdyspinta.reports import yearly
from yhdyspinta.reports.yearly import Line, Share
from yhdyspinta.ui.dates import date_of_record, in_helsinki, number
from yhdyspinta.ui.tables import Cell, csv_response
from yhdyspinta.wording.languages import page_language

_MOST = 500  # rounds listed on the page; the figures and the file are of all


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """Rounds, reach, what was answered in time and what changed, by the six ways of taking part."""
    authority, told = authority_of(request), _told(request, year)
    this_year = in_helsinki(clock.now()).year
    context = {
        "authority": authority,
        "told": told,
        "total": _cells(told.total),
        "ways": [{"words": line.words, "cells": _cells(line)} for line in told.ways],
        "rows": [
            {"round": row, "path": process_address(row.activity.process, "outcomes:results")}
            for row in told.rounds[:_MOST]
        ],
        "more_rounds": max(len(told.rounds) - _MOST, 0),
        "ways_title": _ways_title(authority),
        "reach": _reach(authority, told.total.senders),
        "table_path": address("reports:year_table", authority, year=year),
        "before_path": address("reports:year", authority, year=year - 1) if year > yearly.FIRST_YEAR else "",
        "after_path": address("reports:year", authority, year=year + 1) if year < this_year else "",
        "breadcrumbs": [
            {"text": _("Results"), "href": address("site:results", authority)},
            {"text": _("Year %(year)s") % {"year": year}, "href": ""},
        ],
    }
    return render(request, "reports/year.html", context)


def _reach(authority: Authority, senders: int) -> str:
    """How many senders there were beside the residents of the area."""
    people = Population.objects.filter(area=authority.area_id).order_by("-on").first() if authority.area_id else None
    if people is None or not people.total:
        return ""
    language = page_language()
    words = _("The area had %(residents)s residents on %(on)s: %(share)s senders for each 10,000 residents.")
    share = number(round(10_000 * senders / people.total, 1), language)
    return words % {
        "residents": number(people.total, language),
        "on": date_of_record(people.on, language),
        "share": share,
    }


def _ways_title(authority: Authority) -> str:
    """With the section of the law that binds this kind of authority."""
    law = LAW_OF_WAYS.get(authority.kind)
    return _("By the six ways of taking part (%(law)s)") % {"law": law} if law else _("By the six ways of taking part")


def _told(request: HttpRequest, year: int) -> yearly.Year:
    if not yearly.FIRST_YEAR <= year <= yearly.LAST_YEAR:
        raise Http404
    return yearly.year_of(authority_of(request), year, at=clock.now())


def _cells(line: Line) -> dict[str, str]:
    language = page_language()
    return {
        "rounds": number(line.rounds, language),
        "comments": number(line.comments, language),
        "senders": number(line.senders, language),
        "in_time": _share(line.in_time, language) if line.rounds else "–",
        "changed": _share(line.changed, language) if line.rounds else "–",
        "in_time_percent": _percent(line.in_time),
        "in_time_words": _in_time_words(line.in_time, language),
        "changed_percent": _percent(line.changed),
        "changed_words": _changed_words(line.changed, language),
    }


def _percent(share: Share) -> str:
    return f"{round(100 * share.part / share.whole)} %" if share.whole else _("none yet")


def _in_time_words(share: Share, language: str) -> str:
    """Beside the percent: what was done, and of how many."""
    if not share.whole:
        return _("answered in time")
    words = ngettext("answered in time, of %(count)s round", "answered in time, of %(count)s rounds", share.whole)
    return words % {"count": number(share.whole, language)}


def _changed_words(share: Share, language: str) -> str:
    """Beside the percent: what was done, and of how many."""
    if not share.whole:
        return _("changed something")
    words = ngettext("changed something, of %(count)s round", "changed something, of %(count)s rounds", share.whole)
    return words % {"count": number(share.whole, language)}


def _share(share: Share, language: str) -> str:
    """As in: 3 / 4 (75 %); in words where there is nothing to be a share of."""
    if not share.whole:
        return _("none yet")
    return f"{number(share.part, language)} / {number(share.whole, language)} ({_percent(share)})"


@require_safe
def table(request: HttpRequest, year: int) -> HttpResponseBase:
    """The rounds of the year for a spreadsheet."""
    told, language = _told(request, year), page_language()
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
