"""Staff pages of a report: its words, a look at the whole before publishing, the attachment for an agenda."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.written import ANSWER
from yhdyspinta.comments.values import LANGUAGES
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.loading import moment_of, staff_round
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.telling import followers_told
from yhdyspinta.reports import actions
from yhdyspinta.reports.actions import ABILITY
from yhdyspinta.reports.actions.pdf_files import given_up
from yhdyspinta.reports.actions.reporting import half_written_languages, hearing_languages
from yhdyspinta.reports.forms import ReportForm
from yhdyspinta.reports.lacking import lacking_in
from yhdyspinta.reports.loading import staff_frame
from yhdyspinta.reports.models import HearingSummary, Report, ReportFile, ReportVersion
from yhdyspinta.reports.shown import report_context, version_path
from yhdyspinta.reports.views import file_name, file_response
from yhdyspinta.reports.words import ReportWords, first_words, words_heard
from yhdyspinta.ui.paging import paged
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.conflicts import both_texts
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, page_language
from yhdyspinta.wording.refusals import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Write the words of the report; the figures come from the data."""
    found = staff_round(request, process, activity, ABILITY)
    kept = Report.objects.filter(activity=found).first()
    words = ReportWords.of(kept) if kept else first_words(found)
    form = ReportForm(
        request.POST or None,
        languages=Languages.of_agenda(found.process.owner),
        initial=vars(words) | {"revision": kept.revision if kept else 0},
    )

    def save() -> HttpResponse:
        revision = number_of(form.cleaned_data["revision"]) or 0
        actions.save_report(
            actor=actor_of(request), activity=found, words=form.words(), revision=revision, at=moment_of(request)
        )
        if request.POST.get("then") == "preview":
            return redirect(activity_address(found, "reports:preview"))
        messages.success(request, _("The report was saved. It is not public before you publish it."))
        return redirect(activity_address(found, "reports:edit"))

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "changed_meanwhile":
            return {}
        told = refusal.values
        return both_texts(form, saved=vars(told["saved"]), typed=vars(told["typed"]), revision=told["revision"])

    context = staff_frame(found, _("Report of the round")) | {"kept": kept} | _versions(request, found)
    context["is_open"] = not found.has_closed_at(moment_of(request))
    return form_page(request, "reports/edit.html", form, save, refused=refused, keeps=True, **context)


def _versions(request: HttpRequest, activity: Activity) -> dict[str, Any]:
    versions = ReportVersion.objects.filter(activity=activity).defer("words", "figures").select_related("drawing")
    rows, ways = paged(request, versions, order=("-number",), name="versions")
    found = []
    for row in rows:
        row.activity = activity
        without_pdf = given_up(getattr(row, "drawing", None), moment_of(request))
        found.append({"version": row, "path": version_path(row), "without_pdf": without_pdf})
    return {"versions": found, "ways": ways}


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The whole report as it would be published now, and the button that publishes it."""
    found = staff_round(request, process, activity, ABILITY)
    at = moment_of(request)
    refusal = None
    if request.method == "POST":
        revision = number_of(request.POST.get("revision") or "") or 0
        try:
            made = actions.publish_report(
                actor=actor_of(request), activity=found, revision=revision, at=at, although_waiting=_although(request)
            )
        except Refusal as problem:
            refusal = problem
        else:
            if made.published_at == at:
                told = _("The report was published.") + " " + followers_told(found.process, is_result=True)
                messages.success(request, told)
            else:
                words = _("Nothing has changed since version %(number)s, so no new one was published.")
                messages.info(request, words % {"number": made.number})
            return redirect(activity_address(found, "reports:report", version=made.number))
    kept = Report.objects.filter(activity=found).first()
    if kept is None:
        return redirect(activity_address(found, "reports:edit"))
    last = ReportVersion.objects.filter(activity=found).aggregate(last=Max("number"))["last"] or 0
    would_be = ReportVersion(
        activity=found, number=last + 1, words=ReportWords.of(kept).stored(), figures=kept.figures, published_at=at
    )
    context = report_context(would_be, page_language()) | staff_frame(found, _("Preview"))
    context |= _waiting(found) | {
        "kept": kept,
        "refusal": refusal,
        "who_is_told": followers_told(found.process, is_result=True),
        "is_open": not found.has_closed_at(at),
        "without_file": lacking_in(would_be.words, half_written_languages(would_be)),
    }
    return render(request, "reports/preview.html", context, status=refusal.status if refusal else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def hearing(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The attachments made for agendas, and the button that makes one of how things stand now."""
    found = staff_round(request, process, activity, ABILITY)
    at, refusal = moment_of(request), None
    if request.method == "POST":
        try:
            made = actions.make_hearing_summary(
                actor=actor_of(request), activity=found, at=at, although_waiting=_although(request)
            )
        except Refusal as problem:
            refusal = problem
        else:
            if made.made_at == at:
                messages.success(request, _("The attachment is ready to be downloaded."))
            else:
                words = _("Nothing has changed since attachment %(number)s, so no new one was made.")
                messages.info(request, words % {"number": made.number})
            return redirect(activity_address(found, "reports:hearing"))
    rows, ways = _hearings(request, found)
    context = staff_frame(found, _("Attachment for the agenda")) | _waiting(found) | _of_answers(found)
    context |= {"rows": rows, "ways": ways, "refusal": refusal, "is_open": not found.has_closed_at(at)}
    return render(request, "reports/hearing.html", context, status=refusal.status if refusal else 200)


