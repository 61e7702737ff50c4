"""What intake holds of people: how a caller gets their answer, and who typed."""

from datetime import datetime
from typing import Any

from yhdyspinta.intake.models import Batch, EarlierRound, Entry, Mapping, Sheet, TableLink, TableNote, Upload
from yhdyspinta.people.models import Person

FIELDS = {
    "Entry": {
        "id": "internal", "receipt": "internal", "entered_by": "personal", "entered_at": "internal",
        "read_back_at": "internal", "reply_by": "internal", "name": "personal", "postal_address": "personal",
        "phone": "personal", "told_at": "internal", "told_by": "personal",
    },
    "Unsaid": {"id": "internal", "entry": "internal", "comment": "internal", "what": "internal", "since": "internal", "at": "internal"},
    "Batch": {
        "id": "internal", "activity": "internal", "key": "internal", "kind": "internal", "name": "internal",
        "channel": "internal", "arrived_on": "internal", "language": "internal", "printed_of": "internal", "people": "public", "begun_by": "personal",
        "begun_at": "internal", "finished_at": "internal", "finished_by": "personal", "sheet_count": "internal",
        "comment_count": "internal", "check_percent": "internal", "check_seed": "internal", "drawn_at": "internal",
        "drawn_by": "personal", "checked_at": "internal",
    },
    "Sheet": {
        "id": "internal", "batch": "internal", "number": "internal", "receipt": "internal", "table": "internal",
        "is_drawn": "internal", "how": "internal", "second": "personal", "second_by": "personal", "words": "internal",
        "differing": "internal", "marks": "internal", "marks_differing": "internal", "was_corrected": "internal", "checked_at": "internal", "checked_by": "personal",
    },
    "Note": {"id": "internal", "batch": "internal", "key": "internal", "comment": "internal"},
    "TableLink": {
        "id": "internal", "batch": "internal", "table": "internal", "nonce": "internal", "token_hash": "internal",
        "made_by": "personal", "made_at": "internal", "expires_at": "internal", "revoked_at": "internal",
        "note_count": "internal", "waiting_count": "internal",
    },
    "TableNote": {
        "id": "internal", "link": "internal", "key": "internal", "number": "internal", "thread": "internal",
        "text": "personal", "name": "personal", "came_at": "internal", "settled_at": "internal",
        "revision": "internal", "written_text": "personal", "written_thread": "internal", "mended_at": "internal",
        "mended_by": "personal", "settled_by": "personal", "comment": "internal",
    },
    "Mapping": {
        "id": "internal", "authority": "internal", "name": "internal", "choices": "internal", "saved_at": "internal",
        "saved_by": "personal",
    },
    "Upload": {
        "id": "internal", "activity": "internal", "kind": "internal", "digest": "internal", "file_name": "internal",
        "uploaded_at": "internal", "uploaded_by": "personal", "rows": "personal", "sheets": "personal",
        "choices": "internal", "row_count": "internal", "work": "internal", "work_asked_at": "internal", "work_by": "personal",
        "rows_read": "internal", "tries": "internal", "found": "personal", "first_number": "internal", "number_count": "internal",
        "imported_at": "internal", "imported_by": "personal", "sender_count": "internal", "comment_count": "internal",
        "waiting_count": "internal", "left_out_count": "internal",
    },
    "UploadContent": {"upload": "internal", "content": "personal"},
    "UploadProgress": {"upload": "internal", "checked": "internal", "stored": "internal", "at": "internal"},
    "EarlierRound": {
        "id": "internal", "activity": "internal", "source": "public", "declared_at": "internal",
        "declared_by": "personal",
    },
}  # fmt: skip

#: Who did what with a pile or a file: the tie goes with the person.
_DOERS: tuple[tuple[Any, str], ...] = (
    (Batch, "begun_by"), (Batch, "finished_by"), (Batch, "drawn_by"), (Sheet, "second_by"), (Sheet, "checked_by"),
    (Mapping, "saved_by"), (Upload, "uploaded_by"), (Upload, "imported_by"),
    (Upload, "work_by"), (EarlierRound, "declared_by"),
    (TableLink, "made_by"), (TableNote, "settled_by"), (TableNote, "mended_by"),
)  # fmt: skip


def export(person: Person) -> dict[str, Any]:
    """What was typed for the person."""
    return {
        "entries": [
            {
                "entered_at": entry.entered_at, "reply_by": entry.reply_by, "name": entry.name,
                "postal_address": entry.postal_address, "phone": entry.phone, "told_at": entry.told_at,
            }
            for entry in Entry.objects.filter(receipt__sender__person=person).order_by("pk")
        ],
        "second_typings": [
            dict(sheet.second) for sheet in Sheet.objects.filter(receipt__sender__person=person).order_by("pk")
            if sheet.second
        ],
        "piles_typed": [
            {"name": batch.name, "begun_at": batch.begun_at}
            for batch in Batch.objects.filter(begun_by=person).order_by("pk")
        ],
        "notes_of_a_table": [
            {"text": note.text, "name": note.name, "came_at": note.came_at}
            for note in TableNote.objects.filter(comment__receipt__sender__person=person).order_by("pk")
        ],
        "files_brought": [
            {"file": upload.file_name, "uploaded_at": upload.uploaded_at, "imported_at": upload.imported_at}
            for upload in Upload.objects.filter(uploaded_by=person).order_by("pk")
        ],
    }  # fmt: skip


def erase(person: Person, *, at: datetime) -> None:
    """Forget the name and addresses; and who typed."""
    own = Entry.objects.filter(receipt__sender__person=person)
    own.update(name="", postal_address="", phone="", reply_by=Entry.ReplyBy.NONE)
    Entry.objects.filter(entered_by=person).update(entered_by=None)
    Entry.objects.filter(told_by=person).update(told_by=None)
    Sheet.objects.filter(receipt__sender__person=person).update(second={})
    TableNote.objects.filter(comment__receipt__sender__person=person).update(text="", written_text="", name="")
    for model, field in _DOERS:
        model.objects.filter(**{field: person}).update(**{field: None})


def claim(guest: Person, person: Person, *, at: datetime) -> None:
    """Entries follow their receipts."""
