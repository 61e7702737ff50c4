"""Activities, reports and their versions for those who may see them: others get 404 or the reason why not."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from yhdyspinta.processes import loading
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.staff_frame import staff_crumbs
from yhdyspinta.processes.taking_comments import keys_of_comment_methods
from yhdyspinta.reports.as_read import as_read
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.marking import spoken


def public_activity(request: HttpRequest, process: str, _activity: str) -> Activity:
    """The activity of the address, when it takes comments and its process may be seen; it has been read already."""
    return loading.public_activity(request, process, keys_of_comment_methods())


def public_versions(request: HttpRequest, process: str, activity: str) -> tuple[Activity, list[ReportVersion]]:
    """The activity and all published versions of its report, oldest first, without their contents; 404 without any."""
    found = public_activity(request, process, activity)
    versions = list(ReportVersion.objects.filter(activity=found).defer("words", "figures").order_by("number"))
    if not versions:
        raise Http404
    return found, versions


def public_version(request: HttpRequest, process: str, activity: str, version: int) -> ReportVersion:
    """A published version, as it may be read now, with its activity and process."""
    found = public_activity(request, process, activity)
    row = ReportVersion.objects.filter(activity=found, number=min(version, 32_767)).first()
    if row is None:
        raise Http404
    row.activity = found
    return as_read(row)


def staff_frame(activity: Activity, title: str) -> dict[str, Any]:
    """What every staff page here shows around itself."""
    process = activity.process
    names = ("edit", "preview", "hearing", "manage_practices")
    return {
        "process": process,
        "activity": activity,
        "links": {name: activity_address(activity, f"reports:{name}") for name in names},
        "breadcrumbs": staff_crumbs(process, (title, "")),
    }


def public_crumbs(process: Process, title: str) -> list[dict[str, Any]]:
    """The way from the results to a page of the report."""
    language = page_language()
    words = spoken(Wording(process.title).for_reader(language), language)
    return [
        {"text": _("Results"), "href": address("site:results", process.owner)},
        {"text": words, "href": process_address(process, "outcomes:results")},
        {"text": title, "href": ""},
    ]
