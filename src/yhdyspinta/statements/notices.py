"""What is sent about statements."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Message, NoticeKind
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.statements.actions import token_of
from yhdyspinta.statements.models import Colleague, Statement
from yhdyspinta.ui.dates import moment
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


def _asked(notice: Notice) -> Message:
    rows = Statement.objects.select_related("organisation", "activity__process__owner")
    statement = rows.filter(pk=notice.values["statement"]).first()
    if statement is None:
        return Message(subject=_("A statement waits for your approval"), paragraphs=(_("It is no longer there."),))
    title = Wording(statement.activity.process.title).text(page_language())
    return Message(
        subject=_("A statement waits for your approval"),
        paragraphs=(title, _("The statement of %(name)s is ready to be approved.") % {"name": statement.organisation}),
        button_text=_("Open the statement"),
        path=activity_address(statement.activity, "statements:draft", statement=statement.pk),
    )


def _invited(notice: Notice) -> Message:
    rows = Colleague.objects.select_related("statement__organisation", "statement__activity__process__owner")
    row = rows.filter(pk=notice.values["colleague"]).first()
    subject = _("An invitation to write a statement")
    if row is None:
        return Message(subject=subject, paragraphs=(_("It is no longer there."),))
    statement, language = row.statement, page_language()
    owner = statement.activity.process.owner
    return Message(
        subject=subject,
        paragraphs=(
            Wording(statement.activity.process.title).text(language),
            _("You are asked to write the statement of %(name)s together.") % {"name": statement.organisation},
            _("The link works until %(until)s.") % {"until": moment(row.expires_at, language)},
        ),
        button_text=_("Open the invitation"),
        path=address("statements:join", owner, token=token_of(row)),
    )


KINDS = (
    NoticeKind("statements.asked", gettext_lazy("A statement waits for your approval"), _asked),
    NoticeKind("statements.invited", gettext_lazy("An invitation to write a statement"), _invited),
)
