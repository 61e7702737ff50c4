"""A published version as anybody reads it now: what told a comment that is no longer shown is left out of its words.

The version itself never changes, nor does any figure.
"""

from copy import deepcopy

from yhdyspinta.answers.unshown import left_out, number_as_title
from yhdyspinta.reports.models import ReportVersion, WithheldWords


def left_out_of(version: ReportVersion) -> frozenset[str]:
    """The places in its figures whose words are not given out; one query."""
    return frozenset(WithheldWords.objects.filter(version=version, lifted_at=None).values_list("place", flat=True))


def as_read(version: ReportVersion) -> ReportVersion:
    """The version with what was withheld since replaced in its figures; it is never saved. One query."""
    version.left_out = left_out_of(version)  # type: ignore[attr-defined]
    found = [place.split(":") for place in version.left_out]  # type: ignore[attr-defined]
    if not found:
        return version
    told = deepcopy(version.figures)
    answers = {str(row["number"]): row for row in told["answers"]}
    measures = {str(place): row for place, row in enumerate(told["measures"])}
    for kind, which, name in found:
        row = (answers if kind == "answers" else measures)[which]
        row[name] = number_as_title(row["number"], row[name]) if name == "title" else left_out(row[name])
    version.figures = told
    return version