def _although(request: HttpRequest) -> bool:
    return request.POST.get("although_waiting") == "yes"


def _waiting(activity: Activity) -> dict[str, Any]:
    """How many comments wait for an answer, and where they are answered."""
    return {"waiting": activity.due_count, "answers_path": activity_address(activity, "answers:work")}


def _of_answers(activity: Activity) -> dict[str, Any]:
    """Whether any is published, and what lacks a text in a language of the attachment; two queries."""
    rows = Answer.objects.filter(activity=activity, published_at__isnull=False).values_list(*ANSWER)
    lacking = lacking_in(words_heard(activity), hearing_languages(activity))
    return {"is_unanswered": not rows, "untranslated": _untranslated(activity, rows), "lacking": lacking}


def _untranslated(activity: Activity, answers: Iterable[tuple[dict[str, str], ...]]) -> list[dict[str, Any]]:
    """How many answers lack a text in which language, and where their texts leave for a translator."""
    languages = hearing_languages(activity)
    lacking = Counter(
        tag
        for parts in answers
        for tag in {tag for part in parts if any(part.values()) for tag in Wording(part).missing(languages)}
    )
    path = process_address(activity.process, "translating:texts")
    return [
        {
            "language": LANGUAGES[tag],
            "count": lacking[tag],
            "path": f"{path}?{urlencode({'from': next(one for one in languages if one != tag), 'to': tag})}",
        }
        for tag in languages
        if lacking[tag]
    ]


def _hearings(request: HttpRequest, activity: Activity) -> tuple[list[dict[str, Any]], dict[str, str]]:
    found = HearingSummary.objects.filter(activity=activity).defer("figures")
    made, ways = paged(request, found, order=("-number",))
    files: dict[int, list[str]] = {}
    for pk, language in (
        ReportFile.objects.filter(hearing__in=made).order_by("language").values_list("hearing", "language")
    ):
        files.setdefault(pk, []).append(language)
    return [
        {
            "made": row,
            "files": [
                {"text": CONTENT_LANGUAGES[tag], "lang": tag, "path": _hearing_path(activity, row, tag)}
                for tag in files.get(row.pk, [])
            ],
        }
        for row in made
    ], ways  # fmt: skip


def _hearing_path(activity: Activity, made: HearingSummary, language: str) -> str:
    return activity_address(activity, "reports:hearing_file", made=made.number, file_language=language)


@require_safe
def hearing_file(request: HttpRequest, process: str, activity: str, made: int, file_language: str) -> HttpResponseBase:
    """An attachment as it was made."""
    found = staff_round(request, process, activity, ABILITY)
    rows = ReportFile.objects.filter(hearing__activity=found, hearing__number=min(made, 32_767), language=file_language)
    row = rows.first()
    if row is None:
        raise Http404
    return file_response(row, file_name("hearing-summary", found, f"{made}-{row.language}.{row.kind}"))
