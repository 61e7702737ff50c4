"""What is sent about statements."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Message, NoticeKind
from yhdyspinta.people.models import Person
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.processes.taking_statements import statement_method_of
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


def _given_back(notice: Notice) -> Message:
    rows = Statement.objects.select_related("organisation", "activity__process__owner")
    statement = rows.filter(pk=notice.values["statement"]).first()
    subject = _("A statement came back to be mended")
    if statement is None:
        return Message(subject=subject, paragraphs=(_("It is no longer there."),))
    title = Wording(statement.activity.process.title).text(page_language())
    line = _("The statement of %(name)s was not approved as it is. The notes of its page say what should be mended.")
    return Message(
        subject=subject,
        paragraphs=(title, line % {"name": statement.organisation}),
        button_text=_("Open the statement"),
        path=activity_address(statement.activity, "statements:draft", statement=statement.pk),
    )


def _closes_soon(notice: Notice) -> Message:
    rows = Statement.objects.select_related("organisation", "activity__process__owner")
    statement = rows.filter(pk=notice.values["statement"]).first()
    subject = _("A statement has not been sent")
    if statement is None:
        return Message(subject=subject, paragraphs=(_("It is no longer there."),))
    language = page_language()
    title = Wording(statement.activity.process.title).text(language)
    if statement.receipt_id is not None:
        return Message(subject=subject, paragraphs=(title, _("It has been sent meanwhile.")))
    closes_at = statement_method_of(statement.activity).closing_time(statement.activity)
    closing = (_("Commenting closes %(at)s.") % {"at": moment(closes_at, language)},) if closes_at else ()
    return Message(
        subject=subject,
        paragraphs=(
            title,
            _("The statement of %(name)s has not been sent.") % {"name": statement.organisation},
            *closing,
            _("After that it can no longer be sent, and a draft that was not sent is deleted 30 days later."),
        ),
        button_text=_("Open the statement"),
        path=activity_address(statement.activity, "statements:draft", statement=statement.pk),
    )


def _invited(notice: Notice) -> Message:
    rows = Colleague.objects.select_related(
        "invited_by", "statement__organisation", "statement__activity__process__owner"
    )
    row = rows.filter(pk=notice.values["colleague"]).first()
    subject = _("An invitation to write a statement")
    if row is None:
        return Message(subject=subject, paragraphs=(_("It is no longer there."),))
    statement, language = row.statement, page_language()
    owner, by = statement.activity.process.owner, row.invited_by
    names = {"name": statement.organisation, "by": by}
    closes_at = statement_method_of(statement.activity).closing_time(statement.activity)
    lines = [
        Wording(statement.activity.process.title).text(language),
        _("%(by)s asks you to write the statement of %(name)s together.") % names
        if by
        else _("You are asked to write the statement of %(name)s together.") % names,
        _("The link works until %(until)s.") % {"until": moment(row.expires_at, language)},
    ]
    if closes_at is not None:
        lines.append(_("Commenting closes %(at)s.") % {"at": moment(closes_at, language)})
    return Message(
        subject=subject,
        paragraphs=tuple(lines),
        button_text=_("Open the invitation"),
        path=address("statements:join", owner, token=token_of(row)),
    )


def _speaker_left(notice: Notice) -> Message:
    who = Person.objects.filter(pk=notice.values["speaker"]).values_list("name", flat=True).first()
    names = {"name": notice.values["organisation"], "who": who}
    return Message(
        subject=_("One who spoke for your organisation no longer does"),
        paragraphs=(
            _("%(who)s no longer speaks for: %(name)s.") % names
            if who
            else _("A representative no longer speaks for: %(name)s.") % names,
            _("What has not been sent stays with you. If they had asked for approval of it, ask for it anew."),
        ),
    )


KINDS = (
    NoticeKind("statements.closes_soon", gettext_lazy("A statement has not been sent"), _closes_soon),
    NoticeKind("statements.asked", gettext_lazy("A statement waits for your approval"), _asked),
    NoticeKind("statements.given_back", gettext_lazy("A statement came back to be mended"), _given_back),
    NoticeKind(
        "statements.speaker_left", gettext_lazy("One who spoke for your organisation no longer does"), _speaker_left
    ),
    NoticeKind("statements.invited", gettext_lazy("An invitation to write a statement"), _invited),
)
