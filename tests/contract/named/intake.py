"""The things that addresses of intake name."""

from datetime import timedelta
from typing import Any, Final
from uuid import uuid4

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.intake.models import Batch, Entry, Sheet, TableLink, TableNote, Upload
from yhdyspinta.intake.table_links import hash_of, new_nonce, token_of
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity

_TABLES: Final = ("mend_note", "table_links", "table_sheets", "end_table_link", "waiting_notes")


def things(activity: Activity, comment: Comment, coordinator: Person) -> dict[str, Any]:
    """Values for the pieces of addresses, as in `things.py`."""
    finished = _pile(activity, comment, coordinator, name="Tarkistettava pino", finished=True)
    going_on = _pile(activity, comment, coordinator, name="Kesken oleva pino", finished=False)
    event = _pile(activity, comment, coordinator, name="Tilaisuus", finished=False)
    Batch.objects.filter(pk=event.pk).update(kind="event", channel="event")
    Sheet.objects.filter(batch=event).update(table="1")
    return {
        **{f"intake:{page}.batch": event.pk for page in ("notes", "finish_event", "people_present", *_TABLES)},
        **_tables(event, comment, coordinator),
        **{f"intake:{page}.batch": finished.pk for page in ("check", "check_sheet", "reopen", "sheets")},
        **{f"intake:{page}.batch": going_on.pk for page in ("pile", "finish")},
        "intake:check_sheet.number": 1,
        **_files(activity, coordinator),
    }


def _pile(activity: Activity, comment: Comment, coordinator: Person, *, name: str, finished: bool) -> Batch:
    """A pile of one sheet; a finished one has its sheet drawn."""
    now = clock.now()
    typed = factories.comment(factories.guest(), comment.thread.section, f"{name}: paperilla sanottua.")
    Receipt.objects.filter(pk=typed.receipt_id).update(channel="paper")
    Entry.objects.create(receipt=typed.receipt, entered_by=coordinator, entered_at=now, reply_by="none")
    batch = Batch.objects.create(
        activity=activity, key=uuid4(), kind="pile", name=name, channel="paper", arrived_on=now.date(), language="fi",
        begun_by=coordinator, begun_at=now, finished_at=now if finished else None, sheet_count=1, comment_count=1,
        check_percent=50 if finished else None, check_seed="f0" if finished else "", drawn_at=now if finished else None,
    )  # fmt: skip
    Sheet.objects.create(batch=batch, number=1, receipt=typed.receipt, is_drawn=finished)
    return batch


def _tables(event: Batch, comment: Comment, coordinator: Person) -> dict[str, Any]:
    """A table's link, with a note that waits."""
    now = clock.now()
    nonce = new_nonce()
    link = TableLink.objects.create(
        batch=event, table="2", nonce=nonce, token_hash=hash_of(token_of(nonce)), made_by=coordinator, made_at=now,
        expires_at=now + timedelta(days=1), note_count=1, waiting_count=1,
    )  # fmt: skip
    note = TableNote.objects.create(
        link=link, key=uuid4(), number=1, thread=comment.thread, text="Pöydän odottava muistiinpano.", came_at=now
    )
    return {"link": link.pk, "intake:mend_note.note": note.pk, "intake:table.token": token_of(nonce)}


def _files(activity: Activity, coordinator: Person) -> dict[str, Any]:
    """A filled template, and the file of another service."""
    rows = [["Kohdan tunnus", "Kommentti", "Saapumispäivä"], ["Z9", "Tiedostosta tullut.", "5.9.2026"]]
    common = {"activity": activity, "rows": rows, "uploaded_at": clock.now(), "uploaded_by": coordinator}
    filled = Upload.objects.create(kind="template", digest="a" * 64, file_name="lomakkeet.xlsx", **common)
    other = Upload.objects.create(kind="earlier", digest="b" * 64, file_name="kysely.csv", **common)
    earlier = ("mapping", "earlier_file", "earlier_mistakes", "earlier_import", "earlier_discard")
    own = ("upload", "upload_mistakes", "upload_import", "upload_discard")
    return {f"intake:{page}.upload": filled.pk for page in own} | {
        f"intake:{page}.upload": other.pk for page in earlier
    }
