"""Which column of another service's file is what: said by staff, kept for the next file, taken from the round's last one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.authorities.models import Authority
from yhdyspinta.intake.actions.long_files import read_or_order
from yhdyspinta.intake.actions.uploads import held_upload
from yhdyspinta.intake.importing.earlier import name_of
from yhdyspinta.intake.importing.headings import below_head
from yhdyspinta.intake.importing.sheets import changed_to
from yhdyspinta.intake.models import Mapping as KeptMapping
from yhdyspinta.intake.models import Upload
from yhdyspinta.intake.queries import last_choices
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def map_columns(
    *, actor: Person, upload: Upload, choices: Mapping[str, Any], name: str, at: datetime, sheet: int | None = None
) -> Upload:  # fmt: skip
    """Say which column is what, and of which sheet; with a name it is kept for the authority's next file.

    Raises Refusal("file_is_in"), ("file_is_being_read") or ("mapping_of_another").
    """
    held = held_upload(actor, upload)
    if held.imported_at is not None:
        raise Refusal("file_is_in")
    if held.work == Upload.Work.READ:
        raise Refusal("file_is_being_read")
    held.choices = dict(choices)
    held.rows, held.sheets = changed_to(held.rows, held.sheets, sheet)
    held.row_count = len(held.rows)
    held.save(update_fields=["choices", "rows", "sheets", "row_count"])
    if name:  # the next file's headings may stand on another row
        columns = {key: told for key, told in choices.items() if key != "head"}
        _keep_mapping(held.activity.process.owner, name, columns, actor, at)
    read_or_order(actor, held, at)
    record("intake.columns_mapped", actor=actor, target=held, at=at, process=held.activity.process, is_kept=bool(name))
    return held


def _keep_mapping(owner: Authority, name: str, choices: Mapping[str, Any], actor: Person, at: datetime) -> None:
    """Under a name for the authority's next file; somebody else's choices of the name stay as they are."""
    earlier = KeptMapping.objects.select_for_update().filter(authority=owner, name=name).first()
    if earlier is not None and earlier.choices == dict(choices):
        return
    if earlier is not None and earlier.saved_by_id != actor.pk:
        raise Refusal("mapping_of_another", status=422, field="name")
    kept = {"choices": dict(choices), "saved_at": at, "saved_by": actor}
    KeptMapping.objects.update_or_create(authority=owner, name=name, defaults=kept)


def map_as_the_last(*, actor: Person, upload: Upload, at: datetime) -> Upload:
    """A mended file gets the columns of the round's last one: what was said of them holds at once.

    Raises as `map_columns`.
    """
    if upload.imported_at or upload.choices.get("columns") or not upload.has_been_read:
        return upload
    last = last_choices(upload)
    last = last if _heads(upload, last) else {**last, "head": None}
    if not _heads(upload, last):
        return upload
    held = map_columns(actor=actor, upload=upload, choices=last, name="", at=at)
    held.activity = upload.activity
    return held


def _heads(upload: Upload, choices: Mapping[str, Any]) -> bool:
    """Whether the file's headings are those that the choices are of."""
    heads = next(iter(below_head(upload.rows, choices)), [])
    return {name_of(head, place) for place, head in enumerate(heads)} == set(choices.get("columns") or {})
