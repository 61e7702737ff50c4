"""Every write of documents: who may, on which ground, in one transaction with its line in the trail."""

from yhdyspinta.documents.actions.attachments import add_attachment, name_attachment, remove_attachment
from yhdyspinta.documents.actions.dividing import join_sections, split_section
from yhdyspinta.documents.actions.documents import (
    create_document,
    edit_document,
    move_document,
    remove_document,
)
from yhdyspinta.documents.actions.imports import approve_import, import_draft
from yhdyspinta.documents.actions.sections import (
    TextFacts,
    add_outline,
    add_section,
    move_section,
    remove_section,
    save_section,
    save_section_text,
    set_level,
    set_questions,
)
from yhdyspinta.documents.actions.versions import edit_version, publish_version, remove_draft, start_version

__all__ = [
    "TextFacts",
    "add_attachment",
    "add_outline",
    "add_section",
    "approve_import",
    "create_document",
    "edit_document",
    "edit_version",
    "import_draft",
    "join_sections",
    "move_document",
    "move_section",
    "name_attachment",
    "publish_version",
    "remove_attachment",
    "remove_document",
    "remove_draft",
    "remove_section",
    "save_section",
    "save_section_text",
    "set_level",
    "set_questions",
    "split_section",
    "start_version",
]
