"""What followers hear of documents."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Message, NoticeKind
from yhdyspinta.processes.notices import process_path, process_title, unsubscribe_path
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


def _version_published(notice: Notice) -> Message:
    language = page_language()
    document = Wording(notice.values.get("document", {})).text(language)
    name = Wording(notice.values.get("name", {})).text(language)
    return Message(
        subject=_("A new version of a document you follow"),
        paragraphs=(
            process_title(notice),
            _("A new version of the document %(document)s was published: %(name)s.")
            % {"document": document, "name": name},
        ),
        button_text=_("Open the page"),
        path=process_path(notice),
        unsubscribe_path=unsubscribe_path(notice),
    )


KINDS = (
    NoticeKind(
        "documents.version_published",
        gettext_lazy("A new version of a document"),
        _version_published,
        can_wait_for_digest=True,
    ),
)
