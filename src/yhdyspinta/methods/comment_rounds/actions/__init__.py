"""Every write of a comment round: residents' and staff's."""

from yhdyspinta.methods.comment_rounds.actions.own import confirm_from_letter, edit, mark, take_mark_back, withdraw
from yhdyspinta.methods.comment_rounds.actions.preparing import (
    change_settings,
    clear_round,
    copy_round,
    set_times,
    start_round,
)
from yhdyspinta.methods.comment_rounds.actions.sending import (
    forget_item,
    forget_items,
    save_about,
    save_items,
    say_languages,
    send,
)

__all__ = [
    "change_settings",
    "clear_round",
    "confirm_from_letter",
    "copy_round",
    "edit",
    "forget_item",
    "forget_items",
    "mark",
    "save_about",
    "save_items",
    "say_languages",
    "send",
    "set_times",
    "start_round",
    "take_mark_back",
    "withdraw",
]
