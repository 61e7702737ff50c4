"""What changes: files of rounds, and rounds brought in from the national statement service."""

from yhdyspinta.open_data.actions.files import (
    MAKE_FILES,
    QUEUE,
    due_rounds,
    order_files,
    remove_followed,
    remove_old_files,
)
from yhdyspinta.open_data.actions.requests import Brought, bring_in_requests, note_received_list

__all__ = [
    "MAKE_FILES",
    "QUEUE",
    "Brought",
    "bring_in_requests",
    "due_rounds",
    "note_received_list",
    "order_files",
    "remove_followed",
    "remove_old_files",
]
