"""What the trail says of documents."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "documents.created": _("added a document"),
    "documents.edited": _("edited a document's title or summary"),
    "documents.removed": _("removed a document that was never published"),
    "documents.moved": _("changed the order of documents"),
    "documents.version_started": _("began a new version of a document"),
    "documents.draft_removed": _("threw a draft of a document away"),
    "documents.version_edited": _("edited a version's name or what changed"),
    "documents.version_published": _("published a version of a document"),
    "documents.section_saved": _("wrote a section's text"),
    "documents.outline_added": _("added the sections of a document"),
    "documents.section_added": _("added a section"),
    "documents.sections_joined": _("joined two sections"),
    "documents.section_split": _("split a section"),
    "documents.section_moved": _("moved a section"),
    "documents.section_removed": _("removed a section from a draft"),
    "documents.questions_set": _("set a section's guiding questions"),
    "documents.imported": _("brought in a draft for approval"),
    "documents.import_approved": _("approved an imported draft"),
    "documents.attachment_added": _("added an attachment"),
    "documents.attachment_named": _("named an attachment"),
    "documents.attachment_removed": _("removed an attachment"),
}
