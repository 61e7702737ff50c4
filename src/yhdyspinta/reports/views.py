"""Public pages of a report: the newest version, each version by its number, its readers' views, files and table."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.answers.values import OFF_TOPIC, PASSED_ON, SENT_ON
from yhdyspinta.open_data.api import limits
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports import annex, pdf, practices, sentences, tables, word
from yhdyspinta.reports.actions.pdf_files import given_up
from yhdyspinta.reports.loading import public_crumbs, public_version, public_versions
from yhdyspinta.reports.models import Drawing, ReportFile, ReportVersion
from yhdyspinta.reports.shortening import shortened
from yhdyspinta.reports.shown import CHANGING, AnswerTold, SectionTold, report_context, sections_told, version_path
from yhdyspinta.reports.words import ReportWords
from yhdyspinta.ui.dates import day
from yhdyspinta.ui.tables import csv_response
from yhdyspinta.ui.text import number_of
from yhdyspinta.ui.workbooks import excel_response
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, page_language

_BIGGEST = 5
_LONGEST = 700  # signs of staff's words on the page for those who decide: it is one printed page
_OUTCOMES = 3
_SECTIONS = 50  # on one page of those who look by section
_DECIDED = {"title": 110, "body_name": 60}  # the most signs of each
_TOLD_OF = ("capacities", "municipalities")
_WORTH = 20  # requests of the API that making a table counts as
_TYPES = {ReportFile.Kind.WORD: word.TYPE, ReportFile.Kind.PDF: "application/pdf"}


@require_safe
def newest(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """On to the newest published version, at its own address."""
    found, versions = public_versions(request, process, activity)
    versions[-1].activity = found
    return redirect(version_path(versions[-1]))


@require_safe
def report(request: HttpRequest, process: str, activity: str, version: int) -> HttpResponse:
    """One published version, as it was published."""
    found = public_version(request, process, activity, version)
    context = _context(found) | {"files": _files(found), "versions": _versions(found), "later": _later(found, "report")}
    context["pdf_is_coming"] = _lacks_pdf(context["files"]) and pdf.is_installed() and _is_drawn(request, found)
    context["has_pdf"] = any(file["kind"] == ReportFile.Kind.PDF for file in context["files"])
    context |= _annex_paths(found)
    context["practices_path"] = (
        activity_address(found.activity, "reports:practices") if practices.are_there(found.activity) else ""
    )
    return render(request, "reports/report.html", context)


def _context(version: ReportVersion) -> dict[str, Any]:
    language = page_language()
    readers = {name: version_path(version, "reader", reader=name) for name in READERS}
    return report_context(version, language) | {
        "breadcrumbs": public_crumbs(version.activity.process, _("Report of the round")),
        "report_path": version_path(version),
        "readers": readers,
        "results_path": process_address(version.activity.process, "outcomes:results"),
    }


def _files(version: ReportVersion) -> list[dict[str, str]]:
    rows = ReportFile.objects.filter(version=version).order_by("kind", "language").values_list("kind", "language")
    names = {"docx": "Word", "pdf": "PDF"}
    return [
        {
            "text": f"{names[kind]}, {CONTENT_LANGUAGES[language]}",
            "lang": language,
            "kind": kind,
            "path": version_path(version, "file", kind=kind, file_language=language),
        }
        for kind, language in rows
    ]


def _lacks_pdf(files: list[dict[str, str]]) -> bool:
    """Whether the worker has a PDF file yet to make: one stands beside each Word file."""
    languages = {kind: {file["lang"] for file in files if file["kind"] == kind} for kind in _TYPES}
    return not languages[ReportFile.Kind.WORD] <= languages[ReportFile.Kind.PDF]


def _is_drawn(request: HttpRequest, version: ReportVersion) -> bool:
    """Whether somebody is still at it; one query."""
    return not given_up(Drawing.objects.filter(version=version).first(), moment_of(request))


def _versions(version: ReportVersion) -> list[dict[str, Any]]:
    """Every version, newest first; none where there is one only."""
    rows = ReportVersion.objects.filter(activity=version.activity).defer("words", "figures").order_by("-number")
    found = []
    for row in rows:
        row.activity = version.activity
        found.append({"text": _named(row), "path": version_path(row), "is_this": row.number == version.number})
    return found if len(found) > 1 else []


def _named(version: ReportVersion) -> str:
    return _("Version %(number)s, %(day)s") % {
        "number": version.number,
        "day": day(version.published_at, page_language()),
    }


def _later(version: ReportVersion, name: str, **parts: Any) -> dict[str, str] | None:
    """The same page of the newest version, where that is a later one; one query."""
    rows = ReportVersion.objects.filter(activity=version.activity, number__gt=version.number)
    newest = rows.defer("words", "figures").order_by("-number").first()
    if newest is None:
        return None
    newest.activity = version.activity
    return {"text": _named(newest), "path": version_path(newest, name, **parts)}


@require_safe
def reader(request: HttpRequest, process: str, activity: str, version: int, reader: str) -> HttpResponse:
    """The result for one kind of reader: residents, those who decide, professionals."""
    if reader not in READERS:
        raise Http404
    found = public_version(request, process, activity, version)
    context = _context(found) | {"later": _later(found, "reader", reader=reader)}
    return render(request, f"reports/{reader}.html", context | READERS[reader](request, found, context["answers"]))


def _for_residents(_request: HttpRequest, version: ReportVersion, answers: list[AnswerTold]) -> dict[str, Any]:
    """Every answer under what it led to; what may still change stands apart."""
    final = [answer for answer in answers if answer.is_final]
    return {
        "changes": [answer for answer in final if answer.handling in CHANGING],
        "refusals": [answer for answer in final if answer.handling == "not_accepted"],
        "sent_on": [answer for answer in final if answer.handling == SENT_ON],
        "beside": [answer for answer in final if answer.handling == OFF_TOPIC],
        "preliminary": [answer for answer in answers if not answer.is_final],
        "needed_none": sentences.needed_none(version.figures, page_language()),
    }


def _for_deciders(_request: HttpRequest, version: ReportVersion, answers: list[AnswerTold]) -> dict[str, Any]:
    told, words, language = version.figures, ReportWords.read(version.words), page_language()
    by_handling = {row["key"]: row["count"] for row in told["handlings"]}
    return {
        "in_short": shortened(words.in_short, _LONGEST),
        "next_steps": shortened(words.next_steps, _LONGEST // 2),
        "outcomes": sentences.outcomes({"outcomes": [_short(row) for row in told["outcomes"][:_OUTCOMES]]}, language),
        "themes": [table.largest(_BIGGEST) for table in tables.what_was_said(told, language)],
        "who": [table.largest(_BIGGEST) for table in tables.who_took_part(told, language) if table.key in _TOLD_OF],
        "biggest": answers[:_BIGGEST],
        "more_answers": max(told["answers_in_all"] - _BIGGEST, 0),
        "accepted": sum(by_handling.get(key, 0) for key in CHANGING),
        "refused": by_handling.get("not_accepted", 0),
        "otherwise": by_handling.get(PASSED_ON, 0) + by_handling.get(OFF_TOPIC, 0) + told["closed"],
    }


def _short(outcome: dict[str, Any]) -> dict[str, Any]:
    """A decision in two lines."""
    return outcome | {name: shortened(Wording(outcome[name]), most).text for name, most in _DECIDED.items()}


def _for_professionals(request: HttpRequest, version: ReportVersion, answers: list[AnswerTold]) -> dict[str, Any]:
    """Each section with its answers, and what stands beside it and each good practice in it since the round.

    Page by page: a version stays as it was published, so the place of a section in it is a key.
    """
    told = sections_told(version, answers)
    start = number_of(request.GET.get("after")) or 0
    page, is_last = told[start : start + _SECTIONS], start + _SECTIONS >= len(told)
    if start and not page:
        raise Http404
    has_practices, beside = practices.at_places(version.activity, {(one.slug, one.anchor) for one in page})
    return {
        "sections": [{"told": one, "parts": beside.get((one.slug, one.anchor), [])} for one in page],
        "answers": _answers_of(page, answers, told if is_last else None),
        **_annex_paths(version),
        "practices_path": activity_address(version.activity, "reports:practices") if has_practices else "",
        "pager": {
            "previous_url": f"?after={max(start - _SECTIONS, 0)}" if start else "",
            "next_url": "" if is_last else f"?after={start + _SECTIONS}",
        },
    }


def _answers_of(
    page: Sequence[SectionTold], answers: Sequence[AnswerTold], every: Sequence[SectionTold] | None
) -> list[AnswerTold]:
    """The answers of some sections, in their order; given `every` section, also those that none has."""
    numbers, placed = ({one.number for told in some or () for one in told.answers} for some in (page, every))
    return [one for one in answers if one.number in numbers or (every is not None and one.number not in placed)]


READERS = {"residents": _for_residents, "deciders": _for_deciders, "professionals": _for_professionals}


@require_safe
def file(
    request: HttpRequest, *, process: str, activity: str, version: int, kind: str, file_language: str
) -> HttpResponseBase:
    """A file of a published version, as it was written once; 404 while the worker has not made it."""
    found = public_version(request, process, activity, version)
    row = ReportFile.objects.filter(version=found, kind=kind, language=file_language).first()
    if row is None:
        raise Http404
    return file_response(row, file_name("report", found.activity, f"{found.number}-{row.language}.{row.kind}"))


def file_name(what: str, activity: Activity, end: str) -> str:
    """The name of a file to be saved: whose it is, of which round, and what it is."""
    process = activity.process
    return f"{process.owner.slug}-{process.slug}-{activity.slug}-{what}-{end}"


def file_response(row: ReportFile, name: str) -> HttpResponse:
    """The file, always to be saved: it opens nothing in the browser and runs nothing."""
    response = HttpResponse(bytes(row.content), content_type=_TYPES[ReportFile.Kind(row.kind)])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
def table(request: HttpRequest, process: str, activity: str) -> HttpResponseBase:
    """The annex of the newest version."""
    found, published = public_versions(request, process, activity)
    newest = published[-1]
    newest.activity = found
    return redirect(version_path(newest, "version_annex"))


@require_safe
def version_table(request: HttpRequest, process: str, activity: str, version: int) -> HttpResponseBase:
    """The annex of one version: every comment that it counts, for a spreadsheet."""
    found = public_version(request, process, activity, version)
    limits.require_few(request, worth=_WORTH)
    name = file_name("comments", found.activity, str(found.number))
    return csv_response(name, annex.heads(), annex.rows(found, page_language()))


@require_safe
def version_workbook(request: HttpRequest, process: str, activity: str, version: int) -> HttpResponseBase:
    """The same as an Excel file; of a long one on to the open data, whose Excel file the worker makes."""
    found = public_version(request, process, activity, version)
    if not annex.is_short(found):
        return redirect(activity_address(found.activity, "open_data:round"))
    limits.require_few(request, worth=_WORTH)
    name = file_name("comments", found.activity, str(found.number))
    rows = annex.rows(found, page_language())
    return excel_response(name, annex.heads(), rows, sheet=_("Comments"), widths=annex.WIDTHS)


def _annex_paths(version: ReportVersion) -> dict[str, str]:
    """Where the full table is, for a spreadsheet and as an Excel file; that of a long one is the open data's."""
    excel = version_path(version, "version_annex_excel") if annex.is_short(version) else ""
    return {
        "annex_path": version_path(version, "version_annex"),
        "annex_excel_path": excel,
        "data_path": activity_address(version.activity, "open_data:round"),
    }
