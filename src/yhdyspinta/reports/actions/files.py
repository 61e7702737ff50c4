"""Files of a published version that are made anew, without what was left out since: ordered in the change, made by the worker."""

from datetime import datetime
from typing import Final

from django.db import transaction

from yhdyspinta.reports import word
from yhdyspinta.reports.actions.pdf_files import SOON, keep, order_pdf, wake
from yhdyspinta.reports.actions.reporting import report_languages
from yhdyspinta.reports.as_read import as_read
from yhdyspinta.reports.models import Drawing, ReportFile, ReportVersion, WithheldWords

MAKE_FILES: Final = "reports.make_files"


def make_anew(version: ReportVersion) -> None:
    """Take the files of a locked version away and have them made again; nobody gets the old ones meanwhile."""
    ReportFile.objects.filter(version=version).delete()
    Drawing.objects.filter(version=version).delete()
    transaction.on_commit(lambda: wake(MAKE_FILES, version.pk), robust=True)


def make_files(pk: int) -> None:
    """Make the Word files that a version lacks, and order its PDF files."""
    version = ReportVersion.objects.select_related("activity__process__owner").filter(pk=pk).first()
    if version is None:
        return
    written = ReportFile.objects.filter(version=version, kind=ReportFile.Kind.WORD).values_list("language", flat=True)
    as_read(version)
    for language in set(report_languages(version)).difference(written):
        keep(version, ReportFile.Kind.WORD, language, word.report_file(version, language))
    order_pdf(version)


def make_missing_files(*, at: datetime) -> None:
    """What a worker that died has left of files that were taken away."""
    changed = WithheldWords.objects.filter(since__lt=at - SOON).values("version")
    written = ReportFile.objects.filter(kind=ReportFile.Kind.WORD, version__isnull=False).values("version")
    for pk in ReportVersion.objects.filter(pk__in=changed).exclude(pk__in=written).values_list("pk", flat=True):
        make_files(pk)
