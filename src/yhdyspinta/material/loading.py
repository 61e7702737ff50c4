"""Rounds and comments for staff of their process, and what every page of the material shows around itself."""

from typing import Any

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest

from yhdyspinta.answers.choosable import with_drafts
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import DocumentVersion, Section
from yhdyspinta.material.queries import with_all
from yhdyspinta.material.values import ABILITY
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import abilities_here, staff_round
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording

SEE = "see_desk"


def round_of(request: HttpRequest, process: str, activity: str, ability: str = SEE) -> Activity:
    """The activity, of a method that takes comments, for staff of its process with the ability."""
    return staff_round(request, process, activity, ability, beside=("kept_groups",))


def table_of(request: HttpRequest, process: str, activity: str, ability: str = SEE) -> Activity:
    """The same with the drafts of answers, into which comments of the table can be put."""
    return staff_round(request, process, activity, ability, beside=("kept_groups",), also=with_drafts())


def comment_of(activity: Activity, number: int) -> Comment:
    """A comment of the round by its number; 404 for another."""
    rows = Comment.objects.filter(activity=activity, number=number)
    found = rows.select_related("sender__organisation", "work__assignee", "signature__leader", "closure").first()
    if found is None:
        raise Http404
    found.activity = activity
    return found


def whole_comment_of(activity: Activity, number: int) -> Any:
    """A comment of the round with everything that its own page tells of it, in one query; 404 for another."""
    own = {"thread": OuterRef("thread")}
    sections, versions = Section.objects.filter(**own), DocumentVersion.objects.filter(**own)
    rows = with_all(Comment.objects.filter(activity=activity, number=number)).select_related(
        "sender__organisation", "work__assignee", "signature__leader", "closure", "entered_by", "receipt__entry", "receipt__sheet__batch",
        "answered__answer__created_by", "answered__answer__published_by", "answered__joined_by",
    )  # fmt: skip
    found = rows.annotate(
        section_number=Subquery(sections.values("number")[:1]),
        document_title=Coalesce(
            Subquery(sections.values("version__document__title")[:1]),
            Subquery(versions.values("document__title")[:1]),
        ),
    ).first()
    if found is None:
        raise Http404
    found.activity = activity
    return found


def place_of(comment: Any, language: str) -> tuple[str, str]:
    """The document's title and the section's number, of a comment loaded as a whole."""
    title = comment.document_title
    return Wording(title).text(language) if title else "", comment.section_number or ""


def frame(request: HttpRequest, activity: Activity) -> dict[str, Any]:
    """The ways between the pages, and whether the reader may change anything."""
    names = (
        "table", "change", "undo", "save_view", "download", "themes", "suggest", "similar", "compare",
    )  # fmt: skip
    return {
        "process": activity.process,
        "activity": activity,
        "links": {name: activity_address(activity, f"material:{name}") for name in names},
        "desk_path": address("site:desk", activity.process.owner),
        "process_path": process_address(activity.process, "processes:overview"),
        "may_change": ABILITY in abilities_here(request),
        "sees_senders": "see_senders" in abilities_here(request),
    }
