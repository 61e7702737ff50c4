"""What is sent about invitations and following."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Message, NoticeKind
from yhdyspinta.people.roles import ROLES
from yhdyspinta.processes.follows import confirmation_token
from yhdyspinta.processes.invitations import token_of
from yhdyspinta.processes.models import Follow, Invitation
from yhdyspinta.processes.notices import process_path, process_title
from yhdyspinta.ui.dates import moment
from yhdyspinta.wording.languages import page_language


def _invited(notice: Notice) -> Message:
    invitation = Invitation.objects.select_related("process", "authority").get(pk=notice.values["invitation"])
    language = page_language()
    role = ROLES[invitation.role]
    place = (invitation.process.title if invitation.process else invitation.authority.name).text(language)
    return Message(
        subject=_("You are invited to take part in the work"),
        paragraphs=(
            _("You have been invited to be: %(role)s (%(place)s).") % {"role": str(role.name), "place": place},
            str(role.purpose),
            _(
                "The link works once, until %(until)s, for this e-mail address only. Sign in with it, or make an account."
            )
            % {"until": moment(invitation.expires_at, language)},
            _("If you did not expect this message, you need not do anything."),
        ),
        button_text=_("Open the invitation"),
        path=f"/{invitation.authority.slug}/{language}/invitation/{token_of(invitation)}/",
    )


def _confirm_follow(notice: Notice) -> Message:
    follow = Follow.objects.get(pk=notice.values["follow"])
    return Message(
        subject=_("Confirm that you want to follow"),
        paragraphs=(
            process_title(notice),
            _("Somebody, probably you, asked for messages about this matter to this address."),
            _("Confirm within two weeks. If you did not ask for this, you need not do anything: no messages come."),
        ),
        button_text=_("Confirm"),
        path=process_path(notice, f"follow/confirm/{confirmation_token(follow)}/"),
    )


KINDS = (
    NoticeKind("processes.invited", gettext_lazy("An invitation to a role"), _invited),
    NoticeKind("processes.confirm_follow", gettext_lazy("Confirming a follow"), _confirm_follow),
)
