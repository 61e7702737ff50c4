"""Writing a report, publishing a version of it, and making the attachment for an agenda."""

import json
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from yhdyspinta.answers.languages import AGENDA_LANGUAGES
from yhdyspinta.audit.trail import record
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.processes.telling import tell_followers
from yhdyspinta.processes.waiting import waits_shortly
from yhdyspinta.reports import annex, figures, word
from yhdyspinta.reports.actions.pdf_files import order_pdf
from yhdyspinta.reports.models import HearingSummary, Report, ReportAnnex, ReportFile, ReportVersion
from yhdyspinta.reports.words import NAMES, ReportWords, require_words, words_heard
from yhdyspinta.wording.refusals import Refusal

ABILITY = "decide_outcome"


@transaction.atomic
def save_report(*, actor: Person, activity: Activity, words: ReportWords, revision: int, at: datetime) -> Report:
    """Keep the words of a report, beside the figures of this moment for a look at the whole.

    Raises Refusal("changed_meanwhile") with both texts.
    """
    require_staff(actor, ABILITY, activity.process)
    Activity.objects.select_for_update(no_key=True).get(pk=activity.pk)
    report = Report.objects.filter(activity=activity).first() or Report(activity=activity, revision=0)
    if report.revision != revision:
        raise Refusal("changed_meanwhile", saved=ReportWords.of(report), typed=words, revision=report.revision)
    report.figures = figures.figures_of(activity, at=at)
    if report.pk is not None and ReportWords.of(report) == words:
        report.save(update_fields=["figures"])
        return report
    for name in NAMES:
        setattr(report, name, getattr(words, name))
    report.saved_at, report.revision = at, report.revision + 1
    report.save()
    record("reports.saved", actor=actor, target=activity, at=at, process=activity.process, revision=report.revision)
    return report


@transaction.atomic
def publish_report(
    *, actor: Person, activity: Activity, revision: int, at: datetime, although_waiting: bool = False
) -> ReportVersion:
    """Publish the saved words beside the figures of this moment as the next version; followers are told.

    `revision` is the one that was previewed. Raises Refusal("report_missing"), ("report_changed"),
    ("report_round_is_open"), ("report_part_missing"), ("language_missing"), ("report_is_being_made") or, unless
    `although_waiting`, ("comments_wait"). The same words are published once.
    """
    require_staff(actor, ABILITY, activity.process)
    held = _held(activity)
    report = Report.objects.filter(activity=held).first()
    if report is None:
        raise Refusal("report_missing")
    if report.revision != revision:
        raise Refusal("report_changed")
    require_closed(held, at)
    words = ReportWords.of(report)
    require_words(held.process, words)
    _require_answered(held, although_waiting=although_waiting)
    former = ReportVersion.objects.filter(activity=held).order_by("-number").first()
    taken = figures.figures_of(held, at=at)
    if former is not None and former.words == words.stored() and _same(former.figures, taken):
        return former
    number = former.number + 1 if former else 1
    version = _frozen(held, ReportVersion(number=number, words=words.stored(), figures=taken, published_at=at))
    tell_followers(held.process, "reports.published", at=at, is_result=True, activity=held.slug, number=version.number)
    record("reports.published", actor=actor, target=held, at=at, process=held.process, number=version.number)
    return version


def _frozen(activity: Activity, version: ReportVersion) -> ReportVersion:
    """Store a version with its annex and its Word files; PDF files take seconds, and the worker makes them."""
    version.activity = activity
    version.save(force_insert=True)
    ReportAnnex.objects.create(version=version, content=annex.packed(version))
    _write_files(activity, lambda language: word.report_file(version, language), version=version)
    order_pdf(version)
    return version


@transaction.atomic
def make_hearing_summary(
    *, actor: Person, activity: Activity, at: datetime, although_waiting: bool = False
) -> HearingSummary:
    """Make the attachment for an agenda: what was heard and how it was handled, with reasons, as it is now.

    Where none came or none is answered yet, it says so. Raises Refusal("report_round_is_open") or, unless
    `although_waiting`, ("comments_wait"). The same figures make no second attachment.
    """
    require_staff(actor, ABILITY, activity.process)
    held = _held(activity)
    require_closed(held, at)
    former = HearingSummary.objects.filter(activity=held).order_by("-number").first()
    taken = figures.figures_of(held, at=at) | {"words": words_heard(held)}
    _require_answered(held, although_waiting=although_waiting)
    if former is not None and _same(former.figures, taken):
        return former
    number = former.number + 1 if former else 1
    made = HearingSummary.objects.create(activity=held, number=number, figures=taken, made_at=at)
    _write_files(held, lambda language: word.hearing_file(made, language), hearing=made)
    record("reports.hearing_made", actor=actor, target=held, at=at, process=held.process, number=made.number)
    return made


def _held(activity: Activity) -> Activity:
    """The round, locked: while another press makes something of it, this one is told so."""
    with waits_shortly("report_is_being_made"):
        return Activity.objects.select_for_update(no_key=True).select_related("process__owner").get(pk=activity.pk)


def require_closed(activity: Activity, at: datetime) -> None:
    """Refuse while the round is open, or has not been yet: its figures would be of half a round."""
    if not activity.has_closed_at(at):
        raise Refusal("report_round_is_open")


def hearing_languages(activity: Activity) -> list[str]:
    """Of the attachment for an agenda: those that the authority owes, and always Finnish and Swedish."""
    return list(dict.fromkeys([*activity.process.owner.duty_languages, *AGENDA_LANGUAGES]))


def _require_answered(activity: Activity, *, although_waiting: bool) -> None:
    """What is published cannot be taken back: whoever does it while comments wait says that they know."""
    if activity.due_count and not although_waiting:
        raise Refusal("comments_wait", status=422, field="although_waiting")


def _same(one: figures.Figures, other: figures.Figures) -> bool:
    """Whether they tell the same but for the moment; what was kept has been through JSON, and what is new goes too."""
    new: figures.Figures = json.loads(json.dumps(other, cls=DjangoJSONEncoder))
    return one | {"taken_at": ""} == new | {"taken_at": ""}


def report_languages(version: ReportVersion) -> list[str]:
    """The languages that the authority owes, and those of the pages in which all of the report's words are written."""
    words = ReportWords.read(version.words)
    parts = [getattr(words, name) for name in NAMES if getattr(words, name)]
    owed = list(version.activity.process.owner.duty_languages)
    written = [tag for tag, _name in settings.LANGUAGES if tag not in owed and all(part.get(tag) for part in parts)]
    return owed + (written if parts else [])


def half_written_languages(version: ReportVersion) -> list[str]:
    """The languages of the pages in which some of the report's words are written, but not all: no file is made in them."""
    words = ReportWords.read(version.words)
    begun = {tag for name in NAMES for tag, text in getattr(words, name).items() if text}
    whole = report_languages(version)
    return [tag for tag, _name in settings.LANGUAGES if tag in begun and tag not in whole]


def _write_files(activity: Activity, made: Callable[[str], bytes], **of: ReportVersion | HearingSummary) -> None:
    """A Word file in each language; the attachment for an agenda always in Finnish and Swedish."""
    version = of.get("version")
    languages = report_languages(version) if isinstance(version, ReportVersion) else hearing_languages(activity)
    for language in languages:
        ReportFile.objects.create(language=language, content=made(language), **of)
