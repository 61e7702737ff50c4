"""Every write of comments: send, edit, withdraw. Methods call these after asking their own rules."""

from yhdyspinta.comments.actions.own import Instead, edit_comment, keep_words_before, withdraw_comment
from yhdyspinta.comments.actions.senders import SenderFacts, name_told, save_sender
from yhdyspinta.comments.actions.sending import (
    Arrival,
    Check,
    NewComment,
    NewQuote,
    Sent,
    add_comments,
    hold_person,
    send_comments,
    store_sending,
)

__all__ = [
    "Arrival",
    "Check",
    "Instead",
    "NewComment",
    "NewQuote",
    "SenderFacts",
    "Sent",
    "add_comments",
    "edit_comment",
    "hold_person",
    "keep_words_before",
    "name_told",
    "save_sender",
    "send_comments",
    "store_sending",
    "withdraw_comment",
]
