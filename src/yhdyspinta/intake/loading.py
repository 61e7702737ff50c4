"""Rounds, piles, files and receipts for those who may take in what came off line: others get 404 or the reason why not."""

from typing import Any, Final

from django.db.models import Count
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Receipt
from yhdyspinta.intake.models import Batch, Sheet, Upload
from yhdyspinta.intake.rules import TAKES_IN, TYPES, ability_for, may_open
from yhdyspinta.people.roles import only_types
from yhdyspinta.people.visitors import actor_of, someone
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import abilities_here, staff_process, staff_round, with_stages, works_on
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.permissions import staff_abilities
from yhdyspinta.processes.taking_comments import keys_of_comment_methods
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language

ABILITY: Final = TAKES_IN


def types_here(request: HttpRequest) -> bool:
    """Whether whoever asks only types in the process: then its pages lead nowhere else."""
    return only_types(abilities_here(request))


def takes_in(request: HttpRequest) -> bool:
    """Whether whoever asks takes in more than they type: events, files, senders' wishes, masked words."""
    return TAKES_IN in abilities_here(request)


def staff_batch(
    request: HttpRequest, process: str, activity: str, batch: int, *, kind: str = "", ability: str = ABILITY
) -> Batch:
    """A pile, or the notes of an event, of a round of the address; for those who only type, a pile."""
    owner = staff_round(request, process, activity, ability, stages=True)
    found = Batch.objects.filter(activity=owner, pk=batch).first()
    if found is None or (kind and found.kind != kind) or ability_for(found.kind) not in abilities_here(request):
        raise Http404
    found.activity = owner
    return found


def staff_sheet(request: HttpRequest, process: str, activity: str, batch: int, number: int) -> Sheet:
    """A sheet of a pile, with its receipt and who typed it."""
    owner = staff_round(request, process, activity, TYPES, stages=True)
    rows = Sheet.objects.select_related("batch", "receipt__entry", "receipt__sender")
    found = rows.filter(batch=batch, batch__activity=owner, number=number).first()
    if found is None:
        raise Http404
    if ability_for(found.batch.kind) not in abilities_here(request):
        raise Http404
    found.batch.activity = owner
    return found


def staff_upload(request: HttpRequest, process: str, activity: str, upload: int, *kinds: str) -> Upload:
    """A file of a round of the address."""
    owner = staff_process(request, process, ABILITY)
    rows = Upload.objects.select_related("activity", "progress").filter(
        activity__process=owner, activity__slug=activity, activity__method_key__in=keys_of_comment_methods()
    )
    found = rows.filter(pk=upload, kind__in=kinds).first()
    if found is None:
        raise Http404
    found.activity.process = owner
    with_stages([works_on(request, found.activity)])
    return found


def receipt_in(process: Process, pk: int) -> Receipt:
    """A receipt of the process that staff typed; 404 for any other."""
    rows = Receipt.objects.select_related(
        "sender__person",
        "sender__municipality",
        "sender__organisation",
        "activity__process__owner",
        "entry__entered_by",
        "sheet__batch",
    )
    rows = rows.prefetch_related("activity__stages").annotate(comment_total=Count("comments"))
    found = rows.filter(pk=pk, activity__process=process, entry__isnull=False).first()
    if found is None:
        raise Http404
    return found


def typed_receipt(request: HttpRequest, process: str, receipt: int) -> tuple[Process, Receipt]:
    """A receipt for those whom `rules.may_open` lets open it, 404 for others."""
    owner = staff_process(request, process, TYPES)
    kept = receipt_in(owner, receipt)
    kept.activity.process = owner
    if not may_open(kept, actor_of(request), abilities_here(request)):
        raise Http404
    return owner, kept


def round_path(activity: Activity) -> str:
    """The first of the pages on which staff work on the round."""
    return next((link.path for link in method_of(activity).staff_links(activity)), "")


def frame(request: HttpRequest, activity: Activity, title: str = "") -> dict[str, Any]:
    """What the pages of a round's intake show around themselves."""
    process, language = activity.process, page_language()
    desk = [{"text": _("Desk"), "href": address("site:desk", process.owner)}]
    work = [
        {"text": Wording(process.title).text(language), "href": process_address(process, "processes:overview")},
        {"text": Wording(activity.title).text(language), "href": round_path(activity)},
    ]
    crumbs = [
        *desk,
        *([] if types_here(request) else work),
        {"text": _("What came off line"), "href": activity_address(activity, "intake:channels") if title else ""},
    ]
    return {
        "process": process,
        "activity": activity,
        "title": title,
        "breadcrumbs": [*crumbs, {"text": title, "href": ""}] if title else crumbs,
        "desk_path": address("site:desk", process.owner),
        "only_types": types_here(request),
        "takes_in": takes_in(request),
        "channels_path": activity_address(activity, "intake:channels"),
    }


def process_frame(request: HttpRequest, process: Process) -> dict[str, Any]:
    """What the pages of intake in a process share."""
    return {
        "process": process,
        "process_path": "" if types_here(request) else process_address(process, "processes:overview"),
        "desk_path": address("site:desk", process.owner),
        "find_path": find_path(request, process.owner),
    }


def find_path(request: HttpRequest, authority: Authority) -> str:
    """Where a caller's receipt is found by its code: for those who take in for the authority, not for a partner's staff."""
    able = staff_abilities(someone(request), authority)
    return address("intake:find", authority) if ABILITY in able else ""
