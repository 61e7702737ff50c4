"""What the trail says."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, Promise | str] = {
    "material.changed": _("marked comments: theme, assignee, stance, translating or no answer needed"),
    "material.undone": _("undid the marks of the last change"),
    "material.theme_made": _("made a theme"),
    "material.theme_renamed": _("renamed a theme"),
    "material.themes_merged": _("merged two themes"),
    "material.theme_removed": _("removed a theme"),
    "material.theme_restored": _("brought a removed theme back"),
    "material.themes_asked": _("asked for suggestions of themes"),
    "material.suggestion_accepted": _("accepted a suggested theme"),
    "material.suggestion_chosen": _("left comments out of a suggested theme"),
    "material.suggestion_refused": _("refused a suggested theme"),
    "material.noted": _("wrote a note on a comment for colleagues"),
    "material.note_removed": _("took back a note on a comment"),
    "material.language_mended": _("mended the language of a comment"),
    "material.translated": _("translated a comment"),
    "material.translation_checked": _("checked the translation of a comment"),
    "material.translation_removed": _("removed the translation of a comment"),
    "material.view_saved": _("saved a view of the comments"),
    "material.view_removed": _("removed a view of the comments"),
    "material.table_downloaded": _("downloaded the table of comments"),
    "material.set_apart": _("set comments apart from like ones"),
}
