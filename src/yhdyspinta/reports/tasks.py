"""Background work of reports: PDF files."""

from procrastinate.contrib.django import app

from yhdyspinta.audit import clock
from yhdyspinta.database.regularly import regularly
from yhdyspinta.reports.actions import pdf_files


@app.task(queue=pdf_files.QUEUE, name=pdf_files.MAKE_PDF)  # type: ignore[untyped-decorator]
def make_pdf(version: int) -> None:
    """Make the PDF files of a version that was just published."""
    pdf_files.make_pdf(version, at=clock.now())


@regularly("*/10 * * * *", queue=pdf_files.QUEUE, name="reports.make_missing_pdf")
def make_missing_pdf(timestamp: int) -> None:
    """Every ten minutes: what a worker that died has left, and what is missing where PDF was installed later."""
    pdf_files.make_missing_pdf(at=clock.now())
