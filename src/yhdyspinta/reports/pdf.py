"""A published report as PDF, where the extra `pdf` is installed: tagged for screen readers, and nothing is fetched."""

from ctypes.util import find_library
from functools import cache
from importlib.util import find_spec
from typing import Any, Final, NoReturn

from django.template.loader import render_to_string
from django.utils.translation import override

from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.reports.pictures import drawn_parts
from yhdyspinta.reports.shown import report_context

_PANGO: Final = ("pango-1.0", "pango-1.0-0")  # as systems name it
_STYLE: Final = """
@page { size: A4; margin: 20mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt } }
html { font: 11pt/1.45 "Source Sans 3", sans-serif; color: #000 }
h1 { font-size: 20pt; line-height: 1.2 } h2 { font-size: 15pt; margin-top: 8mm } h3 { font-size: 12pt }
h1, h2, h3, .caption { break-after: avoid }
.caption { font-weight: bold; margin: 7mm 0 2mm }
table { border-collapse: collapse; width: 100%; margin: 3mm 0 }
th, td { border: 0.5pt solid #555; padding: 1.5mm 2mm; text-align: left; vertical-align: top } tr { break-inside: avoid }
.picture { break-inside: avoid } svg { display: block; width: 130mm } .picture--municipalities svg { width: 95mm }
"""


@cache
def is_installed() -> bool:
    """Whether PDF can be made; looked up once by each process."""
    return can_draw()


def can_draw() -> bool:
    """Whether the program that makes PDF is here, and the library that it draws letters with.

    Neither is loaded: only the worker draws, and a web process stays small.
    """
    return find_spec("weasyprint") is not None and any(find_library(name) for name in _PANGO)


def pdf_file(version: ReportVersion, language: str) -> bytes:
    """The report in a language, as a PDF file; E10: whatever the words hold, no address is opened."""
    import weasyprint

    with override(language):
        html = render_to_string("reports/pdf.html", told_in_pdf(version, language))
    made = weasyprint.HTML(string=html, base_url=None, url_fetcher=_fetch_nothing)
    content: bytes = made.write_pdf(stylesheets=[weasyprint.CSS(string=_STYLE)], pdf_variant="pdf/ua-1")
    return content


def told_in_pdf(version: ReportVersion, language: str) -> dict[str, Any]:
    """What the file is drawn from."""
    context = report_context(version, language) | {"language": language}
    return context | {"drawn": drawn_parts(context["ordered"], version.figures, language)}


def _fetch_nothing(url: str, *_args: Any, **_options: Any) -> NoReturn:
    raise ValueError("Nothing is fetched into a report.")
