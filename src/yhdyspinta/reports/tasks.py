"""Background work of reports: files of published versions."""

from procrastinate.contrib.django import app

from yhdyspinta.audit import clock
from yhdyspinta.database.regularly import regularly
from yhdyspinta.reports.actions import files, pdf_files


@app.task(queue=pdf_files.QUEUE, name=pdf_files.MAKE_PDF)  # type: ignore[untyped-decorator]
def make_pdf(version: int) -> None:
    """Make the PDF files of a version that was just published."""
    pdf_files.make_pdf(version, at=clock.now())


@app.task(queue=pdf_files.QUEUE, name=files.MAKE_FILES)  # type: ignore[untyped-decorator]
def make_files(version: int) -> None:
    """Make the files of a version anew, once words have been left out of it or given back."""
    files.make_files(version)


@regularly("*/10 * * * *", queue=pdf_files.QUEUE, name="reports.make_missing_pdf")
def make_missing_pdf(timestamp: int) -> None:
    """Every ten minutes: what a worker that died has left, and what is missing where PDF was installed later."""
    files.make_missing_files(at=clock.now())
    pdf_files.make_missing_pdf(at=clock.now())
