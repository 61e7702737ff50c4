"""Every write of intake: what came off line is typed, checked by a second person, or brought in as a file."""

from yhdyspinta.intake.actions.batches import (
    PILE_CHANNELS,
    REOPENED_BECAUSE,
    begin_batch,
    finish_batch,
    reopen_batch,
    say_printed_of,
    tell_people_present,
    type_sheet,
)
from yhdyspinta.intake.actions.checking import decide_sheet, draw_sheets, type_again
from yhdyspinta.intake.actions.columns import map_as_the_last, map_columns
from yhdyspinta.intake.actions.entering import (
    Background,
    Words,
    add_to_receipt,
    check_reply,
    edit_for_sender,
    enter_comments,
    key_with,
    open_receipt,
    withdraw_for_sender,
)
from yhdyspinta.intake.actions.notes import note_at_table
from yhdyspinta.intake.actions.slips import mend_typing
from yhdyspinta.intake.actions.tables import (
    end_table_link,
    make_table_links,
    mend_note,
    settle_notes,
    take_back_note,
    write_at_table,
)
from yhdyspinta.intake.actions.telling import Told, mark_all_told, mark_told
from yhdyspinta.intake.actions.uploads import (
    ask_to_import,
    declare_earlier,
    discard_upload,
    import_upload,
    upload_file,
)
from yhdyspinta.intake.replies import Reply

__all__ = [
    "PILE_CHANNELS",
    "REOPENED_BECAUSE",
    "Background",
    "Reply",
    "Told",
    "Words",
    "add_to_receipt",
    "ask_to_import",
    "begin_batch",
    "check_reply",
    "decide_sheet",
    "declare_earlier",
    "discard_upload",
    "draw_sheets",
    "edit_for_sender",
    "end_table_link",
    "enter_comments",
    "finish_batch",
    "import_upload",
    "key_with",
    "make_table_links",
    "map_as_the_last",
    "map_columns",
    "mark_all_told",
    "mark_told",
    "mend_note",
    "mend_typing",
    "note_at_table",
    "open_receipt",
    "reopen_batch",
    "say_printed_of",
    "settle_notes",
    "take_back_note",
    "tell_people_present",
    "type_again",
    "type_sheet",
    "upload_file",
    "withdraw_for_sender",
    "write_at_table",
]
