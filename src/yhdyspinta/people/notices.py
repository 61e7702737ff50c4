"""What we tell people about their roles, blocks and organisations."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Message, NoticeKind
from yhdyspinta.people.models import Block
from yhdyspinta.people.roles import ROLES
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
        ),
    )


KINDS = (
    NoticeKind("people.role_ended", _lazy("A role has ended"), _role_ended),
    NoticeKind("people.blocked", _lazy("A block"), _blocked),
    NoticeKind("people.block_lifted", _lazy("A block was lifted"), _block_lifted),
    NoticeKind("people.representation_confirmed", _lazy("A representative was confirmed"), _representation_confirmed),
)
