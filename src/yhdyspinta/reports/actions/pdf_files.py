"""The PDF files of a published version: ordered with it, made by the worker outside any transaction, written once."""

import logging
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from procrastinate.contrib.django import app

from yhdyspinta.reports import pdf
from yhdyspinta.reports.as_read import as_read, left_out_of
from yhdyspinta.reports.models import Drawing, ReportFile, ReportVersion

MAKE_PDF: Final = "reports.make_pdf"
QUEUE: Final = "files"
#: What a worker has not made by then of a new version is made by the one that looks for what is missing.
SOON: Final = timedelta(minutes=5)
#: So many versions are taken at a time: where PDF is installed later, old versions get their files little by little.
MOST_AT_ONCE: Final = 20
#: After so many tries nobody draws a version for so long; by then perhaps another version of the program does.
MOST_TRIES: Final = 5
GIVEN_UP_FOR: Final = timedelta(days=30)

_log = logging.getLogger(__name__)


def order_pdf(version: ReportVersion) -> None:
    """In the caller's transaction: have the worker make the files, where PDF can be made."""
    if pdf.is_installed():
        transaction.on_commit(lambda: wake(MAKE_PDF, version.pk), robust=True)


def wake(task: str, pk: int) -> None:
    """Have the worker do it for a version, once; the task goes by its name: `tasks` imports this."""
    key = f"{task}:{pk}"
    app.configure_task(task, queue=QUEUE, lock=key, queueing_lock=key).defer(version=pk)


def without_pdf() -> QuerySet[ReportFile]:
    """The Word files of reports that no PDF in the same language stands beside; without their content."""
    beside = ReportFile.objects.filter(
        version=OuterRef("version"), language=OuterRef("language"), kind=ReportFile.Kind.PDF
    )
    written = ReportFile.objects.filter(version__isnull=False, kind=ReportFile.Kind.WORD)
    return written.filter(~Exists(beside)).defer("content")


def make_pdf(pk: int, *, at: datetime) -> None:
    """Make what a version lacks, of what was published; another worker's files stay as they are.

    What was begun too often without an end is left alone for a while: some words may draw no file, or kill the worker.
    """
    version = ReportVersion.objects.select_related("activity__process__owner").filter(pk=pk).first()
    if version is None or not pdf.is_installed():
        return
    missing = list(without_pdf().filter(version=pk).order_by("language"))
    if not missing or not _begun(version, at):
        return
    as_read(version)
    for row in missing:
        keep(version, ReportFile.Kind.PDF, row.language, pdf.pdf_file(version, row.language))
    with transaction.atomic():
        Drawing.objects.filter(version=version).delete()


def _begun(version: ReportVersion, at: datetime) -> bool:
    """Count the try before anything is drawn; False when there have been too many."""
    with transaction.atomic():
        Drawing.objects.get_or_create(version=version, defaults={"since": at})
        kept = Drawing.objects.select_for_update().get(version=version)
        if given_up(kept, at):
            return False
        if kept.tries >= MOST_TRIES:
            kept.since, kept.tries = at, 0
        kept.tries += 1
        kept.save()
    return True


def given_up(drawing: Drawing | None, at: datetime) -> bool:
    """Whether the files of a version are not tried any more for now."""
    return drawing is not None and drawing.tries >= MOST_TRIES and at < drawing.since + GIVEN_UP_FOR


def keep(version: ReportVersion, kind: str, language: str, content: bytes) -> None:
    """Store a file of a version `as_read`, unless another worker has, or other words have been left out meanwhile."""
    made = ReportFile(version=version, kind=kind, language=language, content=content)
    with transaction.atomic():
        ReportVersion.objects.select_for_update(no_key=True).only("pk").get(pk=version.pk)
        if left_out_of(version) == version.left_out:  # type: ignore[attr-defined]
            ReportFile.objects.bulk_create([made], ignore_conflicts=True)


def make_missing_pdf(*, at: datetime) -> None:
    """What a worker that died has left, and files of versions from before PDF was installed.

    They are taken in any order, so that none that cannot be made keeps the others waiting.
    """
    if not pdf.is_installed():
        return
    versions = ReportVersion.objects.filter(pk__in=without_pdf().values("version"), published_at__lt=at - SOON)
    versions = versions.exclude(drawing__tries__gte=MOST_TRIES, drawing__since__gt=at - GIVEN_UP_FOR)
    for pk in list(versions.order_by("?").values_list("pk", flat=True)[:MOST_AT_ONCE]):
        try:
            make_pdf(pk, at=at)
        except Exception:  # noqa: BLE001 (whatever the program stumbles on, the others are made)
            _log.exception("The PDF files of the report version %s were not made; after five tries they wait.", pk)
