from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "yhdyspinta.notices"
    label = "notices"

    def ready(self) -> None:
        from yhdyspinta.audit.trail import register_verbs
        from yhdyspinta.notices.digests import KINDS
        from yhdyspinta.notices.outbox import register_kinds
        from yhdyspinta.wording.refusals import register_words

        register_kinds(*KINDS)
        register_verbs({"notices.sent_again": _("tried to send a message again")})
        register_words({"message_is_not_parked": _("The message is not waiting for another try any more.")})
