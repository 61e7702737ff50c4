"""Every write of a process: preparing it, publishing it, sharing it, and passing it on."""

from yhdyspinta.processes.actions.partnership import add_partner, hand_over, remove_partner
from yhdyspinta.processes.actions.preparing import (
    PhaseFacts,
    ProcessFacts,
    copy_process,
    create_process,
    edit_process,
)
from yhdyspinta.processes.actions.publishing import (
    archive_process,
    cancel_process,
    pause_process,
    publish_process,
    renew_preview,
    resume_process,
    reword_stop,
    schedule_process,
    unpublish_process,
)
from yhdyspinta.processes.actions.removing import remove_process
from yhdyspinta.processes.actions.timeline import (
    move_phase,
    name_activity,
    place_method,
    remove_phase,
    save_phase,
)

__all__ = [
    "PhaseFacts",
    "ProcessFacts",
    "add_partner",
    "archive_process",
    "cancel_process",
    "copy_process",
    "create_process",
    "edit_process",
    "hand_over",
    "move_phase",
    "name_activity",
    "pause_process",
    "place_method",
    "publish_process",
    "remove_partner",
    "remove_phase",
    "remove_process",
    "renew_preview",
    "resume_process",
    "reword_stop",
    "save_phase",
    "schedule_process",
    "unpublish_process",
]
