"""The words of refusals about documents."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "document_gone": _("The document was removed meanwhile."),
    "document_published": _("The document has a published version, so it cannot be removed."),
    "only_version": _("The draft is the document's only version. Remove the document instead."),
    "section_gone": _("The section was removed meanwhile."),
    "section_gone_meanwhile": _("The section was removed meanwhile. Your text is below: copy it to another section."),
    "version_published": _("A published version never changes. Begin a new version."),
    "draft_exists": _("A draft of the document is already being written."),
    "no_draft": _("The document has no draft. Begin a new version first."),
    "draft_not_ready": _("The version cannot be published yet: %(count)s things are missing."),
    "title_missing": _("Give the document a title."),
    "attachment_gone": _("The file was taken off the pages meanwhile."),
    "too_many_documents": _("There are already fifty documents here."),
    "too_many_sections": _("A document can have at most %(most)s sections."),
    "too_many_attachments": _("A document can have at most %(most)s attachments."),
    "heading_too_long": _("The heading can have at most %(most)s characters."),
    "body_too_long": _("The text can have at most %(most)s characters. Divide it into sections."),
    "import_section_too_long": _(
        "The text of the section “%(heading)s” has %(length)s characters and can have at most %(most)s. "
        "Divide it with headings."
    ),
    "import_section_without_heading_too_long": _(
        "The text before the first heading has %(length)s characters and can have at most %(most)s. "
        "Divide it with headings."
    ),
    "language_unknown": _("Choose a language from the list."),
    "no_next_section": _("This is the last section: there is none to join it with."),
    "split_nowhere": _("Choose a passage after the first one: the section is split before it."),
    "level_out_of_range": _("The section cannot be moved to that level."),
    "import_empty": _("We found no text. Check that the whole text came along."),
    "import_used": _("This import was already approved."),
    "import_changed": _("The form was not whole. Open the import again and check it."),
    "file_empty": _("The file is empty. Choose another one."),
    "file_too_large": _("The file is too large. It can be at most %(megabytes)s MB."),
    "file_unreadable": _("The file cannot be read. Save it again and try once more."),
    "file_unpacks_too_large": _("The file unpacks to something too large. Save it again without pictures."),
    "file_encrypted_or_old": _(
        "The file is protected with a password or in an old format. Save it without protection."
    ),
    "file_has_macros": _("The file has macros or scripts. Save it without them."),
    "file_links_outside": _("The file fetches something from outside. Save it with the pictures and data in it."),
    "file_not_word": _("The file is not a Word file (.docx)."),
    "file_kind_not_taken": _("Files of this kind are not taken. Use PDF, Word, Excel, ODT, PNG, JPG, text or CSV."),
    "file_not_what_it_says": _("The file's content is %(kind)s, but its name or type says otherwise."),
    "picture_too_large": _("The picture has too many pixels. Make it smaller and try again."),
}
