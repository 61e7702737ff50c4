"""What we tell people about their roles, blocks and organisations."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Message, NoticeKind
from yhdyspinta.people.models import Block, SpeakerInvitation
from yhdyspinta.people.roles import ROLES
from yhdyspinta.people.speaker_invitations import token_of
from yhdyspinta.ui.dates import moment
from yhdyspinta.wording.languages import page_language


def _authority(notice: Notice) -> str:
    return str(notice.authority.name.text(page_language()))


def _role(notice: Notice) -> str:
    return str(ROLES[notice.values["role"]].name)


def _role_ended(notice: Notice) -> Message:
    return Message(
        subject=_("A role of yours has ended"),
        paragraphs=(
            _("You are no longer: %(role)s (%(authority)s).")
            % {"role": _role(notice), "authority": _authority(notice)},
        ),
    )


def _blocked(notice: Notice) -> Message:
    block = Block.objects.get(pk=notice.values["block"])
    until = moment(block.until, page_language())
    return Message(
        subject=_("You cannot take part for a time"),
        paragraphs=(
            _("You cannot take part in the matters of %(authority)s before %(until)s.")
            % {"authority": _authority(notice), "until": until},
            _("Reason: %(reason)s") % {"reason": block.reason},
            _(
                "You can still read everything and see your own comments. If you think this is wrong, contact the authority."
            ),
        ),
    )


def _block_lifted(notice: Notice) -> Message:
    return Message(
        subject=_("You can take part again"),
        paragraphs=(_("You can again take part in the matters of %(authority)s.") % {"authority": _authority(notice)},),
    )


def _representation_confirmed(notice: Notice) -> Message:
    return Message(
        subject=_("You have been confirmed as a representative"),
        paragraphs=(
            _("%(authority)s has confirmed that you speak for: %(organisation)s.")
            % {"authority": _authority(notice), "organisation": notice.values["organisation"]},
            _("While a round is open, you can write its statement: choose “Write for an organisation together” there."),
        ),
        button_text=_("Go to the service"),
        path=f"/{notice.authority.slug}/{page_language()}/",
    )


def _speaker_invited(notice: Notice) -> Message:
    rows = SpeakerInvitation.objects.select_related("organisation__authority")
    invitation = rows.filter(pk=notice.values["speaker_invitation"]).first()
    subject = _("An invitation to speak for an organisation")
    if invitation is None:
        return Message(subject=subject, paragraphs=(_("It is no longer there."),))
    language, organisation = page_language(), invitation.organisation
    until = {"until": moment(invitation.expires_at, language)}
    return Message(
        subject=subject,
        paragraphs=(
            _("%(authority)s asks you to speak for: %(organisation)s.")
            % {"authority": _authority(notice), "organisation": organisation.name},
            _("Whoever speaks for an organisation writes its statements, approves them and sends them."),
            _(
                "The link works once, until %(until)s, for this e-mail address only. Sign in with it, or make an account."
            )
            % until,
            _("If you did not expect this message, you need not do anything."),
        ),
        button_text=_("Open the invitation"),
        path=f"/{organisation.authority.slug}/{language}/speak/{token_of(invitation)}/",
    )


KINDS = (
    NoticeKind("people.role_ended", _lazy("A role has ended"), _role_ended),
    NoticeKind("people.blocked", _lazy("A block"), _blocked),
    NoticeKind("people.block_lifted", _lazy("A block was lifted"), _block_lifted),
    NoticeKind("people.speaker_invited", _lazy("An invitation to speak for an organisation"), _speaker_invited),
    NoticeKind("people.representation_confirmed", _lazy("A representative was confirmed"), _representation_confirmed),
)
