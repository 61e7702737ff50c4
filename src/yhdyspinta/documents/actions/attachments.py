"""Files beside a document."""

from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from yhdyspinta.documents.actions.locks import locked_document, noted
from yhdyspinta.documents.files import checked_file
from yhdyspinta.documents.models import Attachment, Document
from yhdyspinta.people.models import Person
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

MOST_ATTACHMENTS = 40


@transaction.atomic
def add_attachment(
    *,
    actor: Person,
    document: Document,
    content: bytes,
    file_name: str,
    declared_type: str,
    at: datetime,
    name: Wording | None = None,
    language: str = "",
) -> Attachment:
    """Store a file beside a document, under a name of ours; raises Refusal for what we do not take."""
    document = locked_document(actor, document)
    if document.attachments.filter(removed_at=None).count() >= MOST_ATTACHMENTS:
        raise Refusal("too_many_attachments", field="file", most=MOST_ATTACHMENTS)
    if language and language not in CONTENT_LANGUAGES:
        raise Refusal("language_unknown", status=422)
    checked = checked_file(content=content, name=file_name, declared=declared_type)
    attachment = Attachment(
        document=document,
        name=name or Wording({language or "fi": checked.shown_name.rsplit(".", 1)[0]}),
        original_name=checked.shown_name,
        content_type=checked.content_type,
        size=len(checked.content),
        language=language,
        added_at=at,
        added_by=actor,
    )
    attachment.file.save(checked.stored_name, ContentFile(checked.content), save=False)
    attachment.save()
    noted("documents.attachment_added", actor=actor, target=attachment, document=document, at=at, kind=checked.kind)
    return attachment


@transaction.atomic
def name_attachment(*, actor: Person, attachment: Attachment, name: Wording, at: datetime) -> Attachment:
    """Call a file something else, or give its name in a further language. The same name changes nothing.

    Raises Refusal("attachment_gone") or ("title_missing").
    """
    document = locked_document(actor, attachment.document)
    found = Attachment.objects.select_for_update().get(pk=attachment.pk)
    if found.removed_at is not None:
        raise Refusal("attachment_gone", status=409)
    if not name:
        raise Refusal("title_missing", field="name", status=422)
    if found.name == name:
        return found
    found.name = name
    found.save(update_fields=["name"])
    noted("documents.attachment_named", actor=actor, target=found, document=document, at=at)
    return found


@transaction.atomic
def remove_attachment(*, actor: Person, attachment: Attachment, at: datetime) -> None:
    """Take a file off the pages; its row stays, so that the trail can be read."""
    document = locked_document(actor, attachment.document)
    found = Attachment.objects.select_for_update().get(pk=attachment.pk)
    if found.removed_at is not None:
        return
    found.removed_at = at
    found.save(update_fields=["removed_at"])
    noted("documents.attachment_removed", actor=actor, target=found, document=document, at=at)
