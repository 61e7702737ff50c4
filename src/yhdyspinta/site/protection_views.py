"""The data protection officer's page: purposes, grounds, retention, and what was deleted when."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Max, Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.loading import staff_authority
from yhdyspinta.processes.models import Process, ProcessPartner
from yhdyspinta.site import retention
from yhdyspinta.site.grounds import ground_of
from yhdyspinta.site.models import NamedExport, RetentionCount, RetentionRun
from yhdyspinta.site.retention_of_documents import kept_until
from yhdyspinta.ui.paging import keyset

_RUNS = 30
_YEAR = timedelta(days=365)


@require_safe
def data_protection(request: HttpRequest) -> HttpResponse:
    """What is handled, why, for how long, and that deletion has been done."""
    authority = staff_authority(request, "see_data_protection")
    at = clock.now()
    page = keyset(_processes(authority), order=("-pk",), after=request.GET.get("after", ""), size=25)
    context = {
        "desk_path": address("site:desk", authority),
        "privacy_path": address("site:privacy", authority),
        "ground": ground_of(authority),
        "processes": [_process(process, authority) for process in page.items],
        "kinds": [{"name": name, "when": when} for name, when in retention.KINDS.values()],
        "runs": _runs(authority),
        "next_run": retention.next_run(at),
        "skipped": retention.skipped(at),
        "named_exports": NamedExport.objects.filter(authority=authority).order_by("-at", "-pk")[:_RUNS],
        "erasures": Entry.objects.filter(verb="people.erased", at__gte=at - _YEAR).count(),
        "previous_url": "?" + urlencode({"after": page.previous_token}) if page.previous_token else "",
        "next_url": "?" + urlencode({"after": page.next_token}) if page.next_token else "",
    }
    return render(request, "site/data_protection.html", context)


def _processes(authority: Authority) -> Any:
    partners = ProcessPartner.objects.filter(left_at=None).select_related("authority")
    return (
        Process.objects.of(authority)
        .select_related("owner")
        .prefetch_related(Prefetch("partnerships", partners, to_attr="present_partners"))
        .annotate(closed_at=Max("activities__stages__closes_at"))
    )


def _process(process: Any, authority: Authority) -> dict[str, Any]:
    closed_at: datetime | None = process.closed_at
    return {
        "title": process.title,
        "purposes": process.privacy_purposes,
        "case_number": process.case_number,
        "months": process.retention_months,
        "until": kept_until(closed_at, process.retention_months) if closed_at else None,
        "controllers": [process.owner.name, *(one.authority.name for one in process.present_partners)],
        "notice_path": process_address(process, "site:process_privacy") if process.published_at else "",
    }


def _runs(authority: Authority) -> list[dict[str, Any]]:
    """The latest nights, with the counts of this authority and of what belongs to none."""
    counts = RetentionCount.objects.filter(Q(authority=authority) | Q(authority=None)).order_by("pk")
    found = RetentionRun.objects.prefetch_related(Prefetch("counts", counts, to_attr="shown_counts"))
    return [
        {
            "at": run.finished_at,
            "counts": [
                {"name": retention.KINDS[line.kind][0], "count": line.count}
                for line in run.shown_counts
                if line.kind in retention.KINDS
            ],
        }
        for run in found.order_by("-finished_at", "-pk")[:_RUNS]
    ]
