"""The words of this app's refusals, by their codes."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, Promise | str] = {
    "theme_gone": _("The theme is no longer here. Choose another."),
    "theme_name_taken": _("Another theme of this round has the same name. Merge the two, or choose another name."),
    "too_many_themes": _("A round can have %(most)s themes. Merge some first."),
    "suggestion_decided": _("Somebody has decided on this suggestion already."),
    "all_left_out": _("Every comment of the suggestion is left out. Refuse the suggestion instead."),
    "not_a_colleague": _("Choose a colleague who answers comments in this process."),
    "due_in_the_past": _("The due date has passed. Choose a later one."),
    "too_many_to_close": _(
        "At most %(most)s comments can be closed at once, because each sender is told. Narrow the list first."
    ),
    "not_your_deed": _("Somebody else did this. Whoever did it can undo it."),
    "too_late_to_undo": _("This was done more than an hour ago, so it is no longer undone with one press."),
    "not_the_last": _("Somebody has changed comments after this. Only the last change can be undone."),
    "none_to_answer": _(
        "None of the comments can be put into an answer: they have been answered or closed, stand in an answer already, or are"
        " not shown."
    ),
    "too_many_to_answer": _(
        "At most %(most)s comments can be put into an answer at once, because each sender is told. Narrow the list first;"
        " the others can be added to the draft after that."
    ),
    "draft_gone": _("The draft is no longer here, or it has been published. Choose another."),
    "note_missing": _("Write the note."),
    "view_name_missing": _("Give the view a name."),
    "too_many_views": _("You can keep %(most)s views of a round. Remove one first."),
    "translation_missing": _("Write the translation."),
    "comment_not_shown": _("The comment is not shown to the public, so it is not translated."),
    "language_of_withdrawn": _("Its sender has withdrawn the comment, so its language stays."),
    "original_changed": _("The comment's words changed while you were writing. Read them again, then save."),
    "home_not_shown": _("Too few senders have told this municipality for the table to be narrowed by it."),
    "homes_apart": _(
        "With the other choices there would be too few senders of this municipality, or too few of them left out. Take one"
        " of the other choices away: who lives where is told of larger groups only."
    ),
    "nothing_chosen": _("Choose one from the list."),
}
