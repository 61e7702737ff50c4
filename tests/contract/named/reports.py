"""The things that addresses of reports name."""

from typing import Any

from django.core.files.base import ContentFile

from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Section
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports.figures import figures_of
from yhdyspinta.reports.models import HearingSummary, Practice, Report, ReportFile, ReportVersion
from yhdyspinta.reports.words import ReportWords
from yhdyspinta.wording.fields import Wording


def things(activity: Activity, comment: Comment, coordinator: Person) -> dict[str, Any]:
    """Values for the pieces of addresses, as in `things.py`."""
    now = clock.now()
    words = ReportWords(in_short=Wording(fi="Sanat", sv="Ord"), asked=Wording(fi="Sanat", sv="Ord"))
    figures = figures_of(activity, at=now)
    Report.objects.create(activity=activity, saved_at=now, figures=figures, **vars(words))
    version = ReportVersion.objects.create(
        activity=activity, number=1, words=words.stored(), figures=figures, published_at=now
    )
    made = HearingSummary.objects.create(activity=activity, number=1, figures=figures, made_at=now)
    ReportFile.objects.create(version=version, language="fi", content=b"PK")
    ReportFile.objects.create(hearing=made, language="fi", content=b"PK")
    section = Section.objects.filter(version__document__activity=activity, version__number=1)[0]
    practice = Practice.objects.create(
        section=section, kind="support", title={"fi": "Lomake", "sv": "Blankett"}, added_at=now
    )
    practice.files.create(
        file=ContentFile(b"Teksti.", "lomake.txt"), original_name="lomake.txt", content_type="text/plain", size=7
    )
    return {
        "practice": practice.pk,
        "year": now.year,
        "version": 1,
        "made": 1,
        "kind": "docx",
        "file_language": "fi",
        "reader": "residents",
    }
