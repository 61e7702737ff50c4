"""Documents of an activity: made, renamed, ordered, removed."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.documents.actions.locks import hold_process, locked_document, noted, process_of
from yhdyspinta.documents.models import Document, DocumentVersion
from yhdyspinta.documents.values import draft_name
from yhdyspinta.people.models import Person
from yhdyspinta.processes.indexing import index_process
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.processes.slugs import slug_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

MOST_DOCUMENTS = 50
RESERVED = frozenset({"new-document"})  # a page's own address


@transaction.atomic
def create_document(
    *, actor: Person, activity: Activity, title: Wording, at: datetime, summary: Wording | None = None
) -> Document:
    """Add a document to an activity, with an empty first draft.

    Raises Refusal("title_missing") without a title and Refusal("too_many_documents") when there are fifty.
    """
    activity = Activity.objects.select_for_update(of=("self",)).select_related("process__owner").get(pk=activity.pk)
    require_staff(actor, "edit_documents", activity.process)
    if not any(text.strip() for text in title.values()):
        raise Refusal("title_missing", field="title", status=422)
    others = list(activity.documents.values_list("slug", "position"))
    if len(others) >= MOST_DOCUMENTS:
        raise Refusal("too_many_documents")
    document = Document.objects.create(
        activity=activity,
        position=max((position for _slug, position in others), default=0) + 1,
        slug=_free_slug(str(title), {slug for slug, _position in others}),
        title=title,
        summary=summary or Wording(),
    )
    DocumentVersion.objects.create(document=document, number=1, name=draft_name(1), created_at=at)
    noted("documents.created", actor=actor, target=document, document=document, at=at)
    return document


def _free_slug(title: str, taken: set[str]) -> str:
    wanted = slug_of(title, longest=60, default="asiakirja")
    taken = {*taken, *RESERVED}
    found, count = wanted, 2
    while found in taken:
        found, count = f"{wanted}-{count}", count + 1
    return found


@transaction.atomic
def edit_document(
    *, actor: Person, document: Document, title: Wording, summary: Wording, revision: int, at: datetime
) -> Document:
    """Change a document's title and summary.

    Raises Refusal("changed_meanwhile") with the other editor's `title`, `summary` and `revision` when somebody saved
    after the form was opened.
    """
    hold_process(document)
    document = locked_document(actor, document)
    if document.revision != revision:
        raise Refusal("changed_meanwhile", title=document.title, summary=document.summary, revision=document.revision)
    if not any(text.strip() for text in title.values()):
        raise Refusal("title_missing", field="title", status=422)
    document.title, document.summary = title, summary
    document.revision += 1
    document.save(update_fields=["title", "summary", "revision"])
    index_process(process_of(document), at=at)
    noted("documents.edited", actor=actor, target=document, document=document, at=at)
    return document


@transaction.atomic
def remove_document(*, actor: Person, document: Document, at: datetime) -> None:
    """Remove a document that was never published.

    Raises Refusal("document_published") when a version of it is published: what people read stays.
    """
    document = locked_document(actor, document)
    if document.versions.filter(published_at__isnull=False).exists():
        raise Refusal("document_published")
    noted("documents.removed", actor=actor, target=document, document=document, at=at)
    document.delete()


@transaction.atomic
def move_document(*, actor: Person, document: Document, up: bool, at: datetime) -> None:
    """Change places with the document before or after it; at the end of the list nothing happens."""
    document = locked_document(actor, document)
    order = list(Document.objects.select_for_update().filter(activity=document.activity_id).order_by("position", "pk"))
    place = next(index for index, other in enumerate(order) if other.pk == document.pk)
    target = place - 1 if up else place + 1
    if not 0 <= target < len(order):
        return
    order[place], order[target] = order[target], order[place]
    for position, other in enumerate(order, start=1):
        other.position = position
    Document.objects.bulk_update(order, ["position"])
    noted("documents.moved", actor=actor, target=document, document=document, at=at)
