"""What the trail says of comments that staff typed."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "intake.entered": _("typed a comment that came by phone, on paper, by e-mail, at an event or with support"),
    "intake.added": _("typed more comments of a sender under the code that they had"),
    "intake.receipt_opened": _("opened a receipt with the sender's code"),
    "intake.edited_for_sender": _("changed a comment at its sender's request"),
    "intake.withdrawn_for_sender": _("withdrew a comment at its sender's request"),
    "intake.struck": _("struck a comment that is not on the paper"),
    "intake.corrected": _("corrected a slip in typing a comment"),
    "intake.facts_mended": _("corrected a slip in typing what a sender told"),
    "intake.batch_begun": _("began a pile of paper or the notes of an event"),
    "intake.batch_printed_of": _("said of which version the sheets of a pile or file were printed"),
    "intake.batch_finished": _("finished a pile of paper or the notes of an event"),
    "intake.batch_reopened": _("opened a finished pile, or the notes of an event, again"),
    "intake.batch_drawn": _("drew the sheets that a second person checks"),
    "intake.sheet_checked": _("checked a typed sheet"),
    "intake.batch_checked": _("checked the last drawn sheet of a pile"),
    "intake.file_uploaded": _("uploaded a file of comments"),
    "intake.file_imported": _("brought in the comments of a file"),
    "intake.file_discarded": _("threw away a file of comments that was not brought in"),
    "intake.columns_mapped": _("said which column of a file is what"),
    "intake.earlier_declared": _("declared a round as held elsewhere, so that its answers are brought in"),
    "intake.table_links_made": _("made links for the tables of an event"),
    "intake.table_link_ended": _("ended the link of a table"),
    "intake.table_note_taken_back": _("took back a note at a table of an event"),
    "intake.table_note_came": _("a note came by the link of a table"),
    "intake.table_note_mended": _("mended a note of a table before taking it in"),
    "intake.table_notes_taken": _("took in notes that came by the links of tables"),
    "intake.table_notes_left": _("left out notes that came by the links of tables"),
    "intake.answer_told": _("told the answer by letter, phone or e-mail"),
}
